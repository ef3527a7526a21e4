"""The order of a day's cards."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashcards.domain.ids import CardId, note_of
from flashcards.domain.queue.order import (
    SIBLING_GAP,
    deck_after_deck,
    in_turn,
    interleaved,
    mixed,
    most_likely_forgotten_first,
    most_overdue_first,
    siblings_apart,
)
from flashcards.domain.scheduling.scheduler import Schedule
from tests.domain.samples import cards, catalogue, due, ids, names, study


def test_the_most_overdue_card_comes_first() -> None:
    schedules = [due("a", 9), due("b", 3), due("c", 7)]
    assert names(most_overdue_first(schedules, study(10))) == "b c a"


def test_cards_of_one_day_are_shuffled_the_same_way_all_day() -> None:
    schedules = [due(f"n{number}", 5) for number in range(30)]
    today = [*most_overdue_first(schedules, study(10))]
    assert today == [*most_overdue_first(schedules[::-1], study(10))]
    assert today != [*most_overdue_first(schedules, study(11))]
    assert today != [schedule.card for schedule in schedules]


def test_the_most_likely_forgotten_card_has_waited_longest_for_its_interval() -> None:
    def waiting(name: str, interval: int, last: int, stability: float | None = None) -> Schedule:
        known = due(name, last + interval)
        return known._replace(interval=interval, last_day=study(last), stability=stability)

    late = [waiting("year", 365, 0), waiting("day", 1, 390), waiting("month", 30, 300)]
    assert names(most_likely_forgotten_first(late, study(400))) == "day month year"
    by_memory = [waiting("weak", 365, 0, 20), waiting("strong", 30, 300, 99.5), *late[1:2]]
    assert names(most_likely_forgotten_first(by_memory, study(400))) == "weak day strong"


def test_a_card_set_due_before_any_answer_has_not_waited() -> None:
    asked = [due("set", 300)._replace(last_day=None), due("late", 399)]
    assert names(most_likely_forgotten_first(asked, study(400))) == "late set"


def test_due_cards_can_come_deck_after_deck() -> None:
    shelves = catalogue([*cards("a b", "ml"), *cards("x y", "coding")])
    schedules = [due("x", 1), due("b", 2), due("y", 3), due("a", 4)]
    assert names(deck_after_deck(schedules, study(10), shelves)) == "b a x y"


@pytest.mark.parametrize(
    ("mix", "order"),
    [
        ("spread", "a/1 x b/1 y a/2 x/2"),
        ("after", "a/1 b/1 a/2 x y x/2"),
        ("before", "x y x/2 a/1 b/1 a/2"),
    ],
)
def test_new_cards_come_among_the_due_after_them_or_before_them(mix: str, order: str) -> None:
    assert names(mixed(ids("a/1 a/2 b/1"), ids("x x/2 y"), mix)) == order


def test_new_cards_come_in_turn_from_each_deck_in_the_authors_order() -> None:
    decks = [iter(ids(deck)) for deck in ("a b c", "x", "p q")]
    assert names(in_turn(decks)) == "a x p b q c"


@pytest.mark.parametrize(
    ("due_cards", "new_cards", "mixed"),
    [
        ("a b c d", "x y", "a b x c d y"),
        ("a b c d e f", "x", "a b c d e f x"),
        ("a", "x y z", "a x y z"),
        ("a b", "x y", "a x b y"),
        ("a b", "v w x y", "a v w b x y"),
        ("", "x y", "x y"),
        ("a b", "", "a b"),
        ("", "", ""),
    ],
)
def test_new_cards_are_spread_evenly_among_the_due(
    due_cards: str, new_cards: str, mixed: str
) -> None:
    assert names(interleaved(ids(due_cards), ids(new_cards))) == mixed


@given(st.integers(0, 60), st.integers(0, 60))
def test_every_stretch_of_the_mix_holds_its_share_of_new_cards(due: int, new: int) -> None:
    old, fresh = [CardId(f"d{n}") for n in range(due)], [CardId(f"n{n}") for n in range(new)]
    mixed = interleaved(old, fresh)
    assert [each for each in mixed if each in old] == old
    assert [each for each in mixed if each in fresh] == fresh
    for place in range(1, len(mixed) + 1):
        among = sum(each.startswith("n") for each in mixed[:place])
        assert abs(among - place * new / (due + new)) < 1


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a/1 a/2 b c d e f", "a/1 b c d e f a/2"),
        ("a/1 a/2 b/1 b/2 c/1 c/2", "a/1 b/1 c/1 a/2 b/2 c/2"),
        ("a b c d e f g/1 g/2", "a g/2 b c d e f g/1"),
        ("a/1 a/2 b", "a/1 b a/2"),
        ("a/1 a/2 a/3", "a/1 a/2 a/3"),
        ("a b c", "a b c"),
        ("", ""),
    ],
)
def test_siblings_are_kept_apart_as_far_as_others_last(before: str, after: str) -> None:
    assert names(siblings_apart(ids(before))) == after


def test_without_a_gap_the_order_stays() -> None:
    deck = ids("a/1 a/2 b")
    assert siblings_apart(deck, gap=0) == deck


@given(st.integers(SIBLING_GAP + 1, 20), st.integers(1, 4), st.randoms(use_true_random=False))
def test_siblings_never_meet_where_notes_outnumber_the_gap_and_are_of_a_size(
    notes: int, siblings: int, chance: random.Random
) -> None:
    deck = [CardId(f"n{note}/{key}") for note in range(notes) for key in range(siblings)]
    assert closest(siblings_apart(deck)) > SIBLING_GAP
    chance.shuffle(deck)
    assert closest(siblings_apart(deck)) > SIBLING_GAP


@given(st.lists(st.tuples(st.sampled_from("abcdefgh"), st.integers(1, 9)), unique=True))
def test_whatever_the_siblings_no_card_is_lost(parts: list[tuple[str, int]]) -> None:
    """Where notes are few or of unequal size, siblings may still meet: there is no more promise."""
    deck = [CardId(f"{name}/{number}") for name, number in parts]
    assert sorted(names(siblings_apart(deck)).split()) == sorted(names(deck).split())


def closest(placed: list[CardId]) -> int:
    """Give the least distance between two cards of one note."""
    last: dict[str, int] = {}
    distances = [len(placed) + SIBLING_GAP + 1]
    for place, each in enumerate(placed):
        if note_of(each) in last:
            distances.append(place - last[note_of(each)])
        last[note_of(each)] = place
    return min(distances)
