"""What a person can choose, and what a new person gets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from flashcards.domain.clock import Day, day_of
from flashcards.domain.grade import FOUR_GRADES, SIX_GRADES, TWO_GRADES, Grade
from flashcards.domain.queue.limits import Limits, OwnLimit
from flashcards.domain.queue.ordering import Ordering
from flashcards.domain.rotation import DAYS, LATEST, WEEKS, Keep
from flashcards.domain.tongue import later

SMALLEST, LARGEST = 80, 200
"""Text can be so many per cent of its usual size."""

THEMES = ("system", "light", "dark")
SCHEDULERS = {"sm2": "SM-2", "fsrs": "FSRS-6"}
GRADES = {"two": TWO_GRADES, "four": FOUR_GRADES, "six": SIX_GRADES}

NEW_ORDERS = {
    "decks": later("In turn by deck"),
    "topics": later("In turn by topic"),
    "written": later("As written"),
    "chance": later("By chance"),
}
REVIEW_ORDERS = {
    "overdue": later("Longest overdue"),
    "forgotten": later("Likely forgotten"),
    "decks": later("Deck by deck"),
}
MIXES = {
    "spread": later("Among the due"),
    "after": later("After the due"),
    "before": later("Before the due"),
}

SHIPPED = "shipped"
"""What ``decks`` says where the person prefers the decks that came along."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices in force; ``choices.CHOICES`` says of each what it means and takes."""

    new_per_day: int = 20
    reviews_per_day: int = 200
    limits: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    new_order: str = "decks"
    review_order: str = "overdue"
    new_mix: str = "spread"
    rollover_hour: int = 4
    theme: str = "system"
    zoom: int = 100
    text_font: str = ""
    code_font: str = ""
    backups: bool = True
    backups_latest: int = LATEST
    backups_days: int = DAYS
    backups_weeks: int = WEEKS
    language: str = "system"
    grades: str = "four"
    scheduler: str = "sm2"
    desired_retention: float = 0.9
    maximum_interval: int = 0
    fuzz: bool = False
    load_balance: bool = True
    leech_lapses: int = 8
    catch_up_per_day: int = 0
    editor: str = ""
    decks: str | Sequence[str] = ""
    interview: str = ""
    minutes_per_day: int = 30
    weights: Mapping[str, float] = field(default_factory=dict)
    searches: Mapping[str, str] = field(default_factory=dict)
    keys: Mapping[str, str | list[str]] = field(default_factory=dict)

    @property
    def deck_folders(self) -> tuple[str, ...]:
        """The folders of decks, as they are written; none where the person has said nothing."""
        return folders_in(self.decks)

    @property
    def interview_day(self) -> Day | None:
        """The day of the interview, where one is set."""
        return day_of(date.fromisoformat(self.interview)) if self.interview else None

    def weight_of(self, topic: str, round_name: str = "") -> float:
        """Say how much a topic matters: by its own weight, one above it, or its round's; else 1."""
        path = topic
        while path:
            if path in self.weights:
                return self.weights[path]
            path = path.rpartition("/")[0]
        return self.weights.get(round_name, 1.0)

    @property
    def day_limits(self) -> Limits:
        """How much a day asks at most."""
        own = tuple(
            OwnLimit(*subject_of(name), **most)  # type: ignore[arg-type]  # two names, two numbers
            for name, most in self.limits.items()
        )
        return Limits(self.new_per_day, self.reviews_per_day, self.catch_up_per_day, own)

    @property
    def ordering(self) -> Ordering:
        """In which order a day asks."""
        return Ordering(self.new_order, self.review_order, self.new_mix)

    @property
    def keep(self) -> Keep:
        """Which backups are kept."""
        return Keep(self.backups_latest, self.backups_days, self.backups_weeks)

    @property
    def buttons(self) -> tuple[Grade, ...]:
        """The grades offered on the screen."""
        return GRADES[self.grades]


def subject_of(limited: str) -> tuple[str, str]:
    """Part what a limit of its own is called, such as ``deck:ml``, into field and path."""
    field_name, _, path = limited.partition(":")
    return field_name, path


def folders_in(said: str | Sequence[str]) -> tuple[str, ...]:
    """Read what ``decks`` says: one folder, a list of them, or none."""
    return ((said,) if said else ()) if isinstance(said, str) else tuple(said)


def folders_as(folders: Sequence[str]) -> str | list[str]:
    """Write what ``decks`` says: one folder stays a text, as it was before there could be more."""
    return (folders[0] if folders else "") if len(folders) < 2 else list(folders)
