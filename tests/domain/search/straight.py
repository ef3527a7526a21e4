"""A search as it is told, card by card: slow, and plain enough to be right."""

from flashcards.domain.clock import Day
from flashcards.domain.scheduling.scheduler import Schedule
from flashcards.domain.search.found import Search
from flashcards.domain.search.listed import Listed
from flashcards.domain.search.parse import QueryFault, parse_query
from flashcards.domain.search.table import CardTable
from flashcards.domain.search.tree import Between, Either, Every, Node, Not, Says, Standing, Within


def tree(query: str) -> Node:
    """Read a search that is right."""
    node = parse_query(query)
    assert not isinstance(node, QueryFault), node
    return node


def table_of(*cards: Listed, schedules: tuple[Schedule, ...] = ()) -> CardTable:
    """Put cards into a table, all from one file."""
    table = CardTable()
    table.put("deck.md", cards)
    table.arrange(["deck.md"])
    table.learn(schedules)
    return table


def finds(query: str, card: Listed, schedule: Schedule, today: Day) -> bool:
    """Whether the program finds a card."""
    return bool(Search(table_of(card, schedules=(schedule,))).found(tree(query), today))


def holds(node: Node, card: Listed, schedule: Schedule, today: Day) -> bool:
    """Whether a card is meant."""
    match node:
        case Not(inner):
            return not holds(inner, card, schedule, today)
        case Every(nodes):
            return all(holds(each, card, schedule, today) for each in nodes)
        case Either(nodes):
            return any(holds(each, card, schedule, today) for each in nodes)
        case Says(text):
            texts = (card.note.body, f"{card.prompt}\n{card.id}")
            return any(text in each.casefold() for each in texts)
        case Within(field, value):
            return _within(field, value, card)
        case Standing(state):
            return _stands(state, schedule, today)
        case Between(measure, low, high):
            number = _number(measure, schedule, today)
            least, most = (-(10**9) if low is None else low), (10**9 if high is None else high)
            return number is not None and least <= number <= most


def _within(field: str, value: str, card: Listed) -> bool:
    if field == "tag":
        return value in (tag.casefold() for tag in card.note.tags)
    word = str(getattr(card.note, field)).casefold()
    return word == value or (field in ("topic", "deck") and word.startswith(f"{value}/"))


def _stands(state: str, schedule: Schedule, today: Day) -> bool:
    is_due = schedule.due is not None and schedule.due <= today and not schedule.suspended
    return {
        "due": is_due,
        "new": schedule.is_new,
        "suspended": schedule.suspended,
        "flagged": schedule.flagged,
        "buried": schedule.buried_on == today,
        "orphan": False,
    }[state]


def _number(measure: str, schedule: Schedule, today: Day) -> int | None:
    new = schedule.is_new
    if measure == "due":
        return None if schedule.due is None else schedule.due - today
    if measure in ("added", "reviewed"):
        day = schedule.first_day if measure == "added" else schedule.last_day
        return None if day is None else today - day
    if measure in ("interval", "ease"):
        return None if new else int(getattr(schedule, measure))
    if measure == "grade":
        return None if schedule.last_grade is None else int(schedule.last_grade)
    return int(getattr(schedule, measure))
