"""Which language is spoken, and that nothing that is kept speaks another one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from flashcards import app
from flashcards.domain.tongue import language, tr, use
from flashcards.services.desk import Options
from flashcards.store.glance_file import GlanceFile
from flashcards.store.index_file import index_file
from tests.words.conftest import CommandLine
from tests.words.pseudo import Pseudo


@pytest.fixture(autouse=True)
def _silent_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG", "FLASHCARDS_DATA"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def spoken(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Collect the languages whose catalogue was asked for."""
    asked: list[str] = []

    def catalogue(name: str) -> Pseudo | None:
        asked.append(name)
        return None if name == "en" else Pseudo()

    monkeypatch.setattr(app, "catalogue", catalogue)
    yield asked
    use("en", None)


def options(folder: Path, settings: str) -> Options:
    """Write a settings file, and name its folder."""
    (folder / "settings.toml").write_text(settings, "utf-8")
    return Options(data=str(folder))


def test_the_settings_say_which_language(tmp_path: Path, spoken: list[str]) -> None:
    app.open_preferences(options(tmp_path, 'language = "de"\n'))
    assert (language(), spoken) == ("de", ["de"])
    assert tr("Theme") == "⟦Thémé~~⟧"


def test_else_the_environment_says_it(
    tmp_path: Path, spoken: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "de_CH.UTF-8")
    app.open_preferences(options(tmp_path, ""))
    assert (language(), spoken) == ("de", ["de"])
    app.open_preferences(options(tmp_path, 'language = "en"\n'))
    assert (language(), spoken) == ("en", ["de", "en"])


def test_else_the_system_says_it(tmp_path: Path, spoken: list[str]) -> None:
    app.open_preferences(options(tmp_path, ""), ["de-AT", "en"])
    assert (language(), spoken) == ("de", ["de"])


def test_an_unknown_language_is_a_problem_in_words(tmp_path: Path, spoken: list[str]) -> None:
    preferences = app.open_preferences(options(tmp_path, 'language = "tlh"\n'))
    assert spoken == ["en"]
    assert [problem.message for problem in preferences.problems] == [
        "The setting “language” cannot be “tlh”."
    ]


def test_what_is_wrong_with_the_settings_is_told_in_their_language(
    tmp_path: Path, spoken: list[str]
) -> None:
    preferences = app.open_preferences(options(tmp_path, 'language = "de"\ntheme = "pink"\n'))
    assert spoken == ["de"]
    assert [problem.message[0] for problem in preferences.problems] == ["⟦"]


def test_a_command_speaks_the_language_of_its_data_folder(
    cli: CommandLine, spoken: list[str]
) -> None:
    cli.data.mkdir()
    (cli.data / "settings.toml").write_text('language = "de"\n')
    assert "⟦" in cli("today").out
    assert cli("tday").err.startswith("⟦")
    assert cli.bare("tday").err.startswith("There is no command")
    assert set(spoken) == {"de", "en"}


def test_an_index_is_of_one_language(tmp_path: Path) -> None:
    english = index_file(tmp_path, [tmp_path])
    use("de", Pseudo())
    assert index_file(tmp_path, [tmp_path]) != english
    use("en", None)
    assert index_file(tmp_path, [tmp_path]) == english


def test_a_glance_is_of_one_language(tmp_path: Path) -> None:
    file = GlanceFile(tmp_path / "today.json", [], [])
    file.mark()
    file.write("Nothing is left to do.")
    assert file.read() == "Nothing is left to do."
    use("de", Pseudo())
    assert file.read() is None


def test_problems_come_in_the_language_of_each_start(cli: CommandLine, spoken: list[str]) -> None:
    cli.data.mkdir()
    cli.deck("broken", "## Q {#q .odd}\nA\n")
    for choice, sign in (("en", "There is no kind"), ("de", "⟦Théré ís ñó kíñd"), ("en", "There")):
        (cli.data / "settings.toml").write_text(f'language = "{choice}"\n')
        cli("today")
        assert sign in cli("check").out
    assert len(list((cli.data / "cache").glob("index-*.sqlite"))) == 2
