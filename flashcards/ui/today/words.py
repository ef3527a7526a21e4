"""What Today says, from its view: pure functions, tested as sentences."""

from typing import TYPE_CHECKING

from flashcards.domain.tongue import number, tr, trc, trn

if TYPE_CHECKING:
    from flashcards.domain.queue.plan import DayPlan
    from flashcards.services.day_view import TodayView


def headline(view: "TodayView") -> str:
    """Say the one thing that matters now."""
    if not view.cards:
        return tr("No cards yet")
    if view.plan.cards:
        return trn("{count} card for today", "{count} cards for today", view.plan.cards)
    return tr("Done for today") if view.done_today else tr("Nothing due today")


def subline(view: "TodayView") -> str:
    """Say what stands behind it, or what to do next."""
    if not view.cards:
        return _where_to_begin(view)
    parts = []
    if view.done_today:
        parts.append(
            trn(
                "{count} card answered so far today.",
                "{count} cards answered so far today.",
                view.done_today,
            )
        )
    if view.next_due:
        parts.append(tr("The next card is due {when}.", when=view.next_due))
    if held := held_back(view.plan):
        parts.append(held)
    if view.suspended:
        parts.append(
            trn(
                "{count} suspended card: “flashcards resume QUERY” brings back what you name.",
                "{count} suspended cards: “flashcards resume QUERY” brings back what you name.",
                view.suspended,
            )
        )
    return " ".join(parts)


def held_back(plan: "DayPlan") -> str:
    """Say what the day's limits keep for later."""
    due, new = plan.held_back_due, plan.held_back_new
    if due and new:
        return tr(
            "{due} due and {new} new wait for another day (your daily limits).",
            due=number(due),
            new=number(new),
        )
    if due:
        return trn(
            "{count} due waits for another day (your daily limits).",
            "{count} due wait for another day (your daily limits).",
            due,
        )
    if new:
        return trn(
            "{count} new waits for another day (your daily limits).",
            "{count} new wait for another day (your daily limits).",
            new,
        )
    return ""


def _where_to_begin(view: "TodayView") -> str:
    folders = ", ".join(str(root) for root in view.roots) or tr("the deck folder")
    if view.problems:
        return tr(
            "The decks in {folders} have no card that can be asked; the reasons are below.",
            folders=folders,
        )
    return tr(
        "Put a Markdown file into {folders}: a line “## Question”, and the answer "
        "below it. It shows here as soon as it is saved.",
        folders=folders,
    )


def waiting_words() -> tuple[str, str, str]:
    """Give the captions while nothing is counted yet."""
    return trc("figure", "due"), trc("figure", "new"), trc("figure", "minutes")


def first_words(plan: "DayPlan") -> tuple[str, str, str]:
    """Give the captions of the three figures."""
    minutes = trc("figure", "minute") if plan.minutes == 1 else trc("figure", "minutes")
    return *waiting_words()[:2], minutes
