"""Every command in the pseudo-language: what is not in brackets is a name, a key or a number."""

import re

import pytest

from flashcards import app
from flashcards.cli.main import flashcards
from tests.house.test_documents import commands
from tests.words.conftest import CommandLine
from tests.words.pseudo import bare_words, outside

BROKEN = "---\nround: never\n---\n\n## L1 {#l1 .odd}\nA\n\n##\nno prompt\n\n## Gap {.cloze}\nnone\n"
PAST = "card,time,grade\nl1,2026-01-01T12:00:00+00:00,4\n"
CODES = re.compile(r"\b(?:error|warning|hint) \[[\w-]+\]")
"""What a machine may read of a problem stays as it is."""

pytestmark = pytest.mark.usefixtures("pseudo_spoken")


def bare(cli: CommandLine, *arguments: str, typed: str = "") -> list[str]:
    """Run a command; give its words that were not translated, but for the deck's and for names."""
    outcome = cli(*arguments, typed=typed)
    return bare_of(cli, outcome.out + outcome.err)


def bare_of(cli: CommandLine, text: str) -> list[str]:
    text = CODES.sub("", text.replace(str(cli.folder), ""))
    names = {*DECK_WORDS, *["md", "sqlite", "csv", "flashcards", "decks", "data"]}
    return [word for word in bare_words(text) if word not in names]


DECK_WORDS = {
    *("norms", "ml", "What", "does", "do", "Drives", "small", "weights", "to", "zero", "Shrinks"),
    *("them", "Gap", "Elastic", "net", "adds", "and", "which", "norm", "broken", "more", "gap"),
    *("lengths", "none", "no", "prompt"),
}


@pytest.mark.parametrize(
    "arguments",
    [
        ("today",),
        ("topics",),
        ("stats",),
        ("report",),
        ("check",),
        ("stamp",),
        ("cards", "is:new"),
        ("cards", "lapses>x"),
        ("cards", "tpic:ml"),
        ("resume", "l1"),
        ("backup",),
        ("backup", "--list"),
        ("doctor",),
        ("scheduler",),
        ("scheduler", "fsrs", "--yes"),
        ("scheduler", "--retention", "7"),
        ("restore",),
        ("deck", "home"),
        ("note", "move", "nothing", "--to", "more"),
        ("same", "l1", "l9"),
        ("chekc",),
        ("today", "--jsn"),
        ("--today", "never", "today"),
    ],
    ids=" ".join,
)
def test_what_a_command_says_is_translated(cli: CommandLine, arguments: tuple[str, ...]) -> None:
    cli("log", "import", str(cli.file("past.csv", PAST)))
    assert bare(cli, *arguments) == []


def test_a_review_is_translated(cli: CommandLine) -> None:
    assert bare(cli, "review", typed="\n3\nx\nu\nb\ns\nf\n\n1\nq\n") == []


def test_problems_are_translated(cli: CommandLine) -> None:
    cli.deck("broken", BROKEN)
    assert "⟦" in cli("check").out
    assert bare(cli, "check") == []


def test_an_import_is_translated(cli: CommandLine) -> None:
    source = cli.file("more.csv", "prompt;answer\nWhat is a norm?;A length.\nempty;\n")
    told = cli("deck", "import", str(source), "--to", "lengths").out
    assert set(bare_of(cli, told)) <= {"CSV", "UTF", "csv", "prompt", "answer"}


def test_wrong_settings_are_told_in_the_language(cli: CommandLine) -> None:
    cli.data.mkdir()
    (cli.data / "settings.toml").write_text('thme = "dark"\ngrades = "seven"\n')
    told = cli("today").err
    assert told.count("⟦") >= 4
    assert set(bare_of(cli, told)) <= {"settings", "toml"}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("deck", "import"), {"FILE"}),
        (("deck", "import", "x.csv", "--to"), {"to"}),
        (("same", "l1"), {"OLD"}),
        (("today", "now"), {"now"}),
        (("today", "now", "then"), {"now", "then"}),
        (("check", "--fix=3"), {"fix"}),
        (("report", "--format", "x"), {"format", "md", "html", "json"}),
        (("scheduler", "--retention", "x"), {"retention"}),
        (("note", "split", "l1", "--at", "x", "--prompt", "y"), {"at"}),
    ],
)
def test_what_click_says_is_translated(
    cli: CommandLine, arguments: tuple[str, ...], words: set[str]
) -> None:
    told = cli(*arguments)
    assert told.status == 2
    assert told.err.startswith("⟦")
    assert told.err.count("⟦") == told.err.count("⟧")
    assert set(bare_words(told.err)) <= words


def test_what_click_says_in_english_is_its_own(
    cli: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "catalogue", lambda _language: None)
    assert cli("today", "now").err == "Got unexpected extra argument (now).\n"
    assert cli("today", "a", "b").err == "Got unexpected extra arguments (a b).\n"
    assert cli("same", "l1").err == "Missing argument 'OLD'.\n"
    assert cli("new", "--kind", "x").err.startswith("Invalid value for '--kind': 'x' is not one of")


@pytest.mark.parametrize("name", list(commands(flashcards)))
def test_the_help_of_a_command_is_translated(cli: CommandLine, name: str) -> None:
    told = cli.bare(*name.split(), "--help").out
    usage, _, rest = told.partition("\n\n")
    assert usage.startswith("⟦Úságé:~~⟧ flashcards")
    lines = [OPTION.sub("", line) for line in outside(rest).splitlines()]
    assert [line for line in lines if re.search("[a-z]{2}", line)] == []


OPTION = re.compile(r"-[\w-]+|\[[^]]*\]")


def test_what_programs_read_is_the_same_in_every_language(
    cli: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = (("today", "--json"), ("cards", "--json"), ("topics", "--json"), ("check", "--json"))
    said = [cli(*each).json() for each in asked]
    monkeypatch.setenv("LANGUAGE", "en")
    english = [cli(*each).json() for each in asked]
    assert said[:2] == english[:2]
    assert keys(said) == keys(english)


def keys(value: object) -> object:
    """Give the names in a JSON value, without what they name."""
    if isinstance(value, dict):
        return {name: keys(each) for name, each in value.items()}
    return [keys(each) for each in value] if isinstance(value, list) else None
