"""Edits that a person makes: is history kept where they would say "the same card"?

Every note of the shipped decks is edited in every way below, with its id and without, and read
again by a log that knows all notes as they were. ``python -m tests.decks.test_mutations`` prints
the table.
"""

import random
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

from flashcards.domain.deck.parse import parse
from flashcards.domain.identity import Known, Named, identify
from flashcards.domain.ids import DeckId, NoteId
from flashcards.domain.note import Note

DECKS = sorted(
    p for p in (Path(__file__).parents[2] / "decks").rglob("*.md") if p.name != "README.md"
)
ID = re.compile(r"#[a-z0-9-]+ ?")
EMPTY = re.compile(r" \{\}$", re.MULTILINE)


@dataclass(frozen=True)
class Block:
    """A note's own text: heading line and body."""

    heading: str
    body: str

    @property
    def text(self) -> str:
        return f"{self.heading}\n{self.body}"


Edit = Callable[[Block, random.Random], Block]


def typo_in_prompt(block: Block, chance: random.Random) -> Block:
    words = list(re.finditer(r"[A-Za-z]{5,}", block.heading.split("{")[0]))
    if not words:
        return block
    word = chance.choice(words)
    cut = word.start() + chance.randrange(1, len(word[0]) - 1)
    return Block(block.heading[:cut] + block.heading[cut + 1 :], block.body)


def rewritten_answer(block: Block, chance: random.Random) -> Block:
    if any(kind in block.heading for kind in (".compare", ".cloze")):
        return block
    return Block(block.heading, "\nAn entirely new explanation, in other words.\n\n")


def rewritten_question(block: Block, chance: random.Random) -> Block:
    braces = re.search(r" \{[^}]*\}$", block.heading)
    return Block(f"## Say it in your own words{braces[0] if braces else ''}", block.body)


def added_words(block: Block, chance: random.Random) -> Block:
    return Block(
        block.heading.replace("## ", "## In short: ", 1), block.body + "One more line.\n\n"
    )


def other_kind(block: Block, chance: random.Random) -> Block:
    if ".reversed" in block.heading:
        return Block(re.sub(r" ?\.reversed", "", block.heading), block.body)
    if "{" in block.heading:
        plain = not re.search(r"\.(cloze|compare|steps|paper|star)", block.heading)
        return Block(
            block.heading.replace("{", "{.reversed ", 1) if plain else block.heading, block.body
        )
    return Block(f"{block.heading} {{.reversed}}", block.body)


def deleted_id(block: Block, chance: random.Random) -> Block:
    return Block(EMPTY.sub("", ID.sub("", block.heading)), block.body)


EDITS: dict[str, Edit] = {
    "typo in the prompt": typo_in_prompt,
    "answer rewritten": rewritten_answer,
    "question rewritten": rewritten_question,
    "words added to both": added_words,
    "another kind": other_kind,
    "id deleted": deleted_id,
}


def blocks_of(path: Path, *, ids: bool) -> tuple[str, list[Block]]:
    text = path.read_text("utf-8")
    head, *parts = re.split(r"^(?=## )", text, flags=re.MULTILINE)
    blocks = [Block(*part.split("\n", 1)) for part in parts]
    if not ids:
        blocks = [deleted_id(block, random.Random()) for block in blocks]
    return head, blocks


def read(path: Path, head: str, blocks: Iterable[Block], deck: str = "") -> list[Note]:
    text = head + "".join(block.text for block in blocks)
    return list(parse(text, DeckId(deck or path.stem), path.name, lambda _: None).notes)


def known_of(named: Iterable[Named]) -> Known:
    known = Known()
    for each in named:
        known.add(each.noted())
    return known


@dataclass
class Score:
    """How often an edit was made, history kept, and given to another note."""

    edits: int = 0
    kept: int = 0
    wrong: int = 0

    def count(self, before: list[NoteId], after: list[NoteId | None], place: int) -> None:
        self.edits += 1
        self.kept += after[place] == before[place]
        others = {name for other, name in enumerate(before) if other != place}
        self.wrong += after[place] in others
        self.wrong += any(
            name is not None and name != before[other] and name in before
            for other, name in enumerate(after)
            if other != place
        )


def scored(edit: Edit, *, ids: bool) -> Score:
    score, chance = Score(), random.Random(7)
    for path in DECKS:
        head, blocks = blocks_of(path, ids=ids)
        before = identify(read(path, head, blocks), Known()).notes
        known = known_of(before)
        for place, block in enumerate(blocks):
            edited = edit(block, chance)
            if edited != block:
                changed = [*blocks[:place], edited, *blocks[place + 1 :]]
                after = identify(read(path, head, changed), known).notes
                score.count([n.id for n in before], [n.id for n in after], place)
    return score


def moved(*, ids: bool) -> Score:
    """Shuffle each deck, and move its second half to another file."""
    score, chance = Score(), random.Random(7)
    for path in DECKS:
        head, blocks = blocks_of(path, ids=ids)
        before = {n.note.prompt: n.id for n in identify(read(path, head, blocks), Known()).notes}
        known = known_of(identify(read(path, head, blocks), Known()).notes)
        chance.shuffle(blocks)
        half = len(blocks) // 2
        notes = read(path, head, blocks[:half]) + read(path, "", blocks[half:], deck="elsewhere")
        for named in identify(notes, known).notes:
            score.edits += 1
            score.kept += named.id == before[named.note.prompt]
            score.wrong += named.id != before[named.note.prompt] and named.id in before.values()
    return score


def replaced(*, ids: bool) -> Score:
    """Put another deck's note in a note's place: nothing may be attached to it."""
    score = Score()
    for path, other in zip(DECKS, DECKS[1:] + DECKS[:1], strict=True):
        head, blocks = blocks_of(path, ids=ids)
        _, strangers = blocks_of(other, ids=ids)
        known = known_of(identify(read(path, head, blocks), Known()).notes)
        for place, stranger in enumerate(strangers[: len(blocks)]):
            changed = [*blocks[:place], stranger, *blocks[place + 1 :]]
            named = identify(read(path, head, changed), known).notes[place]
            score.edits += 1
            score.kept += named.id not in known.latest
            score.wrong += named.id in known.latest
    return score


def table() -> dict[tuple[str, bool], Score]:
    rows = {
        (name, ids): scored(edit, ids=ids) for name, edit in EDITS.items() for ids in (True, False)
    }
    rows |= {("reordered and split", ids): moved(ids=ids) for ids in (True, False)}
    rows |= {("replaced by a stranger", ids): replaced(ids=ids) for ids in (True, False)}
    return {key: score for key, score in rows.items() if score.edits}


@pytest.fixture(scope="module")
def scores() -> dict[tuple[str, bool], Score]:
    return table()


def test_no_history_is_ever_given_to_another_note(scores: dict[tuple[str, bool], Score]) -> None:
    assert {key: score for key, score in scores.items() if score.wrong} == {}


def test_history_is_kept_where_a_person_would_say_the_same_card(
    scores: dict[tuple[str, bool], Score],
) -> None:
    assert {key: score for key, score in scores.items() if score.kept < 0.99 * score.edits} == {}


if __name__ == "__main__":
    for (name, ids), score in table().items():
        kind = "with ids" if ids else "without"
        kept = f"{100 * score.kept / score.edits:5.1f} %"
        print(f"{name:24} {kind:9} {score.edits:4} edits  {kept} kept  {score.wrong} wrong")  # noqa: T201  # a table for people
