"""A table is brought in by the keyboard, and its deck opened, renamed, thrown away and restored."""

from pathlib import Path

import pytest

from tests.journey.person import Person

pytestmark = pytest.mark.journey

TABLE = (
    "Nr,Term,Seen,Sense\n1,Epoch,yes,One pass over the data\n2,Batch,no,The examples of one step\n"
    "3,Shard,no,\n"
)


@pytest.fixture(autouse=True)
def trash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the person a trash of their own."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    return tmp_path / "share" / "Trash" / "files"


@pytest.fixture
def decks(tmp_path: Path) -> Path:
    folder = tmp_path / "decks"
    folder.mkdir()
    (folder / "old.md").write_text("## Old question? {#old}\nOld answer.\n", "utf-8")
    (tmp_path / "words.csv").write_text(TABLE, "utf-8")
    return folder


def import_words(person: Person, decks: Path) -> Path:
    """Choose the file, say that the fourth column answers, give a title, and import."""
    person.type("ctrl+i")
    person.look_at("Import notes")
    person.type("Return")
    person.look_at("Choose what to import")
    person.linger()
    person.write(str(decks.parent / "words.csv"))
    person.linger()
    person.close("Choose what to import", "Return")
    person.look_at("Import notes")
    person.linger()
    person.type("shift+Tab", "shift+Tab", "Down", "Down")  # the fourth column answers
    person.linger()
    person.type("Tab", "Tab", "End")
    person.write(" of mine")
    person.linger()
    person.type("Return")
    made = decks / "words-of-mine.md"
    person.until("the new deck", made.exists)
    text = made.read_text("utf-8")
    assert text.startswith('---\ntitle: "Words of mine"\n---\n\n## Epoch {#epoch}\n\nOne pass')
    assert (text.count("{#"), "Shard" in text) == (2, False)
    return made


def test_a_table_is_imported_and_its_deck_put_in_order(
    person: Person, decks: Path, trash: Path
) -> None:
    person.start(decks)
    person.linger()
    made = import_words(person, decks)
    person.close("Imported", "Tab", "space")
    person.linger()
    person.type("ctrl+End")
    person.write("And more.")
    person.type("ctrl+s")
    person.until("the deck saved", lambda: made.read_text("utf-8").endswith("And more."))
    person.type("Escape", "ctrl+d")
    person.linger()
    person.type("End", "F2")
    person.look_at("Rename words-of-mine.md")
    person.write("vocabulary")
    person.close("Rename words-of-mine.md", "Return")
    renamed = decks / "vocabulary.md"
    person.until("the new name", lambda: renamed.exists() and not made.exists())
    person.linger()
    person.type("Delete")
    person.close("Throw vocabulary.md away.", "Return")
    person.until("the deck in the trash", (trash / "vocabulary.md").exists)
    assert not renamed.exists()
    person.linger()
    person.type("ctrl+z")
    person.until("the deck again", renamed.exists)
    found = person.command("--decks", str(decks), "cards", "--json")
    assert {card["deck"] for card in found} == {"old", "vocabulary"}
    assert person.quit() == 0
