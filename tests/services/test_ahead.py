"""Decks that were named in another thread are taken over where nothing else was said meanwhile."""

from dataclasses import dataclass, field

import pytest

from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId
from flashcards.domain.log.events import Merged, Noted, Rekeyed, Reviewed
from flashcards.domain.settings import Settings
from flashcards.services.deciding import same
from flashcards.services.library import Library, Outside
from flashcards.services.naming import Takeover
from flashcards.services.session import Session
from flashcards.services.today import today_view
from flashcards.store.index import Index
from tests.services.fakes import MemoryFile, MemoryLog, SetClock, Texts


@dataclass
class Author:
    """Decks that are saved while they are reviewed."""

    texts: Texts = field(default_factory=lambda: Texts({}))
    log: MemoryFile = field(default_factory=MemoryFile)
    index: Index = field(default_factory=lambda: Index(None))

    def __post_init__(self) -> None:
        outside = Outside(self.texts, self.index, MemoryLog(self.log), SetClock())
        self.library = Library(outside, Settings())
        self.library.load()

    def save(self, text: str) -> Takeover:
        """Save the deck, and have another thread look at it."""
        self.texts.texts = {"deck": text}
        return self.look()

    def look(self) -> Takeover:
        return self.library.ahead().takeover(self.index, MemoryLog(self.log))

    def open(self, text: str) -> Session:
        assert self.library.take_over(self.save(text))
        self.library.keep_index()
        return Session(self.library)

    @property
    def histories(self) -> dict[CardId, int]:
        """Count the answers of each card that is in the deck."""
        return {card: self.library.schedule_of(card).reviews for card in self.library.catalogue}


@pytest.fixture
def author() -> Author:
    return Author()


def test_a_first_answer_meanwhile_goes_with_its_note_whatever_that_is_called_now(
    author: Author,
) -> None:
    session = author.open("## Ask\nOne.\n\n## Other {#other}\nTwo.\n")
    made = author.save("## Ask {#ask}\nOne.\n\n## Other {#other}\nTwo.\n")
    session.answer(Grade.GOOD, 1000)
    assert not author.library.take_over(made)
    assert author.library.take_over(author.look())
    view = session.refresh()
    assert (view.card.prompt if view.card else "", view.done) == ("Other", 1)
    assert sorted(author.histories.values()) == [0, 1]
    asked = {author.library.card(card) for card in author.histories if author.histories[card]}
    assert [card.faces.prompt for card in asked if card] == ["Ask"]
    assert today_view(author.library, ()).done_today == 1


def test_a_later_answer_meanwhile_stays_with_its_card(author: Author) -> None:
    session = author.open("## Ask {#ask}\nOne.\n")
    session.answer(Grade.AGAIN, 1000)
    made = author.save("## Ask better {#ask}\nOne, and more.\n\n## New {#new}\nTwo.\n")
    session.answer(Grade.GOOD, 1000)
    assert author.library.take_over(made)
    assert author.histories == {"ask": 2, "new": 0}
    readings = [event.fact for event in author.library.log.noted()]
    assert [fact.prompt for fact in readings if isinstance(fact, Noted)] == ["Ask", "Ask better"]


CLOZE = (
    "## Net {{#net .cloze}}\nElastic net adds the {{{{{}}}}} penalties of both, and {{{{{}}}}}.\n"
)


def test_a_reworded_gap_that_was_answered_meanwhile_keeps_that_answer(author: Author) -> None:
    session = author.open(CLOZE.format("sumed", "more"))
    session.answer(Grade.GOOD, 1000)
    made = author.save(CLOZE.format("summed", "more"))
    author.library.record(Reviewed(CardId("net/sumed"), Grade.GOOD), author.library.now())
    assert author.library.take_over(made)
    assert author.histories == {"net/summed": 2, "net/more": 0}
    assert any(isinstance(event.fact, Rekeyed) for event in author.library.events())


def test_an_answer_meanwhile_to_a_card_that_is_thrown_away_waits_for_its_text(
    author: Author,
) -> None:
    before = "## Stay {#stay}\nOne.\n\n## Go {#go}\nTwo.\n"
    session = author.open(before)
    session.answer(Grade.GOOD, 1000)
    session.answer(Grade.GOOD, 1000)
    session.undo()
    made = author.save("## Stay {#stay}\nOne.\n")
    session.answer(Grade.GOOD, 1000)
    if not author.library.take_over(made):
        assert author.library.take_over(author.look())
    assert session.refresh().card is None
    author.library.keep_index()
    author.open(before)
    assert author.histories == {"stay": 1, "go": 1}


def test_what_the_person_says_meanwhile_of_two_notes_is_heeded(author: Author) -> None:
    asked = "What is the norm of a vector in space?"
    session = author.open(f"## {asked}\nIts length, in words.\n")
    session.answer(Grade.GOOD, 1000)
    (old,) = author.library.known.latest
    author.open("## How long is it?\nAs long as it is.\n")
    made = author.save("## How long is it?\nAs long as it is said to be.\n")
    (named,) = author.library.notes()
    same(author.library, named, old)
    assert not author.library.take_over(made)
    assert author.library.take_over(author.look())
    assert list(author.histories.values()) == [1]
    assert isinstance(author.library.log.noted()[-2].fact, Merged)


def test_decks_that_were_taken_over_meanwhile_are_not_replaced_by_older_ones(
    author: Author,
) -> None:
    author.open("## Ask {#ask}\nOne.\n")
    made = author.save("## Ask {#ask}\nTwo.\n")
    author.texts.texts = {"deck": "## Ask {#ask}\nThree.\n"}
    author.library.adopt(author.library.read_decks())
    assert not author.library.take_over(made)
    assert [named.note.body.strip() for named in author.library.notes()] == ["Three."]


def test_a_question_of_a_note_that_did_not_change_is_still_looked_for(author: Author) -> None:
    session = author.open(CLOZE.format("sumed", "more"))
    session.answer(Grade.GOOD, 1000)
    author.open(CLOZE.format("quite other words", "more"))
    author.texts.texts |= {"other": "## Other {#other}\nx\n"}  # type: ignore[operator]  # a dict
    made = author.look()
    assert [entry.name for entry in made.left_over.entries] == ["net"]
    assert author.library.take_over(made)
