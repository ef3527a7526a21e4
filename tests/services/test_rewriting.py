"""Selected notes are tagged and moved in their files: all or none, and taken back in one step."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from flashcards.domain.entry import Leaf
from flashcards.domain.errors import FlashcardsError, IndexLostError
from flashcards.domain.ids import CardId
from flashcards.domain.note import Note
from flashcards.services.bulk import StoppedError
from flashcards.services.library import Library
from flashcards.services.rewriting import OutdatedError, Rewriting
from flashcards.store.deck_files import DeckFiles
from flashcards.store.deck_places import DeckPlaces
from flashcards.store.index import Index
from tests.services.conftest import Place, together

ONE = """---
topic: ml
---

## A? {#a}
One.

## B?
Two.

## C? {#c .reversed}
Three.
""".replace("\n", "\r\n")
TWO = "## D? {#d}\nFour.\n"


def nothing() -> None:
    """Count nothing."""


class Desk:
    """Two decks on the disk, and the library on them."""

    def __init__(self, place: Place) -> None:
        place.write("", "deck")
        (place.decks / "deck.md").unlink()
        self.one, self.two = place.decks / "one.md", place.decks / "two.md"
        self.one.write_bytes(ONE.encode())
        self.two.write_bytes(TWO.encode())
        self.library: Library = place.library()
        self.rewriting = self._rewriting(place)

    def _rewriting(self, place: Place) -> Rewriting:
        decks, steps = DeckFiles([place.decks]), together(place.file.parent)
        return Rewriting(self.library, decks, DeckPlaces(), steps)

    def notes(self, *prompts: str) -> list[Note]:
        cards = [card.id for card in self.library.cards() if card.note.prompt in prompts]
        return self.rewriting.notes_of([*cards, CardId("gone")])

    @property
    def texts(self) -> tuple[str, str]:
        return self.one.read_bytes().decode(), self.two.read_bytes().decode()


@pytest.fixture
def desk(place: Place) -> Desk:
    return Desk(place)


def test_notes_are_given_in_the_order_of_their_cards_and_counted_without_being_read(
    desk: Desk,
) -> None:
    cards = [card.id for card in desk.library.cards()][::-1]
    looked_at = list[int]()
    notes = desk.rewriting.notes_of([*cards, CardId("gone")], lambda: looked_at.append(1))
    assert [note.prompt for note in notes] == ["D?", "C?", "B?", "A?"]
    assert len(looked_at) == desk.rewriting.count_notes([*cards, CardId("gone")]) == 4


def test_an_index_that_is_lost_is_mended_by_the_thread_that_owns_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    cards, leaves = [card.id for card in desk.library.cards()], Index.leaves

    def lost(_index: Index, _files: Iterable[str] | None = None) -> list[Leaf]:
        monkeypatch.setattr(Index, "leaves", leaves)
        raise IndexLostError

    monkeypatch.setattr(Index, "leaves", lost)
    with pytest.raises(IndexLostError):
        desk.rewriting.notes_of(cards)
    monkeypatch.setattr(Index, "leaves", lost)
    assert [entry.note.prompt for entry in desk.library.entries_in(str(desk.two))] == ["D?"]


def test_notes_of_several_decks_are_tagged_and_nothing_else_changes(desk: Desk) -> None:
    done = desk.rewriting.tag(desk.notes("A?", "B?", "C?", "D?"), ["core"], [], nothing)
    assert done.told == "Tagged 4 notes"
    one = ONE.replace("{#a}", "{#a tags=core}").replace("B?", "B? {tags=core}")
    one = one.replace("{#c .reversed}", "{#c .reversed tags=core}")
    assert desk.texts == (one, TWO.replace("{#d}", "{#d tags=core}"))
    back = desk.rewriting.turn(done, nothing)
    assert desk.texts == (ONE, TWO)
    desk.rewriting.turn(back, nothing)
    assert desk.texts[0] == one


def test_notes_move_in_their_order_and_come_back(desk: Desk) -> None:
    done = desk.rewriting.move(desk.notes("A?", "B?"), desk.two, nothing)
    assert done.told == "Moved 2 notes to two"
    one, two = desk.texts
    assert "A?" not in one
    assert "B?" not in one
    assert two.startswith(TWO)
    assert two.index("## A? {#a}\nOne.") < two.index("## B?")
    desk.rewriting.turn(done, nothing)
    assert desk.texts == (ONE, TWO)


def test_what_is_stopped_half_way_has_moved_nothing(desk: Desk) -> None:
    left = [1]

    def step() -> None:
        if not left.pop():
            raise StoppedError
        left.append(0)

    with pytest.raises(StoppedError):
        desk.rewriting.move(desk.notes("A?", "B?"), desk.two, step)
    assert desk.texts == (ONE, TWO)


def test_taking_back_can_be_stopped_before_any_file_is_written(desk: Desk) -> None:
    done = desk.rewriting.tag(desk.notes("A?", "D?"), ["core"], [], nothing)
    tagged, looked_at = desk.texts, list[int]()

    def step() -> None:
        looked_at.append(1)
        if len(looked_at) == 2:
            raise StoppedError

    with pytest.raises(StoppedError):
        desk.rewriting.turn(done, step)
    assert desk.texts == tagged


def test_a_file_that_was_changed_meanwhile_is_left_alone(desk: Desk) -> None:
    notes = desk.notes("A?", "D?")
    desk.two.write_text("## New first\nYes.\n\n" + TWO, "utf-8")
    with pytest.raises(OutdatedError, match=r"two\.md was changed a moment ago"):
        desk.rewriting.tag(notes, ["core"], [], nothing)
    assert desk.texts[0] == ONE


def test_a_step_is_not_taken_back_over_a_later_change(desk: Desk) -> None:
    done = desk.rewriting.tag(desk.notes("A?"), ["core"], [], nothing)
    desk.one.write_text(desk.one.read_text("utf-8") + "\nMore.\n", "utf-8")
    with pytest.raises(OutdatedError):
        desk.rewriting.turn(done, nothing)


def test_where_one_file_cannot_be_written_the_others_stay_as_they_were(
    desk: Desk, place: Place
) -> None:
    notes = desk.notes("A?", "D?")
    kept = Path.read_bytes

    def changed_at_the_last_moment(path: Path) -> bytes:
        content = kept(path)
        return content + b"\n" if path == desk.two and b"tags" in kept(desk.one) else content

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Path, "read_bytes", changed_at_the_last_moment)
        with pytest.raises(FlashcardsError):
            desk.rewriting.tag(notes, ["core"], [], nothing)
    assert desk.texts == (ONE, TWO)
