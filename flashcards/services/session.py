"""The review session: which card is asked, what an answer does, undo and redo."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from flashcards.domain.clock import Day
from flashcards.domain.drill import Pick
from flashcards.domain.grade import Grade
from flashcards.domain.growing import Growing
from flashcards.domain.ids import CardId, NoteId, card_id, key_of, note_of
from flashcards.domain.in_words import in_words
from flashcards.domain.log.events import (
    Buried,
    CardFact,
    DueSet,
    Event,
    EventKey,
    Flagged,
    Reset,
    Reviewed,
    Suspended,
    Undone,
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
from flashcards.domain.note import Card
from flashcards.domain.queue.line import Line, answered, beginning_with, without
from flashcards.domain.queue.plan import minutes_for, pace_ms
from flashcards.domain.queue.scope import EVERYTHING, Drill, Scope, topic_scope
from flashcards.domain.scheduling.scheduler import Schedule
from flashcards.domain.tongue import tr
from flashcards.services.changes import Changes
from flashcards.services.previews import Previews, is_early
from flashcards.services.scope import queue_of
from flashcards.services.standing import ANONYMOUS
from flashcards.services.today import day_plan
from flashcards.services.undo_words import NOTHING, Ways, ways
from flashcards.services.views import CardView, SessionView, SummaryView, view_of

if TYPE_CHECKING:
    from flashcards.services.library import Library


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a sitting stood: what it was limited to, the study day of its line, and the line.

    ``reading`` counts the decks' readings: the line's cards are in those of that one. ``order`` is
    the line as it was read last, with the cards that are ``away``: in no deck, until it comes back.
    """

    scope: Scope
    day: Day
    line: Line
    reading: int = 0
    order: tuple[CardId, ...] = ()
    away: frozenset[CardId] = frozenset()
    begun: int = 0
    """How much the sitting had answered before it was limited so."""


@dataclass(frozen=True, slots=True)
class Step:
    """What an action gives back: the screen to show, and what else changed."""

    view: SessionView
    changes: Changes
    told: str = ""
    """What the person should know of what it did, as a sentence."""
    stays: bool = False
    """Whether the card on the screen is not asked anew: its answer stays in sight."""
    aside: bool = False
    """Whether it is taken back of what was done on Today, and so asks no card."""


class Session:
    """One sitting. Everything it does is in the log before it returns."""

    def __init__(self, library: "Library", scope: Scope = EVERYTHING) -> None:
        self._library = library
        self._previews = Previews(library)
        self._history, self._answered = History(), 0
        self._spots: dict[EventKey, tuple[Spot, Spot] | None] = {}
        self._pace = pace_ms(library.log.recent_durations())
        self._spot = Spot(scope, library.today(), Line(()))
        self._why: dict[CardId, str] = {}
        self._followed: dict[NoteId, NoteId] = {}
        self._instead = ""
        self._shown: Card | None = None
        self._known, self._reading = library.catalogue, 0
        self.restart(scope)

    @property
    def scope(self) -> Scope:
        """What the review is limited to."""
        return self._spot.scope

    @property
    def asked(self) -> CardId | None:
        """The card that is asked now."""
        return self._line.current

    @property
    def instead(self) -> str:
        """The prompt of the card that took the place of one which an edit did away with."""
        return self._instead

    @property
    def _line(self) -> Line:
        return self._spot.line

    def restart(self, scope: Scope = EVERYTHING, first: CardId | None = None) -> None:
        """Gather what is left to do today; undo still reaches back.

        ``first`` is asked first, where it is among it.

        Raises QueryError where the scope cannot be understood; the line stays as it is then.
        """
        if self._library.changed_elsewhere():
            self._library.catch_up()
        queue = queue_of(self._library, scope, self._pace)
        line = beginning_with(Line(queue.order, Growing(queue.drills)), first)
        self._spot = self._at(scope, line)
        self._previews = Previews(self._library)
        self._why = {}

    def drill(self, drill: Drill, picks: Sequence[Pick]) -> None:
        """Ask what was picked for a drill (``drilling.picks_for``); undo still reaches back."""
        about = topic_scope(drill.topic) if drill.topic else EVERYTHING
        scope, line = Scope(about.query, drill.minutes), Line(tuple(pick.card for pick in picks))
        self._spot = self._at(scope, line)
        self._previews = Previews(self._library)
        self._why = {pick.card: pick.why for pick in picks}

    def _at(self, scope: Scope, line: Line) -> Spot:
        """Begin a line; answers to another choice, or on another day, are not its progress."""
        before, today = self._spot, self._library.today()
        goes_on = (before.scope, before.day) == (scope, today)
        begun = before.begun if goes_on else self._answered
        return Spot(scope, today, line, self._read_now(), begun=begun)

    def view(self) -> SessionView:
        """Say what the screen shows now."""
        library, line = self._library, self._line
        self._shown = library.card(line.current) if line.current else None
        return SessionView(
            card=self._card(self._shown),
            buttons=self._previews.buttons(line.current) if line.current else (),
            done=max(0, self._answered - self._spot.begun),
            left=len(line),
            minutes_left=minutes_for(len(line), self._pace),
            drilling=line.current is not None
            and library.schedule_of(line.current).drilled_on(self._spot.day),
            undo=self._told(undo_step(self._history)).undo,
            redo=self._told(redo_step(self._history)).redo,
            why=self._why.get(line.current, "") if line.current else "",
        )

    def upcoming(self) -> CardView | None:
        """Give the card after this one, as far as can be told: to be made ready while one reads."""
        upcoming = self._line.upcoming
        return self._card(self._library.card(upcoming) if upcoming else None)

    def answer(
        self, grade: Grade, duration_ms: int, parts: int = 0, missed: tuple[str, ...] = ()
    ) -> Step:
        """Grade the current card, with what was marked of its steps. Durable when it returns."""
        card = self._current()
        line = answered(self._line, grade)
        shift = self._previews.shift(card, grade, self._library.now())
        early = is_early(self._library.schedule_of(card), self._library.today())
        duration = max(0, duration_ms)
        return self._act(Reviewed(card, grade, duration, parts, missed, shift, early), line)

    def bury(self) -> Step:
        """Put the current card off until tomorrow."""
        card = self._current()
        return self._act(Buried(card), without(self._line, card))

    def suspend(self) -> Step:
        """Ask the current card no more, until it is resumed."""
        card = self._current()
        return self._act(Suspended(card), without(self._line, card))

    def suspend_card(self, card: CardId) -> Step:
        """Ask a card no more that Today names; undo brings it back into whatever line is then."""
        step = self._act(Suspended(card), without(self._line, card))
        self._spots[self._history.done[-1].key] = None
        return step

    def reset(self) -> Step:
        """Learn the current card anew, from another day on: its answers count no longer."""
        card = self._current()
        return self._act(Reset(card), without(self._line, card))

    def set_due(self, day: Day) -> Step:
        """Ask the current card on a day of the person's choice; if that is today, it stays."""
        card = self._current()
        stays = day <= self._library.today()
        return self._act(DueSet(card, day), self._line if stays else without(self._line, card))

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
        written = self._take_back(action, fact)
        self._history = undid(self._history, written.key)
        self._answered -= isinstance(action.fact, Reviewed)
        spots = self._spots[action.key]
        return self._stood(action, spots and spots[0])

    def redo(self) -> Step:
        """Bring back what was taken back last; nothing where there is none."""
        step = redo_step(self._history)
        if step is None:
            return Step(self.view(), Changes())
        action, fact = step
        self._take_back(action, fact)
        self._history = redid(self._history)
        self._answered += isinstance(action.fact, Reviewed)
        spots = self._spots[action.key]
        return self._stood(action, spots and spots[1])

    def _take_back(self, action: Event, fact: Undone) -> Event:
        """Write an undo, and keep the days' loads true."""
        card = self._card_of(action.fact)
        before = self._library.schedule_of(card)
        written = self._library.take_back(card, fact)
        self._previews.moved(before, self._library.schedule_of(card))
        return written

    def _stood(self, action: Event, spot: Spot | None) -> Step:
        """Go on from where a sitting stood, or with a line gathered anew."""
        before = self._line
        if spot:
            self._stand(spot)
        else:
            self.restart(self.scope)
        return replace(self._step(action.fact, before), aside=spot is None)

    def _step(self, fact: object, before: Line, told: str = "") -> Step:
        """Tell what the screen shows after something was done, or taken back."""
        stays = self._line == before and not isinstance(fact, Reviewed)
        return Step(self.view(), Changes(frozenset({self._card_of(fact)})), told, stays)

    def refresh(self) -> SessionView:
        """After decks were read again: cards that are gone leave the line; renamed ones stay."""
        asked, self._instead = self._line.current, ""
        self._follow_named()
        self._spot = self._present(self._spot)
        if asked and self._now(asked) not in self._library.catalogue:
            self._ask_instead(asked)
        renamed = asked != self._line.current and asked and self._now(asked) == self._line.current
        return replace(self.view(), renamed=asked if renamed else None)

    def _follow_named(self) -> None:
        """Know notes that got ids before any answer by their questions: the log has nothing."""
        shown, there = self._shown, self._library.catalogue
        if shown is None or shown.id in there or self._now(shown.id) in there:
            return
        for entry in self._library.entries_in(shown.note.file):
            if entry.name:
                self._followed.setdefault(NoteId(f"{ANONYMOUS}{entry.fingerprint}"), entry.name)

    def _ask_instead(self, gone: CardId) -> None:
        """Where the person edited a note so that its card is gone, ask the note's first card."""
        note = self._followed.get(note_of(gone), note_of(gone))
        cards = self._library.catalogue if note in self._followed.values() else ()
        card = next((each for each in cards if note_of(each) == note), None)
        if card:
            found = self._library.card(card)
            self._instead = in_words(found.faces.prompt) if found else ""
            rest = without(self._line, card)
            line = Line((card, *rest.waiting), rest.drills)
            self._spot = replace(self._spot, line=line)

    def follow(self, note: NoteId, now: NoteId) -> None:
        """Know a note that the person has edited by its new name, where the log cannot tell it."""
        self._followed[note] = now

    def summary(self) -> SummaryView:
        """Say what the sitting came to."""
        reviews = [event.fact for event in self._history.done if isinstance(event.fact, Reviewed)]
        grades = [review.grade for review in reviews]
        library = self._library
        touched = {library.schedule_of(self._now(review.card)) for review in reviews}
        tomorrow = day_plan(library, Day(library.today() + 1))
        return SummaryView(
            answers=len(reviews),
            minutes=-(-sum(review.duration_ms for review in reviews) // 60_000),
            learned=sum(schedule.first_day == self._spot.day for schedule in touched),
            recalled=sum(grade.recalled for grade in grades),
            graded=tuple((grade.label, grades.count(grade)) for grade in Grade if grade in grades),
            tomorrow_due=tomorrow.due,
            tomorrow_new=tomorrow.new,
            tomorrow_minutes=tomorrow.minutes,
            left_today=len(self._line) if self.scope == EVERYTHING else day_plan(library).cards,
            chosen=self.scope != EVERYTHING and not len(self._line),
            waiting=len(self._line),
            undo=self._told(undo_step(self._history)).undo,
        )

    def _act(self, fact: CardFact, line: Line) -> Step:
        """Write the fact, then move the line."""
        before, stood = self._library.schedule_of(fact.card), self._spot
        event = self._library.record(fact, self._library.now())
        self._history = acted(self._history, event)
        self._answered += isinstance(fact, Reviewed)
        self._spot = then = replace(stood, line=line)
        self._spots[event.key] = (stood, then)
        self._previews.moved(before, self._library.schedule_of(fact.card))
        self._stand(then)
        told = self._leech_words(before, self._library.schedule_of(fact.card))
        return self._step(fact, stood.line, told)

    def _leech_words(self, before: Schedule, now: Schedule) -> str:
        """Tell that a card has become a leech, and again after half as many lapses."""
        often = self._library.settings.leech_lapses
        beyond = now.lapses - often
        if now.lapses == before.lapses or beyond < 0 or beyond % max(1, often // 2):
            return ""
        card = self._library.card(now.card)
        prompt = in_words(card.faces.prompt) if card else now.card
        return tr(
            "“{prompt}” was forgotten {lapses} times: a leech. Today helps to rewrite it.",
            prompt=prompt,
            lapses=now.lapses,
        )

    def _stand(self, spot: Spot) -> None:
        """Go on from a spot; when its line has ended and another day has begun, with that day."""
        self._spot = self._present(spot)
        if self._library.today() != spot.day and self._line.current is None:
            self.restart()

    def _present(self, spot: Spot) -> Spot:
        """Leave out the cards that are in no deck now, and call the others as they are called now.

        Those whose deck is back stand where they stood, but for the card that is being asked.
        """
        reading, line = self._read_now(), spot.line
        if reading == spot.reading:
            return spot
        waiting, drills = line.waiting, tuple(line.drills)
        kept = {*waiting, *drills, *spot.away}
        order = dict.fromkeys((*waiting[:1], *spot.order, *waiting, *drills))
        names = [self._now(card) for card in order if card in kept]
        repeated = {self._now(card) for card in drills}
        there = self._there(names)
        first = tuple(card for card in there if card not in repeated)
        again = tuple(self._there(drills))
        asks_again = again and not waiting
        now = Line((), Growing((*again, *first))) if asks_again else Line(first, Growing(again))
        return replace(
            spot,
            line=now,
            reading=reading,
            order=tuple(dict.fromkeys(names)),
            away=frozenset(names) - frozenset(there),
        )

    def _read_now(self) -> int:
        """Tell which reading of the decks this is; no card of a line is gone before the next."""
        if self._library.catalogue is not self._known:
            self._known, self._reading = self._library.catalogue, self._reading + 1
        return self._reading

    def _there(self, cards: Iterable[CardId]) -> dict[CardId, None]:
        catalogue = self._library.catalogue
        return dict.fromkeys(now for now in map(self._now, cards) if now in catalogue)

    def _now(self, card: CardId) -> CardId:
        """Tell what a card is called since decks were read again."""
        found = self._library.renamed(card)
        followed = self._followed.get(note_of(found))
        is_gone = found not in self._library.catalogue
        return card_id(followed, key_of(found)) if followed and is_gone else found

    def _current(self) -> CardId:
        card = self._line.current
        assert card is not None, "the page acts only while a card is shown"
        return card

    def _card(self, card: Card | None) -> CardView | None:
        if card is None:
            return None
        schedule = self._library.schedule_of(card.id)
        return replace(view_of(card), flagged=schedule.flagged, is_new=schedule.is_new)

    @property
    def undone(self) -> str:
        """Say what will have been taken back; empty where there is nothing."""
        return self._told(undo_step(self._history)).undone

    @property
    def redone(self) -> str:
        """Say what will have been brought back; empty where there is nothing."""
        return self._told(redo_step(self._history)).redone

    def _told(self, step: "tuple[Event, object] | None") -> Ways:
        """Say what a step of undo or redo is about; nothing where there is none."""
        if step is None:
            return NOTHING
        name = self._card_of(step[0].fact)
        card = self._library.card(name)
        return ways(step[0].fact, in_words(card.faces.prompt) if card else name)

    def _card_of(self, fact: object) -> CardId:
        """Name the card a session's action is about."""
        assert isinstance(fact, CardFact), "a session acts on cards only"
        return self._now(fact.card)
