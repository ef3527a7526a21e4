"""What a person wants to review today: a search, a number of minutes, or both."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scope:
    """A limit for one sitting; an empty ``query`` finds every card, ``minutes`` 0 is no limit."""

    query: str = ""
    minutes: int = 0


EVERYTHING = Scope()


def topic_scope(topic: str) -> Scope:
    """Choose a topic, and all below it."""
    plain = topic.replace('"', "")
    return Scope(f'topic:"{plain}"')
