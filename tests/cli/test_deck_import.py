"""``flashcards deck import``: notes of other programs, all or none, with their pictures."""

from pathlib import Path

import pytest

from flashcards.services.importing import DeckGoneOnError, Wanted, plan_import
from flashcards.store.deck_files import DeckFiles
from flashcards.store.deck_places import DeckPlaces
from flashcards.store.faults import DeckChangedError
from tests.cli.conftest import CommandLine

TABLE = "Front,Back\nWhat is a norm?,A length.\nWhat does L3 do?,\n"


def test_a_table_becomes_a_deck_that_is_made(cli: CommandLine) -> None:
    source = cli.file("more.csv", TABLE)
    outcome = cli("deck", "import", source, "--to", "lengths")
    deck = cli.decks / "lengths.md"
    assert outcome.out == (
        f"{source} was read as a table, in UTF-8.\n"
        "  Separated by comma; prompt from “Front”, answer from “Back”.\n"
        "  It gives 1 basic note.\n"
        "  Left out, 1 thing:\n"
        "    line 3: “What does L3 do?” has no answer.\n"
        f"{deck}: 1 note written.\n"
    )
    assert deck.read_text("utf-8") == "## What is a norm? {#norm}\n\nA length.\n"
    assert cli("check", deck).out == "1 deck with 1 card: no problems.\n"


def test_a_dry_run_writes_nothing(cli: CommandLine) -> None:
    source = cli.file("more.csv", TABLE)
    outcome = cli("deck", "import", source, "--to", "lengths", "--dry-run")
    assert outcome.out.endswith(
        f"{cli.decks / 'lengths.md'} would get 1 note; nothing was written:\n\n"
        "## What is a norm? {#norm}\n\nA length.\n"
    )
    assert not (cli.decks / "lengths.md").exists()


def test_a_deck_that_is_there_keeps_its_text_and_its_line_ends(cli: CommandLine) -> None:
    deck = cli.decks / "old.md"
    deck.write_bytes(b"# Norms\r\n\r\n## Old? {#norm}\r\nYes.")
    cli("deck", "import", cli.file("more.csv", TABLE), "--to", deck)
    assert deck.read_bytes() == (
        b"# Norms\r\n\r\n## Old? {#norm}\r\nYes.\r\n\r\n# more\r\n\r\n"
        b"## What is a norm? {#norm-2}\r\n\r\nA length.\r\n"
    )


def test_a_second_import_adds_nothing(cli: CommandLine) -> None:
    source = cli.file("more.csv", TABLE)
    cli("deck", "import", source, "--to", "lengths")
    before = (cli.decks / "lengths.md").read_bytes()
    outcome = cli("deck", "import", source, "--to", "norms")
    assert outcome.status == 0
    assert f"“What is a norm?” is asked at {cli.decks / 'lengths.md'}:1 already." in outcome.out
    assert outcome.err == (
        f"There is no note to add, so {cli.decks / 'norms.md'} was left as it is.\n"
    )
    assert (cli.decks / "lengths.md").read_bytes() == before


def test_a_column_that_is_not_there_is_told_once_and_no_deck_is_made(cli: CommandLine) -> None:
    table = cli.file("t.csv", "a,b\nc,d\ne,f\n")
    outcome = cli("deck", "import", table, "--to", "new", "--columns", "prompt=99")
    assert outcome.out.count("no column “99” for prompt. It has 2 columns, counted") == 1
    assert outcome.err == (f"There is no note to add, so {cli.decks / 'new.md'} was not made.\n")


def test_a_file_in_which_nothing_is_found_is_a_fault(cli: CommandLine) -> None:
    outcome = cli("deck", "import", cli.file("a.md", "Only words.\n"), "--to", "norms")
    assert outcome.status == 2


def test_a_picture_on_the_network_is_told(cli: CommandLine) -> None:
    source = cli.file("a.md", "## Eye?\n![](https://example.org/eye.png)\n")
    assert (
        "  The picture “https://example.org/eye.png” is on the network, from where no card takes "
        "anything: save it beside the deck, and name it there.\n"
    ) in cli("deck", "import", source, "--to", "eyes").out


def test_pictures_go_along(cli: CommandLine) -> None:
    (cli.folder / "pictures").mkdir()
    (cli.folder / "pictures" / "a b.png").write_bytes(b"picture")
    text = '#separator:tab\n#html:true\nEye?\t<img src="pictures/a b.png"><img src="gone.png">\n'
    source = cli.file("anki.txt", text)
    outcome = cli("deck", "import", source, "--to", "eyes")
    assert (
        "  The picture “gone.png” is not beside the file: put it beside the deck.\n" in outcome.out
    )
    assert outcome.out.endswith("eyes.md: 1 note and 1 picture written.\n")
    assert (cli.decks / "pictures" / "a b.png").read_bytes() == b"picture"


def test_another_picture_of_the_name_stops_the_import(cli: CommandLine) -> None:
    (cli.folder / "eye.png").write_bytes(b"one")
    (cli.decks / "eye.png").write_bytes(b"another")
    source = cli.file("a.csv", "Eye?,![](eye.png)\n")
    outcome = cli("deck", "import", source, "--to", "eyes")
    assert (outcome.status, outcome.err) == (
        2,
        f"There is another picture called {cli.decks / 'eye.png'} already, so nothing was imported."
        " Give one of the two another name.\n",
    )
    assert not (cli.decks / "eyes.md").exists()


def test_where_the_deck_changed_meanwhile_no_picture_stays(cli: CommandLine) -> None:
    (cli.folder / "eye.png").write_bytes(b"one")
    source = cli.file("a.csv", "Eye?,![](eye.png)\n")
    decks, deck = DeckFiles([cli.decks]), cli.deck("eyes", "## Q?\nA.\n")
    plan = plan_import(Wanted((source,), deck), decks, DeckPlaces())
    deck.write_text("## Q?\nAnother answer.\n")
    with pytest.raises(DeckChangedError):
        plan.write(DeckPlaces())
    assert not (cli.decks / "eye.png").exists()
    assert deck.read_text() == "## Q?\nAnother answer.\n"


def test_a_deck_whose_end_is_open_takes_nothing(cli: CommandLine) -> None:
    deck = cli.deck("open", "## Q? {#q}\n```\nnever closed\n")
    outcome = cli("deck", "import", cli.file("more.csv", TABLE), "--to", deck)
    assert outcome.err.startswith(f"What is added to {deck} would not be read as notes there")
    assert deck.read_text() == "## Q? {#q}\n```\nnever closed\n"


def test_a_package_is_no_text(cli: CommandLine) -> None:
    package = cli.folder / "deck.apkg"
    package.write_bytes(b"PK\x03\x04\x00\x00\x08\x00")
    outcome = cli("deck", "import", package, "--to", "norms")
    assert outcome.err.startswith(f"{package} is not text, so nothing was imported.")


def test_several_files_keep_their_sections_and_the_first_title(cli: CommandLine) -> None:
    cards = cli.file("cards.md", '---\nname = "Lengths"\n---\nQ: One?\nA: 1\n')
    headings = cli.file("two.md", "# Second\n\n## Two?\n2\n")
    cli("deck", "import", cards, headings, "--to", "both")
    assert (cli.decks / "both.md").read_text() == (
        '---\ntitle: "Lengths"\n---\n\n## One? {#one}\n\n1\n\n# Second\n\n## Two? {#two}\n\n2\n'
    )


def test_columns_come_in_pairs(cli: CommandLine) -> None:
    outcome = cli("deck", "import", cli.file("a.csv", "a,b\n"), "--to", "x", "--columns", "prompt")
    assert outcome.err == "--columns takes pairs, as in prompt=1,answer=Back.\n"


def test_columns_are_said_by_number_or_name(cli: CommandLine) -> None:
    source = cli.file("a.txt", "7|Say|Ask\n8|yes|really?\n")
    columns = ("--columns", "prompt=Ask,answer=2", "--separator", "pipe")
    assert "1 note written" in cli("deck", "import", source, "--to", "x", *columns).out
    assert (cli.decks / "x.md").read_text() == "## really? {#really}\n\nyes\n"


def test_header_quotes_and_encoding_are_said(cli: CommandLine) -> None:
    source = cli.folder / "a.csv"
    source.write_bytes('Größe,Sinn\n"q,a\n'.encode("cp1252"))
    said = ("--header", "--no-quotes", "--encoding", "Windows-1252")
    outcome = cli("deck", "import", source, "--to", "x", *said)
    assert "prompt from “Größe”, answer from “Sinn”" in outcome.out
    assert (cli.decks / "x.md").read_text() == '## "q {#q}\n\na\n'


@pytest.mark.parametrize("there", ["", "## Old? {#old}\nYes.\n"])
def test_an_import_is_taken_back_whole_unless_the_deck_was_changed_since(
    cli: CommandLine, monkeypatch: pytest.MonkeyPatch, there: str
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(cli.folder / "share"))
    (cli.folder / "eye.png").write_bytes(b"one")
    source = cli.file("a.csv", "Eye?,![](eye.png)\n")
    decks, places, deck = DeckFiles([cli.decks]), DeckPlaces(), cli.decks / "eyes.md"
    if there:
        deck.write_text(there)
    plan = plan_import(Wanted((source,), deck, title="Eyes"), decks, places)
    plan.write(places)
    deck.write_text(f"{plan.whole}\nMore.\n")
    with pytest.raises(DeckGoneOnError, match="was changed since"):
        plan.take_back(decks, places)
    deck.write_text(plan.whole)
    told = plan.take_back(decks, places)
    assert (deck.read_text() if deck.exists() else "") == there
    assert ("as it was" if there else "in the trash") in told
    assert not (cli.decks / "eye.png").exists()


def test_a_plan_shows_how_the_first_notes_will_stand(cli: CommandLine) -> None:
    source = cli.file("a.csv", "Front,Back,Deck\nq,a,One\nr,b,Two\n")
    steps: list[tuple[int, int]] = []
    plan = plan_import(
        Wanted(
            (Path("copied"),), cli.decks / "x.md", contents={Path("copied"): source.read_bytes()}
        ),
        DeckFiles([cli.decks]),
        DeckPlaces(),
        step=lambda *step: steps.append(step),
    )
    assert plan.beginning(1) == "# One\n\n## q {#q}\n\na\n"
    assert steps == [(0, 2), (1, 2)]


def test_a_name_that_may_be_two_decks_is_asked_back(cli: CommandLine) -> None:
    for folder in ("a", "b"):
        (cli.decks / folder).mkdir()
        (cli.decks / folder / "same.md").write_text(f"## {folder}?\nYes.\n")
    outcome = cli("deck", "import", cli.file("more.csv", TABLE), "--to", "same")
    files = ", ".join(str(Path(cli.decks) / folder / "same.md") for folder in ("a", "b"))
    assert outcome.err == f"“same” may be any of {files}: name the file.\n"
