"""Each kind of note has its cards written down as they are shown: question, answer, and parts.

``golden/kinds/*.md`` are decks; beside each stands what becomes of it.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from flashcards.domain.collection import collect
from flashcards.domain.deck.parse import parse
from flashcards.domain.identity import Known
from flashcards.domain.ids import DeckId
from flashcards.domain.kinds import kind_names
from flashcards.domain.note import Faces
from flashcards.render.faces import render
from flashcards.store.deck_files import read_yaml
from tests.render.stub import Boxes

GOLDEN = Path(__file__).parent / "golden" / "kinds"


def shown(faces: Faces) -> Iterator[str]:
    """Write a card as its screens have it."""
    yield f"<!-- {faces.key or 'its only card'}: {faces.prompt} -->"
    for name, source in (("hint", faces.hint), ("context", faces.context)):
        if source:
            yield f"<!-- {name} -->\n{html(source)}"
    yield f"<!-- question -->\n{html(faces.front)}"
    yield f"<!-- answer -->\n{html(faces.back)}"
    mark = "marked" if faces.marked else f"within {faces.minutes} minutes"
    for part in faces.parts:
        yield f"<!-- part {part.key}, {mark}: {part.title} -->\n{html(part.text)}"


def html(source: str) -> str:
    """Draw a text with its formulas and gaps named."""
    return render(source, Boxes()).html.replace("\ue010", "⟪").replace("\ue011", "⟫").strip()


@pytest.mark.parametrize("source", sorted(GOLDEN.glob("*.md")), ids=lambda path: path.stem)
def test_a_kind_is_shown_as_written_down(source: Path) -> None:
    deck = parse(source.read_text("utf-8"), DeckId(source.stem), source.name, read_yaml)
    collection = collect([deck], Known())
    assert collection.problems == ()
    cards = ["\n".join(shown(card.faces)) for card in collection.cards.values()]
    assert "\n\n".join(cards) + "\n" == source.with_suffix(".html").read_text("utf-8")


def test_every_kind_has_its_cards_written_down() -> None:
    assert {path.stem for path in GOLDEN.glob("*.md")} == {*kind_names(), "compare-columns"}
