"""Problems in decks, for people and scripts; no data folder is needed, and none is made."""

from pathlib import Path

import pytest

from tests.cli.conftest import CommandLine

BROKEN = "---\ntitel: x\n---\n\n## No answer\n\n## A twin {#l1}\n\nYes.\n"


def test_good_decks_have_no_problems(cli: CommandLine) -> None:
    outcome = cli("check")
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out == "1 deck with 3 cards: no problems.\n"
    assert cli("check", "--json").json() == []


def test_problems_have_their_places_and_a_sum(cli: CommandLine) -> None:
    path = cli.deck("z", BROKEN)
    outcome = cli("check")
    assert outcome.status == 1
    places = [line.split(" ")[:3] for line in outcome.out.splitlines()]
    assert places[:3] == [
        [f"{path}:2:1:", "warning", "[unknown-key]"],
        [f"{path}:5:1:", "error", "[empty-answer]"],
        [f"{path}:7:1:", "error", "[duplicate-id]"],
    ]
    assert outcome.out.endswith("2 decks with 3 cards: 2 errors, 1 warning.\n")


def test_the_promised_keys(cli: CommandLine) -> None:
    path = cli.deck("norms", "## Asks\n")
    outcome = cli("check", "--json")
    assert outcome.status == 1
    assert outcome.json() == [
        {
            "file": str(path),
            "line": 1,
            "column": 1,
            "severity": "error",
            "code": "empty-answer",
            "message": "“Asks” has no answer.",
            "hint": "Write one below it, or make it a # section.",
        }
    ]


def test_warnings_alone_are_no_failure(cli: CommandLine) -> None:
    cli.deck("norms", "---\ntitel: x\n---\n\n## Asks\n\nYes.\n")
    assert cli("check").status == 0


def test_a_folder_without_decks_is_said(cli: CommandLine) -> None:
    (cli.folder / "empty").mkdir()
    assert cli("check", cli.folder / "empty").out == "No decks here.\n"


def test_paths_are_checked_instead_of_the_decks_in_force(cli: CommandLine) -> None:
    other = cli.file("other.md", "## Asks\n")
    assert cli("check", other).out.startswith(f"{other}:1:1: error")
    assert cli("check", other, cli.decks).out.endswith("2 decks with 3 cards: 1 error.\n")
    assert cli.bare("--decks", other, "check").status == 1


def test_the_shipped_decks_are_checked_where_none_is_named(cli: CommandLine) -> None:
    outcome = cli.bare("check")
    assert outcome.status == 0
    assert outcome.out.endswith("no problems.\n")


def test_no_data_folder_is_made(
    cli: CommandLine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("FLASHCARDS_DATA", str(tmp_path / "elsewhere"))
    cli("check")
    cli.bare("check")
    assert not cli.data.exists()
    assert not (tmp_path / "elsewhere").exists()
