"""Decks as files of a person: named, made, moved, copied and thrown away."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from flashcards.domain.deck.body import seen
from flashcards.domain.deck.images import images
from flashcards.domain.errors import FlashcardsError
from flashcards.domain.imports.gather import described
from flashcards.domain.note import Note
from flashcards.domain.problems import did_you_mean
from flashcards.domain.slug import slug
from flashcards.domain.tongue import tr
from flashcards.render.sanitize import inside_deck
from flashcards.services.settling import IntoItselfError

if TYPE_CHECKING:
    from flashcards.services.ports import DeckEditor, Places

ENDING = ".md"


class NoSuchDeckError(FlashcardsError):
    """No deck is called so."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        guess = did_you_mean(name, known) or tr(
            "Name it by its file, or by its path below the folder."
        )
        super().__init__("There is no deck called “{name}”. {guess}", name=name, guess=guess)


class TwoDecksError(FlashcardsError):
    """A name that stands for several decks."""

    def __init__(self, name: str, files: Sequence[str]) -> None:
        super().__init__(
            "“{name}” may be any of {files}: name the file.", name=name, files=", ".join(files)
        )


class NotADeckNameError(FlashcardsError):
    """A name under which the program would not read a deck."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "{path} would not be read as a deck: its name must end in {ending}, must not "
            "begin with a dot, and must not be README.",
            path=path,
            ending=ENDING,
        )


class NotAFolderNameError(FlashcardsError):
    """A name under which the program would not look for decks."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "Decks in {path} would not be read: a folder's name must not begin with a dot.",
            path=path,
        )


class RootFolderError(FlashcardsError):
    """The folder that all decks are in."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "{path} is where your decks live, so it stays. “flashcards deck home FOLDER” lets"
            " them live elsewhere.",
            path=path,
        )


class NowhereError(FlashcardsError):
    """No folder is in force that could take a deck."""

    def __init__(self, name: str) -> None:
        super().__init__(
            "There is no folder for “{name}”: name its file, as in ./{name}{ending}.",
            name=name,
            ending=ENDING,
        )


@dataclass(frozen=True, slots=True)
class Moved:
    """Where a deck is now, and which pictures were copied after it."""

    path: Path
    images: tuple[Path, ...] = ()


def deck_called(name: str, decks: "DeckEditor") -> Path:
    """Find a deck by its file, by its path below its folder, or by the last part of that.

    Raises a FlashcardsError.
    """
    if Path(name).is_file():
        return Path(name)
    there = decks.read().decks
    whole = [deck.file for deck in there if deck.id == name.removesuffix(ENDING)]
    last = [deck.file for deck in there if deck.id.rpartition("/")[2] == name.removesuffix(ENDING)]
    found = whole or last
    if not found:
        raise NoSuchDeckError(name, [deck.id for deck in there])
    if len(found) > 1:
        raise TwoDecksError(name, found)
    return Path(found[0])


def deck_or_folder_called(name: str, decks: "DeckEditor") -> Path:
    """Find a deck as ``deck_called`` does, else a folder of decks by its path. Raises as that does.

    A name that ends in a slash is a folder's.
    """
    places = (Path(name), *(root / name for root in decks.roots))
    folder = next((place for place in places if place.is_dir()), None)
    if folder and name.endswith(("/", "\\")):
        return folder
    try:
        return deck_called(name, decks)
    except NoSuchDeckError:
        if folder:
            return folder
        raise


def deck_to_be(name: str, decks: "DeckEditor") -> Path:
    """Find a deck that may not be there yet; a bare name goes into the first folder in force.

    Raises a FlashcardsError.
    """
    try:
        return deck_called(name, decks)
    except NoSuchDeckError:
        return new_deck(name, decks)


def new_deck(name: str, decks: "DeckEditor") -> Path:
    """Say where a new deck goes: into the first folder in force, unless its path says otherwise.

    That is one from the root or from a dot, and one that is in a folder in force as it is.
    Raises a FlashcardsError.
    """
    path = Path(name if name.lower().endswith(ENDING) else f"{name}{ENDING}")
    is_told = path.is_absolute() or name.startswith(".") or is_in_force(path, decks)
    has_no_folder = Path(name).suffix and not any(root.is_dir() for root in decks.roots)
    return _readable(path if is_told or has_no_folder else deck_folder(decks, name) / path)


def is_in_force(path: Path, decks: "DeckEditor") -> bool:
    """Whether a deck at a path would be read with the others."""
    there = path.parent.resolve() / path.name  # a link is read where it stands
    return any(there.is_relative_to(root.resolve()) for root in decks.roots)


def place_called(name: str, decks: "DeckEditor") -> Path:
    """Say where something is to be moved: below the first folder in force, as ``new_deck`` does.

    A folder that is there is meant as it is.
    """
    path = Path(name)
    is_told = path.is_absolute() or name.startswith(".") or path.is_dir()
    if is_told or is_in_force(path, decks) or not any(root.is_dir() for root in decks.roots):
        return path
    return deck_folder(decks, name) / path


def deck_folder(decks: "DeckEditor", name: str = "deck") -> Path:
    """Give the first folder in force. Raises NowhereError where only files are."""
    folder = next((root for root in decks.roots if root.is_dir()), None)
    if folder is None:
        raise NowhereError(name)
    return folder


def _readable(path: Path) -> Path:
    name = path.name.lower()
    if not name.endswith(ENDING) or name.startswith(".") or name == f"readme{ENDING}":
        raise NotADeckNameError(path)
    return path


def file_titled(folder: Path, title: str) -> Path:
    """Name a new deck's file after its title; a README would not be read."""
    name = slug(title)
    return folder / f"{name}{'-deck' * (name == 'readme')}{ENDING}"


def create_deck(path: Path, title: str, places: "Places") -> None:
    """Make a deck with a title and no note yet. Raises a FlashcardsError."""
    places.create(path, described({"title": title or _title_of(path)}).encode())


def _title_of(path: Path) -> str:
    words = path.stem.replace("-", " ").replace("_", " ")
    return words[:1].upper() + words[1:]


def rename_deck(path: Path, name: str, decks: "DeckEditor", places: "Places") -> Moved:
    """Give a deck another name in its folder, or a folder another one. Raises a FlashcardsError."""
    _must_move(path, decks)
    if Path(name).name != name:
        raise NotADeckNameError(Path(name))
    whole = path.is_dir() or name.lower().endswith(ENDING)
    to = _fitting(path, path.with_name(name if whole else f"{name}{ENDING}"))
    places.move(path, to)
    return Moved(to)


def move_deck(path: Path, to: Path, decks: "DeckEditor", places: "Places") -> Moved:
    """Put a deck, or a folder, into a folder, or under another path; pictures come along.

    Notes keep their history, because they are known by id or prompt. A folder that is not there is
    made, where the path does not end as a deck's does. Raises a FlashcardsError.
    """
    _must_move(path, decks)
    if path.is_dir():
        target = _fitting(path, to / path.name if to.is_dir() else to)
        if target.resolve().is_relative_to(path.resolve()):
            raise IntoItselfError(path, target)
        places.move(path, target)
        return Moved(target)
    is_folder = to.is_dir() or not to.suffix
    target = _fitting(path, to / path.name if is_folder else to)
    notes = decks.open(str(path)).deck.notes
    copied = copy_images(notes, path.parent, target.parent, places)
    try:
        places.move(path, target)
    except FlashcardsError:
        for image in copied:
            places.remove(image)
        raise
    return Moved(target, tuple(copied))


def delete_deck(path: Path, decks: "DeckEditor", places: "Places") -> Path:
    """Put a deck, or a folder, into the trash, and say where it is. Raises a FlashcardsError."""
    _must_move(path, decks)
    return places.trash(path)


def _must_move(path: Path, decks: "DeckEditor") -> None:
    """Refuse to take away the folder that all decks live in."""
    if path.is_dir() and any(root.resolve().is_relative_to(path.resolve()) for root in decks.roots):
        raise RootFolderError(path)


def _fitting(path: Path, to: Path) -> Path:
    """Make sure that it will be read under its new name."""
    if not path.is_dir():
        return _readable(to)
    if to.name.startswith("."):
        raise NotAFolderNameError(to)
    return to


def copy_images(notes: Sequence[Note], source: Path, target: Path, places: "Places") -> list[Path]:
    """Copy the pictures of notes to another folder, where it has none of the name."""
    copied = list[Path]()
    for name in dict.fromkeys(_image_paths(notes)):
        if (source / name).is_file() and not (target / name).exists():
            places.create(target / name, places.read(source / name))
            copied.append(target / name)
    return copied


def _image_paths(notes: Sequence[Note]) -> Iterator[str]:
    for note in notes:
        found = (inside_deck(name) for _, name in images(seen(note.body)))
        yield from filter(None, found)
