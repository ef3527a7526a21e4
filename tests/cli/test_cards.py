"""The list of cards."""

import pytest

from tests.cli.conftest import CommandLine


def test_every_card_has_the_promised_keys(cli: CommandLine) -> None:
    first, *_ = cli("cards", "--json").json()
    assert first == {
        "id": "l1",
        "note": "l1",
        "deck": "norms",
        "kind": "basic",
        "topic": "ml/norms",
        "prompt": "What does L1 do?",
        "due": None,
        "interval": 0,
        "ease": 2.5,
        "repetitions": 0,
        "lapses": 0,
        "reviews": 0,
        "suspended": False,
    }


def test_an_answer_shows(cli: CommandLine) -> None:
    cli("review", typed="\n4\ns\nq\n")
    states = cli.states()
    assert [card["due"] for card in states.values()] == ["2026-03-02", None, None]
    assert [card["suspended"] for card in states.values()] == [False, True, False]


def test_a_query_may_stand_in_one_or_several_arguments(cli: CommandLine) -> None:
    for query in (["kind:basic is:new"], ["kind:basic", "is:new"]):
        assert [card["id"] for card in cli("cards", *query, "--json").json()] == ["l1", "l2"]
    assert cli("cards", "--", "-kind:basic").out.endswith("1 card.\n")
    assert cli("cards", "nothing-says-this").out == "No cards.\n"


def test_a_query_may_begin_with_a_minus(cli: CommandLine) -> None:
    for query in (["-kind:basic"], ["topic:ml", "-hat", "-kind:basic"]):
        assert [card["id"] for card in cli("cards", *query, "--json").json()] == ["gap/l1"]
    assert cli("cards", "-is:new").out == "No cards.\n"
    assert cli("cards", "-h").out.startswith("Usage: flashcards cards")


def test_a_query_that_is_not_understood_is_said(cli: CommandLine) -> None:
    outcome = cli("cards", "is:suspnded")
    assert (outcome.status, outcome.out) == (2, "")
    assert "Did you mean “suspended”?" in outcome.err


def test_days_are_written_as_the_language_has_them(cli: CommandLine) -> None:
    cli("review", typed="\n4\nq\n")
    (cli.data / "settings.toml").write_text('language = "de"\n', "utf-8")
    assert "02.03.2026     1  2,60 " in cli("cards", "-is:new").out


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("topic:ml/norm", "No card has the topic “ml/norm”. Did you mean “ml/norms”?"),
        ("is:new deck:nroms", "No card has the deck “nroms”. Did you mean “norms”?"),
        ("topic:ml is:due", ""),
    ],
)
def test_a_word_that_no_card_has_is_said(cli: CommandLine, query: str, told: str) -> None:
    assert cli("cards", query).out == f"No cards. {told}".rstrip() + "\n"


def test_numbers_days_and_alternatives_can_be_asked_for(cli: CommandLine) -> None:
    cli("review", typed="\n1\n\n4\nq\n")
    found = {
        "grade:0..2": ["l1"],
        "grade>=3 due<=7d": ["l2"],
        "due<=1d reviewed:1d": ["l1", "l2"],
        "(weights or norm?) -is:new": ["l1"],
        '"drives small" or "which norm?"': ["l1", "gap/l1"],
        "ease<=2.5": ["l1"],
        "interval>1d": [],
        "added:1d reviews=1": ["l1", "l2"],
    }
    assert {
        query: [card["id"] for card in cli("cards", query, "--json").json()] for query in found
    } == found


def test_cards_without_a_note_are_found_where_they_are_asked_for(cli: CommandLine) -> None:
    cli("review", typed="\n4\nq\n")
    cli.deck("norms", "## Another {#other}\n\nAnswer.\n")
    assert [card["id"] for card in cli("cards", "--json").json()] == ["other"]
    assert cli("cards", "is:orphan").out.splitlines()[1].endswith("l1    What does L1 do?")


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("lapses>many", "“many” is not a whole number. As in lapses>3."),
        ("(weights or", "This bracket is never closed."),
        ("lapse>3", "Did you mean “lapses”? (In “lapse>3”, at character 1.)"),
    ],
)
def test_a_condition_that_is_not_understood_is_said(
    cli: CommandLine, query: str, sentence: str
) -> None:
    outcome = cli("cards", query)
    assert (outcome.status, outcome.out) == (2, "")
    assert sentence in outcome.err


@pytest.mark.parametrize(
    ("query", "sentence"),
    [("topic:", "Nothing stands behind “topic:”"), ('"what does', "none closes it")],
)
def test_a_query_that_stops_short_is_said(cli: CommandLine, query: str, sentence: str) -> None:
    outcome = cli("cards", query)
    assert (outcome.status, outcome.out) == (2, "")
    assert sentence in outcome.err


def test_the_list_for_a_person(cli: CommandLine) -> None:
    cli("review", typed="\n4\nq\n")
    assert cli("cards", "kind:basic").out == (
        "due         days  ease  card  prompt\n"
        "2026-03-02     1  2.60  l1    What does L1 do?\n"
        "new            0  2.50  l2    What does L2 do?\n"
        "\n"
        "2 cards.\n"
    )
