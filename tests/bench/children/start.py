"""Start the program and report its first frame, and the first that shows the day's numbers.

Arguments: data folder, deck folder, "close" (close in order once all is loaded) or "kill".
"""

import tests.bench.children.as_program  # noqa: F401  # before Qt is imported by others

# isort: split
import json
import sys
from functools import partial
from time import monotonic

from PySide6.QtCore import QEvent, QObject, QTimer

from flashcards.ui.application import Program
from tests.bench.children.memory import proportional_mb
from tests.bench.children.program import die, run_watched


class StartWatch(QObject):
    """Sees the paint events of Today's first figure."""

    def __init__(self, program: Program, ending: str) -> None:
        super().__init__(program)
        self._program, self._ending = program, ending
        self._times: dict[str, float] = {}
        self._ready = self._shows_number = False
        self._figure = program.conductor.today._figures[0]  # to search takes 8 ms, which are ours
        self._figure.installEventFilter(self)
        program.shell.painted.connect(partial(self._note, "first"))
        program.conductor.ready.connect(self._loaded)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's override
        """A paint event with a number: the frame is on the screen when it has been handled."""
        is_number = self._figure.accessibleName()[:1].isdigit()
        if event.type() == QEvent.Type.Paint and is_number and not self._shows_number:
            self._shows_number = True
            if "first" in self._times:
                QTimer.singleShot(0, partial(self._note, "numbers"))
        return False

    def _note(self, name: str) -> None:
        self._times.setdefault(name, monotonic())
        if name == "first" and self._shows_number:  # they stand in the first frame
            self._times["numbers"] = self._times["first"]
        self._end()

    def _loaded(self) -> None:
        self._ready = True
        self._times["ready"] = monotonic()
        self._end()

    def _end(self) -> None:
        """Report once all moments are known."""
        if self._ready and len(self._times) == 3:
            self._ready = False
            self._figure.removeEventFilter(self)  # Qt would ask it once more while all ends
            report = self._times | {"memory": proportional_mb()}
            print(json.dumps(report), flush=True)  # noqa: T201  # to the parent
            if self._ending == "kill":
                die()
            QTimer.singleShot(0, self._program.shell.close)  # once what follows has been begun


def main() -> None:
    """Open, report, end."""
    data, decks, ending = sys.argv[1:]
    run_watched(data, decks, lambda program: StartWatch(program, ending))


if __name__ == "__main__":
    main()
