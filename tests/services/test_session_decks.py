"""A review goes on sensibly while decks go away, come back, and notes become of another kind."""

import pytest

from flashcards.domain.grade import Grade
from flashcards.domain.ids import NoteId
from flashcards.services.library import Library
from flashcards.services.session import Session
from tests.services.conftest import FIVE, Place
from tests.services.test_session import asked, order

TWO = ["## a {#a}\nx\n\n## b {#b}\nx\n", "## c {#c}\nx\n\n## d {#d}\nx\n"]


def two_decks(place: Place) -> tuple[Library, Session]:
    for name, text in zip(("deck", "more"), TWO, strict=True):
        place.write(text, name)
    library = place.library()
    return library, Session(library)


@pytest.mark.parametrize(
    ("gone", "answers", "meanwhile", "then"),
    [
        ("deck", (4,), "c", "c b d -"),
        ("deck", (), "c", "c a b d -"),
        ("more", (4,), "b", "b c d -"),
        ("more", (4, 4, 2), "b", "b d -"),
        ("deck", (4, 4, 4, 2), "d", "d -"),
    ],
)
def test_cards_of_a_deck_that_goes_away_and_comes_back_are_asked_where_they_stood(
    place: Place, gone: str, answers: tuple[int, ...], meanwhile: str, then: str
) -> None:
    library, session = two_decks(place)
    order(session, *answers)
    text = (place.decks / f"{gone}.md").read_text("utf-8")
    (place.decks / f"{gone}.md").unlink()
    library.load()
    session.refresh()
    assert asked(session) == meanwhile
    place.write(text, gone)
    library.load()
    session.refresh()
    assert order(session, *[5] * (len(then.split()) - 1)) == then


def test_undo_reaches_the_cards_of_a_deck_that_came_back(place: Place) -> None:
    library, session = two_decks(place)
    session.answer(Grade.GOOD, 1)
    (place.decks / "deck.md").unlink()
    library.load()
    session.refresh()
    session.answer(Grade.GOOD, 1)
    place.write(TWO[0])
    library.load()
    session.refresh()
    session.undo()
    session.undo()
    assert order(session, 4, 4, 4, 4) == "a c b d -"


def test_another_kind_of_note_is_asked_in_place_of_the_card_that_it_had(place: Place) -> None:
    library = place.library()
    session = Session(library)
    session.answer(Grade.GOOD, 1)
    kept = FIVE.replace("## b {#b}\n\nanswer", "## b {#b .cloze}\n\n{{one}} and {{two}}")
    for text, now in ((kept, "b/one"), (FIVE, "b")):
        place.write(text)
        library.load()
        session.follow(NoteId("b"), NoteId("b"))
        session.refresh()
        assert asked(session) == now
        assert session.instead == ("b — […]" if now == "b/one" else "b")
    session.refresh()
    assert session.instead == ""
    assert order(session, 4, 4, 4, 4) == "b c d e -"


def test_a_note_that_somebody_else_changed_leaves_its_place_to_the_next(place: Place) -> None:
    library = place.library()
    session = Session(library)
    place.write(FIVE.replace("## a {#a}\n\nanswer", "## a {#a .cloze}\n\n{{one}}"))
    library.load()
    session.refresh()
    assert (asked(session), session.instead) == ("b", "")
