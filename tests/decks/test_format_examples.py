"""Every example of decks/README.md does what the box below it says."""

import re
from pathlib import Path

import pytest

from flashcards.domain.collection import Collection, collect
from flashcards.domain.deck.parse import Deck, parse
from flashcards.domain.identity import Known
from flashcards.domain.ids import DeckId
from flashcards.domain.problems import FLAWS, Problem
from flashcards.services.checking import shown_wrong
from flashcards.store.deck_files import DeckFiles, read_yaml

SPECIFICATION = Path(__file__).parents[2] / "decks" / "README.md"
EXAMPLE = re.compile(
    r"^````markdown\n(?P<deck>.*?)^````\n```(?P<what>cards|problems)\n(?P<expected>.*?)^```$",
    re.DOTALL | re.MULTILINE,
)
ON_FILES = {"unreadable", "too-large", "not-text", "utf-16", "not-utf8"}
"""Codes that no Markdown text can show; tests/store has them."""
ON_HISTORY = {"doubtful-note", "doubtful-sibling"}
"""Codes that need a log; test_adoption.py and test_rekeying.py in tests/domain have them."""


def read(text: str) -> Collection:
    return collect([deck_of(text)], Known())


def deck_of(text: str) -> Deck:
    return parse(text, DeckId("example"), "example.md", read_yaml)


def problems_of(text: str) -> list[Problem]:
    """List what ``flashcards check`` would say."""
    seen_on_cards = shown_wrong(deck_of(text).notes, DeckFiles([]))
    return sorted([*read(text).problems, *seen_on_cards])


def examples() -> list[re.Match[str]]:
    return list(EXAMPLE.finditer(SPECIFICATION.read_text("utf-8")))


def shown(text: str, what: str) -> list[str]:
    if what == "problems":
        return [
            f"{problem.place.line}:{problem.place.column} {problem.severity} {problem.code}"
            for problem in problems_of(text)
        ]
    return [
        f"{re.sub('^~[0-9a-f]+', '~…', card.id)}: {card.faces.prompt}"
        for card in read(text).cards.values()
    ]


@pytest.mark.parametrize("example", examples(), ids=lambda match: match["expected"].split("\n")[0])
def test_an_example_does_what_its_box_says(example: re.Match[str]) -> None:
    assert shown(example["deck"], example["what"]) == example["expected"].splitlines()


def test_an_example_of_cards_has_no_problem() -> None:
    for example in examples():
        if example["what"] == "cards":
            assert problems_of(example["deck"]) == []


def test_every_box_belongs_to_an_example() -> None:
    text = SPECIFICATION.read_text("utf-8")
    boxes = len(re.findall(r"^```(?:cards|problems)$", text, re.MULTILINE))
    assert boxes == len(examples()) > 15


def test_every_problem_of_a_deck_is_specified() -> None:
    text = SPECIFICATION.read_text("utf-8")
    shown_codes = {line.split()[-1] for match in examples() if match["what"] == "problems"
                   for line in match["expected"].splitlines()}  # fmt: skip
    of_settings = {flaw.code for flaw in FLAWS if "setting" in flaw.code}
    assert {flaw.code for flaw in FLAWS} - of_settings == shown_codes | ON_FILES | ON_HISTORY
    assert all(f"`{code}`" in text for code in ON_FILES | ON_HISTORY)
