"""What a card says as more and more of it is shown."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from flashcards.domain.ids import CardId
from flashcards.domain.note import Part
from flashcards.domain.reveal import Reveal
from flashcards.render.formula_cache import FormulaCache
from flashcards.services.session import Session
from flashcards.services.views import CardView as CardFacts
from flashcards.ui.cards.card_view import CardView
from flashcards.ui.review.documents import CardDocuments, Face
from flashcards.ui.theme.files import load_theme
from tests.ui.conftest import OpenDeck

SHOWN = Face(Reveal().onward())
STEPS = (Part("split", "Split", "By $t$."), Part("fit", "Fit", "On **all** but $n$."))


@pytest.fixture
def documents(qtbot: QtBot) -> CardDocuments:
    view = CardView()
    qtbot.addWidget(view)
    return CardDocuments(view, FormulaCache(None), load_theme(False)[0])


def card_of(open_deck: OpenDeck, text: str) -> CardFacts:
    card = Session(open_deck(text).library).view().card
    assert card is not None
    return card


def facts(front: str = "## Q\n", back: str = "A") -> CardFacts:
    return CardFacts(
        CardId("q"), front, back, "Q", "deck", "", "t", "basic", "", verified=True, filled=False,
        flagged=False, is_new=True, file=Path("deck.md"), line=1,
    )  # fmt: skip


def test_a_filled_text_stands_in_the_place_of_its_gap(
    documents: CardDocuments, open_deck: OpenDeck
) -> None:
    card = card_of(open_deck, '## Norms {.cloze source="a book"}\nElastic net adds {{L1}}.\n')
    assert documents.shown(card, Face()).words == "Norms\nElastic net adds […]."
    shown = documents.shown(card, SHOWN)
    assert shown.words == "Norms\nElastic net adds L1.\nSource: a book"
    assert shown.answer_top is None


def test_a_source_stands_below_the_answer_as_it_is_written(
    documents: CardDocuments, open_deck: OpenDeck
) -> None:
    card = card_of(open_deck, '## Q {source="A *great* paper <1>"}\nA\n')
    assert documents.shown(card, SHOWN).words == "Q\nA\nSource: A *great* paper <1>"


def test_steps_come_one_by_one_with_their_marks_and_the_source_last(
    documents: CardDocuments,
) -> None:
    card = replace(facts(), parts=STEPS, marked=True, source="a book")
    reveal = Reveal(STEPS, marked=True)
    told = []
    for state in (reveal, reveal.onward(), reveal.onward().mark(hit=True)):
        told.append(documents.shown(card, Face(state)).words)
    assert told[0] == "Q"
    assert told[1] == "Q\nSplit\nBy $t$."
    shown = "Q Split ✓ known By $t$. Fit On all but $n$. Source: a book"
    assert " ".join(told[2].split()) == shown
    missed = documents.shown(card, Face(reveal.onward().mark(hit=False))).words
    assert "✗ missed" in missed


def test_the_newest_part_is_known_but_not_the_first_nor_all_at_once(
    documents: CardDocuments,
) -> None:
    card = replace(facts(), parts=STEPS)
    first, second = Reveal(STEPS).onward(), Reveal(STEPS).onward().onward()
    assert documents.shown(card, Face(first)).newest_top is None
    shown = documents.shown(card, Face(second))
    assert shown.newest_top is not None
    assert shown.answer_top is not None
    assert shown.newest_top > shown.answer_top
    assert documents.shown(card, Face(Reveal(STEPS).whole())).newest_top is None


def test_context_stands_below_the_prompt_on_both_sides(documents: CardDocuments) -> None:
    card = replace(facts("## Q\n\nMore.\n"), context="KDD 2018, [paper](https://example.org)")
    assert documents.shown(card, Face()).words == "Q\nKDD 2018, paper\nMore."
    assert documents.shown(card, SHOWN).words == "Q\nKDD 2018, paper\nMore.\nA"
    bare = replace(card, front="No heading.\n")
    assert documents.shown(bare, Face()).words == "No heading.\nKDD 2018, paper"


def test_a_hint_stands_below_the_question(documents: CardDocuments) -> None:
    card = replace(facts(), hint="Think of $x$.\n\nThen again.")
    assert documents.shown(card, Face()).words == "Q"
    hinted = documents.shown(card, Face(hinted=True)).words
    assert hinted == "Q\nHint\nThink of $x$.\nThen again."
    shown = documents.shown(card, replace(SHOWN, hinted=True)).words
    assert shown == f"{hinted}\nA"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("exactly ZERO", "exactly ZERO   ✓ as expected"),
        ("exactly <b>", "Exactly [−<b>] [+zero.]"),
        ("\ue0100\ue011", "[−0] [+Exactly zero.]"),
        ("", None),
    ],
)
def test_what_was_typed_stands_beside_what_was_expected(
    documents: CardDocuments, typed: str, told: str | None
) -> None:
    card = replace(facts(back="Exactly **zero**."), expected="Exactly **zero**.")
    words = documents.shown(card, replace(SHOWN, typed=typed)).words
    between = "" if told is None else f"You typed\n{told}\nThe answer\n"
    assert words.replace("\u00a0", " ") == f"Q\n{between}Exactly zero."


def test_nothing_is_made_twice(documents: CardDocuments) -> None:
    card = replace(facts(), parts=STEPS)
    ahead = documents.shown(card, Face(Reveal(STEPS).onward()))
    assert documents.shown(card, Face(Reveal(STEPS).onward())) is ahead
