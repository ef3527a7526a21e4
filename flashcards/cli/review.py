"""``flashcards review``: the day's cards in the terminal, or from lines of a pipe."""

from collections.abc import Iterable

import click

from flashcards.cli.call import Call, opened
from flashcards.cli.faces import say_face
from flashcards.cli.keys import ENTER, at_terminal, typed_keys
from flashcards.cli.output import capitalised, complain, say
from flashcards.cli.sentences import Command
from flashcards.domain.errors import FlashcardsError
from flashcards.domain.spoken import counted
from flashcards.services.desk import Desk
from flashcards.services.library import Library
from flashcards.services.session import Session
from flashcards.services.views import CardView, GradeButton, SessionView, SummaryView

_ON_CARD = {
    "b": (Session.bury, "Buried “{prompt}” until tomorrow."),
    "s": (Session.suspend, "Suspended “{prompt}”: it is not asked any more."),
    "f": (Session.flag, ""),
}
_OTHERS = "u, r, b, s, f and q"
_LEGEND = "u undo · r redo · b bury · s suspend · f flag · q quit"


@click.command(cls=Command)
@click.pass_obj
def review(call: Call) -> None:
    """Review in the terminal: Enter shows the answer, a number grades it, q quits.

    u takes the last step back and r brings it back; b buries, s suspends, f flags the card. Input
    from a pipe is read line by line, an empty line for Enter.
    """
    with opened(call.doors.open_desk, call.options) as desk:
        review_at(desk)


def review_at(desk: Desk) -> None:
    """Ask until the day is done, or the person has enough."""
    sitting = Sitting(desk.library, patient=at_terminal())
    with typed_keys() as keys:
        sitting.ask()
        if sitting.session.view().card:
            sitting.obey(keys)
    say(_farewell(sitting.session.summary()))


class Sitting:
    """A session, and whether its card's answer is shown."""

    def __init__(self, library: Library, *, patient: bool) -> None:
        self.session = Session(library)
        self._library = library
        self._patient = patient
        self._revealed = False
        self._asked_ms = library.now().utc_ms

    def obey(self, typed: Iterable[str]) -> None:
        """Do what each key says, until one ends the sitting."""
        for key in typed:
            view = self.session.view()
            if key == "q" or (view.card is None and key not in ("u", "r")):
                return
            try:
                self._press(key, view)
            except FlashcardsError as error:
                if not self._patient:
                    raise
                complain(str(error))

    def ask(self) -> None:
        """Show the current card's question, or that the day is done."""
        view = self.session.view()
        self._revealed = False
        self._asked_ms = self._library.now().utc_ms
        if view.card is None:
            say("\nThe day is done." + " u takes the last step back; Enter ends." * bool(view.undo))
            return
        say(f"\n{_place(view, view.card)}\n")
        say_face(view.card.front)
        say(f"\nEnter answer · {_LEGEND}")

    def _press(self, key: str, view: SessionView) -> None:
        """Do what one key says."""
        grades = {button.key: button for button in view.buttons} if self._revealed else {}
        if key == ENTER and not self._revealed and view.card:
            self._reveal(view.card, view)
        elif key in grades:
            self._grade(grades[key])
        elif key in ("u", "r"):
            self._travel(key, view)
        elif key in _ON_CARD and view.card:
            self._act(key, view.card)
        else:
            say(self._hint(view))

    def _reveal(self, card: CardView, view: SessionView) -> None:
        self._revealed = True
        say("\n───\n")
        say_face(card.back)
        if card.source:
            say(f"\nSource: {card.source}")
        say(f"\n{_grades(view.buttons)}")

    def _grade(self, button: GradeButton) -> None:
        self.session.answer(button.grade, self._library.now().utc_ms - self._asked_ms)
        say(f"{button.label}: {_then(button)}.")
        self.ask()

    def _act(self, key: str, card: CardView) -> None:
        """Do something to the card that is no answer."""
        action, deed = _ON_CARD[key]
        action(self.session)
        if key == "f":
            say("Flag taken away." if card.flagged else "Flagged.")
        else:
            say(deed.format(prompt=card.prompt))
            self.ask()

    def _travel(self, key: str, view: SessionView) -> None:
        """Undo or redo, and say what."""
        deed = view.undo if key == "u" else view.redo
        if not deed:
            say(f"There is nothing to {'undo' if key == 'u' else 'redo'}.")
            return
        if key == "u":
            self.session.undo()
            say(deed.replace("Undo", "Undid", 1))
        else:
            self.session.redo()
            say(deed.replace("Redo", "Redid", 1))
        self.ask()

    def _hint(self, view: SessionView) -> str:
        """Say which keys there are, after one that says nothing here."""
        grades = ", ".join(f"{button.key} {button.label}" for button in view.buttons)
        return f"The keys are {grades if self._revealed else 'Enter for the answer'}; {_OTHERS}."


def _place(view: SessionView, card: CardView) -> str:
    """Say where in the day and in which deck we are."""
    where = f"{card.deck} › {card.section}" if card.section else card.deck
    marks = " · again" * view.drilling + " · flagged" * card.flagged + " · new" * card.is_new
    left = f"{counted(view.left, 'card')} left, about {counted(view.minutes_left, 'minute')}"
    return f"── {left} · {where}{marks}"


def _grades(buttons: Iterable[GradeButton]) -> str:
    """Say what each grade will do."""
    return " · ".join(f"{button.key} {button.label} ({_then(button)})" for button in buttons)


def _then(button: GradeButton) -> str:
    """Say when the card comes back; below 4 it is asked once more today."""
    again = button.repeated and "today" not in button.interval
    return f"today, then {button.interval}" if again else button.interval


def _farewell(summary: SummaryView) -> str:
    """Say what the sitting came to, and what comes tomorrow."""
    grades = ", ".join(f"{count} {label}" for label, count in summary.graded)
    done = counted(summary.answers, "answer")
    if summary.answers:
        done += f" ({grades})"
    if summary.minutes:
        done += f" in {counted(summary.minutes, 'minute')}"
    left = f", {counted(summary.left_today, 'card')} left today" * bool(summary.left_today)
    return f"\n{capitalised(done)}{left}.\nTomorrow: {_tomorrow(summary)}."


def _tomorrow(summary: SummaryView) -> str:
    """Say what the next day holds."""
    if not summary.tomorrow_minutes:
        return "nothing is due"
    minutes = counted(summary.tomorrow_minutes, "minute")
    return f"{summary.tomorrow_due} due and {summary.tomorrow_new} new, about {minutes}"
