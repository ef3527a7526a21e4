"""Words are found in all decks and replaced where they were chosen; never over others' words."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from flashcards.domain.deck.seek import Sought
from flashcards.domain.errors import FlashcardsError, SearchStoppedError, SlowExpressionError
from flashcards.runner.seeker import Seeker
from flashcards.services import replacing
from flashcards.services.replacing import (
    Change,
    Found,
    Means,
    Outcome,
    Replacing,
    Search,
    TooManyPlacesError,
)
from flashcards.store.deck_texts import DeckTexts
from flashcards.store.kept_file import KeptFile
from tests.services.conftest import together

A, B = "## Loss {#a}\nA loss.\n", "## Norm {#b}\nNo LOSS here.\n"


class Desk:
    """Two decks and whoever searches them."""

    def __init__(self, folder: Path) -> None:
        self.seeker = Seeker()
        last = KeptFile(folder / "data" / "replaced.json")
        means = Means(DeckTexts(), self.seeker, together(folder / "data"), last)
        self.replacing = Replacing(means)
        self.a, self.b = folder / "a.md", folder / "b.md"
        self.a.write_text(A, "utf-8")
        self.b.write_text(B, "utf-8")
        self.mine: dict[str, str] = {}

    def search(self, words: str = "loss", *, pattern: bool = False) -> Search:
        files = [str(self.a), str(self.b)]
        return self.replacing.search(Sought(words, pattern), files, self.mine, lambda: None)

    def replace(self, search: Search, new: str, *chosen: Found) -> Outcome:
        found = chosen or search.found
        return self.replacing.replace(search.sought, found, new, self.mine, lambda: None)

    def undo(self, outcome: Outcome) -> Outcome:
        return self.replacing.turn(outcome, self.mine, lambda: None)

    @property
    def texts(self) -> tuple[str, str]:
        return self.a.read_text("utf-8"), self.b.read_text("utf-8")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.seeker.stop()


def test_places_are_listed_by_deck_with_line_and_context(desk: Desk) -> None:
    search = desk.search()
    assert search.count == 3
    shown = {
        Path(found.file).name: [f"{spot.line} {spot.before}[{spot.words}]" for spot in found.spots]
        for found in search.found
    }
    assert shown == {"a.md": ["1 ## [Loss]", "2 A [loss]"], "b.md": ["2 No [LOSS]"]}


def test_all_are_replaced_and_taken_back_at_once(desk: Desk) -> None:
    outcome = desk.replace(desk.search(), "cost")
    assert desk.texts == ("## cost {#a}\nA cost.\n", "## Norm {#b}\nNo cost here.\n")
    assert outcome.told == "Replaced 3 places in 2 decks."
    back = desk.undo(outcome)
    assert (desk.texts, back.told_back) == ((A, B), "2 decks as before.")


def test_only_what_was_chosen_is_replaced(desk: Desk) -> None:
    first = desk.search().found[0]
    chosen = Found(first.file, first.text, first.hits[1:])
    assert desk.replace(desk.search(), "cost", chosen).told == "Replaced 1 place in 1 deck."
    assert desk.texts == ("## Loss {#a}\nA cost.\n", B)


def test_an_expression_has_groups_and_goes_over_lines(desk: Desk) -> None:
    search = desk.search(r"\{#(\w)\}\n(\w)", pattern=True)
    desk.replace(search, r"{#\1\1}\n\2")
    assert desk.texts == (A.replace("#a", "#aa"), B.replace("#b", "#bb"))


def test_line_endings_and_the_mark_of_a_file_stay(desk: Desk) -> None:
    desk.a.write_bytes(b"\xef\xbb\xbf## Loss\r\nA loss.\r\n")
    outcome = desk.replace(desk.search(r"loss\nA", pattern=True), r"cost\nThe")
    assert desk.a.read_bytes() == b"\xef\xbb\xbf## cost\r\nThe loss.\r\n"
    desk.undo(outcome)
    assert desk.a.read_bytes() == b"\xef\xbb\xbf## Loss\r\nA loss.\r\n"


def test_a_deck_that_was_changed_since_is_left_and_said(desk: Desk) -> None:
    search = desk.search()
    desk.a.write_text(f"{A}More.\n", "utf-8")
    outcome = desk.replace(search, "cost")
    assert desk.texts == (f"{A}More.\n", "## Norm {#b}\nNo cost here.\n")
    left = f"{desk.a} was changed meanwhile, and is left as it is."
    assert outcome.told == f"Replaced 1 place in 1 deck. {left}"


def test_undo_leaves_what_was_written_since(desk: Desk) -> None:
    outcome = desk.replace(desk.search(), "cost")
    desk.b.write_text("## New\nx\n", "utf-8")
    back = desk.undo(outcome)
    assert desk.texts == (A, "## New\nx\n")
    assert (
        back.told_back == f"1 deck as before. {desk.b} was changed meanwhile, and is left as it is."
    )
    desk.a.write_text("", "utf-8")
    assert desk.undo(outcome).told_back.startswith("Nothing was taken back.")


FAULTS = [
    ("os.fsync", OSError(28, "No space left on device")),
    ("tempfile.mkstemp", PermissionError(13, "Permission denied")),
    ("tempfile.mkstemp", OSError(30, "Read-only file system")),
    ("pathlib.Path.replace", OSError(5, "Input/output error")),
]


@pytest.mark.parametrize(("step", "fault"), FAULTS)
def test_what_cannot_be_written_is_said_and_left_whole(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, step: str, fault: OSError
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise fault

    search = desk.search()
    with monkeypatch.context() as patched:
        patched.setattr(step, fail)
        outcome = desk.replace(search, "cost")
    assert (desk.texts, outcome.changes) == ((A, B), ())
    assert outcome.told.startswith("Nothing was replaced. ")
    assert outcome.told.count(str(fault.strerror).lower()) == 1
    assert sorted(path.name for path in desk.a.parent.glob("*.*")) == ["a.md", "b.md"]


def test_a_deck_that_may_not_be_written_is_said_and_the_others_are(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    put = Path.replace

    def but_for_one(path: Path, to: Path) -> Path:
        if to.name == desk.a.name:
            raise PermissionError(13, "Permission denied")
        return put(path, to)

    monkeypatch.setattr(Path, "replace", but_for_one)
    outcome = desk.replace(desk.search(), "cost")
    told = f"Replaced 1 place in 1 deck. {desk.a} cannot be written: permission denied."
    assert outcome.told == told
    assert [Path(each.file).name for each in desk.replacing.last().changes] == ["b.md"]


def test_what_was_replaced_is_known_to_the_next_command(desk: Desk) -> None:
    desk.replace(desk.search(), "cost")
    desk.undo(desk.replacing.last())
    assert (desk.texts, desk.replacing.last().changes) == ((A, B), ())


def test_where_nothing_could_be_replaced_the_step_before_can_still_be_taken_back(
    desk: Desk,
) -> None:
    first = desk.replace(desk.search(), "cost")
    search = desk.search("cost")
    desk.a.write_text("Theirs.", "utf-8")
    desk.b.write_text("Theirs.", "utf-8")
    assert desk.replace(search, "loss").changes == ()
    assert desk.replacing.last().changes == first.changes


def test_a_file_that_is_replaced_at_the_last_moment_is_left(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    search, flush = desk.search(), os.fsync

    def flush_and_lose(number: int) -> None:
        flush(number)
        desk.a.write_text("Theirs.", "utf-8")

    monkeypatch.setattr(os, "fsync", flush_and_lose)
    outcome = desk.replace(search, "cost", search.found[0])
    assert desk.texts[0] == "Theirs."
    assert "changed meanwhile" in outcome.told


def test_a_text_that_is_not_saved_takes_part_instead_of_its_file(desk: Desk) -> None:
    desk.mine = {str(desk.a): "## Mine\nA loss of mine.\n"}
    search = desk.search()
    outcome = desk.replace(search, "cost")
    mine = Change(
        str(desk.a), "## Mine\nA loss of mine.\n", "## Mine\nA cost of mine.\n", open=True
    )
    assert outcome.changes[0] == mine
    assert desk.texts == (A, "## Norm {#b}\nNo cost here.\n")
    assert outcome.told == "Replaced 2 places in 2 decks. a.md is open, and not saved yet."
    desk.mine = {mine.file: mine.after}
    assert desk.undo(outcome).changes[0] == Change(mine.file, mine.after, mine.before, open=True)
    desk.mine = {mine.file: "Something else."}
    assert "left as it is" in desk.undo(outcome).told_back


def test_a_deck_that_cannot_be_read_is_said(desk: Desk) -> None:
    desk.a.write_bytes(b"\xff loss")
    search = desk.search()
    assert [Path(found.file).name for found in search.found] == ["b.md"]
    assert search.left[0].endswith("it is not UTF-8 text.")


def test_a_deck_that_an_expression_takes_too_long_for_is_left_out(desk: Desk) -> None:
    desk.a.write_text("a" * 64, "utf-8")
    search = desk.search("(a+)+(!|LOSS)|LOSS", pattern=True)
    assert [Path(found.file).name for found in search.found] == ["b.md"]
    assert search.left[0].startswith(f"{desk.a} was left out. This expression takes too long")


def test_after_three_such_decks_it_is_tried_no_more(desk: Desk) -> None:
    desk.a.write_text("a" * 64, "utf-8")
    asked = list[str]()
    sought = Sought("(a+)+b", pattern=True)
    with pytest.raises(SlowExpressionError):
        desk.replacing.search(sought, [str(desk.a)] * 9, {}, lambda: asked.append(""))
    assert len(asked) == replacing.SLOW


def test_too_many_places_are_told(desk: Desk) -> None:
    desk.a.write_text("e" * (replacing.MOST + 1), "utf-8")
    with pytest.raises(TooManyPlacesError, match="more than 5,000 places"):
        desk.search("e")


def test_it_can_be_stopped_before_and_while_it_is_written(desk: Desk) -> None:
    search, left = desk.search(), [0]

    def step() -> None:
        left[0] -= 1
        if left[0] < 0:
            raise SearchStoppedError

    left[0] = 1
    with pytest.raises(FlashcardsError, match="stopped"):
        desk.replacing.replace(search.sought, search.found, "cost", {}, step)
    assert desk.texts == (A, B)
    left[0] = 3
    outcome = desk.replacing.replace(search.sought, search.found, "cost", {}, step)
    assert desk.texts == ("## cost {#a}\nA cost.\n", B)
    assert outcome.told == (
        "Replaced 2 places in 1 deck. It was stopped: 1 deck is left as it was."
    )
    desk.undo(outcome)
    assert desk.texts == (A, B)
