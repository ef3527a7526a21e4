"""The plan of a day."""

import json

from tests.cli.conftest import CommandLine


def test_what_a_crash_broke_off_is_finished_and_told_beside_the_plan(cli: CommandLine) -> None:
    deck = cli.deck("late", "## Old\nx\n")
    new = "## New {#new}\nx\n"
    kept = [{"file": str(deck), "before": deck.read_text(), "after": new}]
    cli.data.mkdir()
    cli.file("data/half-done.json", json.dumps(kept))
    assert cli("today").err == (
        "A change to your decks that was broken off is finished now: 1 deck was written.\n"
    )
    assert (deck.read_text(), cli("today").err) == (new, "")


def test_the_plan_for_scripts(cli: CommandLine) -> None:
    past = "card,time,grade\nl1,2026-02-01T12:00:00+00:00,4\n"
    cli("log", "import", cli.file("past.csv", past))
    assert cli("today", "--json").json() == {
        "date": "2026-03-01",
        "due": 1,
        "new": 2,
        "minutes": 1,
        "topics": [{"topic": "ml/norms", "due": 1, "new": 2}],
    }


def test_the_plan_for_a_person(cli: CommandLine) -> None:
    cli.deck("more", "## Asks {#l1}\n\nTwice.\n")
    assert cli("today").out == (
        "Sunday, 2026-03-01: no due cards and 3 new, about 1 minute.\n"
        "\n"
        "topic     due  new\n"
        "ml/norms    0    2\n"
        "more        0    1\n"
        "\n"
        "1 problem in the decks: see flashcards check\n"
    )


def test_a_done_day_says_when_the_next_card_comes(cli: CommandLine) -> None:
    cli("review", typed="\n4\n" * 3)
    expected = "Sunday, 2026-03-01: Nothing is left to do; the next card is due tomorrow.\n"
    assert cli("today").out == expected


def test_a_day_without_any_card_or_due_date(cli: CommandLine) -> None:
    cli("review", typed="s\ns\ns\n")
    told = "Nothing is left to do.\n\n3 suspended cards: see flashcards resume\n"
    assert cli("today").out.endswith(told)
    cli.deck("norms", "")
    assert f"There are no cards in {cli.decks}." in cli("today").out


def test_what_the_limit_holds_back_is_counted(cli: CommandLine) -> None:
    cli.data.mkdir()
    (cli.data / "settings.toml").write_text("reviews_per_day = 1\n")
    past = "card,time,grade\nl1,2026-02-01T12:00:00Z,4\nl2,2026-02-01T12:00:00Z,4\n"
    cli("log", "import", cli.file("past.csv", past))
    assert "1 more due card, beyond your daily limits." in cli("today").out


def test_a_limit_of_a_deck_holds_and_one_of_nothing_is_told_with_its_line(
    cli: CommandLine,
) -> None:
    cli.data.mkdir()
    file = cli.data / "settings.toml"
    file.write_text('[limits]\n"topic:ml" = { new = 1 }\n"deck:norm" = { new = 0 }\n')
    cli.deck("more", "## Another?\n\nYes.\n")
    assert cli("today", "--json").json()["new"] == 2
    told = cli("today").out
    assert f"{file}:3:1: hint [idle-setting] No card here is of “deck:norm”" in told
    assert "so this limit changes nothing. Did you mean “deck:norms”?" in told


def test_wrong_settings_are_told_once_by_every_command_that_opens_the_log(cli: CommandLine) -> None:
    cli.data.mkdir()
    file = cli.data / "settings.toml"
    file.write_text('new_per_dey = 3\ngrades = "five"\n')
    for arguments in (["today"], ["review"], ["cards", "--json"], ["log", "export", "-"]):
        first, second, *_ = cli(*arguments).err.splitlines()
        assert first.startswith(f"{file}: There is no setting called “new_per_dey”. Did you mean")
        assert second.startswith(f"{file}: ")
    assert cli("today").err.count("new_per_dey") == 1
    assert cli("check").err == ""
