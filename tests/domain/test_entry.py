"""What is kept of a note that was read."""

from dataclasses import replace

from flashcards.domain.entry import DeckFile, leaf_of
from flashcards.domain.ids import DeckId, NoteId
from tests.domain.samples import read


def test_a_note_without_a_name_has_no_cards() -> None:
    (entry,) = leaf_of(DeckFile("d.md", DeckId("d"), ""), read("## Q?\nA.\n"), ()).entries
    assert list(entry.cards()) == []
    assert [card.id for card in replace(entry, name=NoteId("q")).cards()] == ["q"]


def test_a_file_that_could_not_be_read_is_read_again_next_time() -> None:
    leaf = leaf_of(DeckFile("d.md", DeckId("d"), "3 bytes"), None, ())
    assert (leaf.stamp, leaf.entries) == ("", ())
