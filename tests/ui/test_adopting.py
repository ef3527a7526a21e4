"""Decks are read while the old ones are in use: no answer is lost, and the newest text holds."""

from collections.abc import Callable, Iterator
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from flashcards.domain.errors import IndexLostError
from flashcards.services.library import Library
from flashcards.services.naming import Ahead, Takeover
from flashcards.services.ports import Index, Log
from flashcards.ui.adopting import Adopting
from tests.ui.stage import Stage, deck_of

DECK = "## Question 1\none\n\n## Question 2 {#c2}\ntwo\n\n## Question 3 {#c3}\nthree\n"
STAMPED = DECK.replace("Question 1", "Question 1 {#c1}")


class Gate:
    """Holds the other thread before what it found is handed on, as a deck of 2 MB would."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.came, self.goes_on = Event(), Event()
        self.readings = 0
        takeover = Ahead.takeover

        def held(ahead: Ahead, index: Index, log: Log) -> Takeover:
            made = takeover(ahead, index, log)
            self.readings += 1
            self.came.set()
            assert self.goes_on.wait(20)
            return made

        patch.setattr(Ahead, "takeover", held)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    gate = Gate(monkeypatch)
    yield gate
    gate.goes_on.set()


@pytest.fixture
def opened(stage: Stage) -> Stage:
    stage.write_deck(DECK)
    stage.open()
    return stage


@pytest.fixture
def save(qtbot: QtBot, opened: Stage, gate: Gate) -> Callable[[str], None]:
    """Save the deck, and wait until the other thread has read it."""

    def saved(text: str) -> None:
        opened.write_deck(text)
        qtbot.waitUntil(gate.came.is_set, timeout=8000)

    return saved


def is_quiet(stage: Stage) -> bool:
    assert stage.program is not None
    (adopting,) = stage.program.conductor.findChildren(Adopting)
    return not adopting.is_busy


def test_a_first_answer_given_meanwhile_goes_with_its_note(
    qtbot: QtBot, opened: Stage, gate: Gate, save: Callable[[str], None]
) -> None:
    opened.press("Return", "Space")
    save(STAMPED.replace("two", "corrected"))
    opened.press("3")
    assert (opened.card, opened.log()) == ("Question 2", ["reviewed 4"])
    gate.goes_on.set()
    qtbot.waitUntil(lambda: is_quiet(opened), timeout=8000)
    assert gate.readings == 2
    opened.press("Space")
    assert "corrected" in opened.card
    opened.press("3", "Space", "3")
    assert opened.where == "Summary"
    assert opened.log() == ["reviewed 4"] * 3
    assert sorted(opened.histories().values()) == [1, 1, 1]


def test_today_and_a_later_start_count_what_was_answered_meanwhile(
    qtbot: QtBot, opened: Stage, gate: Gate, save: Callable[[str], None]
) -> None:
    opened.press("Return", "Space")
    save(STAMPED + "\n## Question 4 {#c4}\nfour\n")
    opened.press("3", "Escape", "Escape")
    gate.goes_on.set()
    opened.wait_for("3 cards for today")
    qtbot.waitUntil(lambda: is_quiet(opened), timeout=8000)
    opened.close()
    opened.open()
    opened.wait_for("3 cards for today")
    opened.press("Return")
    assert opened.card == "Question 2"


def test_a_second_save_during_the_first_reading_is_what_holds(
    qtbot: QtBot, opened: Stage, gate: Gate, save: Callable[[str], None]
) -> None:
    opened.press("Return", "Space")
    save(DECK.replace("one", "first try"))
    opened.write_deck(DECK.replace("one", "second try, which is longer"))
    gate.goes_on.set()
    qtbot.waitUntil(lambda: "second try" in opened.card, timeout=8000)
    qtbot.waitUntil(lambda: is_quiet(opened), timeout=8000)
    opened.press("3")
    assert opened.log() == ["reviewed 4"]


@pytest.mark.parametrize("answered", [False, True])
def test_a_window_that_closes_meanwhile_reads_it_at_the_next_start(
    qtbot: QtBot, opened: Stage, gate: Gate, save: Callable[[str], None], answered: bool
) -> None:
    opened.press("Return", "Space")
    save(STAMPED.replace("one", "corrected"))
    if answered:
        opened.press("3", "Escape", "Escape")
    gate.goes_on.set()
    opened.close()
    opened.open()
    opened.wait_for("2 cards for today" if answered else "3 cards for today")
    assert list(opened.histories().values()) == [1] * answered
    opened.press("Return", "Space")
    assert ("corrected" in opened.card) == (not answered)


def test_what_the_other_thread_cannot_do_is_done_in_the_window(
    qtbot: QtBot, opened: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lost(*_: object) -> None:
        raise IndexLostError

    opened.press("Return", "Space")
    with monkeypatch.context() as patched:
        patched.setattr(Ahead, "takeover", lost)
        opened.write_deck(DECK.replace("one", "corrected"))
        qtbot.waitUntil(lambda: "corrected" in opened.card, timeout=8000)
        qtbot.waitUntil(lambda: is_quiet(opened), timeout=8000)
    opened.press("3")
    assert opened.card == "Question 2"


def test_notes_that_are_answered_faster_than_they_are_read_are_read_here(
    qtbot: QtBot, opened: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(Library, "take_over", lambda *_: False)
        opened.press("Return", "Space")
        opened.write_deck(DECK.replace("one", "corrected"))
        qtbot.waitUntil(lambda: "corrected" in opened.card, timeout=8000)
        qtbot.waitUntil(lambda: is_quiet(opened), timeout=8000)


def adopting(stage: Stage) -> Adopting:
    assert stage.program is not None
    (found,) = stage.program.conductor.findChildren(Adopting)
    return found


def test_what_works_on_the_library_beside_the_window_does_so_alone(
    qtbot: QtBot, opened: Stage, gate: Gate, save: Callable[[str], None]
) -> None:
    opened.press("Return", "Space")
    save(DECK.replace("one", "corrected"))
    told, queue = list[str](), adopting(opened)

    def work() -> str:
        assert queue.is_alone
        return f"after {gate.readings} reading"

    queue.alone(work, told.append, lambda error: told.append(str(error)))
    assert (told, queue.is_alone) == ([], False)
    gate.goes_on.set()
    qtbot.waitUntil(lambda: bool(told), timeout=8000)
    assert (told, queue.is_alone, queue.is_busy) == (["after 1 reading"], False, False)
    assert "corrected" in opened.card


def test_what_fails_there_is_told_and_the_next_one_has_its_turn(
    qtbot: QtBot, opened: Stage
) -> None:
    told, queue = list[str](), adopting(opened)

    def fail() -> None:
        raise IndexLostError

    queue.alone(fail, told.append, lambda error: told.append(str(error)))
    queue.alone(lambda: "done", told.append, lambda error: told.append(str(error)))
    qtbot.waitUntil(lambda: len(told) == 2, timeout=8000)
    assert told == ["The index of the decks was lost; read the decks again.", "done"]


def test_many_notes_that_get_ids_are_told_to_the_log_a_few_at_a_time(
    qtbot: QtBot, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    turns, tell = list[int](), Library.tell_some

    def told(library: Library, made: Takeover, count: int) -> Takeover | None:
        turns.append(len(made.news.changed) if made.news else 0)
        return tell(library, made, count)

    monkeypatch.setattr("flashcards.ui.adopting.AT_ONCE", 1)
    monkeypatch.setattr(Library, "tell_some", told)
    stage.write_deck(deck_of(4))
    stage.open()
    stage.press("Return", *("Space", "3") * 3, "Space")
    named = [f"## Question {n} {{#c{n}}}\nAnswer {n}\n" for n in range(1, 5)]
    stage.write_deck("\n".join(named))
    qtbot.waitUntil(lambda: bool(turns) and is_quiet(stage), timeout=8000)
    assert turns == [3, 2, 1]
    stage.press("3")
    assert stage.log() == ["reviewed 4"] * 4
    stage.close()
    stage.open()
    assert sorted(stage.histories().values()) == [1, 1, 1, 1]
    assert "Done for today" in stage.texts()
