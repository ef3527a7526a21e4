"""A review of one's choice."""

import pytest

from flashcards.domain.grade import Grade
from flashcards.domain.queue.scope import Scope, topic_scope
from flashcards.domain.settings import Settings
from flashcards.services.finding import QueryError
from flashcards.services.scope import scope_view
from flashcards.services.session import Session
from tests.services.fakes import library_on

TEXTS = {
    "ml/norms": "## What does L1 do?\nZero.\n\n## What does L2 do?\nShrink.\n",
    "coding/graphs": "## When BFS?\nShortest.\n\n## When DFS?\nCycles.\n",
}


def asked(session: Session) -> list[str]:
    """Answer all, and list what was asked."""
    prompts = []
    while card := session.view().card:
        prompts.append(card.prompt)
        session.answer(Grade.GOOD, 1000)
    return prompts


@pytest.mark.parametrize(
    ("scope", "prompts"),
    [
        (Scope(), ["When BFS?", "What does L1 do?", "When DFS?", "What does L2 do?"]),
        (Scope("topic:ml"), ["What does L1 do?", "What does L2 do?"]),
        (Scope("deck:coding DFS"), ["When DFS?"]),
        (Scope(minutes=1), ["What does L1 do?", "When BFS?", "What does L2 do?"]),
        (Scope("topic:ml", 1), ["What does L1 do?", "What does L2 do?"]),
        (topic_scope('ml/no"rms'), ["What does L1 do?", "What does L2 do?"]),
        (Scope("nothing"), []),
    ],
)
def test_only_what_was_chosen_is_asked(scope: Scope, prompts: list[str]) -> None:
    assert sorted(asked(Session(library_on(TEXTS), scope))) == sorted(prompts)


@pytest.mark.parametrize(
    ("scope", "sentence"),
    [
        (Scope("topic:ml"), "2 cards of today, about 1 minute."),
        (Scope("nothing"), "This search finds no card."),
        (Scope("is:suspended or is:due"), "This search finds no card."),
        (Scope("tpoic:ml"), "A search does not know “tpoic”. Did you mean “topic”?"),
    ],
)
def test_a_choice_is_foreseen(scope: Scope, sentence: str) -> None:
    assert scope_view(library_on(TEXTS), scope).sentence.startswith(sentence)


def test_why_nothing_is_asked_is_said_as_it_is() -> None:
    full = library_on(TEXTS, settings=Settings(new_per_day=0))
    waits = "What is due or new of these waits for another day: your daily limits are full."
    assert scope_view(full, Scope("topic:ml")).sentence == waits
    done = library_on(TEXTS)
    asked(Session(done, Scope("topic:ml")))
    told = scope_view(done, Scope("topic:ml"))
    assert (told.sentence, told.startable) == ("No card of these is due or new today.", False)


def test_a_choice_that_cannot_be_understood_leaves_the_session_as_it_is() -> None:
    session = Session(library_on(TEXTS))
    with pytest.raises(QueryError):
        session.restart(Scope("is:nonsense"))
    assert session.view().left == 4


def test_when_the_choice_is_done_the_summary_says_what_the_day_still_holds() -> None:
    session = Session(library_on(TEXTS), Scope("topic:ml"))
    asked(session)
    summary = session.summary()
    assert (summary.chosen, summary.left_today) == (True, 2)


def test_what_was_done_in_a_choice_counts_for_the_day() -> None:
    library = library_on(TEXTS)
    asked(Session(library, Scope("topic:ml")))
    assert sorted(asked(Session(library))) == ["When BFS?", "When DFS?"]


def progress(session: Session) -> tuple[int, int]:
    view = session.view()
    return view.done, view.left


def test_the_progress_of_a_choice_counts_its_own_answers() -> None:
    session = Session(library_on(TEXTS))
    session.answer(Grade.GOOD, 1000)
    assert progress(session) == (1, 3)
    session.restart(Scope("topic:coding"))
    assert progress(session)[0] == 0
    session.answer(Grade.GOOD, 1000)
    assert progress(session)[0] == 1
    session.restart(Scope("topic:coding"))
    assert progress(session)[0] == 1
    session.undo()
    assert progress(session)[0] == 0
    session.undo()
    assert progress(session) == (0, 4)
    assert session.summary().waiting == 4
