"""Which cards there are, in few words each."""

from collections.abc import Iterable

from flashcards.domain.catalogue import Catalogue
from flashcards.domain.ids import CardId
from tests.domain.samples import card, catalogue

A = card("a", deck="one", topic="t")
B = card("b", deck="one", topic="t")
C = card("c", deck="one", topic="u")
D = card("d", deck="two", topic="u")


def test_cards_that_follow_one_another_stand_on_one_shelf() -> None:
    found = catalogue([A, B, C, D])
    assert [(s.deck, s.topic, *s.cards) for s in found.shelves] == [
        ("one", "t", "a", "b"),
        ("one", "u", "c"),
        ("two", "u", "d"),
    ]
    assert (list(found), len(found), found.decks) == (["a", "b", "c", "d"], 4, 2)


def test_a_card_is_found_by_its_id() -> None:
    found = catalogue([A, C])
    assert found.topic_of(C.id) == "u"
    assert found.shelf_of(C.id) == found.shelves[1]
    assert found.shelf_of(CardId("x")) is None
    assert (C.id in found, "x" in found) == (True, False)
    assert found.missing({A.id, B.id}) == {B.id}
    assert len(Catalogue()) == 0


def test_it_is_counted_which_cards_are_in_a_deck() -> None:
    found, known = catalogue([A, C]), {A.id, B.id}
    assert found.count(known) == found.count(known) == 1
    known.add(C.id)
    assert found.count(known) == 2
    assert found.count({B.id, D.id, CardId("x")}) == 0


class Asked(set[CardId]):
    """Cards that count how often they are looked for."""

    times = 0

    def difference(self, *others: Iterable[object]) -> set[CardId]:
        self.times += 1
        return super().difference(*others)


def test_what_is_in_no_deck_is_looked_for_once_until_there_is_more() -> None:
    found, known = catalogue([A, C]), Asked({A.id, B.id})
    assert found.missing(known) == found.missing(known) == {B.id}
    assert (found.count(known), known.times) == (1, 1)
    known.add(D.id)
    assert (sorted(found.missing(known)), known.times) == ([B.id, D.id], 2)
