"""Limits of a deck's or a topic's own, as a day obeys them."""

from pathlib import Path

import pytest

from flashcards.domain.grade import Grade
from flashcards.domain.settings import Settings
from flashcards.services.limiting import idle_limits, subjects
from flashcards.services.preferences import Preferences
from flashcards.services.session import Session
from flashcards.services.today import day_plan, today_view
from flashcards.store.settings_file import SettingsFile
from tests.services.fakes import SetClock, library_on

TEXTS = {
    "ml/norms": "".join(f"## What is L{n}?\nA norm.\n\n" for n in range(1, 5)),
    "coding/graphs": "## When BFS?\nShortest.\n\n## When DFS?\nCycles.\n",
}
FEW = Settings(limits={"deck:ml": {"new": 1, "reviews": 2}})


def asked(session: Session) -> list[str]:
    """Answer all, and list what was asked."""
    prompts = []
    while card := session.view().card:
        prompts.append(card.prompt)
        session.answer(Grade.GOOD, 1000)
    return prompts


def test_the_review_and_todays_numbers_obey_a_limit() -> None:
    library = library_on(TEXTS, settings=FEW)
    assert (day_plan(library).new, day_plan(library).held_back_new) == (3, 3)
    assert sorted(asked(Session(library))) == ["What is L1?", "When BFS?", "When DFS?"]
    assert today_view(library).plan.cards == 0


def test_the_next_day_has_its_own_new_card_and_no_more_reviews_than_its_limit() -> None:
    clock = SetClock()
    library = library_on(TEXTS, clock=clock)
    asked(Session(library))
    library.use(FEW)
    clock.go(days=2)
    assert (day_plan(library).due, day_plan(library).held_back_due) == (4, 2)
    library.use(Settings())
    assert day_plan(library).due == 6


def test_decks_their_folders_and_topics_can_have_limits() -> None:
    found = subjects(library_on(TEXTS).catalogue)
    assert found == (
        "deck:coding",
        "deck:coding/graphs",
        "deck:ml",
        "deck:ml/norms",
        "topic:coding",
        "topic:coding/graphs",
        "topic:ml",
        "topic:ml/norms",
    )


@pytest.mark.parametrize(
    ("name", "guess"),
    [
        ("deck:ml/norm", "Did you mean “deck:ml/norms”?"),
        ("topic:system-design", "Take it away, or wait until the deck is here."),
    ],
)
def test_a_limit_of_nothing_is_a_hint_with_its_line(tmp_path: Path, name: str, guess: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(f'[limits]\n"deck:ml" = {{ new = 1 }}\n"{name}" = {{ new = 1 }}\n')
    (found,) = idle_limits(library_on(TEXTS), Preferences(SettingsFile(file)))
    assert (found.place.line, found.code, found.hint) == (3, "idle-setting", guess)
    file.unlink()
    assert SettingsFile(file).line_of(name, "limits") == 1
