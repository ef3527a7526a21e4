"""Decks made, renamed, moved and thrown away; the history stays with the notes."""

import os
from pathlib import Path

import pytest

from flashcards.store.deck_places import DeckPlaces
from flashcards.store.faults import FileFaultError
from tests.cli.conftest import CommandLine


def reviewed(cli: CommandLine) -> None:
    """Give each card of the norms deck a past review."""
    rows = "".join(f"{card},2026-02-01T10:00:00Z,4\n" for card in cli.states())
    cli("log", "import", cli.file("r.csv", f"card,time,grade\n{rows}"))


def reviews(cli: CommandLine) -> dict[str, int]:
    return {name: card["reviews"] for name, card in cli.states().items()}


def test_a_deck_is_made_with_its_title(cli: CommandLine) -> None:
    outcome = cli("deck", "create", "graph-search")
    deck = cli.decks / "graph-search.md"
    assert outcome.out.startswith(f"{deck} is made.")
    assert deck.read_text() == '---\ntitle: "Graph search"\n---\n'
    cli("deck", "create", cli.decks / "sub" / "named.md", "--title", "A name")
    assert (cli.decks / "sub" / "named.md").read_text() == '---\ntitle: "A name"\n---\n'


def test_a_path_is_one_below_the_first_deck_folder(
    cli: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(cli.folder)
    cli("deck", "create", "ml/my nets.md")
    deck = cli.decks / "ml" / "my nets.md"
    assert deck.exists()
    outcome = cli("deck", "create", deck.with_name("l 2.md").relative_to(cli.folder))
    deck = cli.decks / "ml" / "l 2.md"
    assert outcome.out == (
        f"{deck.relative_to(cli.folder)} is made. “flashcards new "
        f"'{deck.relative_to(cli.folder)}' --append” puts a first note into it.\n"
    )
    assert deck.exists()


def test_a_deck_outside_of_the_folders_is_made_where_its_path_says_so_and_told(
    cli: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(cli.folder)
    told = cli("deck", "create", "./elsewhere.md").out
    assert (cli.folder / "elsewhere.md").exists()
    assert told.endswith(
        "\nIt is in none of your deck folders, so its notes are asked only with --decks.\n"
    )


def test_a_deck_that_is_there_is_not_made_again(cli: CommandLine) -> None:
    outcome = cli("deck", "create", "norms")
    assert (outcome.status, outcome.err) == (
        2,
        f"{cli.decks / 'norms.md'} cannot be made: there is a file of that name already.\n",
    )


@pytest.mark.parametrize("name", ["README", "./.hidden.md"])
def test_a_name_that_is_never_read_is_refused(cli: CommandLine, name: str) -> None:
    assert "would not be read as a deck" in cli("deck", "create", name).err


def test_without_a_folder_a_bare_name_has_no_place(cli: CommandLine) -> None:
    deck = cli.decks / "norms.md"
    outcome = cli.bare("--decks", deck, "--data", cli.data, "deck", "create", "new")
    assert outcome.err == "There is no folder for “new”: name its file, as in ./new.md.\n"


def test_history_stays_when_a_deck_is_renamed_and_moved(cli: CommandLine) -> None:
    cli.deck("plain", "## A question without an id?\nAn answer.\n")
    reviewed(cli)
    before = reviews(cli)
    assert set(before.values()) == {1}
    assert cli("deck", "rename", "plain", "renamed").out == (
        f"{cli.decks / 'plain.md'} is {cli.decks / 'renamed.md'} now.\n"
    )
    assert reviews(cli) == before
    (cli.decks / "deep").mkdir()
    cli("deck", "move", "renamed", cli.decks / "deep")
    cli("deck", "move", "norms", cli.decks / "deep" / "lengths.md")
    assert sorted(path.name for path in (cli.decks / "deep").iterdir()) == [
        "lengths.md",
        "renamed.md",
    ]
    assert reviews(cli) == before


def test_pictures_are_copied_along(cli: CommandLine) -> None:
    (cli.decks / "eye.png").write_bytes(b"picture")
    cli.deck("eyes", "## Eye?\n![](eye.png) ![](gone.png) ![](https://example.org/a.png)\n")
    outcome = cli("deck", "move", "eyes", cli.decks / "deep" / "eyes.md")
    assert outcome.out.endswith("eyes.md now. 1 picture copied along.\n")
    assert (cli.decks / "deep" / "eye.png").read_bytes() == b"picture"
    assert (cli.decks / "eye.png").exists()


def test_nothing_is_overwritten_and_no_picture_stays_behind(cli: CommandLine) -> None:
    (cli.decks / "deep").mkdir()
    (cli.decks / "deep" / "eyes.md").write_text("## Other?\nYes.\n")
    (cli.decks / "eye.png").write_bytes(b"picture")
    deck = cli.deck("eyes", "## Eye?\n![](eye.png)\n")
    outcome = cli("deck", "move", deck, cli.decks / "deep")
    assert outcome.err.endswith("cannot be written: there is a file of that name already.\n")
    assert deck.exists()
    assert not (cli.decks / "deep" / "eye.png").exists()


def test_a_name_with_a_folder_is_no_new_name(cli: CommandLine) -> None:
    assert "would not be read as a deck" in cli("deck", "rename", "norms", "a/b").err


def test_a_deleted_deck_is_in_the_trash_and_its_history_waits(
    cli: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    reviewed(cli)
    before = reviews(cli)
    monkeypatch.setenv("XDG_DATA_HOME", str(cli.folder / "share"))
    path = cli.decks / "norms.md"
    trashed = cli.folder / "share" / "Trash" / "files" / "norms.md"
    assert cli("deck", "delete", "norms").out == (
        f"{path} is in the trash, as {trashed}. Its history waits for it.\n"
    )
    assert cli.states() == {}
    trashed.rename(path)
    assert reviews(cli) == before


def test_a_deck_that_is_not_there_is_said_with_the_nearest(cli: CommandLine) -> None:
    assert cli("deck", "delete", "norm").err == (
        "There is no deck called “norm”. Did you mean “norms”?\n"
    )


def test_the_trash_keeps_where_each_file_was(tmp_path: Path) -> None:
    places = DeckPlaces({"XDG_DATA_HOME": str(tmp_path / "share")})
    for number in (1, 2):
        deck = tmp_path / "my decks" / "l 1.md"
        deck.parent.mkdir(exist_ok=True)
        deck.write_text(str(number))
        places.trash(deck)
    trash = tmp_path / "share" / "Trash"
    assert (trash / "files" / "l 1.md").read_text() == "1"
    assert (trash / "files" / "l 1 2.md").read_text() == "2"
    head, path, date = (trash / "info" / "l 1 2.md.trashinfo").read_text().splitlines()
    assert (head, path) == ("[Trash Info]", f"Path={deck}".replace(" ", "%20"))
    assert len(date) == len("DeletionDate=2026-11-22T14:00:00")


def test_what_is_not_there_cannot_be_thrown_away(tmp_path: Path) -> None:
    places = DeckPlaces({"XDG_DATA_HOME": str(tmp_path)})
    with pytest.raises(FileFaultError, match=r"cannot be put into the trash: no such file"):
        places.trash(tmp_path / "gone.md")
    assert [path.name for path in tmp_path.rglob("*.trashinfo")] == []


def test_a_new_file_is_as_readable_as_its_folder(tmp_path: Path) -> None:
    tmp_path.chmod(0o750)
    DeckPlaces().create(tmp_path / "deck.md", b"x")
    assert (tmp_path / "deck.md").stat().st_mode & 0o777 == 0o640


def test_a_file_on_another_disk_goes_into_that_disks_trash(
    disk_and_memory: tuple[Path, Path],
) -> None:
    home, folder = disk_and_memory
    deck = folder / "l1.md"
    deck.write_text("## Q?\nA.\n")
    trashed = DeckPlaces({"XDG_DATA_HOME": str(home)}).trash(deck)
    note = trashed.parent.parent / "info" / f"{trashed.name}.trashinfo"
    try:
        assert trashed.parent.parent.name == f".Trash-{os.getuid()}"
        assert not deck.exists()
        assert f"Path={folder.name}/l1.md\n" in note.read_text()
    finally:
        trashed.unlink()
        note.unlink()


def test_a_limit_of_a_deck_and_a_search_for_it_go_along(cli: CommandLine) -> None:
    assert not (cli.data / "settings.toml").exists()
    cli("deck", "rename", "norms", "lengths")
    assert not cli.data.exists()
    cli.data.mkdir()
    choices = '[limits]\n"deck:lengths" = { new = 1 }\n[searches]\nmine = "deck:lengths shrinks"\n'
    (cli.data / "settings.toml").write_text(choices, "utf-8")
    said = cli("deck", "move", "lengths", cli.decks / "maths" / "norms.md").out.splitlines()
    assert said[1] == "Limits, weights and saved searches that named it do so still."
    kept = (cli.data / "settings.toml").read_text("utf-8")
    assert kept == choices.replace("deck:lengths", "deck:maths/norms")
    assert cli("today", "--json").json()["new"] == 1
    assert [card["id"] for card in cli("cards", "@mine", "--json").json()] == ["l2"]
