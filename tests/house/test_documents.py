"""What the program can do is what its documents say."""

from collections.abc import Iterator

import click

from flashcards.cli.main import flashcards
from flashcards.domain.choices import CHOICES
from flashcards.domain.problems import FLAWS
from flashcards.domain.settings_text import toml_value
from tests.house.sources import ROOT, paths

README = (ROOT / "README.md").read_text("utf-8")
FORMAT = (ROOT / "decks/README.md").read_text("utf-8")
ARCHITECTURE = (ROOT / "flashcards/ARCHITECTURE.md").read_text("utf-8")

OF_SETTINGS = {
    "settings-file",
    "unknown-setting",
    "wrong-setting",
    "wrong-setting-entry",
    "wrong-setting-search",
    "idle-setting",
}
"""No deck can have these problems."""


def commands(group: click.Group, before: str = "") -> Iterator[str]:
    """Name the commands, those of groups with their group's name before them."""
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, f"{before}{name} ")
        else:
            yield f"{before}{name}"


def test_the_readme_names_every_command() -> None:
    missing = [name for name in commands(flashcards) if f"\n  {name} " not in README]
    assert missing == []


def test_the_readme_names_every_option_of_every_call() -> None:
    options = [option for one in flashcards.params for option in one.opts if one.name != "version"]
    assert [option for option in options if option not in README] == []


def test_the_format_shows_every_problem_a_deck_can_have() -> None:
    codes = {flaw.code for flaw in FLAWS} - OF_SETTINGS
    missing = [code for code in codes if f" {code}\n" not in FORMAT and f"`{code}`" not in FORMAT]
    assert missing == []


def settings_table() -> str:
    """Write the README's table of settings, from what they say of themselves."""
    rows = [
        f"| `{one.name} = {toml_value(one.default)}` | {one.label}: {one.help}"
        f" | {one.kind.expected} |"
        for one in CHOICES
    ]
    return "\n".join(["| setting, as it is at first | | it takes |", "|---|---|---|", *rows, ""])


def test_the_readme_has_the_settings_own_table() -> None:
    assert settings_table() in README


def test_every_setting_explains_itself() -> None:
    assert [choice.name for choice in CHOICES if not choice.help.endswith(".")] == []


def test_the_architecture_names_every_package() -> None:
    found = {path.split("/")[1] for path in paths("flashcards", "__init__.py") if "/" in path[11:]}
    assert [name for name in sorted(found) if f"`{name}/" not in ARCHITECTURE] == []
