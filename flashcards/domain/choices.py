"""Every setting's own description: what reads, writes, shows and documents settings goes by it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from flashcards.domain.problems import (
    UNKNOWN_SETTING,
    WRONG_ENTRY,
    WRONG_SETTING,
    Place,
    Problem,
    did_you_mean,
)
from flashcards.domain.scheduling.fsrs import LONGEST, RETENTION
from flashcards.domain.settings import (
    LARGEST,
    MIXES,
    NEW_ORDERS,
    REVIEW_ORDERS,
    SCHEDULERS,
    SMALLEST,
    Settings,
)
from flashcards.domain.settings_text import line_of, toml_value
from flashcards.domain.tongue import LANGUAGES, later, tr
from flashcards.domain.values import (
    Allowances,
    Bindings,
    Calendar,
    Family,
    Flag,
    Folders,
    Kind,
    Numbers,
    Queries,
    Share,
    Table,
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
        "new_per_day",
        later("The day"),
        later("New cards a day"),
        later("At most so many."),
        Whole(0, 9_999, later("cards")),
    )
    yield Choice(
        "reviews_per_day",
        later("The day"),
        later("Due cards a day"),
        later("At most so many; the rest waits."),
        Whole(0, 99_999, later("cards")),
    )
    yield Choice(
        "limits",
        later("The day"),
        later("Limits of decks and topics"),
        later(
            "Fewer a day of one of them, and of all below it; those of the whole day hold above."
        ),
        Allowances(99_999),
    )
    yield Choice(
        "rollover_hour",
        later("The day"),
        later("A study day begins at"),
        later("The hour of the local clock; before it, it is still yesterday."),
        Whole(0, 23, later("o’clock")),
    )
    yield Choice(
        "catch_up_per_day",
        later("The day"),
        later("Due cards a day while you catch up"),
        later("Today sets it for a backlog, and takes it away when that is done."),
        Whole(0, 99_999, later("cards"), later("no plan")),
    )


def _order() -> Iterator[Choice]:
    yield Choice(
        "new_order",
        later("The order"),
        later("New cards"),
        later("In turn, no day is all one subject; by chance, every day draws anew."),
        Words(NEW_ORDERS),
    )
    yield Choice(
        "review_order",
        later("The order"),
        later("Due cards"),
        later("Which come first; the others wait where more are due than a day’s limit."),
        Words(REVIEW_ORDERS),
    )
    yield Choice(
        "new_mix",
        later("The order"),
        later("Where the new cards come"),
        later("Spread among the due, after them, or before them."),
        Words(MIXES),
    )


def _scheduling() -> Iterator[Choice]:
    yield Choice(
        "scheduler",
        later("Scheduling"),
        later("Scheduler"),
        later("SM-2 as published, or FSRS-6, which asks a card when its recall has fallen."),
        Words(SCHEDULERS),
    )
    yield Choice(
        "desired_retention",
        later("Scheduling"),
        later("Desired retention"),
        later("With FSRS-6: the recall at which a card is asked again."),
        Share(*RETENTION),
    )
    yield Choice(
        "maximum_interval",
        later("Scheduling"),
        later("Longest interval"),
        later("No card is put off for longer, but for fuzz."),
        Whole(0, LONGEST, later("days"), later("no limit")),
    )
    yield Choice(
        "fuzz",
        later("Scheduling"),
        later("Fuzz"),
        later("Move due days a little (5 to 15 %), so that cards learned together part."),
        Flag(),
    )
    yield Choice(
        "load_balance",
        later("Scheduling"),
        later("Even days out"),
        later("With fuzz: prefer days on which less is due."),
        Flag(),
    )
    yield Choice(
        "grades",
        later("Scheduling"),
        later("Grade buttons"),
        later("How many: two, Anki's four, or all six of SM-2."),
        Words({"two": later("Two"), "four": later("Four"), "six": later("Six")}),
    )
    yield Choice(
        "leech_lapses",
        later("Scheduling"),
        later("A leech after"),
        later("So often forgotten, a card is called a leech."),
        Whole(2, 99, later("lapses")),
    )


def _interview() -> Iterator[Choice]:
    yield Choice(
        "interview",
        later("The interview"),
        later("Day of the interview"),
        later("Today counts the days to it, and drills aim at it."),
        Calendar(),
    )
    yield Choice(
        "minutes_per_day",
        later("The interview"),
        later("Minutes a day"),
        later("What you mean to study until then."),
        Whole(1, 1_439, later("minutes")),
    )
    yield Choice(
        "weights",
        later("The interview"),
        later("Weights"),
        later("How much a topic (and all below it) or a round matters; 1 unless said."),
        Numbers(later("topics or rounds"), 0, HEAVIEST),
    )


def _letters() -> Iterator[Choice]:
    yield Choice(
        "zoom",
        later("The window"),
        later("Text size"),
        later("Of all text; larger and smaller by Ctrl and + or −, too."),
        Whole(SMALLEST, LARGEST, "%", step=10),
    )
    yield Choice(
        "text_font",
        later("The window"),
        later("Font"),
        later("Of all text; where it is not installed, the window chooses."),
        Family(later("the window’s own choice")),
    )
    yield Choice(
        "code_font",
        later("The window"),
        later("Font of code"),
        later("Of code and of decks being written; all its letters should be equally wide."),
        Family(later("the window’s own choice"), fixed=True),
    )


def _window() -> Iterator[Choice]:
    yield Choice(
        "theme",
        later("The window"),
        later("Theme"),
        later("The colours of the window."),
        Words({"system": later("As the system"), "light": later("Light"), "dark": later("Dark")}),
    )
    yield from _letters()
    yield Choice(
        "language",
        later("The window"),
        later("Language"),
        later("What the program speaks, from the next start on; your decks stay as they are."),
        Words({"system": later("As the system"), **LANGUAGES}),
    )
    yield Choice(
        "editor",
        later("The window"),
        later("Editor"),
        later(
            "The command that opens a deck ({file} and {line} are filled in), or an editor's name."
        ),
        Text(later("an editor found here")),
    )
    yield Choice(
        "decks",
        later("The window"),
        later("Your decks"),
        later("The folders they are read from; new decks go into the first."),
        Folders(later("Today asks where they should live")),
    )


def _searches() -> Iterator[Choice]:
    yield Choice(
        "searches",
        later("Searches"),
        later("Saved searches"),
        later("A name, “=” and a search on each line; “@name” stands for it wherever you search."),
        Queries(),
    )


def _keys() -> Iterator[Choice]:
    yield Choice(
        "keys",
        later("Keys"),
        later("Keys"),
        later(
            "Choose an action, go to the field beside it, and press its new key; Backspace gives "
            "the usual ones back."
        ),
        Bindings(),
    )


def _safety() -> Iterator[Choice]:
    yield Choice(
        "backups",
        later("Backups"),
        later("Back up by itself"),
        later("When the window is opened or closed. What is risky is backed up before, anyway."),
        Flag(),
    )
    yield Choice(
        "backups_latest",
        later("Backups"),
        later("Keep the last"),
        later("The newest backups, whenever they were made."),
        Whole(1, 999, later("backups")),
    )
    yield Choice(
        "backups_days",
        later("Backups"),
        later("And one of each day"),
        later("The last backup of each of so many days that have one."),
        Whole(0, 366, later("days")),
    )
    yield Choice(
        "backups_weeks",
        later("Backups"),
        later("And one of each week"),
        later("The last backup of each of so many weeks that have one."),
        Whole(0, 520, later("weeks")),
    )


CHOICES = (
    *_day(),
    *_order(),
    *_scheduling(),
    *_interview(),
    *_window(),
    *_safety(),
    *_searches(),
    *_keys(),
)


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
            guess = did_you_mean(key, known) or tr(
                "Known settings: {names}.", names=", ".join(known)
            )
            problems.append(UNKNOWN_SETTING.at(place, key=key, guess=guess))
        elif isinstance(choice.kind, Table) and isinstance(value, dict):
            accepted[key], wrong = _entries(choice, value, file, text)
            problems += wrong
        elif not choice.kind.accepts(value):
            expected = choice.kind.expected
            problems.append(WRONG_SETTING.at(place, key=key, value=value, expected=expected))
        else:
            accepted[key] = value.isoformat() if isinstance(value, date) else value
    return Settings(**accepted), problems


def _entries(
    choice: Choice, table: Mapping[str, Any], file: str, text: str
) -> tuple[dict[str, Any], list[Problem]]:
    """Take over what of a table is right, and report the rest, each entry on its line."""
    assert isinstance(choice.kind, Table), "the others are right or wrong as a whole"
    right = {name: entry for name, entry in table.items() if choice.kind.takes(name, entry)}
    problems = [
        WRONG_ENTRY.at(
            Place(file, line_of(text, name, choice.name)),
            entry=name,
            key=choice.name,
            value=toml_value(entry),
            expected=choice.kind.expected,
        )
        for name, entry in table.items()
        if name not in right
    ]
    return right, problems


def template() -> str:
    """Write a settings file that changes nothing and names every choice, for a person to edit."""
    return "".join(_template())


def _template() -> Iterator[str]:
    told = tr("Flashcards: your choices. Take the # away in front of what you want to change.")
    yield f"# {told}\n"
    section = ""
    for choice in CHOICES:
        if choice.section != section:
            section = choice.section
            yield f"\n# --- {tr(section)} ---\n"
        yield f"\n# {tr(choice.label)}: {tr(choice.help)} ({choice.kind.expected})\n"
        yield f"# {choice.name} = {toml_value(choice.default)}\n"
