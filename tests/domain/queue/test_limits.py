"""Limits of a deck's or a topic's own, below those of the day."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashcards.domain.catalogue import Catalogue, Shelf
from flashcards.domain.ids import CardId, DeckId
from flashcards.domain.queue.build import Queue, build
from flashcards.domain.queue.limits import Limits, OwnLimit, Room
from flashcards.domain.queue.ordering import USUAL, Ordering
from flashcards.domain.scheduling.scheduler import Schedule
from tests.domain.samples import due, ids, names, schedules, study

TODAY = study(100)
DECKS, TOPICS = ("ml/cnn", "ml/rnn", "ml", "mlops", "papers"), ("graphs", "graphs/bfs", "trees")


def shelf(deck: str, topic: str, cards: str) -> Shelf:
    return Shelf(f"{deck}.md", DeckId(deck), topic, tuple(ids(cards)))


SHELVES = Catalogue(
    [
        shelf("ml/cnn", "graphs", "a b c"),
        shelf("ml/rnn", "graphs/bfs", "d e f"),
        shelf("papers", "trees", "g h i"),
    ]
)


def asked(
    *own: OwnLimit,
    new: int = 20,
    reviews: int = 200,
    known: Mapping[CardId, Schedule] | None = None,
    ordering: Ordering = USUAL,
) -> Queue:
    limits = Limits(new, reviews, own=own)
    return build(SHELVES, schedules(known or {}), TODAY, limits, ordering=ordering)


@pytest.mark.parametrize(
    ("field", "path", "covered"),
    [
        ("deck", "ml", "ml/cnn ml/rnn ml"),
        ("deck", "ml/cnn", "ml/cnn"),
        ("deck", "pape", ""),
        ("topic", "graphs", "papers"),
        ("topic", "ml", ""),
    ],
)
def test_a_limit_covers_a_deck_or_a_topic_and_all_below_it(
    field: str, path: str, covered: str
) -> None:
    topics = dict.fromkeys(DECKS, "trees") | {"papers": "graphs/bfs"}
    limit = OwnLimit(field, path, new=1)
    found = [deck for deck in DECKS if limit.covers(shelf(deck, topics[deck], ""))]
    assert " ".join(found) == covered


@pytest.mark.parametrize(
    ("limit", "found"),
    [
        (OwnLimit("deck", "ml", new=2), "a d g h i"),
        (OwnLimit("deck", "ml", new=0), "g h i"),
        (OwnLimit("topic", "graphs/bfs", new=1), "a d g b h c i"),
        (OwnLimit("deck", "ml", reviews=0), "a d g b e h c f i"),
        (OwnLimit("deck", "nowhere", new=0), "a d g b e h c f i"),
    ],
)
def test_new_cards_of_a_deck_stop_where_its_limit_does(limit: OwnLimit, found: str) -> None:
    assert names(asked(limit).new) == found


def test_limits_within_limits_hold_together_and_the_days_above_them() -> None:
    folder, deck = OwnLimit("deck", "ml", new=2), OwnLimit("deck", "ml/cnn", new=1)
    assert names(asked(folder, deck).new) == "a d g h i"
    assert names(asked(deck, new=4).new) == "a d g e"
    assert asked(deck, new=4).held_back_new == 5


def test_what_chance_draws_from_two_decks_shares_the_limit_of_their_topic() -> None:
    both = OwnLimit("topic", "graphs", new=1)
    found = asked(OwnLimit("deck", "ml/cnn", new=1), both, ordering=Ordering(new="chance")).new
    assert sorted(len({*found} & {*ids(cards)}) for cards in ("a b c d e f", "g h i")) == [1, 3]


def test_due_cards_of_a_topic_stop_where_its_limit_does() -> None:
    known = {CardId(name): due(name, 90 + place) for place, name in enumerate("abcdg")}
    queue = asked(OwnLimit("topic", "graphs", reviews=2), new=0, known=known)
    assert (names(queue.due), queue.held_back_due) == ("a b g", 2)


def test_what_was_done_today_counts_against_the_limit_of_its_deck() -> None:
    done = due("d", 106)._replace(last_day=TODAY)
    known = {
        CardId("d"): done._replace(first_day=TODAY),
        CardId("a"): done._replace(card=CardId("a")),
    }
    assert names(asked(OwnLimit("deck", "ml", new=2), known=known).new) == "b g h i"
    known[CardId("b")] = due("b", 90)
    assert names(asked(OwnLimit("deck", "ml/cnn", reviews=1), known=known).due) == ""


def test_a_room_is_never_less_than_empty() -> None:
    full = Room(1, [(OwnLimit("deck", "papers"), 1)], [SHELVES.shelves[2]] * 3)
    assert [full.on(each) for each in SHELVES.shelves] == [0, 0, 0]


@pytest.mark.parametrize(
    ("order", "found"),
    [
        ("decks", "a d g b e h c f i"),
        ("topics", "a d g b e h c f i"),
        ("written", "a b c d e f g h i"),
    ],
)
def test_new_cards_come_in_the_order_of_ones_choice(order: str, found: str) -> None:
    assert names(asked(ordering=Ordering(new=order)).new) == found


def test_a_topic_in_two_decks_has_one_turn_and_a_deck_of_two_topics_too() -> None:
    both = Catalogue([shelf("p", "t", "a b"), shelf("p", "u", "c"), shelf("q", "t", "d")])
    found = {
        order: names(build(both, schedules({}), TODAY, Limits(), None, Ordering(new=order)).new)
        for order in ("decks", "topics")
    }
    assert found == {"decks": "a d b c", "topics": "a c b d"}


def test_chance_is_the_same_all_day_and_another_tomorrow() -> None:
    many = Catalogue([shelf("ml", "t", " ".join(f"n{n}" for n in range(300)))])

    def drawn(day: int, done: Iterable[CardId] = ()) -> list[CardId]:
        known = schedules({card: due(card, 300) for card in done})
        ordering = Ordering(new="chance")
        return list(build(many, known, study(day), Limits(20), None, ordering).new)

    today = drawn(100)
    assert drawn(100, today[:5])[:15] == today[5:]
    assert today != drawn(101) != drawn(102)
    assert today != list(many)[:20]


@pytest.mark.parametrize(
    ("order", "found"), [("overdue", "g a d"), ("decks", "a d g"), ("forgotten", "d a g")]
)
def test_due_cards_come_in_the_order_of_ones_choice(order: str, found: str) -> None:
    known = {
        CardId(name): due(name, day)._replace(interval=interval, last_day=study(day - interval))
        for name, day, interval in (("g", 80, 365), ("a", 90, 30), ("d", 99, 1))
    }
    queue = asked(new=0, known=known, ordering=Ordering(reviews=order))
    assert names(queue.due) == found


# --- whatever the limits ---------------------------------------------------------------------

PLACES = st.tuples(st.sampled_from(DECKS), st.sampled_from(TOPICS), st.integers(0, 4))
NUMBERS = st.none() | st.integers(0, 6)


def _limit(subject: tuple[str, str], new: int | None, reviews: int | None) -> OwnLimit:
    return OwnLimit(*subject, new, reviews)


SUBJECTS = st.one_of(
    st.tuples(st.just("deck"), st.sampled_from(DECKS)),
    st.tuples(st.just("topic"), st.sampled_from(TOPICS)),
)
OWN = st.lists(st.builds(_limit, SUBJECTS, NUMBERS, NUMBERS), max_size=5)
ORDERINGS = st.builds(
    Ordering,
    st.sampled_from(("decks", "topics", "written", "chance")),
    st.sampled_from(("overdue", "forgotten", "decks")),
    st.sampled_from(("spread", "after", "before")),
)


def _catalogue(places: list[tuple[str, str, int]]) -> Catalogue:
    cards = ((f"{n}-{k}" for k in range(count)) for n, (_, _, count) in enumerate(places))
    return Catalogue(
        shelf(deck, topic, " ".join(own))
        for (deck, topic, _), own in zip(places, cards, strict=True)
    )


def _states(catalogue: Catalogue, states: list[str]) -> dict[CardId, Schedule]:
    """Give each card a state in turn: new, due, answered today, or answered first today."""
    made = {
        "due": lambda name: due(name, 95),
        "reviewed": lambda name: due(name, 120)._replace(last_day=TODAY),
        "introduced": lambda name: due(name, 120)._replace(first_day=TODAY, last_day=TODAY),
    }
    pairs = zip(catalogue, states * len(catalogue), strict=False)
    return {card: made[state](card) for card, state in pairs if state in made}


STATES = st.lists(
    st.sampled_from(("new", "due", "due", "new", "reviewed", "introduced")), min_size=1
)
DAYS = st.tuples(st.lists(PLACES, max_size=6).map(_catalogue), STATES)


@given(DAYS, OWN, st.integers(0, 12), st.integers(0, 12), ORDERINGS)
def test_never_more_than_a_limit_and_never_fewer_than_possible(
    day: tuple[Catalogue, list[str]],
    own: list[OwnLimit],
    new: int,
    reviews: int,
    ordering: Ordering,
) -> None:
    """What is held back would break a limit, and none is broken by what is asked."""
    catalogue, known = day[0], _states(*day)
    queue = build(
        catalogue, schedules(known), TODAY, Limits(new, reviews, own=tuple(own)), None, ordering
    )
    done = [card for card, each in known.items() if each.last_day == TODAY]
    first = [card for card in done if known[card].first_day == TODAY]
    fresh = {card for card in catalogue if card not in known}
    late = {card for card, each in known.items() if each.due == study(95)}
    for chosen, waiting, spent, whole, most in (
        (queue.new, fresh, first, new, [limit.new for limit in own]),
        (queue.due, late, set(done) - set(first), reviews, [limit.reviews for limit in own]),
    ):
        full = _full(catalogue, [*chosen, *spent], zip(own, most, strict=True))
        if len(chosen) + len(spent) > whole:
            assert chosen == ()
        if len(chosen) + len(spent) < whole:
            for card in waiting - set(chosen):
                assert any(limit.covers(catalogue.place_of(card)) for limit in full)
        for limit in full:
            over = [card for card in chosen if limit.covers(catalogue.place_of(card))]
            assert not over or full[limit] == 0


def _full(
    catalogue: Catalogue, counted: list[CardId], most: Iterable[tuple[OwnLimit, int | None]]
) -> dict[OwnLimit, int]:
    """Give the limits that nothing more fits into, and by how much they are exceeded."""
    found = {}
    for limit, number in most:
        within = sum(limit.covers(catalogue.place_of(card)) for card in counted)
        if number is not None and within >= number:
            found[limit] = within - number
    return found


@given(DAYS, OWN, st.integers(0, 12), st.integers(0, 12), ORDERINGS)
def test_taking_a_limit_away_gives_the_old_queue(
    day: tuple[Catalogue, list[str]],
    own: list[OwnLimit],
    new: int,
    reviews: int,
    ordering: Ordering,
) -> None:
    known = schedules(_states(*day))
    roomy = [replace(limit, new=None, reviews=999) for limit in own]
    plain = build(day[0], known, TODAY, Limits(new, reviews), None, ordering)
    limits = Limits(new, reviews, own=tuple(roomy))
    assert build(day[0], known, TODAY, limits, None, ordering) == plain


@given(DAYS, OWN, st.integers(0, 12))
def test_limits_of_decks_let_in_as_many_new_cards_as_any_choice_could(
    day: tuple[Catalogue, list[str]], own: list[OwnLimit], new: int
) -> None:
    """Folders lie in one another or apart, so that taking what fits is the most there can be."""
    decks = tuple(limit for limit in own if limit.field == "deck")
    counts = {
        len(
            build(
                day[0], schedules({}), TODAY, Limits(new, own=decks), None, Ordering(new=order)
            ).new
        )
        for order in ("decks", "topics", "written", "chance")
    }
    assert len(counts) == 1
