"""Suspended cards come back."""

from tests.cli.conftest import CommandLine


def suspended(cli: CommandLine) -> list[str]:
    return [card["id"] for card in cli("cards", "is:suspended", "--json").json()]


def test_the_suspended_cards_a_query_finds_are_asked_again(cli: CommandLine) -> None:
    cli("review", typed="s\ns\ns\n")
    said = cli("resume", "kind:basic", "topic:ml").out
    assert said == "Resumed 2 cards: “What does L1 do?”, “What does L2 do?”.\n"
    assert suspended(cli) == ["gap/l1"]
    assert "What does L1 do?" in cli("review").out


def test_only_suspended_cards_are_resumed(cli: CommandLine) -> None:
    cli("review", typed="s\n")
    assert cli("resume", "-is:new").out.startswith("“-is:new” finds no suspended card;")
    assert cli("resume", "what").out == "Resumed 1 card: “What does L1 do?”.\n"
    assert suspended(cli) == []


def test_of_many_resumed_cards_some_are_named(cli: CommandLine) -> None:
    cli.deck("norms", "".join(f"## Asks {n}\n\nYes.\n\n" for n in range(8)))
    cli("review", typed="s\n" * 8)
    said = cli("resume", "is:suspended").out
    assert said.startswith("Resumed 8 cards: “Asks 0”, ")
    assert said.endswith("“Asks 4” and 3 more.\n")


def test_a_clock_that_was_set_back_resumes_all_the_same(cli: CommandLine) -> None:
    cli("review", typed="\n4\n", today="2026-03-01")
    cli("review", typed="s\n", today="2026-03-02")
    before = cli.states()["l1"]
    cli("resume", "l1", today="2026-02-01")
    assert cli.states()["l1"] == {**before, "suspended": False}
    assert before["suspended"]
