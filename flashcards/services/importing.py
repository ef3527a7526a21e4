"""Take notes over from what other programs wrote: shown first, then written all or not at all."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from flashcards.domain.deck.attributes import split_heading
from flashcards.domain.deck.blocks import lines_of, outline
from flashcards.domain.deck.body import seen
from flashcards.domain.deck.images import images
from flashcards.domain.deck.parse import Deck
from flashcards.domain.errors import FlashcardsError
from flashcards.domain.identity import fingerprint
from flashcards.domain.imports.found import Found
from flashcards.domain.imports.gather import Step, Taken, chapters, described
from flashcards.domain.imports.imported import AS_IT_SEEMS, Import, Reading, imported
from flashcards.domain.imports.report import Account
from flashcards.domain.tongue import tr
from flashcards.render.sanitize import inside_deck
from flashcards.services.appending import with_more

if TYPE_CHECKING:
    from flashcards.services.ports import DeckEditor, Draft, Places


class NotTextError(FlashcardsError):
    """A file that no reader can make anything of."""

    def __init__(self, file: Path) -> None:
        super().__init__(
            "{file} is not text, so nothing was imported. Export your notes as text (in "
            "Anki: Export, Notes in Plain Text), and import that.",
            file=file,
        )


class DeckGoneOnError(FlashcardsError):
    """A deck that says something else than after the import."""

    def __init__(self, deck: Path) -> None:
        super().__init__(
            "{deck} was changed since, so the import was not taken back: take out by hand "
            "what you do not want.",
            deck=deck,
        )


class ImageTakenError(FlashcardsError):
    """Another picture of the same name is beside the deck."""

    def __init__(self, image: Path) -> None:
        super().__init__(
            "There is another picture called {image} already, so nothing was imported. "
            "Give one of the two another name.",
            image=image,
        )


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be imported, and how.

    ``contents`` has what was read already, or never was a file: a text that was copied. ``title``
    is a new deck's, where the person gives it one.
    """

    files: tuple[Path, ...]
    deck: Path
    reading: Reading = AS_IT_SEEMS
    contents: Mapping[Path, bytes] = field(default_factory=dict)
    title: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do; nothing is written yet."""

    deck: Path
    imports: tuple[Import, ...]
    accounts: tuple[Account, ...]
    added: str
    """What stands in the deck that did not before."""
    whole: str
    images: tuple[tuple[Path, Path], ...]
    """Pictures beside the imported files, and where they go beside the deck."""
    draft: "Draft | None"

    @property
    def count(self) -> int:
        """How many notes there are to write."""
        return sum(len(account.notes) for account in self.accounts)

    def write(self, places: "Places") -> None:
        """Write pictures and deck, or nothing. Raises a FlashcardsError."""
        copied: list[Path] = []
        try:
            for image, to in self.images:
                places.create(to, places.read(image))
                copied.append(to)
            if self.draft:
                self.draft.save(self.whole)
            else:
                places.create(self.deck, self.whole.encode())
        except FlashcardsError:
            for image in copied:
                places.remove(image)
            raise

    def take_back(self, decks: "DeckEditor", places: "Places") -> str:
        """Make the deck what it was, or throw a new one into the trash, and tell so.

        Raises a FlashcardsError, also where the deck was changed since; it is left alone then.
        """
        now = decks.open(str(self.deck))
        if now.text != self.whole:
            raise DeckGoneOnError(self.deck)
        if self.draft:
            now.save(self.draft.text)
            told = tr("{deck} is as it was before the import.", deck=self.deck)
        else:
            told = tr(
                "{deck} is in the trash, as {trash}.", deck=self.deck, trash=places.trash(self.deck)
            )
        for _, image in self.images:
            places.remove(image)
        return told

    def beginning(self, most: int) -> str:
        """Show how the first notes will stand in the deck."""
        first = [replace(one, notes=one.notes[:most]) for one in self.imports]
        return _added(first, self.draft)


def plan_import(
    wanted: Wanted,
    decks: "DeckEditor",
    places: "Places",
    known: Sequence[Deck] | None = None,
    step: Step = lambda *_: None,
) -> Plan:
    """Read the files, and say what would come of them. Raises a FlashcardsError.

    ``known`` are the decks, where they were read already; the one that takes the notes is
    read anew.
    """
    draft = decks.open(str(wanted.deck)) if wanted.deck.exists() else None
    known = decks.read().decks if known is None else known
    there = [deck for deck in known if not _is(deck, wanted.deck)]
    taken = taken_in([*there, *([draft.deck] if draft else [])])
    imports = [_import(file, wanted, taken, places, step) for file in wanted.files]
    added = _added(imports, draft, wanted.title)
    count = sum(len(one.notes) for one in imports)
    whole = with_more(draft.deck, draft.text, added, count) if draft else added
    moved, accounts = dict[Path, Path](), list[Account]()
    for file, one in zip(wanted.files, imports, strict=True):
        found, missing = _images(file.parent, wanted.deck.parent, one.notes, places)
        moved |= found
        accounts.append(replace(one.account, remarks=(*one.account.remarks, *missing)))
    pairs = tuple((image, to) for to, image in moved.items())
    return Plan(wanted.deck, tuple(imports), tuple(accounts), added, whole, pairs, draft)


def _is(deck: Deck, path: Path) -> bool:
    return Path(deck.file).resolve() == path.resolve()


def taken_in(decks: Sequence[Deck]) -> Taken:
    """Tell which ids and prompts there are in decks."""
    notes = [note for deck in decks for note in deck.notes]
    asked = {fingerprint(note.kind, note.prompt): f"{note.file}:{note.span.line}" for note in notes}
    return Taken({note.explicit_id for note in notes}, asked)


def _import(file: Path, wanted: Wanted, taken: Taken, places: "Places", step: Step) -> Import:
    content = wanted.contents.get(file) or places.read(file)
    made = imported(str(file), content, taken, wanted.reading, step)
    if b"\0" in content and made.account.encoding != "UTF-16":
        raise NotTextError(file)
    return made


def _added(imports: Sequence[Import], draft: "Draft | None", title: str = "") -> str:
    """Write what goes into the deck: a new one gets its title, or the one that was found."""
    section = _last_section(draft.text) if draft else ""
    parts = list[str]()
    for one in imports:
        otherwise = one.title or Path(one.account.file).stem
        parts += chapters(one.notes, section, otherwise)
        named = [found.section for found, _ in one.notes]
        section = (named[-1] or (otherwise if section or any(named) else "")) if named else section
    found = title or next((one.title for one in imports if one.title), "")
    head = [described({"title": found})] if found and not draft else []
    return "\n".join([*head, *parts])


def _last_section(text: str) -> str:
    """Give the section that what is added would stand in."""
    sections = [each.text for each in outline(lines_of(text)).headings if each.level == 1]
    return split_heading(sections[-1])[0] if sections else ""


def _images(
    source: Path, target: Path, notes: Sequence[tuple[Found, str]], places: "Places"
) -> tuple[dict[Path, Path], list[str]]:
    """Find the pictures that go along, by where they go, and tell of those that are not there."""
    found, missing = dict[Path, Path](), list[str]()
    for name in _named(notes):
        path = inside_deck(name)
        image, to = source / (path or ""), target / (path or "")
        if "://" in name:
            missing.append(
                tr(
                    "The picture “{name}” is on the network, from where no card takes anything: "
                    "save it beside the deck, and name it there.",
                    name=name,
                )
            )
        elif path is None or (not image.is_file() and not to.is_file()):
            missing.append(
                tr(
                    "The picture “{name}” is not beside the file: put it beside the deck.",
                    name=name,
                )
            )
        elif not to.exists():
            found[to] = image
        elif image.is_file() and places.read(image) != places.read(to):
            raise ImageTakenError(to)
    return found, missing


def _named(notes: Sequence[tuple[Found, str]]) -> Iterator[str]:
    texts = (seen(text) for _, text in notes)
    yield from dict.fromkeys(name for text in texts for _, name in images(text) if name)
