"""All cards at once: what is found among many is what is found one by one."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from flashcards.domain.clock import Day
from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId, DeckId
from flashcards.domain.scheduling.scheduler import Schedule
from flashcards.domain.search.bits import members, packed, unpacked
from flashcards.domain.search.found import Search
from flashcards.domain.search.listed import Listed
from flashcards.domain.search.table import CardTable
from tests.domain.samples import card, due, study
from tests.domain.search.straight import holds, table_of, tree

TODAY = study(100)


def listed(
    name: str,
    body: str = "",
    prompt: str = "",
    deck: str = "d",
    topic: str = "t",
    tags: tuple[str, ...] = (),
) -> Listed:
    note = replace(card(name).note, body=body, deck=DeckId(deck), topic=topic, tags=tags)
    return Listed(CardId(name), prompt or name, note)


def found(table: CardTable, query: str, *, by: str = "", down: bool = False) -> str:
    order = table.sorted_by(by, down=down) if by else None
    slots = Search(table).found(tree(query), TODAY, order)
    return " ".join(table.columns["id"][slot] for slot in slots)


@given(st.lists(st.booleans()))
def test_flags_are_packed_and_unpacked(flags: list[bool]) -> None:
    bits = packed(flags)
    assert unpacked(bits, len(flags)) == bytes(flags) or not flags
    assert [*members(bits, len(flags))] == [place for place, flag in enumerate(flags) if flag]


letters = st.text("ab ,", max_size=5)
cards = st.lists(st.tuples(letters, letters, st.integers(0, 130), st.booleans()), max_size=9)
conditions = ("a", "b", "ab", '"a b"', '"b,"', ",", "is:due", "due<=3d", "is:suspended", "deck:d")
queries = st.recursive(
    st.sampled_from(conditions),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3).map(lambda some: f"({' '.join(some)})")
        | st.lists(inner, min_size=2, max_size=3).map(lambda some: f"({' or '.join(some)})")
        | inner.map(lambda one: f"-({one})")
    ),
    max_leaves=5,
)


@settings(deadline=None)
@given(cards, st.lists(queries, max_size=4), st.booleans())
def test_what_is_found_among_many_is_what_is_found_one_by_one(
    rows: list[tuple[str, str, int, bool]], searches: list[str], taken_in: bool
) -> None:
    every = [listed(f"c{n}", body, prompt) for n, (body, prompt, _, _) in enumerate(rows)]
    plans = [due(f"c{n}", day)._replace(suspended=s) for n, (_, _, day, s) in enumerate(rows)]
    table = table_of(*every, schedules=(*plans,))
    if taken_in:
        list(table.lexicon.take_in())
    search = Search(table)
    for query in searches:
        node = tree(query)
        slots = [*range(len(rows))]
        wanted = [n for n in slots if holds(node, every[n], plans[n], TODAY)]
        assert search.found(node, TODAY) == wanted
        assert search.found(node, TODAY, slots[::-1]) == wanted[::-1]


def test_rare_letters_among_many_cards_are_listed_and_frequent_ones_are_sets() -> None:
    many = [listed(f"c{n}", f"shared w{n % 50} x{n}") for n in range(200)]
    table = table_of(*many)
    list(table.lexicon.take_in())
    for query in ("shared", "w7", "x7", "e", "x", "c", '"w7 x7"', '"d w7"', "zzz"):
        node = tree(query)
        wanted = [each.id for each in many if holds(node, each, Schedule(each.id), TODAY)]
        assert found(table, query).split() == wanted


def test_letters_of_many_rare_words_are_read_for() -> None:
    table = table_of(
        *(listed(f"c{n}", " ".join(f"x{n}y{k}" for k in range(12))) for n in range(99))
    )
    list(table.lexicon.take_in())
    assert len(found(table, "x").split()) == 99
    assert found(table, "x98y3") == "c98"


def test_more_than_sixty_conditions_are_not_kept() -> None:
    table = table_of(listed("a"), listed("b"))
    search = Search(table)
    for n in range(70):
        assert len(search.found(tree(f"-x{n}"), TODAY)) == 2
    search.forget()
    assert len(search.found(tree("-x1"), TODAY)) == 2


def test_a_file_read_again_keeps_its_place_and_the_rest_its_slots() -> None:
    table = CardTable()
    for name in ("one", "two"):
        table.put(f"{name}.md", [listed(f"{name}-a"), listed(f"{name}-b")])
    table.arrange(["one.md", "two.md"])
    table.put("one.md", [listed("one-b"), listed("one-c", "fresh")])
    table.arrange(["one.md", "two.md"])
    assert found(table, "") == "one-b one-c two-a two-b"
    assert found(table, "one") == "one-b one-c"
    assert found(table, "fresh") == "one-c"
    table.drop("two.md")
    table.drop("three.md")
    table.arrange(["one.md"])
    assert found(table, "") == "one-b one-c"
    assert table.files == ("one.md",)
    assert [*table.slots] == ["one-b", "one-c"]


def test_a_card_that_moved_to_another_file_stays_when_its_old_one_is_read() -> None:
    table = table_of(listed("a"), listed("b"))
    table.put("other.md", [listed("b")])
    table.put("deck.md", [listed("a")])
    table.arrange(["deck.md", "other.md"])
    table.learn([due("b", 90)])
    assert found(table, "is:due") == "b"


def test_a_table_that_is_mostly_dead_is_worn() -> None:
    table = CardTable()
    for _ in range(40):
        table.put("deck.md", [listed(f"c{n}") for n in range(50)])
        assert not table.is_worn or len(table) > 1000
    assert table.is_worn


def test_it_is_sorted_by_any_column_and_what_is_unknown_comes_last() -> None:
    table = table_of(
        listed("c", deck="z"), listed("a", deck="y"), listed("b", deck="z"),
        schedules=(due("b", 90), due("a", 95)._replace(suspended=True)),
    )  # fmt: skip
    assert found(table, "", by="prompt") == "a b c"
    assert found(table, "", by="prompt", down=True) == "c b a"
    assert found(table, "", by="deck") == "a c b"
    assert found(table, "", by="due") == "b a c"
    assert found(table, "", by="due", down=True) == "a b c"
    assert found(table, "-is:suspended", by="due") == "b c"


def test_orphans_are_found_only_where_they_are_asked_for() -> None:
    table = table_of(listed("a"))
    table.put("", [listed("gone")], orphans=True)
    table.arrange(["deck.md", ""])
    table.learn([due("gone", 90)])
    assert found(table, "") == "a"
    assert found(table, "is:orphan") == "gone"
    assert found(table, "is:orphan or is:new") == "a gone"
    assert table.counts("deck") == table.counts("deck") == {"d": 1}


def test_a_card_is_known_to_be_there_since_its_first_answer_or_its_files_last_save() -> None:
    answered = Schedule(CardId("b"), first_day=study(60), last_day=study(60))
    graded = answered._replace(card=CardId("c"), first_day=study(99), last_grade=Grade.HARD)
    table = CardTable()
    table.put("deck.md", [listed("a"), listed("b"), listed("c")], saved=Day(study(90)))
    table.arrange(["deck.md"])
    table.learn([answered, graded, due("nowhere", 1)])
    assert found(table, "added:11d") == "a c"
    assert found(table, "added>30d") == "b"
    assert found(table, "grade:0..3") == "c"


def test_letter_by_letter_the_same_is_found_as_at_once() -> None:
    table = table_of(listed("1", "gradient"), listed("2", "grave"), listed("3", "a grain"))
    list(table.lexicon.take_in())
    said = {letters: found(table, letters) for letters in ("g", "gr", "gra", "grad", "rai")}
    assert said == {"g": "1 2 3", "gr": "1 2 3", "gra": "1 2 3", "grad": "1", "rai": "3"}
    assert found(table, "gra") == "1 2 3"  # a letter fewer


def test_a_word_that_came_since_the_last_letter_is_found() -> None:
    table = CardTable()
    for name, word in (("a.md", "gradient"), ("b.md", "grade")):
        table.put(name, [listed(name, word)])
        table.arrange(table.files)
        list(table.lexicon.take_in())
        assert name in found(table, "grad" if name == "b.md" else "gra")
