"""Past reviews in and out."""

from pathlib import Path

import pytest

from tests.cli.conftest import CommandLine

TWO = "card,time,grade\nl1,2026-01-01T12:00:00+00:00,4\nl2,2026-01-02T08:30:00.250-05:00,2\n"


def test_importing_twice_adds_nothing(cli: CommandLine) -> None:
    file = cli.file("two.csv", TWO)
    assert cli("log", "import", file).out == "Added 2 reviews.\n"
    once = cli.states()
    again = cli("log", "import", file).out
    assert again == "Added no reviews; 2 were in the log already.\n"
    assert cli.states() == once


def test_a_bad_row_keeps_all_rows_out_and_makes_no_data_folder(cli: CommandLine) -> None:
    outcome = cli("log", "import", cli.file("bad.csv", f"{TWO}l1,yesterday,4\n"))
    assert outcome.status == 2
    assert outcome.out == ""
    assert "bad.csv, line 4: “yesterday” is no time" in outcome.err
    assert outcome.err.count("\n") == 1
    assert not cli.data.exists()


def test_an_unknown_card_is_taken_in_and_said(cli: CommandLine) -> None:
    file = cli.file("other.csv", f"{TWO}gone,2026-01-01T12:00:00Z,4\n")
    outcome = cli("log", "import", file)
    assert outcome.status == 0
    assert outcome.out == "Added 3 reviews.\n"
    assert outcome.err == ("No deck has the card gone; its history is kept for later.\n")
    cli.deck("later", "## It comes back {#gone}\n\nYes.\n")
    assert cli.states()["gone"]["reviews"] == 1


def test_many_unknown_cards_are_counted(cli: CommandLine) -> None:
    rows = [f"gone-{n},2026-01-01T12:00:00Z,4" for n in range(8)]
    outcome = cli("log", "import", cli.file("gone.csv", "\n".join(["card,time,grade", *rows])))
    assert outcome.err == (
        "No deck has these 8 cards: gone-0, gone-1, gone-2, gone-3, gone-4 and 3 more;"
        " their history is kept for later.\n"
    )


def test_what_is_exported_gives_the_same_states_elsewhere(cli: CommandLine) -> None:
    cli.deck("plain", "## No id\n\nHere.\n\n## An id comes later\n\nHere too.\n")
    typed = "\n2\n\n5\n\n3\n\n4\n\n1\nu\nr\n\n4\n\n1\n\n4\n\n4\n"
    cli("review", typed=typed)
    cli.deck("plain", "## No id\n\nHere.\n\n## An id comes later {#later}\n\nHere too.\n")
    cli("review", typed="\n4\n\n3\nu\n\n4\n", today="2026-03-03")
    cli("today")
    states, csv = cli.states("2026-03-09"), cli.folder / "log.csv"
    outcome = cli("log", "export", csv)
    assert (outcome.status, outcome.out) == (0, "")
    cli.data = cli.folder / "another"
    cli("log", "import", csv)
    fresh = cli.states("2026-03-09")
    assert [{**card, "id": "", "note": ""} for card in fresh.values()] == [
        {**card, "id": "", "note": ""} for card in states.values()
    ]
    assert "later" in fresh
    cli("log", "export", cli.folder / "again.csv")
    assert (cli.folder / "again.csv").read_bytes() == csv.read_bytes()


def test_an_export_comes_back_into_its_own_log_as_nothing_new(cli: CommandLine) -> None:
    cli.deck("plain", "## An id comes later\n\nHere.\n")
    cli("review", typed="\n4\n" * 5)
    cli.deck("plain", "## An id comes later {#later}\n\nHere.\n")
    cli("log", "export", cli.folder / "log.csv")
    assert "later," in (cli.folder / "log.csv").read_text()
    assert "Added no reviews" in cli("log", "import", cli.folder / "log.csv").out


def reviews_at(cli: CommandLine, day: str) -> list[tuple[str, int, str]]:
    """Give what each card's history comes to, whatever the card is called."""
    cards = cli("cards", "--json", today=day).json()
    return [(card["prompt"], card["reviews"], card["due"]) for card in cards]


def test_notes_that_the_person_merged_go_out_under_one_name_and_come_back_as_nothing_new(
    cli: CommandLine,
) -> None:
    body = "Its slope stays constant near zero, so it drives small weights to exactly zero.\n\n"
    cli.deck("norms", f"## What does L1 do?\n{body}")
    cli("review", typed="\n4\n", today="2026-02-01")
    cli("log", "export", cli.folder / "first.csv")
    path = cli.deck("norms", f"## How does L1 act?\n{body}## How does L1 work?\n{body}")
    cli("review", typed="\n3\n\n4\n", today="2026-02-02")
    cli("log", "export", cli.folder / "second.csv")
    old = cli.folder.joinpath("first.csv").read_text().splitlines()[1].split(",")[0]
    assert "goes on with its history" in cli("same", f"{path}:1", old.removeprefix("~")).out
    assert [reviews for _, reviews, _ in reviews_at(cli, "2026-02-03")] == [2, 1]
    cli("review", typed="\n4\n" * 2, today="2026-03-20")
    states, csv = reviews_at(cli, "2026-03-21"), cli.folder / "log.csv"
    cli("log", "export", csv)
    for file in ("first.csv", "second.csv", "log.csv"):
        assert "Added no reviews" in cli("log", "import", cli.folder / file).out
    cli.data = cli.folder / "another"
    assert cli("log", "import", csv).err == ""
    assert reviews_at(cli, "2026-03-21") == states


def test_a_row_that_was_reworded_goes_out_under_its_new_name(cli: CommandLine) -> None:
    cli.deck("norms", "## Net {#net .cloze}\nElastic net adds {{L1 penaltys}} and {{L2}}.\n")
    cli("review", typed="\n4\n\n3\n", today="2026-02-01")
    cli("log", "export", cli.folder / "before.csv")
    cli.deck("norms", "## Net {#net .cloze}\nElastic net adds {{L1 penalty}} and {{L2}}.\n")
    states = reviews_at(cli, "2026-02-03")
    assert [reviews for _, reviews, _ in states] == [1, 1]
    cli("log", "export", cli.folder / "after.csv")
    assert "net/l1-penalty," in (cli.folder / "after.csv").read_text()
    for file in ("before.csv", "after.csv"):
        assert "Added no reviews" in cli("log", "import", cli.folder / file).out
    cli.data = cli.folder / "another"
    cli("log", "import", cli.folder / "after.csv")
    assert reviews_at(cli, "2026-02-03") == states


def test_a_file_written_before_two_rewordings_adds_nothing(cli: CommandLine) -> None:
    cli.deck("norms", "## What does L1 do to weights?\nIt drives the small ones to zero.\n")
    cli("review", typed="\n4\n", today="2026-02-01")
    for prompt in ("What does L1 do to the wieghts?", "What does L1 do to small weights?"):
        cli("log", "export", cli.folder / "before.csv")
        cli.deck("norms", f"## {prompt}\nIt drives the small ones to zero.\n")
        assert [reviews for _, reviews, _ in reviews_at(cli, "2026-02-03")] == [1]
        cli("today")
    assert "Added no reviews" in cli("log", "import", cli.folder / "before.csv").out
    assert [reviews for _, reviews, _ in reviews_at(cli, "2026-02-03")] == [1]


def test_a_note_told_from_another_goes_out_under_a_name_of_its_own(cli: CommandLine) -> None:
    body = "Its slope stays constant near zero, so it drives small weights to exactly zero.\n\n"
    cli.deck("norms", f"## What does L1 do?\n{body}")
    cli("review", typed="\n4\n", today="2026-02-01")
    path = cli.deck("norms", f"## How does L1 act?\n{body}")
    (card,) = cli("cards", "--json").json()
    cli("different", f"{path}:1", card["note"])
    cli("review", typed="\n3\n", today="2026-02-02")
    cli("log", "export", cli.folder / "log.csv")
    assert "Added no reviews" in cli("log", "import", cli.folder / "log.csv").out
    assert [reviews for _, reviews, _ in reviews_at(cli, "2026-02-03")] == [1]


def test_offset_and_milliseconds_are_kept(cli: CommandLine) -> None:
    cli("log", "import", cli.file("two.csv", TWO))
    cli("log", "export", cli.folder / "out.csv")
    assert (cli.folder / "out.csv").read_text() == (
        "card,time,grade,duration_ms\n"
        "l1,2026-01-01T12:00:00.000+00:00,4,0\n"
        "l2,2026-01-02T08:30:00.250-05:00,2,0\n"
    )


def test_a_minus_is_standard_input_and_standard_output(
    cli: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(cli.folder)
    cli.deck("groß", "## Größe {#größe}\n\nx\n")
    rows = TWO + "größe,2026-01-03T12:00:00Z,4\n"
    assert cli("log", "import", "-", typed=rows).out == "Added 3 reviews.\n"
    exported = cli("log", "export", "-")
    assert exported.err == "Wrote 3 reviews to standard output.\n"
    cli("log", "export", cli.folder / "out.csv")
    assert exported.out == (cli.folder / "out.csv").read_text("utf-8")
    assert "größe,2026-01-03T12" in exported.out
    assert not (cli.folder / "-").exists()


def test_a_bad_row_of_standard_input_is_said(cli: CommandLine) -> None:
    assert cli("log", "import", "-", typed="card\n").err.startswith("standard input, line 1: ")
    assert cli("log", "import", "-").err.startswith("standard input, line 1: The file is empty.")


def test_an_export_goes_into_a_folder_that_exists(cli: CommandLine) -> None:
    for target in (cli.folder / "no" / "out.csv", cli.folder):
        outcome = cli("log", "export", target)
        assert outcome.status == 2
        assert "name a file in a folder that exists" in outcome.err
    assert not cli.data.exists()


@pytest.mark.parametrize("name", ["missing.csv", "."])
def test_what_cannot_be_read_is_said(cli: CommandLine, name: str) -> None:
    outcome = cli("log", "import", Path(cli.folder, name))
    assert outcome.status == 2
    assert "cannot be read" in outcome.err
