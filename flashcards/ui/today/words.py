"""What Today says, from its view: pure functions, tested as sentences."""

from typing import TYPE_CHECKING

from flashcards.domain.spoken import counted

if TYPE_CHECKING:
    from flashcards.domain.queue.plan import DayPlan
    from flashcards.services.views import TodayView


def headline(view: "TodayView") -> str:
    """Say the one thing that matters now."""
    if not view.cards:
        return "No cards yet"
    if view.plan.cards:
        return f"{counted(view.plan.cards, 'card')} for today"
    return "Done for today" if view.done_today else "Nothing due today"


def subline(view: "TodayView") -> str:
    """Say what stands behind it, or what to do next."""
    if not view.cards:
        return _where_to_begin(view)
    parts = []
    if view.done_today:
        parts.append(f"{counted(view.done_today, 'card')} answered so far today.")
    if view.next_due:
        parts.append(f"The next card is due {view.next_due}.")
    if held := held_back(view.plan):
        parts.append(held)
    if view.suspended:
        suspended = counted(view.suspended, "suspended card")
        parts.append(f"{suspended}: “flashcards resume QUERY” brings back what you name.")
    return " ".join(parts)


def held_back(plan: "DayPlan") -> str:
    """Say what the day's limits keep for later."""
    waiting = []
    if plan.held_back_due:
        waiting.append(f"{plan.held_back_due:,} due")
    if plan.held_back_new:
        waiting.append(f"{plan.held_back_new:,} new")
    if not waiting:
        return ""
    verb = "waits" if plan.held_back_due + plan.held_back_new == 1 else "wait"
    return f"{' and '.join(waiting)} {verb} for another day (your daily limits)."


def _where_to_begin(view: "TodayView") -> str:
    folders = ", ".join(str(root) for root in view.roots) or "the deck folder"
    if view.problems:
        return f"The decks in {folders} have no card that can be asked; the reasons are below."
    return (
        f"Put a Markdown file into {folders}: a line “## Question”, and the answer below it."
        " It shows here as soon as it is saved."
    )


def first_words(plan: "DayPlan") -> tuple[str, str, str]:
    """Give the captions of the three figures."""
    return "due", "new", "minute" if plan.minutes == 1 else "minutes"
