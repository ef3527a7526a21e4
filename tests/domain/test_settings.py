"""What a person can choose."""

from dataclasses import fields

import pytest

from flashcards.domain.grade import FOUR_GRADES, SIX_GRADES
from flashcards.domain.queue.build import Limits
from flashcards.domain.settings import CHOICES, Settings, as_values, read_settings


def problem_with(key: str, value: object) -> str:
    """Read one setting that is wrong; the defaults hold."""
    settings, (problem,) = read_settings({key: value}, "settings.toml")
    assert settings == Settings()
    return f"{problem.code}: {problem.message} {problem.hint}"


def test_right_values_are_taken_over() -> None:
    values = {"new_per_day": 5, "rollover_hour": 0, "theme": "dark", "grades": "six"}
    settings, problems = read_settings(values, "settings.toml")
    assert settings == Settings(new_per_day=5, rollover_hour=0, theme="dark", grades="six")
    assert problems == []


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("new_per_day", -1),
        ("new_per_day", 10_000),
        ("new_per_day", True),
        ("new_per_day", 2.0),
        ("rollover_hour", 24),
        ("rollover_hour", "4"),
        ("theme", "pink"),
        ("theme", 1),
        ("editor", None),
    ],
)
def test_a_wrong_value_keeps_its_default(key: str, value: object) -> None:
    assert problem_with(key, value).startswith(f"wrong-setting: The setting “{key}” cannot be")


def test_the_hint_says_what_a_setting_takes() -> None:
    assert "a whole number from 0 to 23;" in problem_with("rollover_hour", 24)
    assert "one of: system, light, dark;" in problem_with("theme", "pink")
    assert "It takes text;" in problem_with("editor", 1)


def test_an_unknown_setting_gets_did_you_mean() -> None:
    assert "Did you mean “theme”?" in problem_with("themes", "dark")
    assert "Known settings: new_per_day," in problem_with("zzz", 1)


def test_one_wrong_value_costs_no_right_one() -> None:
    settings, problems = read_settings({"theme": 1, "new_per_day": 3}, "settings.toml")
    assert (settings.new_per_day, len(problems)) == (3, 1)


def test_only_what_differs_is_written() -> None:
    assert as_values(Settings()) == {}
    assert as_values(Settings(theme="dark", new_per_day=0)) == {"new_per_day": 0, "theme": "dark"}


def test_what_is_written_is_read_again() -> None:
    chosen = Settings(1, 2, 3, "light", "six", "code -g {file}:{line}")
    assert read_settings(as_values(chosen), "s") == (chosen, [])


def test_every_setting_has_a_choice_that_accepts_its_default() -> None:
    defaults = {field.name: field.default for field in fields(Settings)}
    assert [choice.name for choice in CHOICES] == list(defaults)
    assert all(choice.accepts(defaults[choice.name]) for choice in CHOICES)


def test_settings_give_limits_and_buttons() -> None:
    assert Settings(new_per_day=1, reviews_per_day=2).limits == Limits(1, 2)
    assert Settings().buttons == FOUR_GRADES
    assert Settings(grades="six").buttons == SIX_GRADES
