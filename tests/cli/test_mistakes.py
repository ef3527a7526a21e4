"""Slips on the command line: one sentence, exit 2."""

import sys
from pathlib import Path
from typing import NoReturn

import pytest

from flashcards.cli.main import run
from flashcards.services.desk import Doors, Options
from flashcards.store.deck_home import DeckHome
from flashcards.store.deck_places import DeckPlaces
from tests.cli.conftest import CommandLine


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["todya"], "There is no command called “todya”. Did you mean “today”?"),
        (
            ["xyzzy"],
            "There is no command called “xyzzy”."
            " Known: today, review, cards, topics, stats, report, resume, scheduler, check, same,"
            " different, stamp, new, deck, note, log, backup, restore, doctor.",
        ),
        (["log"], "“flashcards log” needs a command: import or export."),
        (["log", "imprt"], "There is no command called “log imprt”. Did you mean “import”?"),
        (["log", "import"], "Missing argument 'FILE.csv'."),
        (["today", "--jsn"], "“flashcards today” has no option “--jsn”. Did you mean “--json”?"),
        (["--dekcs", "x"], "“flashcards” has no option “--dekcs”. Did you mean “--decks”?"),
        (["cards", "--jsn"], "“flashcards cards” has no option “--jsn”. Did you mean “--json”?"),
        (["resume"], "Missing argument 'QUERY...'."),
        (["today", "-x"], "“flashcards today” has no option “-x”."),
        (
            ["today", "--data", "x"],
            "“--data” stands before the command: flashcards --data … today",
        ),
        (["--data"], "Option '--data' requires an argument."),
        (["--data", "", "today"], "--data needs the name of a folder, and was given nothing."),
        (
            ["--decks", "nowhere", "today"],
            "There is no folder or file called “nowhere”: check the path.",
        ),
        (["check", "nowhere"], "There is no folder or file called “nowhere”: check the path."),
        (["today", "more"], "Got unexpected extra argument (more)."),
    ],
)
def test_a_slip_is_one_sentence(cli: CommandLine, arguments: list[str], sentence: str) -> None:
    outcome = cli.bare(*arguments)
    assert (outcome.status, outcome.out, outcome.err) == (2, "", f"{sentence}\n")


@pytest.mark.parametrize(
    "day", ["nonsense", "2026-02-30", "20260301", "2026-3-1", "1969-12-31", "9999-01-01", "٢٠٢٦"]
)
def test_today_takes_a_day(cli: CommandLine, day: str) -> None:
    outcome = cli("today", today=day)
    expected = f"“{day}” is no day for --today: write YYYY-MM-DD, from 1970 to 9998.\n"
    assert (outcome.status, outcome.err) == (2, expected)
    assert not cli.data.exists()


def test_the_first_and_the_last_day_work(cli: CommandLine) -> None:
    for day in ("1970-01-01", "9998-12-31"):
        assert cli("review", typed="\n3\nu\nq\n", today=day).status == 0
        assert cli("today", "--json", today=day).json()["date"] == day
    assert cli("log", "export", cli.folder / "out.csv").status == 0


def test_help_and_version(cli: CommandLine) -> None:
    for arguments in (["--help"], ["-h"], ["today", "--help"], ["log", "import", "-h"]):
        outcome = cli.bare(*arguments)
        assert (outcome.status, outcome.err) == (0, "")
        assert outcome.out.startswith("Usage: flashcards")
    assert cli.bare("--version").out == "Flashcards, version 0.1.0\n"


def ask_for_the_window(options: Options, asked: list[Options]) -> int:
    asked.append(options)
    return 7


def no_desk(_options: Options) -> NoReturn:
    raise KeyboardInterrupt


def doors(asked: list[Options]) -> Doors:
    return Doors(
        no_desk,
        lambda options: ask_for_the_window(options, asked),
        lambda _paths: no_desk(Options()),
        lambda _path, _content: None,
        lambda _options: [],
        no_desk,
        DeckPlaces(),
        lambda options: options.decks,
        DeckHome(Path("decks")),
        no_desk,
        no_desk,
    )


def test_without_a_command_the_window_opens(cli: CommandLine) -> None:
    asked: list[Options] = []
    assert run(["--decks", str(cli.decks), "--data", "d"], doors(asked)) == 7
    assert asked == [Options((cli.decks,), "d", None)]


def test_ctrl_c_is_no_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["today"], doors([])) == 130
    assert capsys.readouterr().err.strip() == "Stopped; every answer that was given is saved."


def test_without_a_display_the_plan_is_printed(
    cli: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    if sys.platform in ("win32", "darwin"):
        pytest.skip("this system always has a display")
    outcome = cli()
    assert outcome.status == 0
    assert outcome.err.count("\n") == 1
    assert "no display" in outcome.err
    assert outcome.out.startswith("Sunday, 2026-03-01: no due cards and 3 new")
