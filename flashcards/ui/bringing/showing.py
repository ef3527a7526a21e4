"""Between the import's service and its dialog: reads in the background, writes, and leads on."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QFileDialog

from flashcards.domain.errors import FlashcardsError
from flashcards.domain.queue.scope import deck_scope
from flashcards.domain.tongue import later, tr, trn
from flashcards.services.bulk import StoppedError
from flashcards.services.changes import Changes
from flashcards.services.importing import Plan, Wanted, plan_import
from flashcards.ui.bringing.dialog import ImportDialog
from flashcards.ui.bringing.outcome_dialog import OPEN, STUDY, TAKE_BACK, OutcomeDialog
from flashcards.ui.pages import COPIED
from flashcards.ui.widgets.pause import pause

if TYPE_CHECKING:
    from flashcards.domain.deck.parse import Deck
    from flashcards.ui.pages import Means

PAUSE_MS = 150
"""So long nothing is typed before the text is read anew."""

NOT_YET = ".new.md"
"""What a deck is called that has no name yet: nothing is ever written under it."""

PATIENCE_MS = 100
STRIDE = 200
"""After so many notes it is shown how far the reading is."""

WHAT_WAS_COPIED = later("What was copied")
NOTHING_COPIED = later("There is no text in the clipboard: copy some rows first.")


class Showing(QObject):
    """One import at a time."""

    _stepped = Signal(int, int)

    def __init__(self, means: "Means") -> None:
        super().__init__(means.shell)
        self._means, self._desk = means, means.desk
        self._dialog: ImportDialog | None = None
        self._files: tuple[Path, ...] = ()
        self._contents: Mapping[Path, bytes] = {}
        self._known: Sequence[Deck] | None = None
        self._plan: Plan | None = None
        self._number = self._running = 0
        self._is_patient = True
        self._pause = pause(self, PAUSE_MS, self._read)
        self._patience = pause(self, PATIENCE_MS, self._lose_patience)
        self._stepped.connect(self._show_step)

    # --- what is imported ----------------------------------------------------------------------

    def open(self, at: str = "") -> None:
        """Ask what is to be imported; ``at`` has files, a line each, or says that it was copied."""
        if at == COPIED:
            self.take_copied()
        elif at:
            self.take_files([Path(file) for file in at.split("\n")])
        elif self._dialog is None:
            self._open_dialog()

    def _open_dialog(self) -> None:
        shelves = self._desk.library.catalogue.shelves
        decks = list({shelf.file: str(shelf.deck) for shelf in shelves}.items())
        folder = next((root for root in self._desk.decks.roots if root.is_dir()), None)
        dialog = self._dialog = ImportDialog(folder, decks, self._means.shell)
        dialog.asked.connect(self._ask)
        dialog.files_wanted.connect(self._choose_files)
        dialog.copied_wanted.connect(self.take_copied)
        dialog.write_wanted.connect(self._write)
        dialog.finished.connect(self._leave)
        self._known, self._files = None, ()
        dialog.open()

    def take_files(self, files: Sequence[Path]) -> None:
        """Import files."""
        self.open()
        self._begin(tuple(files), {}, ", ".join(file.name for file in files), files[0].stem)

    def take_copied(self) -> None:
        """Import the clipboard's text."""
        text = QApplication.clipboard().text()
        if not text.strip():
            self._means.shell.notice.tell(tr(NOTHING_COPIED))
            return
        self.open()
        name = tr(WHAT_WAS_COPIED)
        file = next((root for root in self._desk.decks.roots if root.is_dir()), Path()) / name
        self._begin((file,), {file: text.encode("utf-8", "replace")}, name, "")

    def _choose_files(self) -> None:
        files, _ = QFileDialog.getOpenFileNames(self._dialog, tr("Choose what to import"))
        if files:
            self.take_files([Path(file) for file in files])

    def _begin(
        self, files: tuple[Path, ...], contents: Mapping[Path, bytes], name: str, title: str
    ) -> None:
        assert self._dialog is not None, "it was opened just now"
        self._files, self._contents, self._plan = files, contents, None
        words = title.replace("-", " ").replace("_", " ")
        self._dialog.show_source(name, words[:1].upper() + words[1:])
        self._read()

    # --- reading -------------------------------------------------------------------------------

    def _ask(self) -> None:
        """Read anew, once nothing more is typed."""
        if self._dialog and self._files:
            self._number += 1
            self._dialog.show_waiting()
            self._pause.start()

    def _read(self) -> None:
        """Make the plan in the background; an older one that is being made stops."""
        dialog = self._dialog
        if dialog is None or not self._files:
            return
        self._number += 1
        target = dialog.target
        deck = None if target.fault else target.deck
        deck = deck or self._files[0].with_name(NOT_YET)
        wanted = Wanted(self._files, deck, dialog.how.reading, self._contents, target.title)
        dialog.show_waiting()
        self._is_patient = True
        self._patience.start()
        work = partial(self._planned, wanted, self._number)
        self._means.tasks.run(work, self._show, partial(self._fail, self._number))

    def _planned(self, wanted: Wanted, number: int) -> tuple[int, Plan]:
        """Work in the other thread."""

        def step(done: int, count: int) -> None:
            if number != self._number:
                raise StoppedError
            if not done % STRIDE:
                self._stepped.emit(done, count)

        if self._known is None:
            self._known = self._desk.decks.read().decks
        return number, plan_import(wanted, self._desk.decks, self._desk.places, self._known, step)

    def _lose_patience(self) -> None:
        self._is_patient = False

    def _show_step(self, done: int, count: int) -> None:
        if self._dialog and not self._is_patient:
            self._dialog.show_step(done, count)

    def _show(self, made: tuple[int, Plan]) -> None:
        number, plan = made
        if self._dialog and number == self._number:
            self._plan = plan
            self._is_patient = True
            self._dialog.show_plan(plan)

    def _fail(self, number: int, error: Exception) -> None:
        """Tell why nothing can be read so."""
        if isinstance(error, StoppedError) or number != self._number or self._dialog is None:
            return
        if not isinstance(error, FlashcardsError):
            raise error
        if self._plan is None:
            self._dialog.show_source("")
            self._files = ()
        self._dialog.show_fault(str(error))

    # --- writing -------------------------------------------------------------------------------

    def _write(self) -> None:
        """Write what is shown, and read the decks with it."""
        plan = self._plan
        assert plan is not None, "the button is lit once there is a plan"
        work = partial(plan.write, self._desk.places)
        finish = partial(self._finish, plan)
        self._means.adopting.read(work, finish, partial(self._fail, self._number))

    def _finish(self, plan: Plan, _: object) -> None:
        """Show where one may go from here."""
        dialog = self._dialog
        self._tell_all()
        if dialog:
            dialog.done(ImportDialog.DialogCode.Accepted)
        file = plan.deck.name
        told = trn(
            "{count} note is in {file}.", "{count} notes are in {file}.", plan.count, file=file
        )
        outcome = OutcomeDialog(told, self._means.shell)
        outcome.accepted.connect(lambda: self._go(outcome.choice, plan))
        outcome.open()

    def _tell_all(self) -> None:
        """Have all pages show the decks as they are now."""
        self._means.bus.changed.emit(Changes(decks=True), self)

    def _leave(self) -> None:
        """Stop what is being read."""
        self._number += 1
        self._pause.stop()
        self._dialog = None

    def _go(self, choice: str, plan: Plan) -> None:
        ways: Mapping[str, Callable[[Plan], None]] = {
            STUDY: self._study,
            OPEN: self._open_deck,
            TAKE_BACK: self._take_back,
        }
        ways[choice](plan)

    def _study(self, plan: Plan) -> None:
        shelves = self._desk.library.catalogue.shelves
        deck = next((shelf.deck for shelf in shelves if shelf.file == str(plan.deck)), None)
        if deck:
            self._means.start(deck_scope(deck))

    def _open_deck(self, plan: Plan) -> None:
        line = plan.draft.text.count("\n") + 2 if plan.draft else 1
        self._means.open_page("write", f"{plan.deck}:{line}")

    def _take_back(self, plan: Plan) -> None:
        work = partial(plan.take_back, self._desk.decks, self._desk.places)
        self._means.adopting.read(work, self._taken_back, self._means.shell.notice.warn_of)

    def _taken_back(self, told: str) -> None:
        self._tell_all()
        self._means.shell.notice.tell(told)
