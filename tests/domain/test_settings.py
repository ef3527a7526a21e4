"""What a person can choose."""

import re
import tomllib
from dataclasses import fields
from datetime import date, datetime

import pytest

from flashcards.domain.choices import CHOICES, read_settings, template
from flashcards.domain.clock import day_of
from flashcards.domain.grade import FOUR_GRADES, SIX_GRADES, TWO_GRADES
from flashcards.domain.queue.limits import Limits, OwnLimit
from flashcards.domain.queue.ordering import Ordering
from flashcards.domain.settings import Settings, folders_as, folders_in
from flashcards.domain.settings_text import line_of, with_value


def problem_with(key: str, value: object) -> str:
    """Read one setting that is wrong; the defaults hold."""
    settings, (problem,) = read_settings({key: value}, "settings.toml")
    assert settings == Settings()
    return f"{problem.code}: {problem.message} {problem.hint}"


def test_right_values_are_taken_over() -> None:
    values = {"new_per_day": 5, "rollover_hour": 0, "theme": "dark", "fuzz": True}
    settings, problems = read_settings(values, "settings.toml")
    assert settings == Settings(new_per_day=5, rollover_hour=0, theme="dark", fuzz=True)
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
        ("fuzz", 1),
        ("fuzz", "yes"),
        ("interview", "2026-02-30"),
        ("interview", "soon"),
        ("interview", datetime(2026, 2, 3)),
        ("interview", 3),
        ("minutes_per_day", 0),
        ("weights", 2),
        ("weights", {"ml": "2"}),
        ("weights", {"ml": True}),
        ("weights", {"ml": -1}),
        ("weights", {"ml": 11}),
        ("keys", "Ctrl+K"),
        ("keys", {"undo": []}),
        ("keys", {"undo": [1]}),
        ("keys", {"undo": 1}),
        ("desired_retention", 0.5),
        ("desired_retention", 1),
        ("desired_retention", "0.9"),
        ("desired_retention", True),
        ("scheduler", "anki"),
        ("maximum_interval", -1),
        ("decks", 1),
        ("decks", ["~/decks", ""]),
    ],
)
def test_a_wrong_value_keeps_its_default(key: str, value: object) -> None:
    assert problem_with(key, value).startswith(f"wrong-setting: The setting “{key}” cannot be")


def test_the_hint_says_what_a_setting_takes() -> None:
    assert "a whole number from 0 to 23;" in problem_with("rollover_hour", 24)
    assert "one of: system, light, dark;" in problem_with("theme", "pink")
    assert "It takes true or false;" in problem_with("fuzz", 1)
    assert "It takes text;" in problem_with("editor", 1)


@pytest.mark.parametrize("written", ['"2026-12-01"', "2026-12-01"])
def test_the_interview_is_a_day_in_quotes_or_a_toml_date(written: str) -> None:
    settings, _ = read_settings(tomllib.loads(f"interview = {written}"), "s")
    assert settings == Settings(interview="2026-12-01")
    assert settings.interview_day == day_of(date(2026, 12, 1))
    assert Settings().interview_day is None


def test_a_topic_weighs_what_it_or_one_above_it_or_its_round_does() -> None:
    table = '[weights]\nml = 2\n"ml/norms" = 3\ncoding = 0.5\n'
    settings, _ = read_settings(tomllib.loads(table), "s")
    assert settings.weight_of("ml/norms/l1", "practitioner") == 3
    assert settings.weight_of("ml/trees", "coding") == 2
    assert settings.weight_of("graphs", "coding") == 0.5
    assert settings.weight_of("graphs") == 1


def test_an_unknown_setting_gets_did_you_mean() -> None:
    assert "Did you mean “theme”?" in problem_with("themes", "dark")
    assert "Known settings: new_per_day," in problem_with("zzz", 1)


def test_one_wrong_value_costs_no_right_one() -> None:
    settings, problems = read_settings({"theme": 1, "new_per_day": 3}, "settings.toml")
    assert (settings.new_per_day, len(problems)) == (3, 1)


def test_the_template_names_every_choice_and_changes_none() -> None:
    assert tomllib.loads(template()) == {}
    assert all(f"# {choice.name} = " in template() for choice in CHOICES)
    assert read_settings(tomllib.loads(uncommented(template())), "s") == (Settings(), [])


def uncommented(text: str) -> str:
    return re.sub(r"^# (\w+ = )", r"\1", text, flags=re.MULTILINE)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", 'theme = "dark"\n'),
        ('theme = "light"\n', 'theme = "dark"\n'),
        ('  theme="light" # mine\nx = 1\n', 'theme = "dark" # mine\nx = 1\n'),
        ("# my words\nnew_per_day = 5", '# my words\nnew_per_day = 5\ntheme = "dark"\n'),
        ("a = 1\n[keys]\nb = 2\n", 'a = 1\ntheme = "dark"\n[keys]\nb = 2\n'),
    ],
)
def test_setting_one_choice_leaves_all_other_lines(before: str, after: str) -> None:
    assert with_value(before, "theme", "dark") == after


@pytest.mark.parametrize(
    ("before", "weights", "after"),
    [
        ("", {"ml": 2}, "\n[weights]\nml = 2\n"),
        ("a = 1", {"a b/c": 0.5}, 'a = 1\n\n[weights]\n"a b/c" = 0.5\n'),
        (
            '[weights] # mine\n# why\nml = 2 # c\n"ml/norms" = 3\n\n[keys]\nb = 2\n',
            {"ml": 1.5, "coding": 4},
            "[weights] # mine\n# why\nml = 1.5 # c\ncoding = 4\n\n[keys]\nb = 2\n",
        ),
        ("weights = { ml = 2 } # q\nb = 1\n", {}, "weights = {} # q\nb = 1\n"),
        ("weights = {}\n", {"ml": 2, "a/b": 1}, 'weights = { ml = 2, "a/b" = 1 }\n'),
        ("[weights]\nml = 2", {}, "[weights]"),
    ],
)
def test_a_table_keeps_its_comments_and_its_other_lines(
    before: str, weights: dict[str, float], after: str
) -> None:
    assert with_value(before, "weights", weights) == after
    assert tomllib.loads(after)["weights"] == weights


def test_a_choice_that_the_template_offers_is_made_where_it_stands() -> None:
    (before, _, after) = with_value(template(), "fuzz", value=True).partition("fuzz = true\n")
    assert before.endswith("# fuzz = false\n")
    assert after.startswith("\n# Even days out")


def test_a_choice_of_the_same_name_in_a_table_is_another_one() -> None:
    text = with_value('[keys]\ntheme = "T"\n', "theme", "dark")
    assert text == 'theme = "dark"\n[keys]\ntheme = "T"\n'


def test_an_action_has_one_key_or_several() -> None:
    settings, problems = read_settings({"keys": {"undo": ["U", "Ctrl+Z"], "edit": "E"}}, "s")
    assert settings.keys == {"undo": ["U", "Ctrl+Z"], "edit": "E"}
    assert problems == []


def test_what_is_wrong_is_told_with_its_line() -> None:
    text = 'fuzz = true\n\n  "theme" = "pink"\n[weights]\nml = 99\n[nonsense]\n'
    _, problems = read_settings(tomllib.loads(text), "s", text)
    assert [problem.place.line for problem in problems] == [3, 4, 6]


LIMITS = """
[limits]
"deck:ml/cnn" = { new = 5, reviews = 40 }
"topic:graphs" = { new = 0 }  # none for now
"deck:papers" = { new = -1 }
graphs = { new = 1 }

[limits."topic:trees"]
due = 3
"""


def test_decks_and_topics_have_limits_of_their_own_and_one_wrong_costs_no_right_one() -> None:
    settings, problems = read_settings(tomllib.loads(LIMITS), "s", LIMITS)
    assert settings.day_limits.own == (
        OwnLimit("deck", "ml/cnn", 5, 40),
        OwnLimit("topic", "graphs", new=0),
    )
    assert [(one.place.line, one.code) for one in problems] == [
        (5, "wrong-setting-entry"),
        (6, "wrong-setting-entry"),
        (8, "wrong-setting-entry"),
    ]
    assert problems[0].message == "“deck:papers” in the table “limits” cannot be “{ new = -1 }”."
    assert problems[0].hint.startswith("It takes a table of “deck:…” or “topic:…”, each with")


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        ("deck:", {"new": 1}),
        ("deck:/ml", {"new": 1}),
        ("deck:ml/", {"new": 1}),
        ("tag:ml", {"new": 1}),
        ("deck:ml", {}),
        ("deck:ml", 5),
        ("deck:ml", {"new": True}),
        ("deck:ml", {"new": 100_000}),
        ("deck:ml", {"new": 1, "due": 2}),
    ],
)
def test_a_limit_names_what_it_is_of_and_says_how_many(name: str, entry: object) -> None:
    settings, (problem,) = read_settings({"limits": {name: entry}}, "s")
    assert (settings, problem.code, problem.place.line) == (Settings(), "wrong-setting-entry", 1)


def test_limits_that_are_no_table_are_a_wrong_setting() -> None:
    assert problem_with("limits", 5).startswith("wrong-setting: The setting “limits” cannot be “5”")


def test_a_limit_is_written_on_a_line_of_its_own_and_read_again() -> None:
    limits = {"deck:ml/cnn": {"new": 5, "reviews": 40}, "topic:a b": {"new": 0}}
    text = with_value(template(), "limits", limits)
    assert text.endswith(
        '\n[limits]\n"deck:ml/cnn" = { new = 5, reviews = 40 }\n"topic:a b" = { new = 0 }\n'
    )
    assert read_settings(tomllib.loads(text), "s") == (Settings(limits=limits), [])
    gone = with_value(text, "limits", {"topic:a b": {"new": 1}})
    assert gone.endswith('\n[limits]\n"topic:a b" = { new = 1 }\n')


def test_settings_give_the_order_of_a_day() -> None:
    chosen = Settings(new_order="chance", review_order="forgotten", new_mix="after")
    assert chosen.ordering == Ordering("chance", "forgotten", "after")
    assert Settings().ordering == Ordering()


def test_lists_are_written_as_toml_has_them() -> None:
    assert with_value("", "folders", ["a", "b\x7f"]) == 'folders = ["a", "b\\u007f"]\n'


def test_what_is_written_is_read_again() -> None:
    command = 'my "editor" {file}:{line} é'
    values = tomllib.loads(with_value(template(), "editor", command))
    assert read_settings(values, "s") == (Settings(editor=command), [])


def test_every_setting_has_a_choice_that_accepts_its_default() -> None:
    defaults = {field.name: getattr(Settings(), field.name) for field in fields(Settings)}
    assert sorted(choice.name for choice in CHOICES) == sorted(defaults)
    assert all(choice.kind.accepts(defaults[choice.name]) for choice in CHOICES)


def test_settings_give_limits_and_buttons() -> None:
    assert Settings(new_per_day=1, reviews_per_day=2).day_limits == Limits(1, 2)
    assert Settings().buttons == FOUR_GRADES
    assert Settings(grades="two").buttons == TWO_GRADES
    assert Settings(grades="six").buttons == SIX_GRADES


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('fuzz = true\n\n[keys]\n# mine\nbury = "F"\n', 5),
        ('[keys]\n"bury" = "F"\n[weights]\nml = 2\n', 2),
        ('[weights]\nbury = 2\n[keys]\nflag = "Q"\n', 3),
        ('fuzz = true\nkeys = { bury = "F" }\n', 2),
        ('keys.bury = "F"\n', 1),
        ("", 1),
    ],
)
def test_a_name_in_a_table_has_a_line_else_its_table(text: str, line: int) -> None:
    assert line_of(text, "bury", "keys") == line


@pytest.mark.parametrize(
    ("written", "folders"),
    [
        ("", ()),
        ([], ()),
        ("~/decks", ("~/decks",)),
        (["~/decks", "shipped"], ("~/decks", "shipped")),
    ],
)
def test_decks_are_one_folder_or_several(
    written: str | list[str], folders: tuple[str, ...]
) -> None:
    settings, problems = read_settings({"decks": written}, "settings.toml")
    assert (settings.deck_folders, problems) == (folders, [])
    assert folders_in(folders_as(folders)) == folders


def test_one_folder_stays_a_text_in_the_file() -> None:
    assert (folders_as(()), folders_as(("a",)), folders_as(("a", "b"))) == ("", "a", ["a", "b"])
