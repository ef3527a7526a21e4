"""What people do to decks, and which card they would still call the same afterwards."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from flashcards.domain.slug import slug

DECKS = sorted(
    p for p in (Path(__file__).parents[2] / "decks").rglob("*.md") if p.name != "README.md"
)
ID = re.compile(r"#[a-z0-9-]+ ?")
EMPTY = re.compile(r" \{\}$", re.MULTILINE)
BRACES = re.compile(r" \{[^}]*\}$")
ROW = re.compile(r"^\| (\w[^|]*?) +\|", re.MULTILINE)
GAP = re.compile(r"\{\{(?:c\d::)?([^:{}]+)(?:::[^}]*)?\}\}")
KINDS = re.compile(r"\.(reversed|cloze|compare|steps|paper|star)\b")

Spot = tuple[str, int, str]
Where = Callable[[Spot], Spot | None]


@dataclass(frozen=True)
class Block:
    """A note's own text: heading line and body."""

    heading: str
    body: str

    @property
    def text(self) -> str:
        return f"{self.heading}\n{self.body}"

    @property
    def kind(self) -> str:
        found = KINDS.search(self.heading)
        return found[1] if found else "basic"

    @property
    def braces(self) -> str:
        found = BRACES.search(self.heading)
        return found[0] if found else ""

    @property
    def prompt(self) -> str:
        return BRACES.sub("", self.heading).removeprefix("## ")

    def asking(self, prompt: str) -> "Block":
        return Block(f"## {prompt}{self.braces}", self.body)


@dataclass(frozen=True)
class Text:
    """A deck: what stands above its first note, and its notes."""

    name: str
    head: str
    blocks: tuple[Block, ...]

    @property
    def text(self) -> str:
        return self.head + "".join(block.text for block in self.blocks)

    def with_block(self, place: int, *blocks: Block) -> "Text":
        return replace(self, blocks=(*self.blocks[:place], *blocks, *self.blocks[place + 1 :]))


def _as_before(spot: Spot) -> Spot | None:
    return spot


def without(gone: tuple[str, int] | Spot, then: Where = _as_before) -> Where:
    """A note, or a card, is asked no more."""
    return lambda spot: None if gone in (spot, spot[:2]) else then(spot)


@dataclass(frozen=True)
class Edited:
    """Decks after an edit; ``where`` tells which card a person would call the same, if any."""

    decks: Sequence[Text]
    touched: Collection[tuple[str, int] | Spot]
    """The notes, or the cards, whose histories are counted."""
    where: Where = _as_before


Edit = Callable[[Text, Text, Random], Iterator[Edited]]


def text_of(path: Path, *, ids: bool) -> Text:
    """Read a deck, without its ids if so wanted."""
    head, *parts = re.split(r"^(?=## )", path.read_text("utf-8"), flags=re.MULTILINE)
    blocks = [Block(*part.split("\n", 1)) for part in parts]
    return Text(path.stem, head, tuple(blocks if ids else map(without_id, blocks)))


def without_id(block: Block) -> Block:
    return Block(EMPTY.sub("", ID.sub("", block.heading)), block.body)


# --- one note ----------------------------------------------------------------------------------

Change = Callable[[Block, Random], Block]


def to_a_note(change: Change) -> Edit:
    """Change every note in turn; its cards stay the same ones."""

    def edit(deck: Text, other: Text, chance: Random) -> Iterator[Edited]:
        for place, block in enumerate(deck.blocks):
            changed = change(block, chance)
            if changed != block:
                yield Edited(
                    [deck.with_block(place, changed), other], frozenset({(deck.name, place)})
                )

    return edit


def typo_in_prompt(block: Block, chance: Random) -> Block:
    words = list(re.finditer(r"[A-Za-z]{5,}", block.prompt))
    if not words:
        return block
    word = chance.choice(words)
    cut = word.start() + chance.randrange(1, len(word[0]) - 1)
    return block.asking(block.prompt[:cut] + block.prompt[cut + 1 :])


def rewritten_answer(block: Block, _chance: Random) -> Block:
    if block.kind not in ("basic", "reversed"):
        return block
    return Block(block.heading, "\nAn entirely new explanation, in other words.\n\n")


def rewritten_question(block: Block, _chance: Random) -> Block:
    return block.asking("Say it in your own words")


def added_words(block: Block, _chance: Random) -> Block:
    return Block(block.asking(f"In short: {block.prompt}").heading, block.body + "One more.\n\n")


def added_row(block: Block, _chance: Random) -> Block:
    if block.kind != "compare":
        return block
    first = ROW.search(block.body)
    assert first
    line = block.body[first.start() :].split("\n", 1)[0]
    cells = line.count("|") - 2 + line.count("\\|")
    return Block(
        block.heading,
        block.body[: first.start()]
        + "| Something new "
        + "| x " * cells
        + "|\n"
        + block.body[first.start() :],
    )


def reordered_rows(block: Block, _chance: Random) -> Block:
    if block.kind != "compare":
        return block
    lines = block.body.split("\n")
    rows = [place for place, line in enumerate(lines) if ROW.match(line)]
    for place, line in zip(rows, [lines[place] for place in reversed(rows)], strict=True):
        lines[place] = line
    return Block(block.heading, "\n".join(lines))


def added_gap(block: Block, _chance: Random) -> Block:
    if block.kind != "cloze":
        return block
    return Block(block.heading, f"\nTo {{{{begin}}}} with: {block.body.strip()}\n\n")


# --- one sibling -------------------------------------------------------------------------------


def to_a_sibling(kind: str, part: re.Pattern[str], change: Callable[[str], str]) -> Edit:
    """Change every row's aspect, or every gap's text, in turn; it stays the same card."""

    def edit(deck: Text, other: Text, _chance: Random) -> Iterator[Edited]:
        for place, block in enumerate(deck.blocks):
            for found in part.finditer(block.body) if block.kind == kind else ():
                old, new = found[1], change(found[1])
                body = block.body[: found.start(1)] + new + block.body[found.end(1) :]
                numbered = re.match(r"\{\{(c\d)::", found[0])
                was, now = (numbered[1],) * 2 if numbered else (slug(old), slug(new))
                yield Edited(
                    [deck.with_block(place, Block(block.heading, body)), other],
                    frozenset({(deck.name, place, was)}),
                    renamed(deck.name, place, was, now),
                )

    return edit


def renamed(deck: str, place: int, old: str, new: str) -> Where:
    return lambda spot: (deck, place, new) if spot == (deck, place, old) else spot


def slip(text: str) -> str:
    """Swap two letters of the longest word."""
    word = max(re.findall(r"\w+", text), key=len)
    if len(word) < 4:
        return f"{text} too"
    return text.replace(word, word[0] + word[2] + word[1] + word[3:], 1)


# --- several notes -----------------------------------------------------------------------------


def other_kind(deck: Text, other: Text, _chance: Random) -> Iterator[Edited]:
    """Basic to reversed and back: the forward card is the same, the other is asked no more."""
    for place, block in enumerate(deck.blocks):
        if block.kind == "basic":
            braces = block.braces.replace("{", "{.reversed ", 1) or " {.reversed}"
        elif block.kind == "reversed":
            braces = re.sub(r" ?\.reversed", "", block.braces)
        else:
            continue
        changed = Block(EMPTY.sub("", f"## {block.prompt}{braces}"), block.body)
        back = (deck.name, place, "back")
        yield Edited(
            [deck.with_block(place, changed), other],
            frozenset({(deck.name, place)}),
            without(back),
        )


def basic_to_cloze(deck: Text, other: Text, _chance: Random) -> Iterator[Edited]:
    """Every gap asks something else than the whole did: all cards are new."""
    for place, block in enumerate(deck.blocks):
        if block.kind == "basic" and "$" not in block.body:
            braces = block.braces.replace("{", "{.cloze ", 1) or " {.cloze}"
            body = re.sub(r"(\w{5,})", r"{{\1}}", block.body, count=1)
            gone, spot = (deck.name, place), (deck.name, (place + 1) % len(deck.blocks))
            yield Edited(
                [deck.with_block(place, Block(f"## {block.prompt}{braces}", body)), other],
                frozenset({spot}),
                without(gone),
            )


def split(deck: Text, other: Text, _chance: Random) -> Iterator[Edited]:
    """Cut a note in two: the half that keeps the prompt is the same card."""
    for place, block in enumerate(deck.blocks):
        above, _, below = block.body.strip().partition("\n\n")
        if block.kind == "basic" and below and "---" not in block.body:
            halves = (
                Block(block.heading, f"\n{above}\n\n"),
                Block("## And what else?", f"\n{below}\n\n"),
            )
            yield Edited(
                [deck.with_block(place, *halves), other],
                frozenset({(deck.name, place)}),
                shifted(deck.name, place, 1),
            )


def merged(deck: Text, other: Text, _chance: Random) -> Iterator[Edited]:
    """Put two notes together: the one whose prompt is kept is the same card."""
    for place, (first, second) in enumerate(zip(deck.blocks, deck.blocks[1:], strict=False)):
        if first.kind == second.kind == "basic":
            both = deck.with_block(place, Block(first.heading, first.body + second.body))
            gone = (deck.name, place + 1)
            yield Edited(
                [replace(both, blocks=both.blocks[: place + 1] + both.blocks[place + 2 :]), other],
                frozenset({(deck.name, place)}),
                without(gone, shifted(deck.name, place, -1)),
            )


def shifted(deck: str, place: int, by: int) -> Where:
    return lambda spot: (
        (deck, spot[1] + by, spot[2]) if spot[0] == deck and spot[1] > place else spot
    )


def everywhere(deck: Text) -> frozenset[tuple[str, int]]:
    return frozenset((deck.name, place) for place in range(len(deck.blocks)))


def reordered_and_divided(deck: Text, other: Text, chance: Random) -> Iterator[Edited]:
    """Shuffle a deck, and move its second half to a file of its own."""
    order = list(range(len(deck.blocks)))
    chance.shuffle(order)
    half = len(order) // 2
    blocks = [deck.blocks[place] for place in order]
    names = [(deck.name, n) for n in range(half)] + [("more", n) for n in range(len(order) - half)]
    now = {(deck.name, old): new for old, new in zip(order, names, strict=True)}
    parts = [replace(deck, blocks=tuple(blocks[:half])), Text("more", "", tuple(blocks[half:]))]
    yield Edited(
        [*parts, other], everywhere(deck), lambda spot: (*now.get(spot[:2], spot[:2]), spot[2])
    )


def renamed_file(deck: Text, other: Text, _chance: Random) -> Iterator[Edited]:
    """Rename a file and its sections, and reword one of its notes."""
    head = re.sub(r"^# .*", "# Another section", deck.head, flags=re.MULTILINE)
    for place in range(0, len(deck.blocks), 4):
        changed = deck.with_block(place, rewritten_question(deck.blocks[place], Random()))
        yield Edited(
            [replace(changed, name="renamed", head=head), other],
            everywhere(deck),
            lambda spot: ("renamed", *spot[1:]) if spot[0] == deck.name else spot,
        )


def moved(deck: str, place: int, there: tuple[str, int]) -> Where:
    after = shifted(deck, place, -1)
    return lambda spot: (*there, spot[2]) if spot[:2] == (deck, place) else after(spot)


def moved_and_reworded(deck: Text, other: Text, chance: Random) -> Iterator[Edited]:
    """Move one note to the end of another deck, with a new question."""
    for place, block in enumerate(deck.blocks):
        there = (other.name, len(other.blocks))
        yield Edited(
            [
                deck.with_block(place),
                replace(other, blocks=(*other.blocks, rewritten_question(block, chance))),
            ],
            frozenset({(deck.name, place)}),
            moved(deck.name, place, there),
        )


def all_reworded(deck: Text, other: Text, chance: Random) -> Iterator[Edited]:
    """Add words to every note of a deck at once."""
    blocks = tuple(added_words(block, chance) for block in deck.blocks)
    yield Edited([replace(deck, blocks=blocks), other], everywhere(deck))


def copied(deck: Text, other: Text, _chance: Random) -> Iterator[Edited]:
    """Copy a note, with its id if it has one, to the end of another deck: the first is the same."""
    for place, block in enumerate(deck.blocks):
        yield Edited(
            [deck, replace(other, blocks=(*other.blocks, block))],
            frozenset({(deck.name, place)}),
        )


def replaced(deck: Text, other: Text, _chance: Random) -> Iterator[Edited]:
    """Put another deck's note in a note's place: nothing may be attached to it."""
    for place, stranger in enumerate(other.blocks[: len(deck.blocks)]):
        rest = replace(other, blocks=())
        gone = (deck.name, place)
        now = {(other.name, place): gone}

        def where(
            spot: Spot,
            gone: tuple[str, int] = gone,
            now: dict[tuple[str, int], tuple[str, int]] = now,
        ) -> Spot | None:
            if spot[:2] == gone or (spot[0] == other.name and spot[:2] not in now):
                return None
            return (*now.get(spot[:2], spot[:2]), spot[2])

        yield Edited(
            [deck.with_block(place, stranger), rest], frozenset({(other.name, place)}), where
        )


EDITS: dict[str, Edit] = {
    "typo in the prompt": to_a_note(typo_in_prompt),
    "answer rewritten": to_a_note(rewritten_answer),
    "question rewritten": to_a_note(rewritten_question),
    "words added to both": to_a_note(added_words),
    "words added to all notes at once": all_reworded,
    "id deleted": to_a_note(lambda block, _: without_id(block)),
    "id or prompt duplicated": copied,
    "basic to reversed, and back": other_kind,
    "basic to cloze (siblings)": basic_to_cloze,
    "split in two": split,
    "two merged": merged,
    "reordered, half to a new file": reordered_and_divided,
    "file, section, a question renamed": renamed_file,
    "moved to a deck and reworded": moved_and_reworded,
    "replaced by another deck's": replaced,
    "row added": to_a_note(added_row),
    "rows reordered": to_a_note(reordered_rows),
    "aspect: a slip": to_a_sibling("compare", ROW, slip),
    "aspect: renamed": to_a_sibling("compare", ROW, lambda _: "What it is about"),
    "gap added": to_a_note(added_gap),
    "gap: a slip": to_a_sibling("cloze", GAP, slip),
    "gap: another text": to_a_sibling("cloze", GAP, lambda _: "quite so"),
}

NO_AIM = {("moved to a deck and reworded", False)}
"""Nothing in the decks says where such a note came from: it is new, and the old one waits."""
