"""What a revealed card says: a filled gap in its place, the source below the answer."""

from flashcards.services.session import Session
from flashcards.ui.review.documents import answer_of
from tests.ui.conftest import OpenDeck


def answer(open_deck: OpenDeck, text: str) -> str:
    card = Session(open_deck(text).library).view().card
    assert card is not None
    return answer_of(card)


def test_a_filled_text_stands_under_its_heading(open_deck: OpenDeck) -> None:
    text = answer(open_deck, "## Norms {.cloze}\nElastic net adds {{L1}} and L2.\n")
    assert text.replace("\ue000", "[").replace("\ue001", "]") == (
        "### Norms\n\nElastic net adds [L1] and L2."
    )


def test_a_source_stands_below_the_answer_as_it_is_written(open_deck: OpenDeck) -> None:
    text = answer(open_deck, '## Q {source="A *great* paper <1>"}\nA\n')
    assert text == "A\n\n###### Source: A \\*great\\* paper &lt;1\\>\n"


def test_an_answer_without_a_source_is_the_answer(open_deck: OpenDeck) -> None:
    assert answer(open_deck, "## Q\nA\n") == "A"
