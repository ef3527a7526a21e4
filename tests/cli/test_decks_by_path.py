"""A deck is named by its path alone."""

from dataclasses import replace
from pathlib import Path

import pytest

from flashcards import app
from flashcards.cli.main import run
from flashcards.services.desk import Options
from tests.cli.conftest import CommandLine


def opened_with(*arguments: str) -> Options:
    """Say what the window is opened with."""
    asked: list[Options] = []

    def open_window(options: Options) -> int:
        asked.append(options)
        return 0

    doors = replace(app.doors(), open_window=open_window)
    assert run(list(arguments), doors) == 0
    (options,) = asked
    return options


def test_a_deck_opens_in_the_window(cli: CommandLine) -> None:
    deck = cli.deck("mine", "## Q?\nA.")
    assert opened_with(str(deck)).decks == (deck,)


def test_options_keep_their_values(cli: CommandLine) -> None:
    deck = cli.deck("mine", "## Q?\nA.")
    options = opened_with("--data", str(cli.folder), str(deck), "--decks", str(cli.decks))
    assert (options.data, options.decks) == (str(cli.folder), (deck, cli.decks))


def test_a_folder_is_named_from_where_one_stands(
    cli: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(cli.folder)
    assert opened_with("decks").decks == (Path("decks"),)


def test_a_deck_may_stand_before_a_command(cli: CommandLine) -> None:
    deck = cli.deck("mine", "## Only this?\nYes, only this.")
    listed = cli.bare("--data", str(cli.data), str(deck), "cards")
    assert (listed.status, listed.err) == (0, "")
    assert "Only this?" in listed.out
    assert "What does L1 do?" not in listed.out


def test_a_deck_that_is_not_there_is_said(cli: CommandLine) -> None:
    sentence = "There is no folder or file called “gone.md”: check the path.\n"
    assert cli.bare("gone.md").err == sentence
