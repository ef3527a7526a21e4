"""A sibling that was reworded so that two may be it: the person is told, and nothing is guessed."""

from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId
from flashcards.domain.log.events import Reviewed
from tests.services.conftest import Place

ONE = "## Learning {{#n .cloze}}\nFirst learn the {} of words, then the {} of pictures.\n"


def test_a_gap_that_two_may_be_is_asked_about_until_one_of_them_is_answered(place: Place) -> None:
    place.write(ONE.format("{{embeding}}", "sum"))
    library = place.library()
    library.record(Reviewed(CardId("n/embeding"), Grade.GOOD), place.clock())
    place.write(ONE.format("{{embedding}}", "{{embeddng}}"))
    for _ in range(2):
        library.load()
        (problem,) = library.problems
        assert problem.message == (
            "This note's card “embeding” is gone, and “embedding” or “embeddng” may be it,"
            " reworded; they were taken as new."
        )
    library.record(Reviewed(CardId("n/embedding"), Grade.GOOD), place.clock())
    for _ in range(2):
        library.load()
        assert library.problems == ()
        assert library.schedule_of(CardId("n/embeddng")).is_new
    place.write(ONE.format("{{embeding}}", "{{embedding}}"))
    library.load()
    assert [schedule.reviews for schedule in library.schedules.values()] == [1, 1]


def test_a_doubt_about_a_gap_ends_when_its_old_text_comes_back(place: Place) -> None:
    place.write(ONE.format("{{embeding}}", "sum"))
    library = place.library()
    library.record(Reviewed(CardId("n/embeding"), Grade.GOOD), place.clock())
    for first, second in (("embedding", "{{embeddng}}"), ("embeding", "sum"), ("embedding", "sum")):
        place.write(ONE.format(f"{{{{{first}}}}}", second))
        library.load()
    assert library.problems == ()
    assert library.schedule_of(CardId("n/embedding")).reviews == 1
