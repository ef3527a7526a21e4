"""A theme of one's own colours the window, and its mistakes are told on Today."""

from flashcards.ui.theme.files import load_theme
from tests.ui.stage import Stage, deck_of


def test_a_theme_of_ones_own_is_used_and_read_again(stage: Stage) -> None:
    stage.write_deck(deck_of(1))
    (stage.data / "settings.toml").write_text('theme = "light"', "utf-8")
    (stage.data / "themes").mkdir()
    mine = stage.data / "themes" / "light.toml"
    mine.write_text('[colours]\nwindow = "#ffeedd"\n', "utf-8")
    program = stage.open()
    assert program.look.theme.colours.window == "#ffeedd"
    mine.write_text('[colours]\nwindow = "white"\n', "utf-8")
    stage.press("Ctrl+R")
    assert program.look.theme == load_theme(False)[0]
    assert [problem.code for problem in program.look.problems] == ["wrong-colour"]


def test_its_mistakes_are_told(stage: Stage) -> None:
    stage.write_deck(deck_of(1))
    (stage.data / "settings.toml").write_text('theme = "light"', "utf-8")
    (stage.data / "themes").mkdir()
    for name in ("light", "dark"):
        (stage.data / "themes" / f"{name}.toml").write_text('[colours]\nacent = "#000000"', "utf-8")
    program = stage.open()
    assert any("There is no token colours.acent." in text for text in stage.texts())
    while program.look.choice != "dark":
        stage.press("Ctrl+T")
    assert "Did you mean “accent”?" in stage.notice
