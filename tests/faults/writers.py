"""Whatever writes decks: what it does first, in peace, and what it does while things go wrong."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flashcards.domain.deck.seek import Sought
from flashcards.domain.errors import FlashcardsError
from flashcards.domain.ids import CardId
from flashcards.domain.merge3 import Side
from flashcards.services.appending import append_note
from flashcards.services.fixing import corrections
from flashcards.services.importing import Wanted, plan_import
from flashcards.services.noting import add_note, change_note, find_named, find_note, give_id
from flashcards.services.stamping import stamp_decks
from flashcards.services.writing import Clash, Writing
from flashcards.store.deck_home import DeckHome
from tests.faults.scene import Scene

NEW = "## New? \nYes.\n"
Prepared = Any
"""What the first step hands to the second."""


@dataclass(frozen=True, slots=True)
class Writer:
    """A deed, and what is done in peace before it."""

    name: str
    deed: Callable[[Scene, Prepared], object]
    prepare: Callable[[Scene], Prepared] = lambda _: None
    apart: bool = False
    """Whether each file is old or new by itself: many are written, and none needs another."""
    left_alone: bool = False
    """Whether a deck that cannot be written keeps no other from being written."""
    named_first: bool = False
    """Whether a note is given an id in a step of its own."""
    carries: bool = False
    """Whether a file goes from folder to folder: a power cut may leave it at both ends."""


def nothing() -> None:
    """Count nothing."""


def saved(writing: Writing, outcome: object) -> object:
    """Settle a clash so that both texts stay."""
    if isinstance(outcome, Clash):
        disputes = outcome.merged.disputes
        return writing.save(outcome.merged.text([Side.BOTH] * disputes), outcome)
    return outcome


def _write(scene: Scene, _: Prepared) -> object:
    writing = Writing(scene.one, scene.desk.paper, tuple)
    return saved(writing, writing.save(writing.text.replace("One.", "Mine.")))


def _edit(card: str) -> Callable[[Scene, Prepared], object]:
    def deed(scene: Scene, _: Prepared) -> object:
        known = next(c.id for c in scene.desk.library.cards() if c.note.prompt == card)
        found = find_note(scene.desk, CardId(known))
        if not found.is_named:
            saved(found.writing, give_id(found))
            scene.desk.library.adopt(scene.desk.library.read_decks())
            found = find_named(scene.desk, scene.one, found.name, "")
        return saved(found.writing, change_note(found, f"{found.text}\nMine."))

    return deed


def _edited(scene: Scene) -> str:
    found = find_note(scene.desk, CardId("a"))
    change_note(found, f"{found.text}\nMine.")
    return found.text


def _edit_back(scene: Scene, before: str) -> object:
    found = find_named(scene.desk, scene.one, "a", "A?")
    return saved(found.writing, change_note(found, before))


def _tag(scene: Scene, _: Prepared = None) -> Any:  # noqa: ANN401  # what the next step takes
    cards = [card.id for card in scene.desk.library.cards()]
    return scene.rewriting.tag(scene.rewriting.notes_of(cards), ["core"], [], nothing)


def _move_many(scene: Scene, _: Prepared = None) -> Any:  # noqa: ANN401  # as above
    cards = [card.id for card in scene.desk.library.cards() if card.note.file == str(scene.one)]
    return scene.rewriting.move(scene.rewriting.notes_of(cards), scene.two, nothing)


def _again(scene: Scene, rewrite: Prepared) -> object:
    return scene.rewriting.turn(rewrite, nothing)


def _replace(scene: Scene, _: Prepared = None) -> Any:  # noqa: ANN401  # as above
    sought, files = Sought("loss"), [str(scene.one), str(scene.two)]
    found = scene.replacing.search(sought, files, {}, nothing)
    return _no_fault(scene.replacing.replace(sought, found.found, "cost", {}, nothing))


def _replace_back(scene: Scene, outcome: Prepared) -> object:
    return _no_fault(scene.replacing.turn(outcome, {}, nothing))


def _no_fault(outcome: Any) -> Any:  # noqa: ANN401  # it is handed on
    if outcome.left:
        raise FlashcardsError(" ".join(outcome.left))
    return outcome


def _import(to: str) -> Callable[..., Any]:
    def deed(scene: Scene, _: Prepared = None) -> Any:  # noqa: ANN401  # as above
        places, decks = scene.desk.places, scene.desk.decks
        plan = plan_import(Wanted((scene.table,), scene.decks / to), decks, places)
        plan.write(places)
        return plan

    return deed


def _import_back(scene: Scene, plan: Prepared) -> object:
    return plan.take_back(scene.desk.decks, scene.desk.places)


def _take_back(scene: Scene, step: Prepared) -> object:
    return scene.arranging.take_back(step)


def _shipped(scene: Scene) -> None:
    (scene.top / "elsewhere" / "more").mkdir()
    for name in ("x.md", "more/y.md"):
        (scene.top / "elsewhere" / name).write_text(f"## {name}?\nYes.\n", "utf-8")


def _settle(scene: Scene, _: Prepared) -> object:
    return DeckHome(scene.top / "elsewhere").settle(scene.decks)


def _stamp(scene: Scene, _: Prepared) -> None:
    _none(result.fault for result in stamp_decks(scene.desk.decks))


def _slip(scene: Scene) -> None:
    scene.two.write_text("##Slip\nFour.\n\n## D? {#d}\nFour, a loss.\n", "utf-8")


def _fix(scene: Scene, _: Prepared) -> None:
    _none(each.fault or each.write() for each in corrections(scene.desk.decks))


def _none(faults: Iterable[str]) -> None:
    for fault in list(faults):
        if fault:
            raise FlashcardsError(fault)


def _line_of(scene: Scene) -> int:
    return scene.one.read_text("utf-8").splitlines().index("More.") + 1


def _append(scene: Scene, _: Prepared) -> object:
    desk = scene.desk
    return append_note(scene.decks / "new" / "deck.md", NEW, desk.decks, desk.places, ())


WRITERS = (
    Writer("save on the Write page", _write),
    Writer("add a note", lambda s, _: add_note(s.desk, s.one, NEW)),
    Writer("add a note to a new deck", _append),
    Writer("edit a note", _edit("A loss?")),
    Writer("edit a note without an id", _edit("B?"), named_first=True),
    Writer("take an edit back", _edit_back, _edited),
    Writer("split a note", lambda s, _: s.notes.split("a", _line_of(s), "Tail?")),
    Writer("duplicate a note", lambda s, _: s.notes.duplicate("c")),
    Writer("merge notes of one deck", lambda s, _: s.notes.merge("c", "a")),
    Writer("merge notes of two decks", lambda s, _: s.notes.merge("d", "a")),
    Writer("move a note", lambda s, _: s.notes.move("a", s.two)),
    Writer("move a note to a new deck", lambda s, _: s.notes.move("a", s.decks / "n" / "new.md")),
    Writer("tag notes", _tag),
    Writer("take tags back", _again, _tag),
    Writer("move many notes", _move_many),
    Writer("take moved notes back", _again, _move_many),
    Writer("replace in all decks", _replace, left_alone=True),
    Writer("take a replacement back", _replace_back, _replace, left_alone=True),
    Writer("import into a deck", _import("one.md")),
    Writer("import into a new deck", _import("new.md")),
    Writer("take an import back", _import_back, _import("one.md")),
    Writer("take back an import into a new deck", _import_back, _import("new.md"), carries=True),
    Writer("make a deck", lambda s, _: s.arranging.create(s.decks / "n", "Norms")),
    Writer("rename a deck", lambda s, _: s.arranging.rename(s.one, "uno")),
    Writer("move a deck", lambda s, _: s.arranging.move(s.one, s.decks / "deep"), carries=True),
    Writer("move a folder", lambda s, _: s.arranging.rename(s.two.parent, "low")),
    Writer("throw a deck away", lambda s, _: s.arranging.delete(s.one), carries=True),
    Writer("take a deck's name back", _take_back, lambda s: s.arranging.rename(s.one, "uno")),
    Writer(
        "take a deck's move back",
        _take_back,
        lambda s: s.arranging.move(s.one, s.two.parent),
        carries=True,
    ),
    Writer(
        "take a deck out of the trash",
        _take_back,
        lambda s: s.arranging.delete(s.one),
        carries=True,
    ),
    Writer("copy shipped decks", _settle, _shipped, apart=True),
    Writer("stamp ids", _stamp, apart=True),
    Writer("correct slips", _fix, _slip, apart=True),
)
assert len({each.name for each in WRITERS}) == len(WRITERS), "each is told by its name"


def decks_in(tree: dict[str, bytes]) -> dict[str, bytes]:
    """Leave out pictures: they are copied ahead, and one that nobody shows does no harm."""
    return {name: text for name, text in tree.items() if Path(name).suffix == ".md"}
