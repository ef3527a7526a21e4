"""Notes moved, duplicated, split and merged; histories go where they belong."""

from pathlib import Path

import pytest

from flashcards.services.notes import Notes
from flashcards.services.shelving import deck_to_be
from flashcards.store.deck_files import DeckFiles
from flashcards.store.deck_places import DeckPlaces
from flashcards.store.deck_writer import DeckDraft
from flashcards.store.faults import FileFaultError
from tests.cli.conftest import DECK, CommandLine
from tests.services.conftest import together

PLAIN = "## Why does ReLU die?\nIts input stays negative.\n\nIts slope is zero then.\n"


def reviewed(cli: CommandLine) -> dict[str, int]:
    """Give each card a past review, and tell how many each has."""
    rows = "".join(f"{card},2026-02-01T10:00:00Z,4\n" for card in cli.states())
    cli("log", "import", cli.file("r.csv", f"card,time,grade\n{rows}"))
    return reviews(cli)


def reviews(cli: CommandLine) -> dict[str, int]:
    return {str(card["prompt"]): card["reviews"] for card in cli.states().values()}


def test_a_moved_note_takes_its_history_along(cli: CommandLine) -> None:
    cli.deck("more", "## More?\nYes.")
    before = reviewed(cli)
    outcome = cli("note", "move", "l1", "--to", "more")
    more = cli.decks / "more.md"
    assert outcome.out == f"#l1 stands at {more}:4 now, with its history.\n"
    assert more.read_text() == (
        "## More?\nYes.\n\n## What does L1 do? {#l1}\n\nDrives small weights to zero.\n"
    )
    assert "L1 do" not in (cli.decks / "norms.md").read_text()
    assert reviews(cli) == before


def test_a_note_without_an_id_gets_one_and_may_make_the_deck(cli: CommandLine) -> None:
    path = cli.deck("relu", PLAIN)
    before = reviewed(cli)
    outcome = cli("note", "move", f"{path}:2", "--to", "new")
    assert outcome.out.startswith(f"#relu-die stands at {cli.decks / 'new.md'}:1 now")
    assert path.read_text() == ""
    assert reviews(cli) == before


def test_a_moved_note_has_the_line_ends_and_pictures_of_its_new_place(cli: CommandLine) -> None:
    (cli.decks / "eye.png").write_bytes(b"picture")
    cli.deck("eyes", "## Eye? {#eye}\n![](eye.png)\n")
    (cli.decks / "deep").mkdir()
    deep = cli.decks / "deep" / "dos.md"
    deep.write_bytes(b"## Q?\r\nA\r\n")
    assert cli("note", "move", "#eye", "--to", deep).out.endswith(
        "history. 1 picture copied along.\n"
    )
    assert deep.read_bytes() == b"## Q?\r\nA\r\n\r\n## Eye? {#eye}\r\n![](eye.png)\r\n"
    assert (deep.parent / "eye.png").exists()


def test_a_copy_is_new_and_the_note_keeps_its_history(cli: CommandLine) -> None:
    path = cli.deck("relu", PLAIN.replace("die?", "die? {.reversed}"))
    cli("log", "import", cli.file("r.csv", _past(cli)))
    assert cli("note", "duplicate", f"{path}:1").out == (
        f"The copy is #relu-die-2, at {path}:6; it begins new.\n"
    )
    assert path.read_text().count("{#relu-die .reversed}") == 1
    assert path.read_text().count("{#relu-die-2 .reversed}") == 1
    found = sorted(row["reviews"] for row in cli("cards", "deck:relu", "--json").json())
    assert found == [0, 0, 1, 1]
    assert cli("check", path).status == 0


def _past(cli: CommandLine) -> str:
    rows = cli("cards", "deck:relu", "--json").json()
    return "card,time,grade\n" + "".join(f"{row['id']},2026-02-01T10:00:00Z,4\n" for row in rows)


def test_a_split_note_keeps_its_history_above(cli: CommandLine) -> None:
    path = cli.deck("relu", PLAIN)
    reviewed(cli)
    outcome = cli("note", "split", f"{path}:1", "--at", "4", "--prompt", "Which slope has it?")
    assert outcome.out == f"The new note is #slope-has, at {path}:4; it begins new.\n"
    assert path.read_text() == (
        "## Why does ReLU die? {#relu-die}\nIts input stays negative.\n\n"
        "## Which slope has it? {#slope-has}\nIts slope is zero then.\n"
    )
    assert (reviews(cli)["Why does ReLU die?"], reviews(cli)["Which slope has it?"]) == (1, 0)


def test_merged_notes_go_on_with_the_first_ones_history(cli: CommandLine) -> None:
    reviewed(cli)
    path = cli.decks / "norms.md"
    assert cli("note", "merge", "l2", "l1").out == (
        f"#l2, at {path}:5, holds both; the other's history waits.\n"
    )
    assert path.read_text().startswith(
        "---\ntopic: ml/norms\n---\n\n## What does L2 do? {#l2}\n\nShrinks them.\n\n"
        "**What does L1 do?**\n\nDrives small weights to zero.\n\n## Gap"
    )
    assert reviews(cli)["What does L2 do?"] == 1
    assert "What does L1 do?" not in reviews(cli)
    path.write_text(DECK)
    assert set(reviews(cli).values()) == {1}


def test_merged_notes_keep_their_footnotes_apart(cli: CommandLine) -> None:
    path = cli.deck("notes", "## A {#a}\nx[^1]\n\n[^1]: One.\n\n## B {#b}\ny[^1]\n\n[^1]: Two.\n")
    cli("note", "merge", "a", "b")
    assert path.read_text() == (
        "## A {#a}\nx[^1]\n\n[^1]: One.\n\n**B**\n\ny[^1-2]\n\n[^1-2]: Two.\n"
    )


def test_notes_of_two_decks_are_merged_with_pictures_hints_and_parts(cli: CommandLine) -> None:
    (cli.decks / "deep").mkdir()
    (cli.decks / "deep" / "eye.png").write_bytes(b"picture")
    other = cli.decks / "deep" / "other.md"
    other.write_text("## Eye? {#eye}\n> hint: look\n\nMore.\n\n---\n\n![](eye.png)\n")
    cli("note", "merge", "l1", "eye")
    text = (cli.decks / "norms.md").read_text()
    assert (
        "{#l1}\n\n---\n\n\nDrives small weights to zero.\n\n**Eye?**\n\n> hint: look\n\n"
        "More.\n\n---\n\n![](eye.png)\n\n## What does L2"
    ) in text
    assert other.read_text() == ""
    assert (cli.decks / "eye.png").exists()
    assert cli("check").status == 0


def test_gaps_of_a_merged_note_are_numbered_on(cli: CommandLine) -> None:
    path = cli.deck(
        "gaps", "## A {#a .cloze}\n{{c1::x}} {{c2::y}}\n\n## B {#b .cloze}\n{{c1::z}}\n"
    )
    cli("note", "merge", "a", "b")
    assert path.read_text() == "## A {#a .cloze}\n{{c1::x}} {{c2::y}}\n\n**B**\n\n{{c3::z}}\n"


def test_a_note_above_is_taken_below(cli: CommandLine) -> None:
    path = cli.deck("two", "## A {#a}\r\n1\r\n\r\n## B {#b}\r\n2\r\n\r\n## C {#c}\r\n3\r\n")
    path.write_bytes(path.read_bytes().replace(b"\r\r\n", b"\r\n"))
    cli("note", "merge", "a", "b")
    assert path.read_bytes() == b"## A {#a}\r\n1\r\n\r\n**B**\r\n\r\n2\r\n\r\n## C {#c}\r\n3\r\n"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ("move gapp --to norms", "No note in your decks is called “gapp”. Did you mean “gap”?"),
        (
            "duplicate somewhere.md:3",
            "No note in your decks is called “somewhere.md:3”. "
            "Name it by its id, or by file and line (deck.md:12).",
        ),
        ("move l1 --to norms", "“What does L1 do?” is in {deck} already."),
        (
            "split gap --at 15 --prompt Q",
            "Only a basic note can be split, and this is .cloze: it has several cards, each with a"
            " history of its own that would stay behind. Duplicate it, and take out of each note"
            " what belongs to the other.",
        ),
        ("split l1 --at 5 --prompt Q", "Line 5 is not below the heading of the note at {deck}:5."),
        (
            "split l1 --at 99 --prompt Q",
            "Line 99 is not below the heading of the note at {deck}:5.",
        ),
        ("merge l1 l1", "A note cannot be put together with itself."),
        (
            "merge l1 gap",
            "Only two basic notes, or two cloze notes, can be put together; these are .basic and "
            ".cloze.",
        ),
    ],
)
def test_what_cannot_be_done_is_said_and_changes_nothing(
    cli: CommandLine, arguments: str, sentence: str
) -> None:
    deck = cli.decks / "norms.md"
    outcome = cli("note", *arguments.split())
    assert (outcome.status, outcome.err) == (2, sentence.format(deck=deck) + "\n")
    assert deck.read_text() == DECK


def test_a_prompt_needs_words(cli: CommandLine) -> None:
    outcome = cli("note", "split", "l1", "--at", "7", "--prompt", " ")
    assert outcome.err == "--prompt needs words: they are what the new note asks.\n"


def test_a_note_that_would_be_swallowed_stays_where_it_is(cli: CommandLine) -> None:
    deck = cli.deck("open", "## Q? {#q}\nA\n\n<!-- never closed\n")
    outcome = cli("note", "move", "l1", "--to", "open")
    assert outcome.err.startswith(f"What is added to {deck} would not be read as notes there")
    assert (cli.decks / "norms.md").read_text() == DECK


class ReadOnly(DeckDraft):
    """A deck that can be read and not written."""

    def save(self, text: str) -> None:
        raise FileFaultError(Path("norms.md"), "written", f"it is read-only ({len(text)})")


class Stubborn(DeckFiles):
    """Decks of which one is read-only."""

    def open(self, file: str) -> DeckDraft:
        draft = super().open(file)
        return ReadOnly(draft.written, draft.deck) if file.endswith("norms.md") else draft


@pytest.mark.parametrize("to", ["more", "fresh"])
def test_where_the_old_deck_cannot_be_written_the_new_one_is_as_it_was(
    cli: CommandLine, to: str
) -> None:
    more = cli.deck("more", "## More?\nYes.\n")
    decks = Stubborn([cli.decks])
    with pytest.raises(FileFaultError):
        Notes(decks, DeckPlaces(), together(cli.data)).move("l1", deck_to_be(to, decks))
    assert more.read_text() == "## More?\nYes.\n"
    assert not (cli.decks / "fresh.md").exists()
