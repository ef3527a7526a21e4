"""Reads the log's account in the background, once Today is shown, and anew where it must be."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from flashcards.services.insight import Insight, read_log

if TYPE_CHECKING:
    from flashcards.domain.drill import Pick
    from flashcards.domain.ids import CardId
    from flashcards.domain.queue.scope import Drill
    from flashcards.services.desk import Desk
    from flashcards.services.glimpse import WeakView
    from flashcards.services.insight import Reading, Source
    from flashcards.services.memory import MemoryView
    from flashcards.ui.tasks import Tasks


class Learning(QObject):
    """``ready`` is announced whenever the account is there; ``failed`` carries why it is not."""

    ready = Signal()
    failed = Signal(object)

    def __init__(self, tasks: "Tasks", desk: "Desk", foreseen: "WeakView | None") -> None:
        super().__init__()
        self._tasks, self._desk = tasks, desk
        self.insight = Insight(desk.library)
        self._shown = foreseen
        self._reads, self._is_wanted = False, True

    def weak(self) -> "WeakView | None":
        """Give the weakest topics; while the log is being read, the last ones known."""
        from flashcards.services.glimpse import weak_view  # not before the first paint

        if self.is_known():
            self._shown = weak_view(self._desk.library, self.insight)
        return self._shown

    def is_known(self) -> bool:
        """Whether the account is there; where it is not, it is being read from now on."""
        if self.insight.account() is not None:
            return True
        self._read()
        return False

    def picks(self, drill: "Drill") -> "list[Pick] | None":
        """Choose the cards of a drill; None while the log is being read."""
        from flashcards.services.drilling import picks_for  # when somebody drills

        return picks_for(self._desk.library, self.insight, drill) if self.is_known() else None

    def memory(self, card: "CardId") -> "MemoryView | None":
        """Follow how well a card is remembered; None while the log is being read."""
        from flashcards.services.memory import memory_view  # when somebody looks at a card

        return memory_view(self._desk.library, self.insight, card) if self.is_known() else None

    def stop(self) -> None:
        """Read no further: the window is being closed."""
        self._is_wanted = False

    def _read(self) -> None:
        """Read the log in the background, unless that is being done."""
        if self._reads:
            return
        self._reads = True
        source = self.insight.source()
        self._tasks.run(
            lambda: self._reading(source), lambda found: self._take(source, found), self._fail
        )

    def _reading(self, source: "Source") -> "Reading | None":
        with self._desk.second_log() as log:
            return read_log(source, log, self._desk.kept, lambda: self._is_wanted)

    def _take(self, source: "Source", reading: "Reading | None") -> None:
        self._reads = False
        if reading:
            self.insight.take(source, reading)
            self.ready.emit()

    def _fail(self, error: Exception) -> None:
        self._reads = False
        self.failed.emit(error)
