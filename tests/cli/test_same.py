"""What the person says of notes that may be the same, and what becomes of their histories."""

import pytest

from tests.cli.conftest import CommandLine

BODY = "Its slope stays constant near zero, so it drives small weights to exactly zero.\n\n"
BEFORE = f"## What does L1 do?\n{BODY}"
AFTER = f"## How does L1 act?\n{BODY}## How does L1 work?\n{BODY}"


@pytest.fixture
def asked(cli: CommandLine) -> CommandLine:
    """Review a note, and replace it by two that may be it."""
    cli.deck("norms", BEFORE)
    cli("review", typed="\n4\n", today="2026-02-01")
    cli.deck("norms", AFTER)
    return cli


def commands(cli: CommandLine) -> list[list[str]]:
    """Give the commands that ``check`` prints for its question, as lists of words."""
    (problem,) = [each for each in cli("check", "--json").json() if each["code"] == "doubtful-note"]
    same, _, different = problem["hint"].removeprefix("If it is the same note: ").partition(" — ")
    return [same.split()[1:], different.removeprefix("if not: ").split()[1:]]


def reviews(cli: CommandLine) -> dict[str, int]:
    return {card["prompt"]: card["reviews"] for card in cli("cards", "--json").json()}


def test_a_doubtful_note_is_listed_with_both_candidates_and_what_to_type(
    asked: CommandLine,
) -> None:
    said = asked("check").out
    assert "norms.md:" in said
    assert "hint [doubtful-note] “How does L1 " in said
    assert "may be “What does L1 do?”, which is gone from norms, reworded" in said
    same, different = commands(asked)
    assert same[0] == "same"
    assert same[1:] == different[1:]


def test_same_gives_the_note_its_history(asked: CommandLine) -> None:
    same, _ = commands(asked)
    outcome = asked(*same)
    assert outcome.out.startswith("“How does L1 ")
    assert "“What does L1 do?” and goes on with its history (1 review)." in outcome.out
    assert sorted(reviews(asked).values()) == [0, 1]
    assert "doubtful" not in asked("check").out


def test_different_is_never_asked_again_and_leaves_the_other_candidate(asked: CommandLine) -> None:
    _, different = commands(asked)
    said = asked(*different).out
    assert "whose history waits for its text (1 review)." in said
    assert "doubtful" not in asked("check").out
    assert sorted(reviews(asked).values()) == [0, 1]  # only one is left that it can be


def test_each_answer_takes_the_other_back(asked: CommandLine) -> None:
    same, _ = commands(asked)
    said = asked(*same).out
    back = said.strip().partition("To take that back: flashcards ")[2].split()
    said = asked(*back).out
    assert reviews(asked)[said.split("“")[1].split("”")[0]] == 0
    again = said.strip().partition("To take that back: flashcards ")[2].split()
    assert again == same


def test_a_note_reviewed_before_the_answer_is_still_asked_about_and_both_histories_are_one(
    asked: CommandLine,
) -> None:
    asked("review", typed="\n4\n\n4\n")
    same, different = commands(asked)
    asked(*same)
    assert sorted(reviews(asked).values()) == [1, 2]
    asked(*different)
    assert sorted(reviews(asked).values()) == [1, 1]
    asked.deck("norms", BEFORE + AFTER)
    assert reviews(asked)["What does L1 do?"] == 1


def test_what_was_taken_for_a_note_by_likeness_can_be_told_from_it(cli: CommandLine) -> None:
    cli.deck("norms", BEFORE)
    cli("review", typed="\n4\n", today="2026-02-01")
    path = cli.deck("norms", f"## How does L1 act?\n{BODY}")
    (card,) = cli("cards", "--json").json()
    assert card["reviews"] == 1
    said = cli("different", f"{path}:2", card["note"]).out
    assert said.startswith("“How does L1 act?” is not “What does L1 do?”")
    assert reviews(cli) == {"How does L1 act?": 0}
    assert "doubtful" not in cli("check").out
    cli.deck("norms", BEFORE)
    assert reviews(cli) == {"What does L1 do?": 1}


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("same", "no.md:3", "l1"), "No note in your decks is called “no.md:3”: name it by its "),
        (("same", "l9", "l1"), "No note in your decks is called “l9”: name it by its file and "),
        (("same", "l1", "l9"), "The log has no history of a note called “l9”; flashcards check "),
        (("same", "l2", "l1"), "“What does L1 do?” still stands at "),
        (("different", "#l2", "#l1"), "“What does L1 do?” still stands at "),
        (("different", "l1", "l1"), "“What does L1 do?” is known by its id or its prompt. To "),
    ],
)
def test_what_cannot_be_said_is_a_sentence(
    cli: CommandLine, words: tuple[str, ...], sentence: str
) -> None:
    cli("review", typed="\n4\n")
    outcome = cli(*words)
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err.startswith(sentence)


def test_a_file_that_stands_in_two_folders_is_asked_for_in_full(asked: CommandLine) -> None:
    (asked.decks / "more").mkdir()
    asked.deck("more/norms", "## Other\n\nx\n")
    outcome = asked("same", "norms.md:1", "l1")
    assert outcome.err.startswith("“norms.md:1” may be any of ")
    assert asked("same", "more/norms.md:1", "l1").err.startswith("The log has no history")


def test_the_check_writes_nothing_and_does_without_a_log_it_cannot_read(asked: CommandLine) -> None:
    before = {path: path.stat().st_mtime_ns for path in asked.data.rglob("*")}
    asked("check")
    assert {path: path.stat().st_mtime_ns for path in asked.data.rglob("*")} == before
    (asked.data / "flashcards.sqlite").write_text("not a database at all" * 100)
    outcome = asked("check")
    assert outcome.status == 0
    assert outcome.err.startswith("Checked without your history: ")
