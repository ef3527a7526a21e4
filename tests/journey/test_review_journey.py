"""A morning at the real window: real decks, real keys, and what is on the disk afterwards."""

import pytest

from tests.journey.person import Person

pytestmark = pytest.mark.journey
NEW_A_DAY = 20


def test_a_review_is_paused_by_quitting_and_goes_on_where_it_was(person: Person) -> None:
    person.start()
    person.begin()
    person.answer(10)
    person.type("ctrl+a", "ctrl+c", "u")
    person.until("the undo in the log", lambda: person.events() == 11)
    assert person.quit() == 0

    undone = person.log()[-1][1]
    assert person.log()[-2:] == [("reviewed", undone), ("undone", undone)]
    reviewed = [card["id"] for card in person.command("cards", "--json") if card["reviews"]]
    assert (len(reviewed), undone in reviewed) == (9, False)
    person.command("log", "export", str(person.data / "past.csv"))
    assert len((person.data / "past.csv").read_text("utf-8").splitlines()) == 1 + 9
    assert person.command("today", "--json")["new"] == NEW_A_DAY - 9

    person.start()
    person.begin()
    person.answer(NEW_A_DAY - 9)
    person.type("space", "a", "3")
    assert person.quit() == 0
    later = person.log()[11:]
    assert (len(later), ("reviewed", undone) in later) == (NEW_A_DAY - 9, True)
    plan = person.command("today", "--json")
    assert (plan["due"], plan["new"]) == (0, 0)


def test_a_second_start_says_that_the_window_is_open(person: Person) -> None:
    person.start()
    sentence = "Flashcards is already open on this data folder; its window was raised.\n"
    assert person.start_another() == (sentence, 0)
    person.begin()
    person.answer(1)
    assert person.quit() == 0


def test_a_killed_window_has_kept_every_answer(person: Person) -> None:
    person.start()
    person.begin()
    person.answer(5)
    person.type("space")
    person.until("the place", lambda: bool(person.place()))
    assert person.kill() == -9
    assert person.events() == 5
    person.go_on()
    person.answer(1)
    assert person.quit() == 0
    cards = [subject for _, subject in person.log()]
    assert len(set(cards)) == 6
    assert person.command("today", "--json")["new"] == NEW_A_DAY - 6
