"""The review session: which card is asked, what an answer does, undo and redo."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from flashcards.domain.clock import Day, Moment
from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId
from flashcards.domain.log.events import (
    Buried,
    CardFact,
    EventKey,
    Flagged,
    Resumed,
    Reviewed,
    Suspended,
    Unflagged,
)
from flashcards.domain.log.history import (
    History,
    acted,
    redid,
    redo_step,
    undid,
    undo_step,
)
from flashcards.domain.log.replay import after
from flashcards.domain.note import Card
from flashcards.domain.queue.build import build
from flashcards.domain.queue.line import Line, answered, without
from flashcards.domain.queue.plan import minutes_for, pace_ms
from flashcards.domain.scheduling.scheduler import Schedule
from flashcards.domain.spoken import days_text
from flashcards.services.changes import Changes
from flashcards.services.today import day_plan
from flashcards.services.views import CardView, GradeButton, SessionView, SummaryView

if TYPE_CHECKING:
    from flashcards.services.library import Library


Spot = tuple[Day, Line]
"""Where a sitting stood: the study day its line was made for, and the line."""


@dataclass(frozen=True, slots=True)
class Step:
    """What an action gives back: the screen to show, and what else changed."""

    view: SessionView
    changes: Changes


class Session:
    """One sitting. Everything it does is in the log before it returns."""

    def __init__(self, library: "Library") -> None:
        self._library = library
        self._history = History()
        self._spots: dict[EventKey, tuple[Spot, Spot]] = {}
        self._pace = pace_ms(library.recent_durations())
        self._line = Line(())
        self.restart()

    def restart(self) -> None:
        """Gather what is left to do today; undo still reaches back."""
        library = self._library
        self._day = library.today()
        schedules = library.schedules.on(self._day)
        queue = build(library.catalogue, schedules, self._day, library.settings.limits)
        self._line = Line(queue.order, queue.drills)

    def view(self) -> SessionView:
        """Say what the screen shows now."""
        library, line = self._library, self._line
        return SessionView(
            card=self._card(line.current),
            upcoming=self._card(line.upcoming),
            buttons=self._buttons(line.current),
            done=self._answers(),
            left=len(line),
            minutes_left=minutes_for(len(line), self._pace),
            drilling=line.current is not None
            and library.schedule_of(line.current).drilled_on(self._day),
            undo=self._undo_text(),
            redo=self._redo_text(),
        )

    def answer(
        self, grade: Grade, duration_ms: int, parts: int = 0, missed: tuple[str, ...] = ()
    ) -> Step:
        """Grade the current card, with what was marked of its steps. Durable when it returns."""
        card = self._current()
        line = answered(self._line, grade)
        return self._act(Reviewed(card, grade, max(0, duration_ms), parts, missed), line)

    def bury(self) -> Step:
        """Put the current card off until tomorrow."""
        card = self._current()
        return self._act(Buried(card), without(self._line, card))

    def suspend(self) -> Step:
        """Ask the current card no more, until it is resumed."""
        card = self._current()
        return self._act(Suspended(card), without(self._line, card))

    def flag(self) -> Step:
        """Mark the current card, or take the mark away."""
        card = self._current()
        flagged = self._library.schedule_of(card).flagged
        return self._act(Unflagged(card) if flagged else Flagged(card), self._line)

    def undo(self) -> Step:
        """Take the last action back, and show its card again; nothing where there is none."""
        step = undo_step(self._history)
        if step is None:
            return Step(self.view(), Changes())
        action, fact = step
        card = _card_of(action.fact)
        written = self._library.take_back(card, fact)
        self._history = undid(self._history, written.key)
        self._stand(self._spots[action.key][0])
        return Step(self.view(), Changes(frozenset({card})))

    def redo(self) -> Step:
        """Bring back what was taken back last; nothing where there is none."""
        step = redo_step(self._history)
        if step is None:
            return Step(self.view(), Changes())
        action, fact = step
        card = _card_of(action.fact)
        self._library.take_back(card, fact)
        self._history = redid(self._history)
        self._stand(self._spots[action.key][1])
        return Step(self.view(), Changes(frozenset({card})))

    def refresh(self) -> SessionView:
        """After decks were read again: cards that are gone leave the line."""
        self._line = self._present(self._line)
        return self.view()

    def summary(self) -> SummaryView:
        """Say what the sitting came to."""
        reviews = [event.fact for event in self._history.done if isinstance(event.fact, Reviewed)]
        grades = [review.grade for review in reviews]
        touched = {self._library.schedule_of(review.card) for review in reviews}
        tomorrow = day_plan(self._library, Day(self._library.today() + 1))
        return SummaryView(
            answers=len(reviews),
            minutes=-(-sum(review.duration_ms for review in reviews) // 60_000),
            learned=sum(schedule.first_day == self._day for schedule in touched),
            recalled=sum(grade.recalled for grade in grades),
            graded=tuple((grade.label, grades.count(grade)) for grade in Grade if grade in grades),
            tomorrow_due=tomorrow.due,
            tomorrow_new=tomorrow.new,
            tomorrow_minutes=tomorrow.minutes,
            left_today=len(self._line),
            undo=self._undo_text(),
        )

    def _act(self, fact: CardFact, line: Line) -> Step:
        """Write the fact, then move the line."""
        event = self._library.record(fact, self._library.now())
        self._history = acted(self._history, event)
        self._spots[event.key] = ((self._day, self._line), (self._day, line))
        self._stand((self._day, line))
        return Step(self.view(), Changes(frozenset({fact.card})))

    def _stand(self, spot: Spot) -> None:
        """Go on from a spot; when its line has ended and another day has begun, with that day."""
        self._day, line = spot
        self._line = self._present(line)
        if self._library.today() != self._day and self._line.current is None:
            self.restart()

    def _present(self, line: Line) -> Line:
        """Leave out the cards that are in no deck any more."""
        known = self._library.catalogue
        return Line(
            tuple(card for card in line.waiting if card in known),
            tuple(card for card in line.drills if card in known),
        )

    def _current(self) -> CardId:
        card = self._line.current
        assert card is not None, "the page acts only while a card is shown"
        return card

    def _answers(self) -> int:
        return sum(isinstance(event.fact, Reviewed) for event in self._history.done)

    def _buttons(self, card: CardId | None) -> tuple[GradeButton, ...]:
        """Foresee every grade. On the full scale the keys are the grades themselves."""
        if card is None:
            return ()
        offered = self._library.settings.buttons
        keys = range(len(offered)) if len(offered) == len(Grade) else range(1, len(offered) + 1)
        schedule, now = self._library.schedule_of(card), self._library.now()
        pairs = zip(offered, keys, strict=True)
        return tuple(self._button(schedule, now, *pair) for pair in pairs)

    def _button(self, schedule: Schedule, now: Moment, grade: Grade, key: int) -> GradeButton:
        library = self._library
        reviewed, rollover = Reviewed(schedule.card, grade), library.settings.rollover_hour
        then = after(schedule, now, reviewed, library.scheduler, rollover)
        if then.repetitions == schedule.repetitions and then.due == schedule.due:
            interval = "done for today" if grade.settled else "again today"
        else:
            interval = days_text(then.interval)
        return GradeButton(grade, str(key), grade.label, interval, not grade.settled)

    def _card(self, card: CardId | None) -> CardView | None:
        found = self._library.card(card) if card else None
        if found is None:
            return None
        schedule = self._library.schedule_of(found.id)
        return replace(_view_of(found), flagged=schedule.flagged, is_new=schedule.is_new)

    def _undo_text(self) -> str:
        step = undo_step(self._history)
        return f"Undo {self._deed(step[0].fact)}" if step else ""

    def _redo_text(self) -> str:
        step = redo_step(self._history)
        return f"Redo {self._deed(step[0].fact)}" if step else ""

    def _deed(self, fact: object) -> str:
        """Name an action and its card."""
        card = self._library.card(_card_of(fact))
        prompt = card.faces.prompt if card else _card_of(fact)
        deed = fact.grade.label if isinstance(fact, Reviewed) else _DEEDS[type(fact)]
        return f"{deed} on “{prompt}”"


_DEEDS: dict[type, str] = {
    Buried: "bury",
    Suspended: "suspend",
    Resumed: "resume",
    Flagged: "flag",
    Unflagged: "unflag",
}


def _card_of(fact: object) -> CardId:
    """Name the card a session's action is about."""
    assert isinstance(fact, CardFact), "a session acts on cards only"
    return fact.card


def _view_of(card: Card) -> CardView:
    """Lay a card out for the screen."""
    note = card.note
    return CardView(
        id=card.id,
        front=card.faces.front,
        back=card.faces.back,
        prompt=card.faces.prompt,
        deck=note.deck_title or note.deck,
        section=note.section,
        topic=note.topic,
        kind=note.kind,
        source=note.source,
        verified=note.verified,
        filled=card.faces.filled,
        flagged=False,
        is_new=True,
        file=Path(note.file),
        line=note.span.line,
        parts=card.faces.parts,
        marked=card.faces.marked,
        minutes=card.faces.minutes,
        hint=card.faces.hint,
        context=card.faces.context,
        expected=card.faces.expected,
    )
