"""A deck is begun, written, put right, saved, reviewed and edited, with real keys."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.journey.person import Person

pytestmark = pytest.mark.journey

OLD = "## Old question {#old}\nOld answer.\n"
TABLE = "|  | L1 | L2 |\n|-|-|-|\n| Weights | sparse | shrunk |\n"
STORY = (
    "### Situation\nA shop.\n### Task\nSpeed.\n### Action\nI measured.\n"
    "### Result\n2 times as quick.\n"
)
WRITTEN = (
    ("## What does ReLU do?\nIt cuts.\n", ["What does ReLU do?\nIt cuts."]),
    (
        "## A dead unit {.reversed}\nOne whose gradient is zero.\n",
        ["A dead unit\nOne whose gradient is zero.", "One whose gradient is zero.\nA dead unit"],
    ),
    (
        "## Elastic net {.cloze}\nIt adds {{L1}} and {{L2}}.\n",
        [
            "Elastic net\nIt adds […] and L2.\nIt adds L1 and L2.",
            "Elastic net\nIt adds L1 and […].\nIt adds L1 and L2.",
        ],
    ),
    (f"## L1 vs L2 {{.compare}}\n{TABLE}", ["L1 vs L2 — Weights?\nL1\tL2\nsparse\tshrunk"]),
    (
        "## A convolution {.steps}\n1. A dense layer\n2. Pooling\n",
        ["A convolution\nStep 1\nA dense layer\nStep 2\nPooling"],
    ),
    (
        "## PinSage {.paper}\n### Problem\nGraphs.\n### Idea\nWalks.\n### Results\nMore hits.\n",
        [
            "PinSage — what problem does it solve?\nGraphs.",
            "PinSage — what is its key idea?\nWalks.",
            "PinSage — what did it achieve?\nMore hits.",
        ],
    ),
    (
        f"## Your impact {{.star}}\n{STORY}",
        [
            "Your impact\nTell it aloud, in 2 minutes at most.\nSituation\nA shop.\nTask\nSpeed."
            "\nAction\nI measured.\nResult\n2 times as quick."
        ],
    ),
)
"""A note of each kind, and its cards in the preview: the question, and below it the answer."""

SLIP = "##A slip\nThat one key corrects.\n"
_TO_THE_CARD = {1: 1, 2: 3, 3: 3}
"""So many tabs lead from the text to the card, by how many there are: two buttons turn them."""


@pytest.fixture
def decks(tmp_path: Path) -> Path:
    folder = tmp_path / "decks"
    folder.mkdir()
    (folder / "old.md").write_text(OLD, "utf-8")
    return folder


def write_and_see(person: Person, note: str, cards: Sequence[str]) -> None:
    """Write a note at the cursor, go to the preview, read each card there, and come back."""
    person.write(f"{note}\n")
    person.linger()
    tabs = _TO_THE_CARD[len(cards)]
    person.type(*["Tab"] * tabs)
    for card in cards:
        assert person.reads(card) == card
        person.type("alt+Next")
    person.type(*["shift+Tab"] * tabs)


def test_a_deck_is_begun_written_corrected_saved_reviewed_and_edited(
    person: Person, decks: Path
) -> None:
    new = decks / "norms.md"
    person.start(decks)
    person.linger()
    person.type("w")
    person.linger()
    person.type("ctrl+alt+n")
    person.look_at("New deck")
    person.write("Norms")
    person.close("New deck", "Return")
    for note, cards in WRITTEN:
        write_and_see(person, note, cards)
    person.write(SLIP)
    person.linger()
    person.type("F8", "ctrl+period", "ctrl+s")
    person.until("the deck on the disk", new.exists)
    text = new.read_text("utf-8")
    assert text.startswith('---\ntitle: "Norms"\n---\n\n## What does ReLU do? {#relu}\nIt cuts.\n')
    assert "\n## A slip {#slip}\nThat one key corrects.\n" in text
    assert text.count("{#") == 8
    cards = person.command("--decks", str(new), "cards", "--json")
    kinds = ["basic", "reversed", "cloze", "compare", "steps", "paper", "star"]
    assert list(dict.fromkeys(card["kind"] for card in cards)) == kinds
    person.type("Escape", "slash", *"relu")
    person.begin()
    person.linger()
    person.type("e")
    person.look_at("Edit the note")
    new.write_text(text.replace("That one key corrects.", "Theirs."), "utf-8")
    person.type("ctrl+End")
    person.write(" Mine.")
    person.close("Edit the note", "ctrl+s")
    mine = text.replace("It cuts.", "It cuts. Mine.").replace("That one key corrects.", "Theirs.")
    person.until("both changes", lambda: new.read_text("utf-8") == mine)
    person.type("u")
    theirs = mine.replace(" Mine.", "")
    person.until("the edit taken back", lambda: new.read_text("utf-8") == theirs)
    person.answer(1)
    assert {card for _, card in person.log()} <= {card["id"] for card in cards}
    assert person.quit() == 0


def test_a_note_is_edited_during_a_review_and_the_edit_taken_back(
    person: Person, decks: Path
) -> None:
    file = decks / "old.md"
    person.start(decks)
    person.begin()
    person.linger()
    person.type("e")
    person.look_at("Edit the note")
    person.type("ctrl+End")
    person.write(" And more.")
    person.close("Edit the note", "ctrl+s")
    person.until("the edit on the disk", lambda: "Old answer. And more." in file.read_text("utf-8"))
    person.type("u")
    person.until("the old text", lambda: file.read_text("utf-8") == OLD)
    person.answer(1)
    assert person.log() == [("reviewed", "old")]
    person.type("Escape", "Escape", "ctrl+n")
    person.look_at("Add a note")
    person.write("A new one")
    person.close("Add a note", "ctrl+Return")
    person.until("the note", lambda: "## A new one {#new-one}\n" in file.read_text("utf-8"))
    assert person.quit() == 0


def test_what_another_program_wrote_is_merged_in_front_of_the_person(
    person: Person, decks: Path
) -> None:
    file = decks / "old.md"
    person.start(decks)
    person.linger()
    person.type("w")
    person.linger()
    person.type("ctrl+End", "Up", "End")
    person.write(" Mine.")
    file.write_text(OLD.replace("answer.", "answer. Theirs."), "utf-8")
    person.type("ctrl+s")
    person.look_at("Both changed the same lines")
    assert "Mine" not in file.read_text("utf-8")
    both = "Old answer. Mine.\nOld answer. Theirs.\n"
    person.type(*["Tab"] * 5)
    assert person.reads("Mine") == "Old answer. Mine."
    person.type("Tab")
    assert person.reads("Theirs") == "Old answer. Theirs."
    person.type("Tab")
    assert both in person.reads("Theirs")
    person.close("Both changed the same lines", "Tab", "space")
    whole = f"## Old question {{#old}}\n{both}"
    person.until("both texts", lambda: file.read_text("utf-8") == whole)
    assert person.quit() == 0


def in_safety(person: Person) -> str:
    """Give all that is kept of what was not saved."""
    kept = sorted((person.data / "unsaved").glob("*.json"))
    return "".join(file.read_text("utf-8") for file in kept)


def test_a_killed_window_offers_the_unsaved_text_back(person: Person, decks: Path) -> None:
    file = decks / "old.md"
    person.start(decks)
    person.linger()
    person.type("w")
    person.linger()
    person.type("ctrl+End")
    person.write("Not saved.")
    person.until("the text in safety", lambda: "Not saved." in in_safety(person))
    assert person.kill() == -9
    assert file.read_text("utf-8") == OLD
    person.start(decks)
    person.linger()
    person.type("w")
    person.linger()
    person.type("ctrl+s")
    person.until("the text", lambda: file.read_text("utf-8") == f"{OLD}Not saved.")
    assert not in_safety(person)
    assert person.quit() == 0


def test_a_killed_window_offers_the_note_in_its_form_back(person: Person, decks: Path) -> None:
    file = decks / "old.md"
    person.start(decks)
    person.linger()
    person.type("ctrl+n")
    person.look_at("Add a note")
    person.write("Not lost")
    person.until("the note in safety", lambda: "Not lost" in in_safety(person))
    assert person.kill() == -9
    assert file.read_text("utf-8") == OLD
    person.start(decks)
    person.linger()
    person.type("ctrl+n")
    person.look_at("Add a note")
    person.close("Add a note", "ctrl+Return")
    person.until("the note", lambda: "## Not lost {#not-lost}\n" in file.read_text("utf-8"))
    assert not in_safety(person)
    assert person.quit() == 0
