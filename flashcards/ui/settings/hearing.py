"""Hears of choices that were made elsewhere: in an editor, by a command, by another program."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from flashcards.domain.settings import Settings
from flashcards.domain.tongue import later, tr
from flashcards.services.changes import Changes
from flashcards.services.rescheduling import NAMES, change_to, settle
from flashcards.ui.deck_watch import DeckWatch
from flashcards.ui.settings.holding import hold
from flashcards.ui.settings.reschedule import Rescheduling

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flashcards.domain.problems import Problem
    from flashcards.services.rescheduling import Change
    from flashcards.ui.pages import Means

HEARD = later("Your settings were changed outside this window; they hold here, too.")
WRONG = later("Your settings, line {line}: {told}")
STAYS = later("The scheduler stays as it was; {file} says so again.")


class Hearing(QObject):
    """Lets them hold in this window at once.

    What this window itself has written says nothing new. A choice that schedules depend on is shown
    with all that it moves before it is gone by; who does not want it gets the old one back.
    """

    def __init__(self, means: "Means") -> None:
        super().__init__(means.shell)
        self._means, self._preferences = means, means.desk.preferences
        self._notice = means.shell.notice
        self._change = Rescheduling(means.shell, means.desk, means.tasks)
        self._asked: Sequence[str] = ()
        """The choices that are asked about."""
        self._change.done.connect(self._settle)
        self._change.left.connect(self._take_back)
        self._change.failed.connect(self._notice.warn_of)
        folder = Path(self._preferences.place).parent
        self._watch = DeckWatch((folder,), self._preferences.marks, self)
        self._watch.changed.connect(self.listen)
        self._watch.start(dict(self._preferences.marks()))
        means.shell.closing.connect(self._stop)
        self.listen()

    def _stop(self) -> None:
        self._watch.blockSignals(True)

    def listen(self) -> None:
        """Read the file, and go by what is new in it."""
        with self._notice.telling():
            self._listen()

    def _listen(self) -> None:
        preferences = self._preferences
        old, wrong = preferences.settings, preferences.problems
        new = preferences.heard()
        if new == old and preferences.problems == wrong:
            return
        change = change_to(self._means.desk.library, new)
        if change.moves and not self._is_foreseen(change):
            self._asked = [name for name in _differing(old, new) if name in NAMES]
            preferences.settings = replace(new, **_those(self._asked, old))
            self._change.begin(change)
        else:
            preferences.settings = new
        self._hold(_differing(old, preferences.settings), preferences.problems)

    def _is_foreseen(self, change: "Change") -> bool:
        """Whether its schedules are written already: by the command that shows them first."""
        with self._means.desk.second_log() as log:
            return log.touched(change.name) is not None

    def _hold(self, names: "Sequence[str]", problems: "Sequence[Problem]") -> None:
        if problems:
            line, told = problems[0].place.line, f"{problems[0].message} {problems[0].hint}"
            self._notice.warn(tr(WRONG, line=line, told=told))
        elif names:
            self._notice.tell(tr(HEARD))
        hold(self._means, names)

    def _settle(self, change: "Change") -> None:
        with self._notice.telling():
            settle(self._means.desk.library, self._preferences, change)
            self._notice.tell(tr(HEARD))
        self._means.bus.changed.emit(Changes(settings=True), self)

    def _take_back(self) -> None:
        """Let the file say again what holds."""
        with self._notice.telling():
            self._preferences.change(**_those(self._asked, self._preferences.settings))
            self._notice.tell(tr(STAYS, file=self._preferences.place))


def _those(names: "Sequence[str]", settings: Settings) -> dict[str, Any]:
    return {name: getattr(settings, name) for name in names}


def _differing(old: Settings, new: Settings) -> "Sequence[str]":
    return [name for name in Settings.__slots__ if getattr(old, name) != getattr(new, name)]
