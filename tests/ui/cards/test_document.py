"""A card's text as a document: its words, boxes, rules and images."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QColor, QImage, QTextDocument
from pytestqt.qtbot import QtBot

from flashcards.render.faces import render
from flashcards.ui.cards.boxes import box_rect
from flashcards.ui.cards.document import front_document
from flashcards.ui.cards.markup import Box
from flashcards.ui.theme.files import load_theme
from tests.render.stub import Boxes
from tests.ui.cards.builders import document_of

IMAGE = QTextDocument.ResourceType.ImageResource.value
EVERYTHING = """
Text $x$ and `code`.

- item
  ```python
  x = 1
  ```

> quoted $$y$$

| a | b |
|---|---|
| $z$ | 2 |

---

The end.
"""


def picture(path: Path, width: int) -> Path:
    image = QImage(width, 10, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    image.save(str(path))
    return path


def test_its_words_are_the_markdown_that_was_written(qtbot: QtBot) -> None:
    assert document_of("a $x^2$ b", "so\n$$y$$").words == "a $x^2$ b\nso\n$$y$$"


def test_cells_are_divided_by_tabs(qtbot: QtBot) -> None:
    assert document_of("| a | b |\n|---|---|\n| $c$ | d |").words == "a\tb\n$c$\td"


def test_formulas_of_both_faces_find_their_own(qtbot: QtBot) -> None:
    assert document_of("$a$ $b$", "$c$").words == "$a$ $b$\n$c$"


def test_every_box_and_rule_is_known(qtbot: QtBot) -> None:
    document = document_of(EVERYTHING, "answer")
    assert [box for _, box in document.boxes] == [Box.CODE, Box.QUOTE, Box.TABLE]
    assert len(document.rules) == 2
    assert document.answer_rule == document.rules[1]


def test_a_question_alone_has_no_answer(qtbot: QtBot) -> None:
    assert document_of("a").answer_top is None
    assert (document_of("a", "b").answer_top or 0) > 0


@pytest.mark.parametrize("width", [300, 600])
def test_boxes_stay_in_the_column_and_hold_their_text(qtbot: QtBot, width: int) -> None:
    document = document_of(EVERYTHING)
    document.lay_out(width)
    for table, _ in document.boxes:
        rect = box_rect(document, table)
        inside = document.documentLayout().blockBoundingRect(
            table.cellAt(0, 0).firstCursorPosition().block()
        )
        assert 0 <= rect.left() < rect.right() <= width
        assert rect.contains(inside.topLeft())
        assert rect.contains(inside.bottomRight())


def test_a_box_below_an_item_is_indented_with_it(qtbot: QtBot) -> None:
    document = document_of("- a\n  ```\n  x\n  ```\n\n```\ny\n```")
    document.lay_out(500)
    inner, outer = (box_rect(document, table).left() for table, _ in document.boxes)
    assert inner > outer


def gap_below_the_first_line(markdown: str) -> float:
    document = document_of(markdown)
    document.lay_out(500)
    first, second = (
        document.documentLayout().blockBoundingRect(document.findBlockByNumber(number))
        for number in (0, 1)
    )
    return second.top() - first.bottom()


def test_prompts_and_lists_are_set_apart_from_what_follows(qtbot: QtBot) -> None:
    entries, paragraphs, list_end, prompt = map(
        gap_below_the_first_line, ("- x\n- x", "x\n\nx", "- x\n\nx", "## x\n\nx")
    )
    assert entries < paragraphs < list_end < prompt


def test_a_picture_of_its_own_is_centred(qtbot: QtBot, tmp_path: Path) -> None:
    picture(tmp_path / "a.png", 100)
    alone, in_text = (document_of(text, None, tmp_path) for text in ("![](a.png)", "x ![](a.png)"))
    assert alone.begin().blockFormat().alignment() == Qt.AlignmentFlag.AlignCenter
    assert in_text.begin().blockFormat().alignment() != Qt.AlignmentFlag.AlignCenter


def test_an_image_of_the_folder_is_shown_and_fits_the_column(qtbot: QtBot, tmp_path: Path) -> None:
    picture(tmp_path / "a b.png", 900)
    document = document_of("![cat](a%20b.png)", None, tmp_path)
    for width, shown in ((400, 392), (2000, 900), (400, 392)):
        document.lay_out(width)
        format = document.begin().begin().fragment().charFormat().toImageFormat()
        assert format.width() == shown


@pytest.mark.parametrize("name", ["../out.png", "none.png", "http://e.org/a.png", "notes.txt", ""])
def test_another_image_is_words_and_an_empty_picture(
    qtbot: QtBot, tmp_path: Path, name: str
) -> None:
    picture(tmp_path / "out.png", 10)
    folder = tmp_path / "deck"
    folder.mkdir()
    (folder / "notes.txt").write_text("no picture")
    document = document_of(f"![a cat]({name})", None, folder)
    resource = document.loadResource(IMAGE, QUrl(name))
    assert isinstance(resource, QImage)
    assert resource.width() == 1
    assert "a cat" in document.words


def test_a_link_out_of_the_folder_is_refused(qtbot: QtBot, tmp_path: Path) -> None:
    picture(tmp_path / "out.png", 10)
    folder = tmp_path / "deck"
    folder.mkdir()
    (folder / "in.png").symlink_to(tmp_path / "out.png")
    assert "no such image" in document_of("![a](in.png)", None, folder).words


def test_zoom_makes_text_and_boxes_larger(qtbot: QtBot) -> None:
    theme = load_theme(True)[0]
    text = render(EVERYTHING, Boxes())
    small, large = (front_document(text, theme, zoom) for zoom in (1.0, 2.0))
    for document in (small, large):
        document.lay_out(600)
    assert large.size().height() > 1.7 * small.size().height()
    assert large.column_width() > 1.9 * small.column_width()


@pytest.mark.parametrize("text", ["", "\n", "```", "|", "> ", "- ", "$$", "\ue012\ue013 x"])
def test_odd_texts_have_documents(qtbot: QtBot, text: str) -> None:
    document = document_of(text, text)
    document.lay_out(300)
    assert len(document.rules) == 1
