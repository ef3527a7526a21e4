"""``flashcards review``: the day's cards in the terminal, or from lines of a pipe."""

from collections.abc import Iterable, Iterator

import click

from flashcards.cli.answers import say_hint, say_part, say_question, say_source, say_typed
from flashcards.cli.call import Call, back_up, opened
from flashcards.cli.faces import say_face
from flashcards.cli.keys import ENTER, Keys, at_terminal, typed_keys
from flashcards.cli.output import capitalised, complain, say
from flashcards.cli.sentences import QueryCommand
from flashcards.domain.errors import FlashcardsError
from flashcards.domain.queue.scope import EVERYTHING, Scope
from flashcards.domain.reveal import Reveal
from flashcards.domain.spoken import telling_text
from flashcards.domain.tongue import later, tr, trn
from flashcards.services.desk import Desk
from flashcards.services.library import Library
from flashcards.services.scope import nothing_of
from flashcards.services.session import Session
from flashcards.services.views import CardView, GradeButton, SessionView, SummaryView

_ON_CARD = {
    "b": (Session.bury, later("Buried “{prompt}” until tomorrow.")),
    "s": (Session.suspend, later("Suspended “{prompt}”: it is not asked any more.")),
    "f": (Session.flag, ""),
}
_FOR = {
    later("if you knew it"): later("if you knew it"),
    later("if you missed it"): later("if you missed it"),
    later("for the answer"): later("answer"),
    later("for the next step"): later("next step"),
    later("for the next section"): later("next section"),
    later("for all steps"): later("all steps"),
    later("for all sections"): later("all sections"),
    later("for the hint"): later("hint"),
    later("to type the answer"): later("to type the answer"),
}
"""What a key is for, in a sentence and in short."""

_OTHERS = later("u, r, b, s, f and q")
_LEGEND = later("u undo · r redo · b bury · s suspend · f flag · q quit")


@click.command(cls=QueryCommand)
@click.argument("query", nargs=-1)
@click.pass_obj
def review(call: Call, query: tuple[str, ...]) -> None:
    """Review in the terminal: Enter shows the answer, a number grades it, q quits.

    QUERY limits it to what a search finds of today, as in the command cards; @NAME is a saved one.

    Where an answer has steps, Enter says that you knew one and m that you missed it; a shows all
    of them. h shows a hint, t lets you type the answer. u takes the last answer back and r brings
    it back; b buries, s suspends, f flags the card. Input from a pipe is read line by line, an
    empty line for Enter.
    """
    with opened(call.doors.open_desk, call.options) as desk:
        review_at(desk, Scope(" ".join(query)))
        back_up(desk)


def review_at(desk: Desk, scope: Scope = EVERYTHING) -> None:
    """Ask until the day is done, or the person has enough."""
    sitting = Sitting(desk.library, scope, patient=at_terminal())
    if scope != EVERYTHING and not sitting.session.view().card:
        say(nothing_of(desk.library, scope))
        return
    with typed_keys() as keys:
        sitting.ask()
        if sitting.session.view().card:
            sitting.obey(keys)
    say(_farewell(sitting.session.summary()))


class Sitting:
    """A session, and how far its card's answer is shown."""

    def __init__(self, library: Library, scope: Scope, *, patient: bool) -> None:
        self.session = Session(library, scope)
        self._library = library
        self._patient = patient
        self._reveal = Reveal()
        self._asked_ms = library.now().utc_ms

    def obey(self, typed: Keys) -> None:
        """Do what each key says, until one ends the sitting."""
        for key in typed:
            view = self.session.view()
            if key == "q" or (view.card is None and key not in ("u", "r")):
                return
            try:
                self._press(key, view, typed)
            except FlashcardsError as error:
                if not self._patient:
                    raise
                complain(str(error))

    def ask(self) -> None:
        """Show the current card's question, or that the day is done."""
        view = self.session.view()
        self._reveal = Reveal()
        self._asked_ms = self._library.now().utc_ms
        if view.card is None:
            say(
                "\n"
                + tr("The day is done.")
                + tr(" u takes the last step back; Enter ends.") * bool(view.undo)
            )
            return
        self._reveal = Reveal(view.card.parts, view.card.marked)
        say(f"\n{_place(view, view.card)}\n")
        say_question(view.card)
        say(f"\n{self._legend(view.card)} · {tr(_LEGEND)}")

    def _press(self, key: str, view: SessionView, typed: Keys) -> None:
        """Do what one key says."""
        grades = {button.key: button for button in view.buttons} if self._reveal.done else {}
        if key in grades:
            self._grade(grades[key])
        elif key in ("u", "r"):
            self._travel(key)
        elif view.card and key in self._offers(view.card):
            self._answer(key, view.card, typed)
        elif key in _ON_CARD and view.card:
            self._act(key, view.card)
        else:
            say(self._hint(view))

    def _offers(self, card: CardView) -> dict[str, str]:
        """Say what can be done with the answer now: keys, and what they are for."""
        reveal, offers = self._reveal, dict[str, str]()
        if reveal.done:
            return offers
        if reveal.asks:
            offers |= {ENTER: "if you knew it", "m": "if you missed it"}
        else:
            offers[ENTER] = f"for the next {reveal.noun}" if reveal.parts else "for the answer"
        if reveal.parts:
            offers["a"] = f"for all {reveal.noun}s"
        if card.hint and not reveal.shown:
            offers["h"] = "for the hint"
        if card.expected and not reveal.shown:
            offers["t"] = "to type the answer"
        return offers

    def _answer(self, key: str, card: CardView, typed: Keys) -> None:
        """Show a hint, or more of the answer."""
        reveal = self._reveal
        if key == "h":
            say_hint(card)
        elif key == "a":
            self._show(card, reveal.whole())
        elif key == "t":
            answer = typed.line(asked=lambda: say(tr("Your answer:")))
            self._show(card, reveal.onward(), answer)
        elif reveal.asks:
            self._show(card, reveal.mark(hit=key == ENTER))
        else:
            self._show(card, reveal.onward())

    def _show(self, card: CardView, reveal: Reveal, typed: str = "") -> None:
        """Show what was not shown before, and say what comes next."""
        before, self._reveal = self._reveal, reveal
        if not before.shown:
            self._begin_answer(card, typed)
        for part in reveal.parts[before.shown : reveal.shown]:
            say_part(part, marked=reveal.marked)
        if not reveal.parts and not before.shown:
            say_face(card.back)
        if before.shown < reveal.shown == reveal.total:
            say_source(card)
        if not reveal.done:
            place = reveal.place
            say(f"\n{place}: {self._legend(card)}")
            return
        if reveal.tally:
            advice = (
                tr(" Suggested: {label}.", label=reveal.suggested.label) if reveal.suggested else ""
            )
            say(f"\n{capitalised(reveal.tally)}.{advice}")
        say(f"\n{_grades(self.session.view().buttons)}")

    def _begin_answer(self, card: CardView, typed: str) -> None:
        """Draw the line between question and answer; say how long a story took."""
        say("\n───\n")
        if card.minutes:
            seconds = (self._library.now().utc_ms - self._asked_ms) / 1000
            say(f"{capitalised(telling_text(seconds, card.minutes, told=True))}.\n")
        if typed.strip():
            say_typed(typed.strip(), card.expected)

    def _legend(self, card: CardView) -> str:
        """Say the keys in short."""
        return " · ".join(
            f"{_name(key)} {tr(_FOR[words])}" for key, words in self._offers(card).items()
        )

    def _grade(self, button: GradeButton) -> None:
        taken = self._library.now().utc_ms - self._asked_ms
        self.session.answer(button.grade, taken, *self._reveal.marks)
        say(f"{button.label}: {_then(button)}.")
        self.ask()

    def _act(self, key: str, card: CardView) -> None:
        """Do something to the card that is no answer."""
        action, deed = _ON_CARD[key]
        action(self.session)
        if key == "f":
            say(tr("Flag taken away.") if card.flagged else tr("Flagged."))
        else:
            say(tr(deed, prompt=card.prompt))
            self.ask()

    def _travel(self, key: str) -> None:
        """Undo or redo, and say what."""
        told = self.session.undone if key == "u" else self.session.redone
        if not told:
            say(tr("There is nothing to undo.") if key == "u" else tr("There is nothing to redo."))
            return
        if key == "u":
            self.session.undo()
        else:
            self.session.redo()
        say(told)
        self.ask()

    def _hint(self, view: SessionView) -> str:
        """Say which keys there are, after one that says nothing here."""
        return tr(
            "The keys are {known}; {others}.",
            known=", ".join(self._known(view)),
            others=tr(_OTHERS),
        )

    def _known(self, view: SessionView) -> Iterator[str]:
        """Name the keys that say something now."""
        if self._reveal.done or not view.card:
            yield from (f"{button.key} {button.label}" for button in view.buttons)
            return
        for key, words in self._offers(view.card).items():
            yield f"{_name(key)} {tr(words)}"


def _name(key: str) -> str:
    return tr("Enter") if key == ENTER else key


def _place(view: SessionView, card: CardView) -> str:
    """Say where in the day and in which deck we are."""
    where = f"{card.deck} › {card.section}" if card.section else card.deck
    again, flagged, new = tr(" · again"), tr(" · flagged"), tr(" · new")
    marks = again * view.drilling + flagged * card.flagged + new * card.is_new
    left = tr(
        "{cards} left, about {minutes}",
        cards=trn("{count} card", "{count} cards", view.left),
        minutes=trn("{count} minute", "{count} minutes", view.minutes_left),
    )
    return f"── {left} · {where}{marks}"


def _grades(buttons: Iterable[GradeButton]) -> str:
    """Say what each grade will do."""
    return " · ".join(f"{button.key} {button.label} ({_then(button)})" for button in buttons)


def _then(button: GradeButton) -> str:
    """Say when the card comes back; below 4 it is asked once more today."""
    again = button.repeated and button.moves
    return tr("today, then {interval}", interval=button.interval) if again else button.interval


def _farewell(summary: SummaryView) -> str:
    """Say what the sitting came to, and what comes tomorrow."""
    grades = ", ".join(f"{count} {label}" for label, count in summary.graded)
    done = trn("{count} answer", "{count} answers", summary.answers)
    if summary.answers:
        done += f" ({grades})"
    if summary.minutes:
        done += trn(" in {count} minute", " in {count} minutes", summary.minutes)
    left = trn(
        ", {count} card left today", ", {count} cards left today", summary.left_today
    ) * bool(summary.left_today)
    tomorrow = tr("Tomorrow: {plan}.", plan=_tomorrow(summary))
    return f"\n{capitalised(done)}{left}.\n{tomorrow}"


def _tomorrow(summary: SummaryView) -> str:
    """Say what the next day holds."""
    if not summary.tomorrow_minutes:
        return tr("nothing is due")
    minutes = trn("{count} minute", "{count} minutes", summary.tomorrow_minutes)
    return tr(
        "{due} due and {new} new, about {minutes}",
        due=summary.tomorrow_due,
        new=summary.tomorrow_new,
        minutes=minutes,
    )
