"""``flashcards new``: a template printed, or appended."""

import pytest

from flashcards.domain.kinds import kind_names
from tests.cli.conftest import CommandLine


def test_a_template_is_printed(cli: CommandLine) -> None:
    assert cli("new").out == "## Question\nAnswer\n"
    assert cli("new", "norms", "--kind", "steps", "--prompt", "How to\nbegin?").out == (
        "## How to begin? {.steps}\n1. First\n2. Second\n3. Third\n"
    )


@pytest.mark.parametrize("kind", kind_names())
def test_every_kind_can_be_appended_and_is_asked(cli: CommandLine, kind: str) -> None:
    before = len(cli.states())
    outcome = cli("new", "norms", "--kind", kind, "--prompt", "What is new?", "--append")
    path = cli.decks / "norms.md"
    assert outcome.out == f"{path}:17: a {kind} note to write over.\n"
    assert len(cli.states()) > before
    assert "{#new" in path.read_text()
    assert cli("check", path).status == 0


def test_an_id_is_taken_once(cli: CommandLine) -> None:
    for kind in ("basic", "reversed"):
        cli("new", "norms", "--kind", kind, "--prompt", "L1?", "--append")
    text = (cli.decks / "norms.md").read_text()
    assert text.endswith("## L1? {#l1-2}\nAnswer\n\n## L1? {#l1-3 .reversed}\nTerm\n")


def test_a_deck_that_is_not_there_is_made(cli: CommandLine) -> None:
    outcome = cli("new", cli.decks / "more" / "new.md", "--append")
    path = cli.decks / "more" / "new.md"
    assert outcome.out == f"{path}:1: a basic note to write over.\n"
    assert path.read_text() == "## Question\nAnswer\n"


def test_a_deck_whose_end_is_open_takes_no_note(cli: CommandLine) -> None:
    deck = cli.deck("open", "## Q? {#q}\nA\n\n<!-- never closed\n")
    outcome = cli("new", deck, "--append")
    assert outcome.err.startswith(f"What is added to {deck} would not be read as notes there")


def test_appending_needs_a_deck(cli: CommandLine) -> None:
    assert cli("new", "--append").err == "--append needs a deck: flashcards new DECK --append.\n"
