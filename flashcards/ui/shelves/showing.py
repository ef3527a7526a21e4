"""Keeps the Decks page true, and does what is wanted of it; imported when it is first opened."""

from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from flashcards.domain.errors import FlashcardsError
from flashcards.domain.queue.scope import EVERYTHING, deck_scope
from flashcards.domain.tongue import later, tr
from flashcards.services.arranging import Arranging, Step, counted_below
from flashcards.services.changes import Changes
from flashcards.services.following import follow
from flashcards.services.settling import Way
from flashcards.store.paths import deck_folders
from flashcards.ui.dialogs.frame import Choice
from flashcards.ui.dialogs.question import QuestionDialog
from flashcards.ui.shelves.asking import FolderDialog, NameDialog
from flashcards.ui.shelves.page import ShelvesPage
from flashcards.ui.shortcuts import shown_key

if TYPE_CHECKING:
    from flashcards.ui.pages import Means

STAYS = later("Its notes keep their history.")
NOTHING_TO_UNDO = later("There is nothing to undo.")
NO_HOME = later("Your decks were not copied from those that came with Flashcards.")
EMPTY = later("There is no card in it yet.")
SHIPPED_ONES = later(
    "These decks came with Flashcards. Say on Today where yours should live; those are put in order"
    " here."
)
NAMED = later(
    "This window reads the decks that were named as it was started: start it without, to choose"
    " where your decks live."
)
COMES_OF = {
    Way.READ: later("The decks there are read as they are. Those in {now} stay where they are."),
    Way.MOVE: later("All that is in {now} is moved there. The notes keep their history."),
    Way.COPY: later("The decks that came with Flashcards are copied there, and are yours then."),
}
Deed = Callable[[], Step]


class Showing(QObject):
    """One step at a time; each can be taken back while the window is open."""

    def __init__(self, means: "Means") -> None:
        super().__init__(means.shell)
        self._means, self._desk = means, means.desk
        desk = means.desk
        self._arranging = Arranging(desk.decks, desk.places, desk.home.files, desk.paper)
        self._done: list[Step] = []
        self._is_busy = False
        self.page = ShelvesPage()
        means.shell.add_page(self.page)
        self.page.wanted.connect(self.do)
        means.bus.changed.connect(self._changed)

    def open(self, at: str = "") -> None:
        """Bring the page forward; ``at`` is a folder of decks to be copied in."""
        self.refresh()
        self._means.shell.show_page(self.page)
        self.page.setFocus()
        if at and self._is_own():
            self._offer_to_copy(Path(at))

    def _is_own(self) -> bool:
        """Whether the decks are the person's own; else that is told."""
        if self._desk.home.offered:
            self._means.shell.notice.warn(tr(SHIPPED_ONES))
        return not self._desk.home.offered

    def _offer_to_copy(self, source: Path) -> None:
        """Ask before a folder that was dropped is copied."""
        root = next((each for each in self._roots if each.is_dir()), None)
        told = tr(
            "All that is in it is copied to {folder}, but for what is hidden. Nothing is written"
            " over, and {key} takes it back.",
            folder=root,
            key=shown_key("undo-decks"),
        )
        take, leave = Choice(tr("Copy it"), tr("Copy the folder")), _leave()
        question = tr("Copy {folder} to your decks?", folder=source.name)
        if root and QuestionDialog(question, told, take, leave, self._means.shell).exec():
            self._run(lambda: self._arranging.add(source, root))

    def _changed(self, changes: Changes, _by: object) -> None:
        if changes.decks and self.page.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Show the decks that there are now."""
        self.page.show_decks(self._roots, self._files(), undoable=bool(self._done))

    @property
    def _roots(self) -> list[Path]:
        return [Path(root).absolute() for root in self._desk.decks.roots]

    def _files(self) -> list[tuple[str, int]]:
        """List deck files with how many cards each has; those without any, too."""
        cards = Counter[str]()
        for shelf in self._desk.library.catalogue.shelves:
            cards[str(Path(shelf.file).absolute())] += len(shelf.cards)
        files = sorted(str(Path(file).absolute()) for file, _ in self._desk.deck_marks())
        return [(file, cards[file]) for file in files]

    # --- what is wanted ------------------------------------------------------------------------

    def do(self, name: str) -> None:
        """Do what is wanted; before a deck is put elsewhere, its text must be saved."""
        if self._is_busy:
            return
        if name not in _HARMLESS and not self._is_own():
            return
        path = self.page.tree.current
        ways: Mapping[str, Callable[[], None]] = {
            "create-deck": self._create,
            "add-decks": self._add,
            "renew-decks": self._renew,
            "home-decks": self._live_elsewhere,
            "undo-decks": self._undo,
            "import": lambda: self._means.open_page("import"),
            "back-from-decks": self._means.leave,
        }
        ways_of_one: Mapping[str, Callable[[Path], None]] = {
            "open-deck": self._open_deck,
            "study-deck": self._study,
            "rename-deck": self._rename,
            "move-deck": self._move,
            "delete-deck": self._delete,
        }
        if name in ways:
            ways[name]()
        elif path and (name not in _PUTS_ELSEWHERE or self._is_saved(path)):
            ways_of_one[name](path)

    def _is_saved(self, path: Path) -> bool:
        """Whether no text waits to be saved there; else the person may see to that first."""
        unsaved = self._arranging.unsaved_in(path)
        if not unsaved:
            return True
        told = tr(
            "What you wrote in {deck} is not saved yet. Save it or give it up first, so that it"
            " does not get lost.",
            deck=unsaved[0].name,
        )
        take = Choice(tr("Open it"), tr("Show it on the Write page"))
        asked = QuestionDialog(tr("Not saved yet"), told, take, _leave(), self._means.shell)
        if asked.exec():
            self._means.open_page("write", f"{unsaved[0]}:1")
        return False

    def _open_deck(self, path: Path) -> None:
        if path.is_dir():
            self.page.tree.toggle()
        else:
            self._means.open_page("write", f"{path}:1")

    def _study(self, path: Path) -> None:
        cards = sum(cards for file, cards in self._files() if Path(file).is_relative_to(path))
        root = next((each for each in self._roots if path.is_relative_to(each)), path.parent)
        name = path.relative_to(root).with_suffix("").as_posix()
        if not cards:
            self._means.shell.notice.tell(tr(EMPTY))
        else:
            self._means.start(deck_scope(name) if path != root else EVERYTHING)

    def _folder(self) -> Path | None:
        """Give the folder that is chosen, or that the chosen deck is in; else the first one."""
        path = self.page.tree.current
        if path:
            return path if path.is_dir() else path.parent
        return next((root for root in self._roots if root.is_dir()), None)

    def _create(self) -> None:
        folder = self._folder()
        if folder is None:
            self._means.shell.notice.warn(tr("There is no folder for a new deck."))
            return
        take = Choice(tr("Make it"), tr("Make an empty deck"))

        def told(words: str) -> str:
            where = tr("It is made in {folder}; its file is named after it.", folder=folder)
            return where if words else tr("Give it a title.")

        dialog = NameDialog(tr("New deck"), "", told, take, self._means.shell)
        if dialog.exec():
            title = dialog.words
            self._run(lambda: self._arranging.create(folder, title))

    def _rename(self, path: Path) -> None:
        take = Choice(tr("Rename"), tr("Give it this name"))

        def told(words: str) -> str:
            ending = "" if path.is_dir() else path.suffix
            to = path.parent / f"{words.removesuffix(ending) or '…'}{ending}"
            return f"{to}\n{tr(STAYS)}"

        name = path.name if path.is_dir() else path.stem
        question = tr("Rename {deck}", deck=path.name)
        dialog = NameDialog(question, name, told, take, self._means.shell)
        if dialog.exec():
            words = dialog.words
            self._run(lambda: self._arranging.rename(path, words))

    def _move(self, path: Path) -> None:
        folders = [each for each in self._folders() if not each.is_relative_to(path)]
        take = Choice(tr("Move"), tr("Put it there"))
        question = tr("Move {deck} to", deck=path.name)
        pictures = tr("Its pictures are copied along. A folder that is not there yet is made.")
        told = f"{tr(STAYS)} {pictures}"
        dialog = FolderDialog(question, folders, told, take, self._means.shell)
        if folders and dialog.exec():
            folder = dialog.folder
            self._run(lambda: self._arranging.move(path, folder))

    def _delete(self, path: Path) -> None:
        told = tr(
            "{what} will be in the system’s trash. Their history waits, and comes back with them;"
            " {key} takes them out of the trash again.",
            what=counted_below(path, self._files()),
            key=shown_key("undo-decks"),
        )
        take = Choice(tr("Into the trash"), tr("Throw it away"))
        question = tr("Throw {deck} away?", deck=path.name)
        if QuestionDialog(question, told, take, _leave(), self._means.shell).exec():
            self._run(lambda: self._arranging.delete(path))

    def _add(self) -> None:
        """Copy a folder of decks in; a Git repository's is as good as any."""
        folder = self._folder()
        title = tr("Which folder of decks is to be copied?")
        found = QFileDialog.getExistingDirectory(self._means.shell, title)
        if found and folder:
            self._run(lambda: self._arranging.add(Path(found), folder))

    def _renew(self) -> None:
        """Bring the decks that came along up to date, where they were copied from there."""
        said = self._desk.preferences.settings.deck_folders
        lives = [each for each in deck_folders((), said) if each in self._roots]
        lives = [each for each in lives if each != self._desk.home.files.shipped]
        if lives:
            self._run(lambda: self._arranging.renew(lives[0]))
        else:
            self._means.shell.notice.tell(tr(NO_HOME))

    def _live_elsewhere(self) -> None:
        """Ask for another folder; say first what comes of it."""
        home, now = self._desk.home, self._roots[0]
        if not home.asks:
            self._means.shell.notice.warn(tr(NAMED))
            return
        if len(self._roots) > 1:  # which of them is meant, the list there says
            self._means.open_page("settings", "decks")
            return

        def told(words: str) -> str:
            return tr(COMES_OF[home.way_to(Path(words), now)], now=now) if words else ""

        take = Choice(tr("Live there"), tr("Read the decks from there from now on"))
        question = tr("Where are your decks to live?")
        dialog = NameDialog(question, str(now), told, take, self._means.shell)
        if dialog.exec() and self._is_saved(now):
            self._go_to(Path(dialog.words).expanduser().absolute(), now)

    def _go_to(self, folder: Path, now: Path) -> None:
        """Bring the decks there, in the background, and read them there."""
        home, places = self._desk.home, self._desk.places
        is_moved = home.way_to(folder, now) is Way.MOVE
        self._is_busy = True

        def brought(told: str) -> None:
            self._is_busy = False
            try:
                home.live_in(folder)
            except FlashcardsError as error:
                if is_moved:
                    with self._means.shell.notice.telling():
                        places.move(folder, now)
                self._fail(error)
                return
            self._done.clear()
            if is_moved:
                self._means.bus.changed.emit(Changes(decks=True, moved=((now, folder),)), self)
            self._means.read_elsewhere(told)

        self._means.tasks.run(lambda: home.bring(folder, now, places), brought, self._fail)

    def _folders(self) -> list[Path]:
        """List all folders that there are decks in, and those above them."""
        found = dict.fromkeys(root for root in self._roots if root.is_dir())
        for file, _ in self._files():
            path = Path(file)
            root = next((each for each in self._roots if path.is_relative_to(each)), None)
            if root and root.is_dir():
                above = [each for each in path.parents if each.is_relative_to(root)]
                found |= dict.fromkeys(reversed(above))
        return list(found)

    # --- doing ---------------------------------------------------------------------------------

    def _undo(self) -> None:
        if not self._done:
            self._means.shell.notice.tell(tr(NOTHING_TO_UNDO))
            return
        step = self._done[-1]

        def take_back() -> tuple[str, Step]:
            return self._arranging.take_back(step), step.turned()

        self._work(take_back, self._undone)

    def _undone(self, told: str, step: Step) -> None:
        self._done.pop()
        self._tell(told, step)

    def _run(self, deed: Deed) -> None:
        """Take a step, in the background, and read the decks with it."""

        def work() -> tuple[str, Step]:
            step = deed()
            key = shown_key("undo-decks")
            back = tr("{what} {key} takes it back.", what=step.told, key=key)
            return back if step.undoable else step.told, step

        self._work(work, self._did)

    def _did(self, told: str, step: Step) -> None:
        self._done += [step] if step.undoable else []
        self._tell(told, step)

    def _work(
        self, work: Callable[[], tuple[str, Step]], then: Callable[[str, Step], None]
    ) -> None:
        """Do something off the window's thread; until it is done, nothing else is."""
        self._is_busy = True

        def done(result: tuple[str, Step]) -> None:
            self._is_busy = False
            told, step = result
            try:
                told = f"{told} {self._followed(step)}".rstrip()
            except FlashcardsError as error:
                self._means.shell.notice.warn(str(error))
            then(told, step)

        self._means.adopting.read(work, done, self._fail)

    def _followed(self, step: Step) -> str:
        """Let the settings name what was moved as it is called now, and say so."""
        if step.moved is None:
            return ""
        library, preferences = self._desk.library, self._desk.preferences
        return follow(library, preferences, self._roots, *step.moved)

    def _fail(self, error: Exception) -> None:
        self._is_busy = False
        self._means.shell.notice.warn_of(error)
        self.refresh()

    def _tell(self, told: str, step: Step) -> None:
        """Show what was done, here and everywhere."""
        self.refresh()
        if step.now:
            self.page.tree.choose(step.now)
        changes = Changes(decks=True, moved=step.moves)
        self._means.bus.changed.emit(changes, self)
        self._means.shell.notice.tell(told)


_HARMLESS = ("open-deck", "study-deck", "import", "back-from-decks", "undo-decks", "home-decks")
_PUTS_ELSEWHERE = ("rename-deck", "move-deck", "delete-deck")


def _leave() -> Choice:
    return Choice(tr("Cancel"), tr("Leave all as it is"))
