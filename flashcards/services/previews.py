"""What each grade would do to a card, before it is given; and what it does then."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from flashcards.domain.clock import Day, Moment, study_day
from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId
from flashcards.domain.log.events import Reviewed
from flashcards.domain.log.replay import after
from flashcards.domain.scheduling.fuzz import shift_by_chance, shift_by_load
from flashcards.domain.scheduling.scheduler import Schedule
from flashcards.domain.spoken import days_text
from flashcards.domain.tongue import tr
from flashcards.services.views import GradeButton

if TYPE_CHECKING:
    from flashcards.services.library import Library

FAR = 4_000
"""So many days ahead the days' loads are known; beyond, chance alone decides."""


def is_early(schedule: Schedule, day: Day) -> bool:
    """Whether a card is asked before it is due: a drill does so, and leaves its schedule alone."""
    return schedule.due is not None and schedule.due > day and not schedule.drilled_on(day)


class Previews:
    """Foresees grades for one sitting, with the same few days' play that the answer will get."""

    def __init__(self, library: "Library") -> None:
        self._library = library
        self._loads: dict[Day, int] | None = None
        self._known = library.schedules  # another scheduler makes others

    def buttons(self, card: CardId) -> tuple[GradeButton, ...]:
        """Foresee every grade. On the full scale the keys are the grades themselves."""
        offered = self._library.settings.buttons
        keys = range(len(offered)) if len(offered) == len(Grade) else range(1, len(offered) + 1)
        schedule, now = self._library.schedule_of(card), self._library.now()
        pairs = zip(offered, keys, strict=True)
        return _explained([self._button(schedule, now, *pair) for pair in pairs])

    def shift(self, card: CardId, grade: Grade, now: Moment) -> int:
        """Tell by how many days the due day is moved, when the card is graded so."""
        settings, schedule = self._library.settings, self._library.schedule_of(card)
        day = study_day(now, settings.rollover_hour)
        if not settings.fuzz or schedule.drilled_on(day) or is_early(schedule, day):
            return 0
        then = self._after(schedule, now, Reviewed(card, grade))
        if not settings.load_balance:
            return shift_by_chance(then.interval, card, then.repetitions)
        loads = self._known_loads(day)
        return shift_by_load(
            then.interval, card, then.repetitions, day, lambda due: loads.get(due, 0)
        )

    def moved(self, before: Schedule, now: Schedule) -> None:
        """Keep the days' loads true after a step."""
        if self._loads is None:
            return
        for schedule, step in ((before, -1), (now, 1)):
            if schedule.due is not None:
                self._loads[schedule.due] = self._loads.get(schedule.due, 0) + step

    def _known_loads(self, day: Day) -> dict[Day, int]:
        if self._loads is None or self._known is not self._library.schedules:
            self._known = self._library.schedules
            self._loads = self._library.log.due_on(day, Day(day + FAR))
        return self._loads

    def _button(
        self, schedule: Schedule, now: Moment, grade: Grade, key: int
    ) -> tuple[GradeButton, Schedule]:
        shift = self.shift(schedule.card, grade, now)
        early = is_early(schedule, study_day(now, self._library.settings.rollover_hour))
        then = self._after(schedule, now, Reviewed(schedule.card, grade, shift=shift, early=early))
        stays = not early and then.repetitions == schedule.repetitions and then.due == schedule.due
        if early:
            interval = tr("still {days}", days=days_text(self._days(then, now)))
        elif stays:
            interval = tr("done for today") if grade.settled else tr("again today")
        else:
            interval = days_text(self._days(then, now))
        repeated = not grade.settled
        return GradeButton(grade, str(key), grade.label, interval, repeated, not stays), then

    def _days(self, then: Schedule, now: Moment) -> int:
        """Count the days until a card is due."""
        assert then.due is not None, "an answer leaves a due day behind"
        return then.due - study_day(now, self._library.settings.rollover_hour)

    def _after(self, schedule: Schedule, now: Moment, fact: Reviewed) -> Schedule:
        library = self._library
        return after(schedule, now, fact, library.scheduler, library.settings.rollover_hour)


def _explained(pairs: "Sequence[tuple[GradeButton, Schedule]]") -> tuple[GradeButton, ...]:
    """Say what a grade is good for that gives the interval of the one before it."""
    made = [button for button, _ in pairs]
    for place, ((button, after_it), (lower, then)) in enumerate(pairwise(reversed(pairs))):
        if button.interval == lower.interval and after_it.ease > then.ease and not lower.repeated:
            why = tr("The interval is the same this time; later ones grow faster.")
            made[-1 - place] = replace(button, why=why)
    return tuple(made)
