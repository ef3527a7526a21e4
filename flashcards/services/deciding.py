"""What the person says of notes that may be the same: "same" and "different"."""

from pathlib import PurePath
from typing import TYPE_CHECKING

from flashcards.domain.errors import FlashcardsError
from flashcards.domain.identity import Named, command
from flashcards.domain.ids import NoteId, card_id, key_of, note_of
from flashcards.domain.log.events import Adopted, Distinguished, Merged, Noted, NoteFact
from flashcards.domain.log.replay import cancelled
from flashcards.domain.tongue import tr, trn

if TYPE_CHECKING:
    from flashcards.services.library import Library


class NoSuchNoteError(FlashcardsError):
    """No note in the decks is called so."""

    def __init__(self, text: str) -> None:
        super().__init__(
            "No note in your decks is called “{text}”: name it by its file and line "
            "(deck.md:12), or by its id.",
            text=text,
        )


class TwoNotesError(FlashcardsError):
    """A name that stands for several notes."""

    def __init__(self, text: str, places: list[str]) -> None:
        super().__init__(
            "“{text}” may be any of {places}: write more of the file's path.",
            text=text,
            places=", ".join(places),
        )


class NoHistoryError(FlashcardsError):
    """Nothing in the log is called so."""

    def __init__(self, text: str) -> None:
        super().__init__(
            "The log has no history of a note called “{text}”; flashcards check lists the "
            "notes that may be others reworded.",
            text=text,
        )


class StillThereError(FlashcardsError):
    """A history that another note in the decks has."""

    def __init__(self, old: Named) -> None:
        place = f"{old.note.file}:{old.note.span.line}"
        super().__init__(
            "“{prompt}” still stands at {place}: what stands in the decks twice is two "
            "notes. Delete one of them first.",
            prompt=old.note.prompt,
            place=place,
        )


class SureError(FlashcardsError):
    """A note whose id or prompt says which it is, whatever the person says."""

    def __init__(self, named: Named) -> None:
        super().__init__(
            "“{prompt}” is known by its id or its prompt. To begin anew with it, give it "
            "another id and other words.",
            prompt=named.note.prompt,
        )


def decide(library: "Library", verb: str, new: str, old: str) -> str:
    """Say ``same`` or ``different`` of two notes by their names, and tell what that did.

    The decks are read again by whoever goes on with the library. Raises a FlashcardsError.
    """
    found, history = note_called(library, new), history_called(library, old)
    reading = library.known.latest[history]
    if verb == "same":
        same(library, found, history)
        said = tr(
            "“{new}” is “{old}” and goes on with its history",
            new=found.note.prompt,
            old=reading.prompt,
        )
    else:
        reading = different(library, found, history)
        said = tr(
            "“{new}” is not “{old}”, whose history waits for its text",
            new=found.note.prompt,
            old=reading.prompt,
        )
    cards = [card for card in library.schedules if note_of(card) == history]
    reviews = trn(
        "{count} review", "{count} reviews", sum(library.schedules[card].reviews for card in cards)
    )
    back = command("different" if verb == "same" else "same", found.note, history)
    return tr(
        "{said} ({reviews}). To take that back: {back}", said=said, reviews=reviews, back=back
    )


def note_called(library: "Library", text: str) -> Named:
    """Find a note by ``file:line`` (any line of it), or by its id.

    Raises NoSuchNoteError or TwoNotesError.
    """
    plain = text.removeprefix("#")
    names = (library.known.by_id.get(plain, NoteId(plain)), NoteId(plain), NoteId(f"~{plain}"))
    found = filter(None, map(library.note, names))
    file, _, line = text.rpartition(":")
    note = next(found, None)
    if note is None and file and line.isdecimal():
        note = _note_at(library, text, PurePath(file).parts, int(line))
    if note is None:
        raise NoSuchNoteError(text)
    return note


def _note_at(library: "Library", text: str, file: tuple[str, ...], line: int) -> Named | None:
    """Find the note that a line belongs to; the end of a file's path names it, if only one."""
    above: dict[str, Named] = {}
    for named in library.notes():
        note = named.note
        begins_above = note.file not in above or above[note.file].note.span.line < note.span.line
        named_so = PurePath(note.file).parts[-len(file) :] == file
        if note.span.line <= line and begins_above and named_so:
            above[note.file] = named
    if len(above) > 1:
        raise TwoNotesError(text, sorted(above))
    return next(iter(above.values()), None)


def history_called(library: "Library", text: str) -> NoteId:
    """Find a history by the name that ``check`` and Today give it, or by an id it had.

    Raises NoHistoryError.
    """
    known, plain = library.known, text.removeprefix("#")
    for name in (known.by_id.get(plain), NoteId(plain), NoteId(f"~{plain}")):
        if name and known.decided.name(name) in known.latest:
            return known.decided.name(name)
    raise NoHistoryError(text)


def same(library: "Library", new: Named, old: NoteId) -> None:
    """Say that a note is one that vanished: it goes on with that one's history.

    What happened to it under its own name counts as well. Raises StillThereError.
    """
    held = library.note(old)
    if held is not None:
        raise StillThereError(held)
    now = new.noted()
    fact = Merged(
        old,
        now.explicit_id,
        now.fingerprint,
        now.deck,
        now.kind,
        now.prompt,
        now.body,
        new.id,
    )
    _settle(library, [fact], {old, new.id})


def different(library: "Library", new: Named, old: NoteId) -> Noted:
    """Say that a note is not the one that vanished; it is not proposed again. Give that one.

    A note that goes on with that history, because it is alike or because the person said so,
    begins anew. Raises StillThereError or SureError.
    """
    held = library.note(old)
    if held is not None and new.id != old:
        raise StillThereError(held)
    reading = library.known.latest[old]
    others = _taken_for(library, new) if held else {new.id, new.fresh}
    if not others:
        raise SureError(new)
    _settle(library, [Distinguished(old, other) for other in sorted(others)], {old, *others})
    return library.known.latest.get(old, reading)


def _taken_for(library: "Library", new: Named) -> set[NoteId]:
    """Name what was taken for a note when it was last recognised by likeness or by the person."""
    events, denied = library.log.noted(), library.known.decided.denied
    dead = cancelled(events)
    readings = [
        event.fact
        for event in events
        if isinstance(event.fact, Noted)
        and event.fact.note == new.id
        and event.key not in dead
        and (new.id, event.fact.own_name) not in denied
    ]
    links = [place for place, fact in enumerate(readings) if isinstance(fact, Adopted | Merged)]
    if not links:
        return set()
    before, since = readings[: links[-1]], readings[links[-1] :]
    names = {fact.own_name for fact in since} - {fact.own_name for fact in before}
    if new.fresh not in names:
        return set()
    return names | {fact.other for fact in since if isinstance(fact, Merged)}


def _settle(library: "Library", facts: list[NoteFact], notes: set[NoteId]) -> None:
    """Write a decision, and replay every card of the notes concerned."""
    keys = {key_of(card) for card in library.schedules if note_of(card) in notes}
    library.settle(facts, {card_id(note, key) for note in notes for key in keys})
