"""How the shipped notes are written: short, introduced, with sources, not giving answers away."""

import re

import pytest

from flashcards.domain.deck.lint import advice
from flashcards.domain.note import Card, Note
from flashcards.domain.problems import UNSOURCED_FIGURE
from tests.decks.content import DECKS, cards, deck_paths, notes, plain_words, prose

LONGEST_PROMPT = 160
MOST_WORDS = 120
GIVEAWAY = 3
"""Words of an answer from which on another prompt must not contain it; a term alone may recur."""

_YEAR = re.compile(r"(?<![\d.,/])(?:19[5-9]\d|20[0-4]\d)(?![\d.,]*\d|\s*bytes)")
_GAP = re.compile(r"\{\{(?:c\d+::)?(.*?)(?:::.*?)?\}\}")
_OWN_SOURCE = re.compile(r"\[\^|https?://")
_MARKS = re.compile(r"^\s*(?:[-*>]|\d+\.)\s+|[*_`]", re.MULTILINE)


def answer(card: Card) -> str:
    """The answer proper: what is asked for, without the line of why below it."""
    note, back = card.note, card.faces.back
    if note.kind != "basic":
        return ""
    paragraphs = [part.strip() for part in prose(back).split("\n\n") if part.strip()]
    return plain_words(_MARKS.sub("", paragraphs[0])) if paragraphs else ""


def gaps(note: Note) -> list[str]:
    if note.kind != "cloze":
        return []
    return [plain_words(gap) for gap in _GAP.findall(note.body)]


def figures_without_source(note: Note) -> list[str]:
    """Figures, and years, that the note claims by itself: its deck's intro does not count."""
    own = note.source or not note.verified or _OWN_SOURCE.search(note.body)
    years = [] if own or note.kind in ("paper", "star") else _YEAR.findall(prose(note.body))
    flaws = advice(note, note.body, sourced=False)
    return years + [flaw.message for flaw in flaws if flaw.code == UNSOURCED_FIGURE.code]


def test_no_prompt_is_too_long_to_be_read_at_a_glance() -> None:
    long = {name: len(note.prompt) for name, note in notes().items()}
    assert {name: length for name, length in long.items() if length > LONGEST_PROMPT} == {}


def test_no_answer_is_too_long_to_be_recalled() -> None:
    words = {card.id: len(prose(card.faces.back).split()) for card in cards()}
    assert {name: count for name, count in words.items() if count > MOST_WORDS} == {}


def test_no_prompt_contains_the_answer_of_another_note() -> None:
    asked = {name: plain_words(note.prompt) for name, note in notes().items()}
    answers = [(str(card.note_id), answer(card)) for card in cards()]
    answers += [(name, gap) for name, note in notes().items() for gap in gaps(note)]
    told = [
        (name, other)
        for name, text in answers
        if len(text.split()) >= GIVEAWAY
        for other, prompt in asked.items()
        if other != name and text in prompt
    ]
    assert told == []


def test_every_figure_and_year_of_a_verified_note_has_a_source_of_its_own() -> None:
    claims = {name: figures_without_source(note) for name, note in notes().items()}
    assert {name: found for name, found in claims.items() if found} == {}


def test_every_paper_tells_its_year_and_where_it_can_be_found() -> None:
    for paper in (note for note in notes().values() if note.kind == "paper"):
        assert re.fullmatch(r"(?:19|20)\d\d", paper.value("year")), paper.prompt
        assert paper.value("venue") or paper.value("link"), paper.prompt


@pytest.mark.parametrize("path", deck_paths(), ids=lambda path: str(path.relative_to(DECKS)))
def test_a_deck_introduces_itself_and_names_its_sources(path: object) -> None:
    text = DECKS.joinpath(str(path)).read_text("utf-8")
    intro = text.split("\n---\n", 1)[1].split("\n## ", 1)[0]
    lines = [line for line in intro.splitlines() if line and not line.startswith("# ")]
    assert len(lines) >= 2
    assert any(line.startswith(("Sources: ", "Source: ")) for line in lines)
