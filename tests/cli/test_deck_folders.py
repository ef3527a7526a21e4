"""Folders of decks renamed, moved and thrown away; the history stays with the notes."""

from pathlib import Path

import pytest

from flashcards.store.deck_places import DeckPlaces
from tests.cli.conftest import CommandLine
from tests.cli.test_deck import reviewed, reviews


@pytest.fixture
def maths(cli: CommandLine) -> Path:
    """Put two decks with a picture into a folder."""
    folder = cli.decks / "maths" / "sets"
    folder.mkdir(parents=True)
    (folder / "unions.md").write_text("## What is a union?\n![](both.png) All of both.\n")
    (folder / "both.png").write_bytes(b"picture")
    (cli.decks / "maths" / "limits.md").write_text("## What is a limit? {#limit}\nA border.\n")
    return cli.decks / "maths"


def test_a_folder_gets_another_name_and_its_notes_keep_their_history(
    cli: CommandLine, maths: Path
) -> None:
    reviewed(cli)
    before = reviews(cli)
    assert cli("deck", "rename", "maths", "numbers").out == (
        f"{maths} is {cli.decks / 'numbers'} now.\n"
    )
    assert not maths.exists()
    assert reviews(cli) == before
    decks = {card["deck"] for card in cli.states().values()}
    assert {"numbers/limits", "numbers/sets/unions"} <= decks


def test_a_folder_is_moved_with_all_that_is_in_it(cli: CommandLine, maths: Path) -> None:
    reviewed(cli)
    before = reviews(cli)
    cli("deck", "move", "maths/sets", cli.decks)
    assert (cli.decks / "sets" / "both.png").read_bytes() == b"picture"
    cli("deck", "move", cli.decks / "sets", cli.decks / "deep" / "down")
    assert (cli.decks / "deep" / "down" / "unions.md").exists()
    assert reviews(cli) == before


def test_a_deck_is_moved_into_a_folder_that_is_not_there_yet(cli: CommandLine, maths: Path) -> None:
    cli("deck", "move", "limits", maths / "new")
    assert (maths / "new" / "limits.md").exists()


def test_a_folder_is_thrown_away_and_comes_back(
    cli: CommandLine, maths: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reviewed(cli)
    before = reviews(cli)
    monkeypatch.setenv("XDG_DATA_HOME", str(cli.folder / "share"))
    trash = cli.folder / "share" / "Trash"
    assert cli("deck", "delete", "maths").out.startswith(f"{maths} is in the trash, as {trash}")
    assert {card["deck"] for card in cli.states().values()} == {"norms"}
    assert (trash / "info" / "maths.trashinfo").exists()
    DeckPlaces().restore(trash / "files" / "maths", maths)
    assert reviews(cli) == before
    assert list((trash / "info").iterdir()) == []


@pytest.mark.parametrize("deed", [("rename", "x"), ("move", "x"), ("delete",)], ids=lambda d: d[0])
def test_the_folder_that_all_decks_are_in_stays(cli: CommandLine, deed: tuple[str, ...]) -> None:
    outcome = cli("deck", deed[0], cli.decks, *deed[1:])
    assert (outcome.status, outcome.err) == (
        2,
        f"{cli.decks} is where your decks live, so it stays. “flashcards deck home FOLDER” lets"
        " them live elsewhere.\n",
    )
    assert cli.decks.is_dir()


def test_a_folder_is_not_put_into_itself(cli: CommandLine, maths: Path) -> None:
    outcome = cli("deck", "move", "maths", maths / "sets")
    assert outcome.err == (
        f"{maths} cannot be put into {maths / 'sets' / 'maths'}, which is inside it.\n"
    )
    outcome = cli("deck", "add", cli.decks, "--to", maths)
    assert outcome.err == f"{cli.decks} cannot be copied into {maths}, which is inside it.\n"
    assert sorted(path.name for path in maths.iterdir()) == ["limits.md", "sets"]


def test_a_folder_that_leaves_the_deck_folders_is_told(
    cli: CommandLine, maths: Path, tmp_path: Path
) -> None:
    outcome = cli("deck", "move", "maths", tmp_path / "away")
    assert outcome.out.endswith(
        f"{tmp_path / 'away'} now.\n"
        "It is in none of your deck folders, so its notes are asked only with --decks.\n"
    )
    assert "none of your deck folders" not in cli("deck", "move", tmp_path / "away", maths).out


def test_a_path_is_below_the_deck_folder_unless_it_says_otherwise(
    cli: CommandLine, maths: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    cli("deck", "move", "maths/limits", "new/one")
    assert (cli.decks / "new" / "one" / "limits.md").exists()
    (tmp_path / "there").mkdir()
    for place in ("there", "./here.md"):
        cli("deck", "move", "maths/sets/unions" if place == "there" else "limits", place)
    assert (tmp_path / "there" / "unions.md").exists()
    assert (tmp_path / "here.md").exists()


def test_a_deck_that_is_a_link_leads_where_it_led(cli: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "real.md").write_text("## Linked? {#linked}\nYes.\n")
    (cli.decks / "link.md").symlink_to("../real.md")
    assert "none of your" not in cli("deck", "rename", "link", "other").out
    cli("deck", "move", "other", "deep/down")
    assert (cli.decks / "deep" / "down" / "other.md").is_symlink()
    assert cli.states()["linked"]["deck"] == "deep/down/other"


def test_a_link_that_leads_to_no_deck_is_told(cli: CommandLine, maths: Path) -> None:
    (maths / "round").symlink_to(".")
    outcome = cli("deck", "add", maths, "--to", cli.decks / "copies")
    assert "1 link left out." in outcome.out
    assert f"  {maths / 'round'} leads to a folder, or to nothing, and was left out." in outcome.out


def test_a_hidden_folders_decks_would_not_be_read(cli: CommandLine, maths: Path) -> None:
    outcome = cli("deck", "rename", "maths", ".maths")
    assert outcome.err.endswith("a folder's name must not begin with a dot.\n")
    assert maths.is_dir()


def test_a_folder_of_the_name_is_not_written_over(cli: CommandLine, maths: Path) -> None:
    (cli.decks / "numbers").mkdir()
    assert "there is a file of that name already" in cli("deck", "rename", "maths", "numbers").err
    assert (maths / "limits.md").exists()


def test_a_deck_goes_before_a_folder_of_its_name_unless_a_slash_says_so(
    cli: CommandLine, maths: Path
) -> None:
    cli.deck("maths", "## Which is meant?\nThe deck.\n")
    cli("deck", "rename", "maths/", "numbers")
    assert (cli.decks / "numbers" / "limits.md").exists()
    cli("deck", "rename", "maths", "sums")
    assert (cli.decks / "sums.md").exists()


def test_what_is_neither_is_said_with_the_nearest(cli: CommandLine, maths: Path) -> None:
    assert maths.exists()
    assert cli("deck", "delete", "maths/limit").err == (
        "There is no deck called “maths/limit”. Did you mean “maths/limits”?\n"
    )
