"""Where decks live: the shipped ones are copied to a folder, which is read from then on."""

from pathlib import Path
from typing import Any

from tests.cli.conftest import CommandLine


def run(cli: CommandLine, *arguments: str | Path) -> str:
    """Run a command without naming any deck."""
    outcome = cli.bare("--data", cli.data, "--today", "2026-03-01", *arguments)
    assert (outcome.status, outcome.err) == (0, "")
    return outcome.out


def shown(cli: CommandLine) -> dict[str, Any]:
    rows = cli.bare("--data", cli.data, "--today", "2026-03-01", "cards", "--json").json()
    return {row["id"]: (row["topic"], row["reviews"]) for row in rows}


def test_shipped_decks_are_copied_and_the_history_goes_on(cli: CommandLine) -> None:
    card = next(iter(shown(cli)))
    run(
        cli, "log", "import", cli.file("r.csv", f"card,time,grade\n{card},2026-02-01T10:00:00Z,4\n")
    )
    before = shown(cli)
    home = cli.folder / "my decks"
    said = run(cli, "deck", "home", home)
    assert said.startswith(f"Your decks live in {home} now: ")
    assert said.endswith("files copied.\n")
    assert run(cli, "deck", "home") == f"Your decks are in {home}.\n"
    assert shown(cli) == before
    assert before[card][1] == 1


def test_a_changed_deck_is_kept_when_it_is_said_again(cli: CommandLine) -> None:
    home = cli.folder / "home"
    run(cli, "deck", "home", home)
    deck = next(home.rglob("*/*.md"))
    deck.write_text("## Mine?\nYes.\n")
    said = run(cli, "deck", "home", home)
    assert said == f"Your decks live in {home} now: no files copied, 1 file of yours left alone.\n"
    assert deck.read_text() == "## Mine?\nYes.\n"
    assert run(cli, "deck", "create", "fresh").startswith(str(home / "fresh.md"))


def test_decks_that_are_named_come_before_the_home(cli: CommandLine) -> None:
    cli("deck", "home", cli.folder / "home")
    assert list(cli.states()) == ["l1", "l2", "gap/l1"]
    assert cli("deck", "home").out == f"Your decks are in {cli.decks}.\n"


def test_a_file_is_no_home(cli: CommandLine) -> None:
    file = cli.file("file", "x")
    assert cli("deck", "home", file).err == (
        f"{file} is a file: name a folder for your decks, which may be new.\n"
    )


def test_a_folder_is_imported_under_its_name(cli: CommandLine) -> None:
    more = cli.folder / "more"
    (more / "sub").mkdir(parents=True)
    (more / "sub" / "a.md").write_text("## A?\nYes.\n")
    (more / "eye.png").write_bytes(b"picture")
    assert cli("deck", "add", more).out == f"{more} to {cli.decks}: 2 files copied.\n"
    assert (cli.decks / "more" / "sub" / "a.md").exists()
    (more / "eye.png").write_bytes(b"another")
    assert cli("deck", "add", more, "--to", cli.decks).out == (
        f"{more} to {cli.decks}: no files copied, 1 file of yours left alone.\n"
        f"  {cli.decks / 'more' / 'eye.png'} is another file of that name, and was left as it is.\n"
    )
