"""From a deck's text to its notes and problems. Never raises; one bad note costs no good one."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from flashcards.domain.deck.attributes import Attributes, odd_braces, split_heading
from flashcards.domain.deck.blocks import Fence, Heading, Line, Outline, lines_of, outline
from flashcards.domain.deck.header import Header, ReadYaml, read_header
from flashcards.domain.deck.hints import take_hints
from flashcards.domain.deck.lint import advice, heading_jumps, names_sources
from flashcards.domain.deck.misplaced import in_subheadings, misplaced
from flashcards.domain.deck.outside import nothing_asked, sections_with_text
from flashcards.domain.ids import DeckId
from flashcards.domain.kinds import DEFAULT_KIND, KINDS, kind_named, kind_names
from flashcards.domain.kinds.kind import Kind
from flashcards.domain.note import Note, Span
from flashcards.domain.problems import (
    BAD_ID,
    EMPTY_PROMPT,
    HEADING_WITHOUT_SPACE,
    INDENTED_HEADING,
    ODD_BRACES,
    SETEXT_HEADING,
    TWO_IDS,
    TWO_KINDS,
    UNCLOSED_COMMENT,
    UNCLOSED_FENCE,
    UNKNOWN_ATTRIBUTE,
    UNKNOWN_KIND,
    UNKNOWN_OPTION,
    Place,
    Problem,
    did_you_mean,
)
from flashcards.domain.tongue import tr

ATTRIBUTES = ("topic", "tags", "source", "verified")
_ID = re.compile(r"[\w.:-]+")
_ENDING = re.compile(r"\r\n?")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A note that cannot be used as it is written, because of its kind or its id."""

    span: Span
    prompt: str
    section: str


@dataclass(frozen=True, slots=True)
class Deck:
    """One file, read: its header, its good notes, and everything wrong with it."""

    id: DeckId
    file: str
    header: Header
    notes: tuple[Note, ...]
    problems: tuple[Problem, ...]
    left_out: tuple[LeftOut, ...] = ()


def parse(text: str, deck: DeckId, file: str, read_yaml: ReadYaml) -> Deck:
    """Read a deck. ``file`` is what its problems call it.

    Offsets count characters of ``text`` after its byte-order marks.
    """
    text = text.lstrip("\ufeff")
    lines = list(lines_of(text))
    read = read_header(text, lines, file, read_yaml)
    reader = _Reader(text, deck, file, read.header, outline(lines, read.end))
    notes = tuple(reader.notes())
    headings = reader.found.headings
    problems = [*reader.problems, *reader.outline_problems()]
    problems += sections_with_text(text, file, headings)
    problems += [*heading_jumps(reader.found, file), *in_subheadings(reader.found, file)]
    sourced = names_sources(text, read.end, headings)
    for note in notes:
        problems += [*misplaced(note, text), *advice(note, text, sourced=sourced)]
    if not notes and not problems:
        problems.append(nothing_asked(text, read.end, headings).at(Place(file)))
    problems = sorted([*read.problems, *problems])
    return Deck(deck, file, read.header, notes, tuple(problems), tuple(reader.left_out))


class _Reader:
    """Walks the outline once and keeps the current section."""

    def __init__(self, text: str, deck: DeckId, file: str, header: Header, found: Outline) -> None:
        self.text, self.deck, self.file = text, deck, file
        self.header, self.found = header, found
        self.breaks = [line.start for line in found.breaks]
        self.problems: list[Problem] = []
        self.left_out: list[LeftOut] = []

    def notes(self) -> Iterator[Note]:
        """Yield the notes that can be used."""
        section = ""
        headings = self.found.headings
        ends = [heading.line.start for heading in headings[1:]] + [len(self.text)]
        for heading, end in zip(headings, ends, strict=False):
            prompt, attributes = split_heading(heading.text)
            if heading.level == 1:
                section = prompt
            elif note := self._note(heading, prompt, attributes, end, section):
                yield note
            elif prompt:
                span = Span(heading.line.start, end, heading.line.number)
                self.left_out.append(LeftOut(span, prompt, section))

    def _note(
        self, heading: Heading, prompt: str, attributes: Attributes, end: int, section: str
    ) -> Note | None:
        """Make the note, or report why it cannot be one."""
        place = Place(self.file, heading.line.number)
        kind, note_id = self._kind(place, attributes), self._id(place, attributes)
        if not prompt:
            self.problems.append(EMPTY_PROMPT.at(place))
        if kind is None or note_id is None or not prompt:
            return None
        if braces := odd_braces(prompt, kind_names()):
            self.problems.append(ODD_BRACES.at(place, braces=braces))
        values = self._values(place, kind, attributes)
        start = heading.line.next
        body = _ENDING.sub("\n", self.text[start:end])
        hinted = take_hints(body, self._breaks(start, end))
        return Note(
            deck=self.deck,
            file=self.file,
            span=Span(heading.line.start, end, heading.line.number),
            body_line=heading.line.number + 1,
            kind=kind.name,
            prompt=prompt,
            body=hinted.body,
            explicit_id=note_id,
            section=section,
            topic=values.get("topic") or self.header.topic or self.deck,
            round=self.header.round,
            tags=(*self.header.tags, *values.get("tags", "").replace(",", " ").split()),
            source=values.get("source", ""),
            deck_title=self.header.title,
            verified=values.get("verified", "yes").lower() not in ("no", "false"),
            breaks=hinted.breaks,
            options=self._options(place, kind, attributes),
            values=tuple((key, values[key]) for key in kind.attributes if key in values),
            hint=hinted.hint,
        )

    def _breaks(self, start: int, end: int) -> tuple[int, ...]:
        """Give the thematic breaks between two offsets, where the note's body has them."""
        first, last = bisect_left(self.breaks, start), bisect_left(self.breaks, end)
        breaks, position, length = [], start, 0
        for offset in self.breaks[first:last]:
            length += offset - position - self.text.count("\r\n", position, offset)
            position = offset
            breaks.append(length)
        return tuple(breaks)

    def _id(self, place: Place, attributes: Attributes) -> str | None:
        """Find the note's id, which may be empty; a note with two, or a bad one, is left out."""
        if len(attributes.ids) > 1:
            ids = " ".join(f"#{each}" for each in attributes.ids)
            self.problems.append(TWO_IDS.at(place, ids=ids))
            return None
        note_id = attributes.ids[0] if attributes.ids else ""
        if note_id and not _ID.fullmatch(note_id):
            self.problems.append(BAD_ID.at(place, id=note_id))
            return None
        return note_id

    def _kind(self, place: Place, attributes: Attributes) -> Kind | None:
        """Find the note's kind among the classes; a note of an unknown kind is left out."""
        names = [name for name in attributes.kinds if kind_named(name)]
        if len(names) > 1:
            kinds = " ".join(f".{name}" for name in names)
            self.problems.append(TWO_KINDS.at(place, kinds=kinds))
            return None
        kind = kind_named(names[0] if names else DEFAULT_KIND)
        assert kind is not None, "the default kind is a kind"
        unknown = [name for name in attributes.kinds if not names and name not in kind.options]
        for name in unknown:
            known = ", ".join(f".{known}" for known in kind_names())
            guess = _owner(name) or did_you_mean(name, kind_names())
            self.problems.append(UNKNOWN_KIND.at(place, kind=name, known=known, guess=guess))
        return None if unknown else kind

    def _options(self, place: Place, kind: Kind, attributes: Attributes) -> tuple[str, ...]:
        """Keep the classes beside the kind's that it knows, in the kind's order."""
        for option in attributes.kinds:
            if option != kind.name and option not in kind.options:
                known = ", ".join(f".{known}" for known in kind.options) or "none"
                guess = did_you_mean(option, kind.options)
                self.problems.append(
                    UNKNOWN_OPTION.at(
                        place, kind=kind.name, option=option, known=known, guess=guess
                    )
                )
        return tuple(option for option in kind.options if option in attributes.kinds)

    def _values(self, place: Place, kind: Kind, attributes: Attributes) -> dict[str, str]:
        """Keep the attributes that notes of the kind know."""
        known = (*ATTRIBUTES, *kind.attributes)
        for key, _ in attributes.values:
            if key not in known:
                guess, names = did_you_mean(key, known), ", ".join(known)
                self.problems.append(UNKNOWN_ATTRIBUTE.at(place, key=key, known=names, guess=guess))
        return {key: value for key, value in attributes.values if key in known}

    def outline_problems(self) -> Iterator[Problem]:
        """Report what the block structure itself has wrong."""
        for line in self.found.setext:
            yield SETEXT_HEADING.at(Place(self.file, line.number))
        for line in self.found.unspaced:
            yield HEADING_WITHOUT_SPACE.at(self._place(line))
        for line in self.found.indented:
            yield INDENTED_HEADING.at(self._place(line))
        unclosed = self.found.unclosed
        if isinstance(unclosed, Fence):
            fence = unclosed.mark * unclosed.length
            yield UNCLOSED_FENCE.at(self._place(unclosed.line), fence=fence)
        elif unclosed and unclosed.until:
            yield UNCLOSED_COMMENT.at(self._place(unclosed.line))

    def _place(self, line: Line) -> Place:
        return Place(self.file, line.number, len(line.text) - len(line.text.lstrip()) + 1)


def _owner(option: str) -> str:
    """Say which kind's option a word is, where it stands without its kind."""
    for kind in KINDS:
        if option in kind.options:
            return tr("It goes with another word: .{name}.{option}.", name=kind.name, option=option)
    return ""
