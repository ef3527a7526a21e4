"""A scope is a search, so what a person clicks on can be typed, too."""

from flashcards.domain.queue.scope import deck_scope, topic_scope


def test_a_topic_or_a_deck_becomes_a_search_in_quotes() -> None:
    assert topic_scope("ml/losses").query == 'topic:"ml/losses"'
    assert deck_scope('my "own" deck').query == 'deck:"my own deck"'
