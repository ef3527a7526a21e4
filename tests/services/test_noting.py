"""A note is edited where it is: its history stays, whatever its new text; and it is added."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from flashcards.app import open_desk
from flashcards.domain.errors import FlashcardsError
from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId
from flashcards.services.desk import Desk, Options
from flashcards.services.noting import (
    Found,
    add_note,
    change_note,
    find_named,
    find_note,
    give_id,
    head_of,
)
from flashcards.services.proofreading import Proofreader
from flashcards.services.session import Session
from flashcards.services.standing import Standings, ids_elsewhere
from flashcards.services.writing import Clash, Saved
from tests.ui.stage import MONDAY

DECK = "---\ntitle: T\n---\n\n## What is one?\nFirst.\n\n## What is two? {#two}\nSecond.\n"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "deck.md").write_text(DECK, "utf-8")
    (tmp_path / "decks" / "other.md").write_text("## Other {#other}\nx\n", "utf-8")
    opened = open_desk(Options((tmp_path / "decks",), str(tmp_path / "data"), MONDAY))
    opened.library.load()
    yield opened
    opened.close()


def deck_of(desk: Desk) -> Path:
    return desk.decks.roots[0] / "deck.md"


def named(desk: Desk, found: Found) -> Found:
    """Give a note its id, and read the decks with it, as the window does."""
    assert isinstance(give_id(found), Saved)
    desk.library.adopt(desk.library.read_decks())
    return find_named(desk, deck_of(desk), found.name, "")


def first_card(desk: Desk) -> CardId:
    return next(iter(desk.library.catalogue))


def test_a_note_without_an_id_keeps_its_history_however_it_is_reworded(desk: Desk) -> None:
    Session(desk.library).answer(Grade.GOOD, 1000)
    card = first_card(desk)
    found = find_note(desk, card)
    assert found.text == "## What is one? {#one}\nFirst."
    assert found.head == "---\ntitle: T\n---\n"
    other = "## Nothing at all like it {#one}\nA wholly other text."
    assert isinstance(change_note(named(desk, found), other), Saved)
    desk.library.adopt(desk.library.read_decks())
    assert deck_of(desk).read_text("utf-8") == DECK.replace("## What is one?\nFirst.", other)
    (now,) = [c for c in desk.library.catalogue if desk.library.schedule_of(c).reviews]
    assert desk.library.card(now).faces.prompt == "Nothing at all like it"  # type: ignore[union-attr]  # it is there


def test_what_another_program_changed_meanwhile_stays(desk: Desk) -> None:
    found = find_note(desk, CardId("two"))
    deck_of(desk).write_text(DECK.replace("First", "Theirs"), "utf-8")
    change_note(found, found.text.replace("Second", "Mine"))
    changed = DECK.replace("First", "Theirs").replace("Second", "Mine")
    assert deck_of(desk).read_text("utf-8") == changed.replace("one?", "one? {#one}")


def test_where_both_changed_the_note_it_is_a_clash(desk: Desk) -> None:
    found = find_note(desk, CardId("two"))
    deck_of(desk).write_text(DECK.replace("Second", "Theirs"), "utf-8")
    assert isinstance(change_note(found, found.text.replace("Second", "Mine")), Clash)


def test_so_it_is_where_the_heading_that_wants_an_id_was_changed(desk: Desk) -> None:
    found = find_note(desk, first_card(desk))
    deck_of(desk).write_text(DECK.replace("one?", "1?"), "utf-8")
    assert isinstance(give_id(found), Clash)


def test_a_note_is_found_where_it_stands_or_wherever_it_is_now(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:  # a deck of 2 MB takes a second to read
        patched.setattr(Proofreader, "read", None)
        found = find_note(desk, CardId("two"))
        assert (found.text, found.is_named) == ("## What is two? {#two}\nSecond.", True)
        first = find_note(desk, first_card(desk))
        assert (first.text, first.is_named) == ("## What is one? {#one}\nFirst.", False)
    deck_of(desk).write_text(DECK.replace("title: T", "title: Longer"), "utf-8")
    assert find_note(desk, CardId("two")).text == found.text


def test_a_note_that_is_gone_is_told(desk: Desk) -> None:
    deck_of(desk).write_text("## Something else\nx\n", "utf-8")
    with pytest.raises(FlashcardsError, match=r"“What is one\?” is not in deck\.md any more"):
        find_note(desk, first_card(desk))


def test_a_note_is_added_at_the_end_with_an_id(desk: Desk) -> None:
    add_note(desk, deck_of(desk), "## Other\nThird.")
    assert deck_of(desk).read_text("utf-8").endswith("Second.\n\n## Other {#other-2}\nThird.\n")
    add_note(desk, desk.decks.roots[0] / "new.md", "## New\nx")
    assert (desk.decks.roots[0] / "new.md").read_text("utf-8") == "## New {#new}\nx\n"


OPEN = "## One {#one}\nFirst.\n\n```python\nnever_closed()\n"


def test_a_deck_whose_end_is_open_takes_no_note(desk: Desk) -> None:
    deck_of(desk).write_text(OPEN, "utf-8")
    with pytest.raises(FlashcardsError, match=r"never closed.*nothing was written"):
        add_note(desk, deck_of(desk), "## New\nx")
    assert deck_of(desk).read_text("utf-8") == OPEN


def test_what_is_no_note_is_not_added(desk: Desk) -> None:
    with pytest.raises(FlashcardsError, match="a note begins with its question"):
        add_note(desk, deck_of(desk), "Just a thought.")
    assert deck_of(desk).read_text("utf-8") == DECK


def test_a_note_is_added_below_what_another_program_writes_meanwhile(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs, flush = f"{DECK}\n## Other {{#other-2}}\nTheirs.\n", os.fsync

    def flush_and_lose(number: int) -> None:
        monkeypatch.setattr(os, "fsync", flush)
        flush(number)
        deck_of(desk).write_text(theirs, "utf-8")

    monkeypatch.setattr(os, "fsync", flush_and_lose)
    add_note(desk, deck_of(desk), "## Other\nMine.")
    assert deck_of(desk).read_text("utf-8") == f"{theirs}\n## Other {{#other-3}}\nMine.\n"


def test_two_notes_at_once_get_their_ids_and_the_line_endings_of_the_deck(desk: Desk) -> None:
    deck_of(desk).write_bytes(b"\xef\xbb\xbf## One\r\nFirst.\r\n")
    add_note(desk, deck_of(desk), "## New\nx\n\n## New\ny")
    added = b"\r\n## New {#new}\r\nx\r\n\r\n## New {#new-2}\r\ny\r\n"
    assert deck_of(desk).read_bytes() == b"\xef\xbb\xbf## One\r\nFirst.\r\n" + added


def test_standings_and_taken_ids_are_told(desk: Desk) -> None:
    file = str(deck_of(desk))
    assert ids_elsewhere(desk.library, file) == {"other": str(desk.decks.roots[0] / "other.md")}
    assert Standings(desk.library, file) == {}
    session = Session(desk.library)
    session.answer(Grade.GOOD, 1000)
    assert list(Standings(desk.library, file).values()) == ["tomorrow"]
    session.suspend_card(first_card(desk))
    assert list(Standings(desk.library, file).values()) == ["suspended"]


@pytest.mark.parametrize(
    ("text", "head"),
    [("---\na: b\n---\n## x\n", "---\na: b\n---\n"), ("---\n---\n", "---\n---\n"), ("## x", "")],
)
def test_the_head_of_a_deck_is_its_front_matter(text: str, head: str) -> None:
    assert head_of(text) == head
