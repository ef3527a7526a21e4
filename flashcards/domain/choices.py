"""Every setting's own description: what reads, writes, shows and documents settings goes by it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from flashcards.domain.problems import UNKNOWN_SETTING, WRONG_SETTING, Place, Problem, did_you_mean
from flashcards.domain.scheduling.fsrs import LONGEST, RETENTION
from flashcards.domain.settings import SCHEDULERS, Settings
from flashcards.domain.settings_text import line_of, toml_value
from flashcards.domain.values import (
    Bindings,
    Calendar,
    Flag,
    Kind,
    Numbers,
    Share,
    Text,
    Whole,
    Words,
)

HEAVIEST = 10
"""A topic cannot matter more than so many usual ones."""

_DEFAULTS = Settings()


@dataclass(frozen=True, slots=True)
class Choice:
    """One setting: its key in the file, its name and its sentence for people, what it takes."""

    name: str
    section: str
    label: str
    help: str
    kind: Kind

    @property
    def default(self) -> Any:  # noqa: ANN401  # each setting has its own type
        """What a new person gets."""
        return getattr(_DEFAULTS, self.name)


def _day() -> Iterator[Choice]:
    yield Choice(
        "new_per_day", "The day", "New cards a day", "At most so many.", Whole(0, 9_999, "cards")
    )
    yield Choice(
        "reviews_per_day",
        "The day",
        "Due cards a day",
        "At most so many; the rest waits.",
        Whole(0, 99_999, "cards"),
    )
    yield Choice(
        "rollover_hour",
        "The day",
        "A study day begins at",
        "The hour of the local clock; before it, it is still yesterday.",
        Whole(0, 23, "o’clock"),
    )
    yield Choice(
        "catch_up_per_day",
        "The day",
        "Due cards a day while you catch up",
        "Today sets it for a backlog, and takes it away when that is done.",
        Whole(0, 99_999, "cards", "no plan"),
    )


def _scheduling() -> Iterator[Choice]:
    yield Choice(
        "scheduler",
        "Scheduling",
        "Scheduler",
        "SM-2 as published, or FSRS-6, which asks a card when its recall has fallen.",
        Words(SCHEDULERS),
    )
    yield Choice(
        "desired_retention",
        "Scheduling",
        "Desired retention",
        "With FSRS-6: the recall at which a card is asked again.",
        Share(*RETENTION),
    )
    yield Choice(
        "maximum_interval",
        "Scheduling",
        "Longest interval",
        "No card is put off for longer, but for fuzz.",
        Whole(0, LONGEST, "days", "no limit"),
    )
    yield Choice(
        "fuzz",
        "Scheduling",
        "Fuzz",
        "Move due days a little (5 to 15 %), so that cards learned together part.",
        Flag(),
    )
    yield Choice(
        "load_balance",
        "Scheduling",
        "Even days out",
        "With fuzz: prefer days on which less is due.",
        Flag(),
    )
    yield Choice(
        "grades",
        "Scheduling",
        "Grade buttons",
        "How many: two, Anki's four, or all six of SM-2.",
        Words({"two": "Two", "four": "Four", "six": "Six"}),
    )
    yield Choice(
        "leech_lapses",
        "Scheduling",
        "A leech after",
        "So often forgotten, a card is called a leech.",
        Whole(2, 99, "lapses"),
    )


def _interview() -> Iterator[Choice]:
    yield Choice(
        "interview",
        "The interview",
        "Day of the interview",
        "Today counts the days to it, and drills aim at it.",
        Calendar(),
    )
    yield Choice(
        "minutes_per_day",
        "The interview",
        "Minutes a day",
        "What you mean to study until then.",
        Whole(1, 1_439, "minutes"),
    )
    yield Choice(
        "weights",
        "The interview",
        "Weights",
        "How much a topic (and all below it) or a round matters; 1 unless said.",
        Numbers("topics or rounds", 0, HEAVIEST),
    )


def _window() -> Iterator[Choice]:
    yield Choice(
        "theme",
        "The window",
        "Theme",
        "The colours of the window.",
        Words({"system": "As the system", "light": "Light", "dark": "Dark"}),
    )
    yield Choice(
        "editor",
        "The window",
        "Editor",
        "The command that opens a deck ({file} and {line} are filled in), or an editor's name.",
        Text("an editor found here"),
    )
    yield Choice(
        "decks",
        "The window",
        "Your decks",
        "The folder they live in, from the next start on; “shipped” for those that came along.",
        Text("Today asks"),
    )


def _keys() -> Iterator[Choice]:
    yield Choice(
        "keys",
        "Keys",
        "Keys",
        "Choose an action, go to the field beside it, and press its new key; Backspace gives "
        "the usual ones back.",
        Bindings(),
    )


CHOICES = (*_day(), *_scheduling(), *_interview(), *_window(), *_keys())


def read_settings(
    values: Mapping[str, object], file: str, text: str = ""
) -> tuple[Settings, list[Problem]]:
    """Take over what is right; every other value keeps its default and is reported.

    ``text`` is what the values were read from: it tells the lines of what is wrong.
    """
    accepted: dict[str, Any] = {}
    problems: list[Problem] = []
    known = {choice.name: choice for choice in CHOICES}
    for key, value in values.items():
        choice, place = known.get(key), Place(file, line_of(text, key))
        if choice is None:
            guess = did_you_mean(key, known) or f"Known settings: {', '.join(known)}."
            problems.append(UNKNOWN_SETTING.at(place, key=key, guess=guess))
        elif not choice.kind.accepts(value):
            expected = choice.kind.expected
            problems.append(WRONG_SETTING.at(place, key=key, value=value, expected=expected))
        else:
            accepted[key] = value.isoformat() if isinstance(value, date) else value
    return Settings(**accepted), problems


def template() -> str:
    """Write a settings file that changes nothing and names every choice, for a person to edit."""
    return "".join(_template())


def _template() -> Iterator[str]:
    yield "# Flashcards: your choices. Take the # away in front of what you want to change.\n"
    section = ""
    for choice in CHOICES:
        if choice.section != section:
            section = choice.section
            yield f"\n# --- {section} ---\n"
        yield f"\n# {choice.label}: {choice.help} ({choice.kind.expected})\n"
        yield f"# {choice.name} = {toml_value(choice.default)}\n"
