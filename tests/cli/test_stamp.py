"""Ids written into decks, and the history that stays with the notes."""

from tests.cli.conftest import CommandLine

PLAIN = "## Why does ReLU die?\n\nIts input stays negative.\n"


def test_every_new_id_is_told_with_its_line(cli: CommandLine) -> None:
    path = cli.deck("relu", PLAIN)
    outcome = cli("stamp")
    assert outcome.out == f"{path}: 1 id written.\n  line 1: #relu-die\n"
    assert path.read_text() == PLAIN.replace("die?", "die? {#relu-die}")
    assert cli("stamp").out == "Every note has an id already.\n"


def test_an_id_that_lost_its_place_gets_no_other_and_its_history_comes_back(
    cli: CommandLine,
) -> None:
    path = cli.deck("relu", PLAIN)
    cli("stamp")
    (card,) = cli("cards", "ReLU", "--json").json()
    reviews = cli.file("r.csv", f"card,time,grade\n{card['id']},2026-02-01T10:00:00Z,4\n")
    cli("log", "import", reviews)
    whole = path.read_text()
    path.write_text(whole.replace("{#relu-die}", "{#relu-die}edit"))
    assert f"{path}:1:23: warning [misplaced-braces]" in cli("check").out
    assert cli("stamp").out == (
        "Every note has an id, or braces in its heading that look meant as one: "
        "“flashcards check” lists those.\n"
    )
    assert f"{path}: 1 correction written." in cli("check", "--fix", "--yes").out
    assert path.read_text() == whole.replace("{#relu-die}", "edit {#relu-die}")
    assert cli("cards", "ReLU", "--json").json()[0]["reviews"] == 1


def test_history_stays_when_a_note_is_stamped_and_then_reworded(cli: CommandLine) -> None:
    path = cli.deck("relu", PLAIN)
    card = next(row for row in cli("cards", "--json").json() if "ReLU" in row["prompt"])
    reviews = cli.file("r.csv", f"card,time,grade\n{card['id']},2026-02-01T10:00:00Z,4\n")
    cli("log", "import", reviews)
    cli("stamp")
    cli("cards")
    path.write_text(path.read_text().replace("Why does ReLU die?", "What kills a ReLU unit?"))
    (after,) = cli("cards", "kills", "--json").json()
    assert (after["reviews"], after["id"]) == (1, card["id"])


def test_where_nothing_can_be_stamped_that_is_said(cli: CommandLine) -> None:
    (cli.folder / "empty").mkdir()
    said = cli("stamp", cli.folder / "empty").out
    assert said == "There are no decks here, so no note can get an id.\n"
    said = cli("stamp", cli.file("words.md", "Only words.\n")).out
    assert said == "There are no notes in the decks here that could get an id.\n"


def test_a_fault_is_a_sentence_and_costs_no_other_deck(cli: CommandLine) -> None:
    cli.deck("relu", PLAIN)
    bad = cli.decks / "bad.md"
    bad.write_bytes(b"## Gr\xf6\xdfe\n\nx\n\n## Fine\n\nx\n")
    outcome = cli("stamp")
    assert outcome.status == 2
    assert outcome.err == f"{bad} cannot be changed: it is not UTF-8 text.\n"
    assert "relu.md: 1 id written." in outcome.out
