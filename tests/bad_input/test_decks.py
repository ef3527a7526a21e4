"""Deck folders with nothing, with rubbish, and with far too much in them."""

import time
from pathlib import Path

import pytest

from tests.bad_input.conftest import Program, is_one_sentence


def test_an_empty_deck_folder(program: Program) -> None:
    (program.decks / "deck.md").unlink()
    today = program("today")
    assert today.status == 0
    assert f"There are no cards in {program.decks}." in today.out
    assert program("check").out == "No decks here.\n"
    assert "The day is done." in program("review", typed="\n4\n").out
    assert program("cards", "--json").out == "[]\n"


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (bytes(range(256)) * 50, "bad.md:1:1: error [not-text]"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "bad.md:3:1: error [not-text]"),
        (b"## Caf\xe9\n\nlatin-1\n", "bad.md:1:7: error [not-utf8]"),
        (b"## A\n\n\xf0\x28\x8c\xbc\n", "bad.md:3:1: error [not-utf8]"),
    ],
)
def test_a_file_that_is_no_text_costs_no_other_card(
    program: Program, content: bytes, place: str
) -> None:
    (program.decks / "bad.md").write_bytes(content)
    check = program("check")
    assert check.status == 1
    assert place in check.out
    today = program("today")
    assert today.status == 0
    assert "20 new" in today.out
    assert "1 problem in the decks: see flashcards check" in today.out


def test_a_deck_of_fifty_megabytes(program: Program) -> None:
    note = "## Question {} {{#q{}}}\n\n" + "word $x^2$ `code` " * 280 + "\n\n"
    with (program.decks / "deck.md").open("w", encoding="utf-8") as deck:
        for number in range(10_000):
            deck.write(note.format(number, number))
    assert (program.decks / "deck.md").stat().st_size > 50_000_000
    start = time.perf_counter()
    today = program("today")
    assert "20 new" in today.out
    assert time.perf_counter() - start < 30


def test_a_deck_beyond_the_limit_is_said(program: Program) -> None:
    with (program.decks / "huge.md").open("wb") as deck:
        deck.truncate(70_000_000)
    assert "[too-large] The file is 70 MB; decks are read up to 64 MB." in program("check").out


def test_a_deck_folder_that_is_not_there(program: Program) -> None:
    for command in ("today", "review", "check", "cards"):
        outcome = program.bare("--decks", program.folder / "nowhere", command)
        assert is_one_sentence(outcome)
        assert "There is no folder or file called" in outcome.err
    assert not program.data.exists()


def test_a_deck_that_may_not_be_read(unprivileged: Program) -> None:
    (unprivileged.decks / "secret.md").write_text("## A\n\na\n")
    (unprivileged.decks / "secret.md").chmod(0)
    closed = unprivileged.decks / "closed"
    closed.mkdir(mode=0)
    out = unprivileged("check").out
    closed.chmod(0o700)
    assert "secret.md:1:1: error [unreadable] The file cannot be read: permission denied." in out
    assert "closed:1:1: error [unreadable]" in out
    assert "1 deck with 30 cards: 2 errors." in out


@pytest.mark.parametrize("name", ["a b “c”.md", "ünï\u202e.md", "-x.md"])
def test_strange_names_are_names(program: Program, name: str) -> None:
    Path(program.decks, name).write_text("## Q {#strange}\n\na\n")
    assert '"id": "strange"' in program("cards", "--json", "Q").out
