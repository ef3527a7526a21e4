"""A Review page on the screen, and what it asked for."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from flashcards.render.formula_cache import FormulaCache
from flashcards.services.desk import Desk
from flashcards.services.session import Session
from flashcards.services.views import SessionView
from flashcards.ui.cards.card_view import CardView
from flashcards.ui.review.grade_bar import GradeBar
from flashcards.ui.review.page import GUARD_MS, ReviewPage
from flashcards.ui.theme.files import load_theme
from flashcards.ui.widgets.trail import Trail
from tests.ui.conftest import OpenDeck
from tests.ui.screen import buttons, described, press, show
from tests.ui.stage import deck_of


class Reviewing:
    """A page on the screen, with what it asked for."""

    def __init__(self, page: ReviewPage, session: Session, desk: Desk) -> None:
        self.page, self.session, self.desk = page, session, desk
        self.grades: list[int] = []
        self.marks: list[object] = []
        self.wanted: list[str] = []
        page.grade_wanted.connect(self._graded)
        page.wanted.connect(self.wanted.append)

    def _graded(self, grade: int, _duration_ms: int, marks: object) -> None:
        self.grades.append(grade)
        self.marks.append(marks)

    def press(self, *keys: str) -> None:
        press(self.page, *keys)

    def press_calmly(self, *keys: str) -> None:
        """Press keys as a person does who reads what each of them shows."""
        for key in keys:
            QTest.qWait(GUARD_MS + 10)
            press(self.page, key)

    def show_card(self, **facts: object) -> None:
        """Ask the first card again, with other faces."""
        self.page.show_view(self._view(facts))

    def refresh_card(self, **facts: object) -> None:
        """Read the first card again, with other faces."""
        self.page.refresh_view(self._view(facts))

    def _view(self, facts: dict[str, Any]) -> SessionView:
        view = self.session.view()
        assert view.card is not None
        return replace(view, card=replace(view.card, **facts))

    @property
    def card(self) -> str:
        return described(self.page.findChildren(CardView)[0]).replace("\u00a0", " ")

    @property
    def note(self) -> str:
        """What stands above the buttons."""
        (bar,) = self.page.findChildren(GradeBar)
        (note,) = bar.findChildren(Trail)
        return note.text()

    @property
    def buttons(self) -> list[str]:
        """The buttons below the card."""
        (bar,) = self.page.findChildren(GradeBar)
        return [made.text() for made in buttons(bar)]

    @property
    def revealed(self) -> bool:
        return "Answer" in self.card


Begin = Callable[..., Reviewing]


@pytest.fixture
def reviewing(qtbot: QtBot, open_deck: OpenDeck) -> Begin:
    def begin(settings: str = "", text: str = deck_of(3)) -> Reviewing:
        desk = open_deck(text, settings)
        session = Session(desk.library)
        page = ReviewPage(FormulaCache(None), load_theme(False)[0])
        qtbot.addWidget(page)
        show(qtbot, page)
        page.show_view(session.view())
        return Reviewing(page, session, desk)

    return begin
