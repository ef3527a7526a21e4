"""The day's queue, within the day's limits."""

from collections.abc import Iterator

import pytest

from flashcards.domain.catalogue import Catalogue, Shelf
from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId, DeckId
from flashcards.domain.queue.build import Queue, build
from flashcards.domain.queue.limits import Limits
from flashcards.domain.queue.ordering import Ordering
from flashcards.domain.scheduling.scheduler import Schedule
from tests.domain.samples import card, cards, catalogue, due, ids, names, schedules, study

TODAY = study(100)
DUE = {CardId(name): due(name, 90 + place) for place, name in enumerate("abcd")}


def done(name: str, first: int) -> Schedule:
    """Make the schedule of a card answered today."""
    known = due(name, 106)
    return known._replace(first_day=study(first), last_day=TODAY, last_grade=Grade.GOOD)


def built(deck: str, new: int, reviews: int, **more: Schedule) -> Queue:
    known = DUE | {CardId(name): schedule for name, schedule in more.items()}
    return build(catalogue(cards(deck)), schedules(known), TODAY, Limits(new, reviews))


def test_due_cards_come_most_overdue_first_with_new_ones_between() -> None:
    queue = built("d x c b y a", 20, 200)
    assert names(queue.order) == "a b x c d y"
    assert (names(queue.due), names(queue.new)) == ("a b c d", "x y")
    assert (queue.held_back_due, queue.held_back_new) == (0, 0)


def test_limits_keep_the_most_overdue_and_the_first_new() -> None:
    queue = built("d x c b y a", 1, 3)
    assert (names(queue.due), names(queue.new)) == ("a b c", "x")
    assert (queue.held_back_due, queue.held_back_new) == (1, 1)


@pytest.mark.parametrize(
    ("new", "reviews", "found"),
    [(2, 3, "a b x"), (1, 1, ""), (0, 0, ""), (3, 2, "a x y")],
)
def test_what_was_done_today_counts_against_the_limits(new: int, reviews: int, found: str) -> None:
    queue = built("a b c d x y m n", new, reviews, m=done("m", 100), n=done("n", 50))
    assert names(queue.order) == found


def test_siblings_do_not_meet() -> None:
    assert names(built("a b c d x/1 x/2", 20, 200).order) == "a b x/1 c d x/2"
    assert names(built("x/1 x/2 y z", 20, 200).order) == "x/1 y z x/2"


def test_repeats_wait_apart_and_limits_do_not_hold_them_back() -> None:
    failed = done("m", 100)._replace(last_grade=Grade.AGAIN)
    queue = built("a m", 0, 0, m=failed)
    assert (names(queue.order), names(queue.drills)) == ("", "m")


def test_a_review_can_be_limited_to_some_cards() -> None:
    failed = done("m", 100)._replace(last_grade=Grade.AGAIN)
    found = build(
        catalogue(cards("a b c x y m")),
        schedules(DUE | {CardId("m"): failed}),
        TODAY,
        Limits(20, 200),
        {CardId("b"), CardId("y")},
    )
    assert (names(found.order), found.drills, found.held_back_due) == ("b y", (), 0)


def test_while_a_backlog_lasts_its_own_limit_holds_and_the_most_valuable_come_first() -> None:
    known = DUE | {CardId("a"): DUE[CardId("a")]._replace(interval=300)}
    limits = Limits(20, 1, catch_up_per_day=2)
    queue = build(catalogue(cards("a b c d")), schedules(known), TODAY, limits)
    assert (names(queue.due), queue.held_back_due) == ("a d", 2)


def test_nothing_to_do_is_an_empty_queue() -> None:
    assert built("", 20, 200) == Queue((), (), (), (), 0, 0)


class Looked(tuple[CardId, ...]):
    """A shelf's cards that count how often they are looked through."""

    times = 0

    def __iter__(self) -> Iterator[CardId]:
        Looked.times += 1
        return super().__iter__()


@pytest.mark.parametrize(("new", "most"), [("decks", 7), ("topics", 3), ("written", 3)])
def test_of_many_decks_only_those_are_looked_at_that_the_day_asks(new: str, most: int) -> None:
    decks = [
        Shelf(f"{deck}.md", DeckId(f"{deck}"), "t", Looked(ids(f"{deck}x {deck}y {deck}z")))
        for deck in range(1_000)
    ]
    there, known = Catalogue(decks), schedules({CardId("0x"): due("0x", 200)})
    Looked.times = 0
    queue = build(there, known, TODAY, Limits(7, 200), None, Ordering(new=new))
    assert (len(queue.new), queue.held_back_new) == (7, 2_992)
    assert Looked.times == most


class Told(str):
    """A card's name that tells when it is shuffled."""

    __slots__ = ()
    shuffled = 0

    def encode(self, *how: str) -> bytes:
        Told.shuffled += 1
        return super().encode(*how)


def test_of_a_backlog_no_more_is_put_in_order_than_fits() -> None:
    late = [
        due(name, day)._replace(card=CardId(Told(name)))
        for day in range(90)
        for name in (f"{day}x", f"{day}y", f"{day}z")
    ]
    there = catalogue([card(each.card) for each in late])
    queue = build(there, schedules({each.card: each for each in late}), TODAY, Limits(0, 7))
    assert (len(queue.due), queue.held_back_due) == (7, 263)
    assert Told.shuffled == 9  # those of the three days that the seven are of
