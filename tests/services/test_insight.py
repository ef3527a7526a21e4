"""What the log says is read once and kept true: the same as reading it anew, whatever happens."""

import random

import pytest

from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId, NoteId
from flashcards.domain.log.events import Distinguished, Event, Flagged, Reviewed, Undone
from flashcards.domain.settings import Settings
from flashcards.services import insight
from flashcards.services.insight import Insight
from flashcards.services.library import Library
from flashcards.services.progress import Lens, StatsView, stats_view
from flashcards.services.report import report
from flashcards.services.weak_topics import topics_view
from tests.services.fakes import MemoryFile, MemoryLog, SetClock, library_on

CARDS = [CardId(name) for name in "abcdef"]
DECK = {"d": "".join(f"## {name}? {{#{name}}}\nA.\n\n" for name in CARDS)}


class Week:
    """A library whose clock can be moved, and its insight."""

    def __init__(self, settings: Settings | None = None, device: str = "a") -> None:
        self.clock, self.file = SetClock(), MemoryFile()
        self.settings = settings or Settings()
        self.library = self.opened(device)
        self.insight = Insight(self.library)

    def opened(self, device: str) -> Library:
        log = MemoryLog(self.file, device)
        return library_on(DECK, log=log, clock=self.clock, settings=self.settings)

    def answer(self, card: CardId, grade: int = 4) -> None:
        self.library.record(Reviewed(card, Grade(grade), 5_000), self.library.now())

    def days(self, count: int, grade: int = 4) -> None:
        for _ in range(count):
            for card in CARDS[:5]:
                self.answer(card, grade)
            self.clock.go(days=2)

    def stats(self, query: str = "") -> StatsView:
        found = stats_view(self.library, self.insight, Lens(query))
        assert found is not None
        return found


def anew(week: Week) -> StatsView:
    again = Insight(week.library)
    again.read()
    found = stats_view(week.library, again, Lens())
    assert found is not None
    return found


def same(one: StatsView, other: StatsView) -> bool:
    """Whether all that is counted is equal, and what is estimated but for the last digits."""
    estimates = [
        [(row.weakness, row.low, row.high, *row.trend) for row in view.topics.topics]
        for view in (one, other)
    ]
    close = all(a == pytest.approx(b) for a, b in zip(*estimates, strict=True))
    return close and one.done == other.done and one.calibration.count == other.calibration.count


def test_before_it_was_read_there_is_nothing() -> None:
    week = Week()
    assert topics_view(week.library, week.insight) is None
    assert stats_view(week.library, week.insight, Lens()) is None


@pytest.mark.parametrize("seed", range(5))
def test_answers_undos_and_redos_keep_it_true(seed: int) -> None:
    week, chance = Week(), random.Random(seed)
    week.days(3)
    week.insight.read()
    undone = []
    for _ in range(30):
        deed = chance.choice(["answer", "undo", "redo", "day", "flag"])
        last = week.library.events()[-1]
        if deed == "answer":
            week.answer(chance.choice(CARDS), chance.choice([1, 4]))
        elif deed == "flag":
            week.library.record(Flagged(CARDS[0]), week.library.now())
        elif deed == "undo" and isinstance(last.fact, Reviewed | Flagged):
            undone.append(week.library.take_back(last.fact.card, Undone(last.key)))
        elif deed == "redo" and undone and last == undone[-1]:
            week.library.take_back(CARDS[0], Undone(undone.pop().key))
        else:
            week.clock.go(days=1)
        assert week.insight.account() is not None
        assert same(week.stats(), anew(week))


def test_what_tells_older_answers_otherwise_has_the_log_read_anew() -> None:
    week = Week()
    week.days(2)
    week.insight.read()
    old = week.library.events()[0]
    week.library.take_back(CARDS[0], Undone(old.key))
    assert week.insight.account() is None
    week.insight.read()
    week.library.settle([Distinguished(NoteId("a"), NoteId("b"))])
    assert week.insight.account() is None


def test_another_program_may_have_answered_meanwhile() -> None:
    week = Week()
    week.days(2)
    week.insight.read()
    week.opened("b").record(Reviewed(CARDS[0], Grade.AGAIN), week.clock())
    assert same(week.stats(), anew(week))
    week.clock.go(days=-9)
    week.opened("b").record(Reviewed(CARDS[0], Grade.AGAIN), week.clock())
    assert week.insight.account() is None


def test_topics_say_how_weak_how_sure_and_on_what_grounds() -> None:
    week = Week(Settings(interview="2026-02-01", weights={"d": 2}))
    week.insight.read()
    (empty,) = week.stats().topics.topics
    assert (empty.told, empty.rank, empty.weakness) == ("nothing seen yet", None, None)
    week.days(3, grade=1)
    view = topics_view(week.library, week.insight)
    assert view is not None
    (row,) = view.topics
    assert (row.topic, row.cards, row.seen, row.reviews, row.weight, row.rank) == (
        "d", 6, 5, 15, 2, 1,
    )  # fmt: skip
    assert row.low is not None
    assert row.weakness is not None
    assert row.recall is not None
    assert row.recall_at_interview is not None
    assert row.low < row.weakness == 1 - row.recall < 1 - row.recall_at_interview
    assert view.note.startswith("There are too few answers yet")


def test_a_search_looks_at_its_cards_alone() -> None:
    week = Week()
    week.days(2)
    week.insight.read()
    assert (week.stats().done.answers, week.stats().cards, week.stats().seen) == (10, 6, 5)
    one = week.stats("a?")
    assert (one.done.answers, one.cards, one.standing.cards) == (2, 1, 1)


def test_a_search_that_finds_one_card_tells_how_well_it_is_remembered() -> None:
    week = Week()
    week.days(3)
    week.insight.read()
    assert week.stats("deck:d").memory is week.stats("f?").memory is None
    memory = week.stats("a?").memory
    assert memory is not None
    assert [point.grade for point in memory.points if point.grade is not None] == [Grade.GOOD] * 3
    assert memory.points[-1].day == memory.today + 30


def test_a_report_says_what_moved_since_its_first_day() -> None:
    week = Week()
    week.days(3, grade=1)
    since = week.library.today()
    week.days(4)
    week.insight.read()
    told = report(week.library, week.insight, since)
    (moved,) = told.moved
    assert moved.better
    assert told.done.answers == 20


class Shelf:
    """Keeps an account in memory."""

    def __init__(self) -> None:
        self.content: bytes | None = None

    def read(self) -> bytes | None:
        return self.content

    def write(self, content: bytes) -> None:
        self.content = content


def test_a_long_log_is_kept_as_bytes_and_what_came_after_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(insight, "MANY", 5)
    week, shelf = Week(), Shelf()
    week.days(3)
    week.insight.read(shelf)
    kept = shelf.content
    week.days(1, grade=1)
    again = Insight(week.library)
    again.read(shelf)
    assert shelf.content == kept is not None
    taken, anew_ = again.account(), Insight(week.library)
    anew_.read()
    assert taken == anew_.account()


@pytest.mark.parametrize("harm", [b"", b"{}\n", b"no json\n", None])
def test_what_was_kept_and_is_harmed_or_of_another_log_is_read_anew(
    monkeypatch: pytest.MonkeyPatch, harm: bytes | None
) -> None:
    monkeypatch.setattr(insight, "MANY", 5)
    week, shelf, other = Week(), Shelf(), Week(device="b")
    week.days(3)
    other.days(2, grade=1)
    other.insight.read(shelf)
    if harm is not None:
        shelf.content = harm
    week.insight.read(shelf)
    assert same(week.stats(), anew(week))


def test_a_log_that_is_wanted_no_longer_is_not_read_to_its_end() -> None:
    week = Week()
    week.days(1)
    assert insight.read_log(week.insight.source(), week.library.log, None, lambda: False) is None


def test_a_report_reads_the_log_of_the_cards_answered_since_only(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    week = Week()
    week.days(4)
    week.clock.go(days=20)
    week.answer(CARDS[1], 1)
    week.insight.read()
    asked = list[CardId]()
    read = week.library.events_of

    def reading(card: CardId) -> list[Event]:
        asked.append(card)
        return read(card)

    monkeypatch.setattr(week.library, "events_of", reading)
    monkeypatch.setattr(week.library, "events", None)
    assert report(week.library, week.insight).done.answers == 1
    assert asked == [CARDS[1]]
