"""From what was found to what a deck takes: ids, no note twice, and proof that it is read so."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from flashcards.domain.deck.stamp import readable_id
from flashcards.domain.identity import fingerprint
from flashcards.domain.imports.compose import fault_of, prepared, written
from flashcards.domain.imports.found import Findings, Found, Skipped, shortened
from flashcards.domain.tongue import tr

Step = Callable[[int, int], object]
"""Called before a note is written, with how many were, of how many; it may raise."""


@dataclass(slots=True)
class Taken:
    """What is in the decks already: ids, and where a prompt is asked. It grows with each note."""

    ids: set[str] = field(default_factory=set)
    asked: dict[str, str] = field(default_factory=dict)
    """By kind and prompt (see ``fingerprint``): the place, in words."""
    texts: dict[tuple[str, str], int] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    """By an id's words, the number that was given last."""

    def free_id(self, prompt: str) -> str:
        """Give a prompt an id that no note has; a thousand equal prompts cost a thousand steps."""
        name = free = readable_id(prompt)
        while free in self.ids:
            self.numbers[name] = self.numbers.get(name, 1) + 1
            free = f"{name}-{self.numbers[name]}"
        return free


@dataclass(frozen=True, slots=True)
class Gathered:
    """Notes that a deck can take, each with its text, and all that it cannot."""

    notes: tuple[tuple[Found, str], ...]
    skipped: tuple[Skipped, ...]


def gathered(found: Findings, taken: Taken, step: Step = lambda *_: None) -> Gathered:
    """Write what can be written."""
    notes, skipped = list[tuple[Found, str]](), list(found.skipped)
    for place, each in enumerate(map(prepared, found.notes)):
        step(place, len(found.notes))
        known = _known(each, taken)
        name = taken.free_id(each.prompt)
        text = "" if known else written(each, name)
        reason = known or fault_of(text, each)
        if reason:
            skipped.append(Skipped(each.line, reason, known=bool(known)))
        else:
            taken.ids.add(name)
            taken.texts[(_mark(each), each.body)] = each.line
            notes.append((each, text))
    return Gathered(tuple(notes), tuple(sorted(skipped, key=lambda one: one.line)))


def _mark(found: Found) -> str:
    return fingerprint(found.kind, found.prompt)


def _known(found: Found, taken: Taken) -> str:
    """Say where a note is already; nothing where it is new."""
    where = taken.asked.get(_mark(found))
    if where:
        return tr(
            "“{text}” is asked at {where} already.",
            text=shortened(found.prompt),
            where=where,
        )
    line = taken.texts.get((_mark(found), found.body))
    return (
        tr(
            "“{text}” is the same as on line {line}.",
            text=shortened(found.prompt),
            line=line,
        )
        if line
        else ""
    )


def chapters(notes: Iterable[tuple[Found, str]], section: str, otherwise: str) -> Iterator[str]:
    """Yield the notes' texts, each below its section's heading.

    ``section`` is the one that the deck ends in; ``otherwise`` names that of notes without one.
    """
    for found, text in notes:
        wanted = found.section or (otherwise if section else "")
        if wanted != section:
            yield f"# {wanted}\n"
            section = wanted
        yield text


def described(values: Mapping[str, str]) -> str:
    """Write a front matter; values are quoted, so that YAML reads them as words."""
    lines = [f'{key}: "{_yaml(value)}"' for key, value in values.items() if value]
    return "\n".join(["---", *lines, "---", ""]) if lines else ""


def _yaml(value: str) -> str:
    return value.replace("\\", "\\\\").replace('"', '\\"')
