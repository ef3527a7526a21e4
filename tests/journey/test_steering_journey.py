"""What one studies is steered by real keys: limits of decks, and searches under a name."""

from pathlib import Path

import pytest

from tests.journey.person import Person
from tests.journey.test_settings_journey import kept

pytestmark = pytest.mark.journey


@pytest.fixture
def decks(tmp_path: Path) -> Path:
    folder = tmp_path / "decks"
    folder.mkdir()
    for deck in ("norms", "sets"):
        notes = (f"## Of {deck} {number} {{#{deck}{number}}}\nYes.\n" for number in (1, 2, 3))
        (folder / f"{deck}.md").write_text("\n".join(notes), "utf-8")
    return folder


def reviewed(person: Person) -> list[str]:
    return [card for kind, card in person.log() if kind == "reviewed"]


def test_a_deck_gets_a_limit_which_holds_at_once_and_follows_its_new_name(
    person: Person, decks: Path
) -> None:
    person.start(decks)
    person.leave_today("ctrl+comma")
    person.type(*"fewer", "Tab", "Tab", "Tab", *"norm")
    person.offered()
    person.type("Down", "Return")
    limits = {"deck:norms": {"new": 5}}
    person.until("the limit in the file", lambda: kept(person).get("limits") == limits)
    person.alone()
    person.type("1", "Return")
    limits = {"deck:norms": {"new": 1}}
    person.until("its number in the file", lambda: kept(person).get("limits") == limits)
    person.return_to_today()
    person.leave_today("ctrl+d")
    person.type("Home", "Down", "F2")
    person.look_at("Rename norms.md")
    person.write("lengths")
    person.close("Rename norms.md", "Return")
    renamed = {"deck:lengths": {"new": 1}}
    person.until("the limit's new name", lambda: kept(person).get("limits") == renamed)
    assert not (decks / "norms.md").exists()
    person.return_to_today()
    person.begin()
    person.answer(4)
    assert sorted(card[:4] for card in reviewed(person)) == ["norm", "sets", "sets", "sets"]
    plan = person.command("--decks", str(decks), "today", "--json")
    assert (plan["due"], plan["new"]) == (0, 0)
    assert person.quit() == 0


def test_a_topics_limit_of_no_new_card_is_typed_and_taken_away(person: Person, decks: Path) -> None:
    person.start(decks)
    person.leave_today("ctrl+comma")
    person.type(*"fewer", "Tab", "Tab", "Tab", *"topic", "colon", *"sets")
    person.offered()
    person.type("Return")
    limits = {"topic:sets": {"new": 5}}
    person.until("the limit in the file", lambda: kept(person).get("limits") == limits)
    person.alone()
    person.type("0", "Return")
    limits = {"topic:sets": {"new": 0}}
    person.until("its number in the file", lambda: kept(person).get("limits") == limits)
    plan = person.command("--decks", str(decks), "today", "--json")
    assert [(each["topic"], each["new"]) for each in plan["topics"] if each["new"]] == [
        ("norms", 3)
    ]
    person.type("Tab", "Tab", "space")
    person.until("no limit in the file", lambda: kept(person).get("limits") == {})
    assert person.quit() == 0


def test_a_search_is_saved_and_is_a_session_by_its_name(person: Person, decks: Path) -> None:
    person.start(decks)
    person.leave_today("b")
    person.type(*"deck", "colon", *"sets", "space", "minus", "1", "ctrl+s")
    person.look_at("Save this search")
    person.write("mine")
    person.close("Save this search", "Return")
    searches = {"mine": "deck:sets -1"}
    person.until("the search in the file", lambda: kept(person).get("searches") == searches)
    person.type("ctrl+a", *"nothing", "ctrl+o")
    person.offered()
    person.type("Down", "Return")
    person.alone()
    person.type("ctrl+Return")
    person.question()
    person.answer(2)
    assert reviewed(person) == ["sets2", "sets3"]
    found = person.command("--decks", str(decks), "cards", "@mine", "--json")
    assert [card["id"] for card in found] == ["sets2", "sets3"]
    assert person.quit() == 0
