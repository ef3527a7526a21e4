"""Corrections of decks: a diff first, written only when the person says so."""

from pathlib import Path

import pytest

from flashcards.services.fixing import corrections
from flashcards.store.deck_files import DeckFiles
from tests.cli.conftest import CommandLine

SLIP = "## A gap {#a .cloze}\n\nIt is {c1::here}.\n"
DIFF = """--- {path}
+++ {path} (corrected)
@@ -2,2 +2,2 @@
{blank}
-It is {{c1::here}}.
+It is {{{{c1::here}}}}.
"""


def test_the_diff_is_shown_and_written_with_yes(cli: CommandLine) -> None:
    path = cli.deck("slip", SLIP)
    outcome = cli("check", "--fix", "--yes")
    assert outcome.status == 0
    assert outcome.out == DIFF.format(path=path, blank=" ") + f"{path}: 2 corrections written.\n"
    assert path.read_text() == SLIP.replace("{c1::here}", "{{c1::here}}")
    assert cli("check", "--fix", "--yes").out == (
        "Nothing here has one right answer: “flashcards check” lists what is wrong.\n"
    )


def test_nothing_is_written_where_nobody_can_be_asked(cli: CommandLine) -> None:
    path = cli.deck("slip", SLIP)
    outcome = cli("check", "--fix", typed="yes\n")
    assert outcome.status == 2
    assert outcome.out == DIFF.format(path=path, blank=" ")
    assert outcome.err == (
        "Nothing was written, because nobody can be asked here: add --yes to write this.\n"
    )
    assert path.read_text() == SLIP


def test_all_that_is_not_corrected_stays_byte_for_byte(cli: CommandLine) -> None:
    path = cli.decks / "b.md"
    path.write_bytes(b"\xef\xbb\xbf\t# S \r\n\r\n## A {cloze} \t\r\nx {{y}}\xc2\xa0\r\n\r\n```\r\n")
    assert cli("check", "--fix", "--yes").status == 0
    assert path.read_bytes() == (
        b"\xef\xbb\xbf\t# S \r\n\r\n## A {.cloze} \t\r\nx {{y}}\xc2\xa0\r\n\r\n```\r\n```\r\n"
    )


def test_a_deck_that_cannot_be_changed_costs_no_other(cli: CommandLine) -> None:
    bad = cli.decks / "bad.md"
    bad.write_bytes(b"## Gr\xf6\xdfe\n\nx\n\n## Fine\n\n```\nx\n")
    good = cli.deck("good", SLIP)
    outcome = cli("check", "--fix", "--yes")
    assert outcome.status == 2
    assert outcome.err == f"{bad} cannot be changed: it is not UTF-8 text.\n"
    assert f"{good}: 2 corrections written.\n" in outcome.out


def test_a_deck_that_was_changed_meanwhile_is_left(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(SLIP)
    (correction,) = corrections(DeckFiles([tmp_path]))
    path.write_text("## Mine\n\nx\n")
    assert "changed by another program" in correction.write()
    assert path.read_text() == "## Mine\n\nx\n"


@pytest.mark.parametrize("options", [("--fix", "--json"), ("--yes",)])
def test_options_that_do_not_go_together_are_told(
    cli: CommandLine, options: tuple[str, ...]
) -> None:
    outcome = cli("check", *options)
    assert (outcome.status, outcome.out, outcome.err.count("\n")) == (2, "", 1)
