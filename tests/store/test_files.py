"""Files written whole or not at all; settings that a person edits; where things are."""

import os
import stat
from pathlib import Path

import pytest

from flashcards.domain.settings import Settings
from flashcards.store.atomic import write_atomically
from flashcards.store.faults import FileFaultError, SettingsNotPlainError, SettingsUnreadableError
from flashcards.store.paths import Paths, data_folder, shipped
from flashcards.store.settings_file import SettingsFile


def no_room(*_: object, **__: object) -> None:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize(
    "step", ["os.fsync", "os.fdopen", "tempfile.mkstemp", "pathlib.Path.replace"]
)
def test_a_fault_at_any_step_leaves_the_old_content(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("old")
    with monkeypatch.context() as patched:
        patched.setattr(step, no_room)
        with pytest.raises(FileFaultError, match=r"a\.csv cannot be written: no space left"):
            write_atomically(path, b"new")
    assert path.read_text() == "old"
    assert [file.name for file in tmp_path.iterdir()] == ["a.csv"]


def test_permissions_and_links_stay(tmp_path: Path) -> None:
    path, link = tmp_path / "a.csv", tmp_path / "link.csv"
    path.write_text("old")
    path.chmod(0o640)
    link.symlink_to(path)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert path.read_text() == "new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_device_is_written_to_and_stays(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_atomically(pipe, b"new")
    assert os.read(reader, 10) == b"new"
    os.close(reader)
    write_atomically(Path(os.devnull), b"new")
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


def test_a_missing_folder_is_made_and_a_folder_in_the_way_is_said(tmp_path: Path) -> None:
    write_atomically(tmp_path / "new" / "a", b"x")
    assert (tmp_path / "new" / "a").read_bytes() == b"x"
    (tmp_path / "folder").mkdir()
    with pytest.raises(FileFaultError):
        write_atomically(tmp_path / "new" / "a" / "b", b"x")


def test_settings_that_were_kept_come_back_beside_the_persons_comments(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("# mine\nrollover_hour = 5  # early\n")
    SettingsFile(path).save({"new_per_day": 7, "editor": 'ed "{file}" \\ é'})
    chosen = Settings(new_per_day=7, editor='ed "{file}" \\ é', rollover_hour=5)
    assert SettingsFile(path).load() == (chosen, [])
    assert path.read_text().startswith("# mine\nrollover_hour = 5  # early\n")


def test_settings_that_are_no_toml_are_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("my notes")
    with pytest.raises(SettingsUnreadableError, match=r"settings\.toml"):
        SettingsFile(path).save({"new_per_day": 7})
    assert path.read_text() == "my notes"


@pytest.mark.parametrize("text", ['theme = """\ndark"""\n', "[weights]\na.b = 2\n"])
def test_what_is_written_too_cleverly_is_left_as_it_is(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(text)
    with pytest.raises(SettingsNotPlainError, match=r"settings\.toml does not give theme, weights"):
        SettingsFile(path).save({"theme": "light", "weights": {"c": 1}})
    assert path.read_text() == text


def test_what_an_editor_saves_meanwhile_stays(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("fuzz = true\n")

    class Racing(SettingsFile):
        reads = 0

        def _text(self) -> str:
            text = super()._text()
            self.reads += 1
            if self.reads == 1:
                path.write_text("fuzz = true\nrollover_hour = 5\n")
            return text

    Racing(path).save({"new_per_day": 7})
    assert SettingsFile(path).load()[0] == Settings(fuzz=True, rollover_hour=5, new_per_day=7)


@pytest.mark.parametrize(("text", "line"), [("a = 1\nb = = 2\n", 2), ("a = [", 1)])
def test_broken_toml_is_told_with_its_line(tmp_path: Path, text: str, line: int) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(text)
    (problem,) = SettingsFile(path).load()[1]
    assert problem.place.line == line


def test_the_file_that_is_offered_changes_nothing(tmp_path: Path) -> None:
    path = SettingsFile(tmp_path / "settings.toml").offer()
    assert SettingsFile(path).load() == (Settings(), [])
    path.write_text("new_per_day = 3\n")
    assert SettingsFile(path).offer().read_text() == "new_per_day = 3\n"


@pytest.mark.parametrize(
    ("content", "codes"),
    [
        (b"", []),
        (b"new_per_day = -1", ["wrong-setting"]),
        (b"new_per_day = 1.5", ["wrong-setting"]),
        (b"new_per_day = true", ["wrong-setting"]),
        (b'rollover_hour = "4"', ["wrong-setting"]),
        (b'theme = "pink"\ngrades = "five"', ["wrong-setting", "wrong-setting"]),
        (b"nonsense = [1, {a = 2}]", ["unknown-setting"]),
        (b"new_per_day", ["settings-file"]),
        (b"\xff\xfe", ["settings-file"]),
        (b"x = 1\nx = 2", ["settings-file"]),
    ],
)
def test_wrong_settings_have_their_defaults_and_are_said(
    tmp_path: Path, content: bytes, codes: list[str]
) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(content)
    settings, problems = SettingsFile(path).load()
    assert settings == Settings()
    assert [problem.code for problem in problems] == codes


def test_settings_that_cannot_be_read_are_said(tmp_path: Path) -> None:
    assert SettingsFile(tmp_path / "none.toml").load() == (Settings(), [])
    assert [problem.code for problem in SettingsFile(tmp_path).load()[1]] == ["settings-file"]


def test_the_data_folder_is_the_option_then_the_environment(tmp_path: Path) -> None:
    environment = {"FLASHCARDS_DATA": "/from/environment"}
    assert data_folder("/from/option", environment) == Path("/from/option")
    assert data_folder(None, environment) == Path("/from/environment")
    assert data_folder(None, {}).name == "flashcards"
    assert data_folder("~/x", {}) == Path.home() / "x"
    assert data_folder("~no-such-person/x", {}) == Path("~no-such-person/x")


def test_everything_is_in_the_data_folder(tmp_path: Path) -> None:
    paths = Paths(tmp_path)
    for path in (paths.database, paths.settings, paths.window, paths.lock, paths.cache):
        assert path.parent == tmp_path
    assert (shipped("decks") / "ml").is_dir()
