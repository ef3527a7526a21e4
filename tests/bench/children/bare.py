"""The baseline window: Qt, a text browser, one page of text; reports when it is painted."""

import sys
from time import monotonic

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QTextBrowser

PAGE = "<h1>Today</h1>" + "<p>Some text, <b>as long as a card</b>, in one paragraph.</p>" * 12


class Bare(QTextBrowser):
    """Calls ``show_report`` once the first frame is on the screen."""

    painted = False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  # Qt's override
        super().paintEvent(event)
        if not self.painted:
            self.painted = True
            QTimer.singleShot(0, report)


def report() -> None:
    """Say when, and how much memory the process takes."""
    painted = monotonic()
    from tests.bench.children.memory import proportional_mb  # after the moment that counts

    print(f'{{"painted": {painted}, "memory": {proportional_mb()}}}', flush=True)  # noqa: T201  # to the parent
    QApplication.quit()


def main() -> None:
    """Show the window until it is painted."""
    application = QApplication(sys.argv[:1])
    window = Bare()
    window.setHtml(PAGE)
    window.resize(1024, 700)
    window.show()
    application.exec()


if __name__ == "__main__":
    main()
