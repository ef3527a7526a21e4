"""Another theme or zoom: nothing is parsed again, and no frame shows half of each."""

from time import process_time

import pytest
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication

from flashcards.render import faces
from flashcards.ui.cards.card_view import CardView
from flashcards.ui.cards.document import CardDocument
from flashcards.ui.cards.fragments import blocks
from tests.ui.stage import Stage

DECK = r"""
## What is $\sigma(z)$? {#sigmoid}
$$\sigma(z) = \frac{1}{1 + e^{-z}}$$

| a | $b$ |
|---|-----|
| 1 | 2   |

```python
def sigmoid(z): return 1 / (1 + exp(-z))
```
"""


def revealed(stage: Stage) -> CardView:
    stage.write_deck(DECK)
    (stage.data / "settings.toml").write_text('theme = "light"', "utf-8")
    stage.open()
    stage.press("Return", "Space")
    return stage.page.findChildren(CardView)[0]


def shown(view: CardView) -> CardDocument:
    document = view.document()
    assert isinstance(document, CardDocument)
    return document


def test_nothing_is_parsed_again(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    view = revealed(stage)
    parsed: list[str] = []
    monkeypatch.setattr(faces, "convert", parsed.append)
    words = view.accessibleDescription()
    for key in ("Ctrl+T", "Ctrl++", "Ctrl+T", "Ctrl+-", "Ctrl+0", "Ctrl+T"):
        stage.press(key)
        assert view.accessibleDescription() == words
    assert parsed == []


def test_no_frame_shows_half_of_each(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    frames: list[tuple[str, str]] = []
    paint = CardView.paintEvent

    def watched(self: CardView, event: QPaintEvent) -> None:
        ground = self.palette().color(QPalette.ColorRole.Text).name()
        if isinstance(document := self.document(), CardDocument):
            frames.append((document.theme.colours.text, ground))
        paint(self, event)

    monkeypatch.setattr(CardView, "paintEvent", watched)
    view = revealed(stage)
    for _ in range(3):
        stage.press("Ctrl+T")
        QApplication.processEvents()
    assert len({text for text, _ in frames}) == 2
    assert [frame for frame in frames if frame[0] != frame[1]] == []
    assert shown(view).theme == stage.program.look.theme  # type: ignore[union-attr]  # it is open


def test_a_switch_is_done_before_the_eye_sees_it_begin(stage: Stage) -> None:
    revealed(stage)
    assert stage.program is not None
    times = []
    for choice in ("dark", "light") * 4:  # the best of them: other programs hold the processors
        start = process_time()
        stage.program.look.choose(choice)
        QApplication.processEvents()
        times.append(process_time() - start)
    assert min(times) < 0.1  # a fiftieth of a second where nothing else runs


@pytest.mark.parametrize("zoom", [1.0, 1.5, 2.0])
def test_nothing_is_cut_off_when_enlarged(stage: Stage, zoom: float) -> None:
    view = revealed(stage)
    assert stage.program is not None
    stage.program.look.set_zoom(zoom)
    QApplication.processEvents()
    document = shown(view)
    right = document.textWidth() - document.documentMargin()
    assert document.textWidth() <= view.viewport().width()
    layout = document.documentLayout()
    wide = [box.rect for box in document.wide]
    for block in blocks(document):
        rect = layout.blockBoundingRect(block)
        seen = rect.right() <= right + 1 or any(box.contains(rect.topLeft()) for box in wide)
        assert seen or not block.text()  # Qt leaves an empty line beside a table
    below = document.size().height() - view.viewport().height()
    assert view.verticalScrollBar().maximum() >= below - 1
