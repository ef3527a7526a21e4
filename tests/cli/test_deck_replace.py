"""Words are replaced in all decks from the command line: shown first, asked, and taken back."""

from pathlib import Path

import pytest

from tests.cli.conftest import DECK, CommandLine

MORE = "## What is a loss? {#loss}\nA number.\n"


@pytest.fixture
def more(cli: CommandLine) -> Path:
    """Put a second deck, in a folder, beside the first."""
    (cli.decks / "deep").mkdir()
    return cli.deck("deep/more", MORE)


def norms(cli: CommandLine) -> str:
    return (cli.decks / "norms.md").read_text("utf-8")


def test_every_place_is_shown_and_nothing_is_written_without_a_yes(
    cli: CommandLine, more: Path
) -> None:
    outcome = cli("deck", "replace", "what", "Which", typed="no\n")
    file = cli.decks / "norms.md"
    assert outcome.out.splitlines() == [
        f"{more}:1: ## [What] is a loss? {{#loss}}",
        f"{file}:5: ## [What] does L1 do? {{#l1}}",
        f"{file}:9: ## [What] does L2 do? {{#l2}}",
        "3 places in 2 decks.",
        "--undo takes it back. Type yes and Enter to replace; anything else changes nothing.",
        "Nothing was replaced.",
    ]
    assert cli("deck", "replace", "what", "Which", "--dry-run").out.endswith(
        "Nothing was written.\n"
    )
    assert (norms(cli), more.read_text("utf-8")) == (DECK, MORE)


def test_all_is_replaced_and_taken_back_by_a_later_command(cli: CommandLine, more: Path) -> None:
    outcome = cli("deck", "replace", "What", "Which", typed="yes\n")
    assert outcome.out.endswith("Replaced 3 places in 2 decks.\n")
    assert more.read_text("utf-8") == MORE.replace("What", "Which")
    assert cli("deck", "replace", "--undo").out == "2 decks as before.\n"
    assert (norms(cli), more.read_text("utf-8")) == (DECK, MORE)
    assert cli("deck", "replace", "--undo").err == "There is no replacement to take back.\n"


def test_one_deck_or_folder_and_capitals_can_be_said(cli: CommandLine, more: Path) -> None:
    assert cli("deck", "replace", "What", "Which", "--in", "norms", "--yes").status == 0
    assert more.read_text("utf-8") == MORE
    assert cli("deck", "replace", "a", "one", "--case", "--in", "deep", "--yes").status == 0
    assert more.read_text("utf-8") == "## Whonet is one loss? {#loss}\nA number.\n"


def test_an_expression_has_groups(cli: CommandLine, more: Path) -> None:
    cli("deck", "replace", r"a (\w+)\?", r"the \1?", "--expression", "--yes")
    assert more.read_text("utf-8") == MORE.replace("a loss?", "the loss?")


def test_history_stays_with_a_note_without_an_id_whose_question_was_replaced(
    cli: CommandLine,
) -> None:
    cli.deck("plain", "## Which penalty gives sparse weights?\nThe first one.\n")
    (card,) = [name for name in cli.states() if name.startswith("~")]
    cli("log", "import", cli.file("r.csv", f"card,time,grade\n{card},2026-02-01T10:00:00Z,4\n"))
    cli("deck", "replace", "sparse", "few", "--yes")
    state = next(
        s for s in cli.states().values() if s["prompt"] == "Which penalty gives few weights?"
    )
    assert state["reviews"] == 1


def test_what_was_changed_since_is_not_taken_back(cli: CommandLine, more: Path) -> None:
    cli("deck", "replace", "What", "Which", "--yes")
    more.write_text("Theirs.", "utf-8")
    outcome = cli("deck", "replace", "--undo")
    left = f"{more} was changed meanwhile, and is left as it is."
    assert (outcome.status, outcome.out) == (0, f"1 deck as before. {left}\n")
    again = cli("deck", "replace", "--undo")
    assert again.status == 2
    assert again.err.startswith("Nothing was taken back.")


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ((), "Name what to look for and what to put there, or --undo alone."),
        (("a", "b", "--undo"), "Name what to look for and what to put there, or --undo alone."),
        (("a",), "Name what to put there, too; “” takes the words out."),
        (("nowhere at all", "x"), "Nothing was found, so nothing was replaced."),
        (("(", "x", "--expression"), "This expression cannot be used: missing ), unterminated"),
        (("a", r"\2", "--expression"), "What to replace it by cannot be used: invalid group"),
        (("a", "b", "--in", "norm"), "There is no deck called “norm”. Did you mean “norms”?"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    cli: CommandLine, given: tuple[str, ...], told: str
) -> None:
    outcome = cli("deck", "replace", *given)
    assert (outcome.status, outcome.err.startswith(told)) == (2, True), outcome.err
    assert norms(cli) == DECK


def test_a_deck_that_cannot_be_read_is_left_out_and_said(cli: CommandLine, more: Path) -> None:
    more.write_bytes(b"\xff What")
    outcome = cli("deck", "replace", "What", "Which", "--yes")
    assert outcome.err == f"{more} cannot be changed: it is not UTF-8 text.\n"
    assert outcome.out.endswith("Replaced 2 places in 1 deck.\n")
