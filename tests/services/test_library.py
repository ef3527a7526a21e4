"""What the use cases tell: cards, plans, checks and transfers, on fakes at the ports."""

from dataclasses import dataclass, field

import pytest

from flashcards.domain.clock import Moment
from flashcards.domain.errors import FlashcardsError
from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId
from flashcards.domain.log.events import Noted, Reviewed, Suspended
from flashcards.services.cards import card_details, find_cards
from flashcards.services.finding import QueryError
from flashcards.services.glance import glance_at, look_ahead
from flashcards.services.library import Library
from flashcards.services.session import Session
from flashcards.services.today import day_plan, today_view
from flashcards.services.transfer import Imported, export_reviews, import_reviews
from tests.services.fakes import MemoryFile, MemoryLog, SetClock, library_on

DECKS = {
    "ml/norms": "## L1 {#l1}\n\nZero.\n\n## L2 {#l2 .reversed}\n\nSmall.\n",
    "star": "## Tell {#tell}\n\nMe.\n",
}
L1 = CardId("l1")


@dataclass
class Start:
    """Starts of the program on one log."""

    file: MemoryFile = field(default_factory=MemoryFile)
    clock: SetClock = field(default_factory=SetClock)

    def __call__(self, **decks: str) -> Library:
        return library_on(decks or DECKS, log=MemoryLog(self.file), clock=self.clock)


def reviewed(card: str, grade: int = 4, days: float = 0) -> tuple[Moment, Reviewed]:
    at = SetClock()
    at.go(days)
    return at.at, Reviewed(CardId(card), Grade(grade), 0)


def test_cards_are_listed_in_deck_order() -> None:
    assert [row.id for row in find_cards(library_on(DECKS))] == ["l1", "l2", "l2/back", "tell"]


def test_a_query_that_is_not_understood_is_an_error_in_words() -> None:
    with pytest.raises(QueryError, match=r"Did you mean “deck”\? \(In “dek:x”, at character 1\.\)"):
        find_cards(library_on(DECKS), "dek:x")
    assert issubclass(QueryError, FlashcardsError)


def test_the_plan_counts_by_topic_and_foresees_another_day() -> None:
    library = library_on(DECKS)
    Session(library).answer(Grade.GOOD, 1000)
    plan = day_plan(library)
    assert [(part.topic, part.due, part.new) for part in plan.topics] == [
        ("ml/norms", 0, 2),
        ("star", 0, 1),
    ]
    assert day_plan(library, type(plan.day)(plan.day + 1)).due == 1
    view = today_view(library)
    assert (view.cards, view.decks, view.done_today, view.next_due) == (4, 2, 1, "")


def test_what_is_suspended_is_counted_and_kept_in_a_glance() -> None:
    library = library_on(DECKS)
    Session(library).suspend()
    library.record(Suspended(CardId("gone")), library.now())
    assert today_view(library).suspended == 1
    glance = glance_at(look_ahead(library, ()), library.today())
    assert glance == today_view(library)


def test_the_details_of_a_card_tell_its_history_latest_first() -> None:
    library = library_on(DECKS)
    session = Session(library)
    session.answer(Grade.AGAIN, 12_000)
    session.undo()
    session.answer(Grade.EASY, 0)
    session.undo()
    session.redo()
    library.record(Suspended(L1), library.now())
    details = card_details(library, L1)
    assert [deed for _, deed in details.events] == [
        "Suspended",
        "Easy (5)",
        "Again (1) after 12 s (undone)",
    ]
    facts = dict(details.facts)
    assert (facts["Ease"], facts["State"], facts["Reviews"]) == (
        "2.60",
        "suspended",
        "1 review, no lapses",
    )
    assert dict(card_details(library, CardId("tell")).facts)["Due"] == "new"


def test_a_note_is_recorded_with_its_first_answer_only() -> None:
    library = library_on(DECKS)
    for _ in range(2):
        library.record(Reviewed(L1, Grade.GOOD), library.now())
    assert [type(event.fact) for event in library.events()] == [Reviewed, Noted, Reviewed]


def test_a_note_that_reads_otherwise_is_recorded_at_the_next_start() -> None:
    start = Start()
    start().record(Reviewed(L1, Grade.GOOD), start.clock())
    start(moved="## L1, better {#l1}\n\nZero.\n")
    library = start(moved="## L1, better\n\nZero.\n")
    assert library.schedule_of(L1).reviews == 1
    prompts = [event.fact.prompt for event in library.events() if isinstance(event.fact, Noted)]
    assert prompts == ["L1", "L1, better", "L1, better"]


def test_an_import_adds_what_is_new_in_one_go() -> None:
    library = library_on(DECKS)
    rows = [reviewed("l1", days=-9), reviewed("gone", days=-8), reviewed("l1", days=-9)]
    assert import_reviews(library, rows) == Imported(2, 1, (CardId("gone"),))
    assert import_reviews(library, rows) == Imported(0, 3, (CardId("gone"),))
    assert library.schedules[L1].reviews == 1
    assert library.schedules[CardId("gone")].reviews == 1


def test_an_import_before_later_answers_counts_in_its_place() -> None:
    library = library_on(DECKS)
    import_reviews(library, [reviewed("l1", 4, days=-7), reviewed("l1", 4, days=-1)])
    import_reviews(library, [reviewed("l1", 1, days=-3)])
    assert library.schedules[L1].repetitions == 1
    assert library.schedules[L1].lapses == 1


def test_an_import_finds_a_history_by_the_id_it_got_later() -> None:
    start = Start()
    start(deck="## Ask\n\nx\n")
    library = start(deck="## Ask\n\nx\n")
    old = next(iter(library.catalogue))
    library.record(Reviewed(old, Grade.GOOD), library.now())
    library = start(deck="## Ask {#ask}\n\nx\n")
    assert import_reviews(library, [reviewed("ask", days=-5)]).unknown == ()
    assert library.schedules[old].reviews == 2
    assert {fact.card for _, fact in export_reviews(library)} == {CardId("ask")}


def test_an_export_leaves_out_what_was_undone() -> None:
    library = library_on(DECKS)
    session = Session(library)
    session.answer(Grade.GOOD, 7)
    session.answer(Grade.GOOD, 8)
    session.undo()
    assert [fact.duration_ms for _, fact in export_reviews(library)] == [7]
