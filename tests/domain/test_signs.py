"""Which notes must be named together."""

from collections.abc import Collection, Iterable

from flashcards.domain.entry import DeckFile, Leaf, leaf_of, renamed
from flashcards.domain.identity import Known, identify
from flashcards.domain.ids import DeckId, NoteId
from flashcards.domain.log.events import Doubted, Event, Merged, Noted, Rekeyed
from flashcards.domain.signs import Signs, mark_of, names_in, neighbourhood, signs_in, signs_of
from tests.domain.samples import event, read, reviews


def leaf(name: str, text: str) -> Leaf:
    """Read and name a deck by itself."""
    deck = read(text, name)
    names = {(n.note.file, n.note.span.start): n for n in identify(deck.notes, Known()).notes}
    return renamed(leaf_of(DeckFile(f"{name}.md", DeckId(name), ""), deck, ()), names)


def noted(number: int, note: str, **reading: str) -> Event:
    plain = {"explicit_id": "", "fingerprint": f"f{number}", "deck": "d", "kind": "", "prompt": ""}
    return event(number, Noted(NoteId(note), **plain | reading))


class Around:
    """Some other decks, and what the log knows."""

    def __init__(self, leaves: Iterable[Leaf], events: Iterable[Event] = ()) -> None:
        self.leaves, self.events = list(leaves), list(events)

    def leaves_with(self, signs: Signs, but: Collection[str] = ()) -> list[Leaf]:
        return [leaf for leaf in self.leaves if signs_of(leaf) & signs and leaf.file not in but]

    def histories_with(self, signs: Signs) -> list[Event]:
        notes = [names_in(event.fact) for event in self.events if signs_in([event]) & signs]
        return [each for each in self.events if names_in(each.fact) & set().union(*notes)]


def reached(start: str, decks: dict[str, str], *events: Event) -> str:
    """Name the decks that must be named together with one."""
    leaves = {name: leaf(name, text) for name, text in decks.items()}
    found = neighbourhood([leaves[start]], Around(leaves.values(), events), lambda _: False)
    assert found is not None
    return " ".join(sorted(file.removesuffix(".md") for file in found[0]))


DECKS = {
    "a": "## One {#one}\nx\n",
    "b": "## Two {#two}\nx\n",
    "c": "## One {#other}\nx\n",
    "e": "## Three\nx\n",
}


def test_notes_that_share_nothing_are_named_apart() -> None:
    assert reached("b", DECKS) == "b"


def test_notes_with_one_prompt_are_named_together() -> None:
    assert reached("a", DECKS) == "a c"


def test_a_history_leads_to_the_deck_it_stood_in_last() -> None:
    assert reached("b", DECKS, noted(1, "h", explicit_id="two", deck="e"), noted(2, "h")) == "b"
    assert reached("b", DECKS, noted(1, "h", explicit_id="two"), noted(2, "h", deck="e")) == "b e"


def test_a_history_leads_to_every_note_that_may_claim_it() -> None:
    assert (
        reached("b", DECKS, noted(1, "h", explicit_id="two"), noted(2, "h", explicit_id="one"))
        == "a b c"
    )


def test_what_was_said_of_two_notes_leads_from_one_to_the_other() -> None:
    reading = ("", "f", "d", "", "", "")
    assert signs_in([event(1, Merged(NoteId("a"), *reading, NoteId("b")))]) >= {"a", "b", "b~2"}
    assert signs_in([event(1, Doubted(NoteId("a"), NoteId("b~2")))]) == {"a", "a~2", "b~2", "b~3"}
    assert signs_in([event(1, Rekeyed(NoteId("a"), "k", "l"))]) == {"a", "a~2"}
    assert signs_in(reviews([4], [0])) == set()


def test_once_there_are_enough_they_are_not_followed_any_more() -> None:
    leaves = [leaf(*pair) for pair in DECKS.items()]
    assert neighbourhood(leaves[:2], Around(leaves), lambda files: len(files) > 1) is None


def test_a_sign_is_the_same_number_everywhere() -> None:
    assert mark_of("l1") == mark_of("l1") != mark_of("/l1")
    assert mark_of("/\udcff") != 0
