"""What a period came to."""

from flashcards.domain.clock import Day
from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId
from flashcards.domain.ledger import Ledger, Row, Sort
from flashcards.domain.progress import Done, Share, Standing, Waits, done, standing, waits
from tests.domain.samples import study


def told(*answers: tuple[int, Sort, int]) -> Done:
    """Answer at nine o'clock, in six seconds each: on a day, a sort of answer, its grade."""
    ledger = Ledger()
    for day, sort, grade in answers:
        ledger.add(Row(CardId("a"), study(day), 9, Grade(grade), sort, 6_000))
    return done(ledger.total, study(0), study(9))


def test_a_period_is_told_by_day_with_the_cards_first_seen_and_the_time() -> None:
    found = told((0, Sort.FIRST, 4), (0, Sort.EXTRA, 4), (8, Sort.YOUNG, 1), (12, Sort.YOUNG, 4))
    assert [(row.day - study(0), row.answers, row.learned) for row in found.days] == [
        (0, 2, 1), (8, 1, 0),
    ]  # fmt: skip
    assert (found.answers, found.learned, found.minutes) == (3, 1, 0.3)
    assert dict(found.grades)[Grade.GOOD] == 2


def test_retention_is_of_cards_that_were_due() -> None:
    first, extra = (0, Sort.FIRST, 1), (0, Sort.EXTRA, 1)
    found = told(first, extra, (2, Sort.YOUNG, 4), (2, Sort.YOUNG, 1), (9, Sort.MATURE, 3))
    assert (found.young, found.mature) == (Share(2, 1), Share(1, 1))
    assert (found.young.share, Share().share) == (0.5, None)
    assert (found.hours[9], found.hours[10]) == (Share(5, 2), Share())


def test_cards_are_counted_by_due_day_interval_and_ease() -> None:
    today = study(100)
    rows = [(Day(today - 3), 1, 250), (today, 6, 130), (Day(today + 29), 90, 251)]
    found = standing(waits([*rows, (Day(today + 30), 400, 250)]), today)
    assert (found.cards, found.overdue, found.due[0], sum(found.due)) == (4, 1, 1, 2)
    counted = [words for words, number in found.intervals for _ in range(number)]
    assert counted == ["1 day", "2–6 days", "61–180 days", "over 365 days"]
    assert found.eases == (("1.2", 1), ("2.4", 3))


def test_nothing_learned_is_no_fault() -> None:
    found = standing(Waits(), study(1))
    assert found == Standing(0, 0, (0,) * 30, found.intervals, ())


def test_a_card_that_was_taken_out_counts_no_longer() -> None:
    rows = [(study(3), 1, 250), (study(4), 6, 130)]
    found = waits(rows)
    found.add(*rows[1], sign=-1)
    assert standing(found, study(1)) == standing(waits(rows[:1]), study(1))
