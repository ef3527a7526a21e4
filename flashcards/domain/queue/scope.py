"""What a person wants to review: a search, a number of minutes, or both; or a drill."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scope:
    """A limit for one sitting; an empty ``query`` finds every card, ``minutes`` 0 is no limit."""

    query: str = ""
    minutes: int = 0


EVERYTHING = Scope()


def topic_scope(topic: str) -> Scope:
    """Choose a topic, and all below it."""
    return _field_scope("topic", topic)


def deck_scope(deck: str) -> Scope:
    """Choose a deck."""
    return _field_scope("deck", deck)


def _field_scope(field: str, value: str) -> Scope:
    plain = value.replace('"', "")
    return Scope(f'{field}:"{plain}"')


MINUTES = 15
"""How long a drill lasts, unless said."""


@dataclass(frozen=True, slots=True)
class Drill:
    """What a person wants: one topic and all below it (or all topics), for so many minutes.

    By chance, topics are drawn from what is known of their weakness; the same ones all the while,
    until something is answered.
    """

    topic: str = ""
    minutes: int = MINUTES
    by_chance: bool = False
