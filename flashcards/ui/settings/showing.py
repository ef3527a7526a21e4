"""Keeps what is chosen on the Settings page, and lets it hold at once."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from flashcards.domain.errors import FlashcardsError
from flashcards.domain.tongue import tr
from flashcards.services.changes import Changes
from flashcards.services.limiting import setting_doubts, subjects
from flashcards.services.rescheduling import change_to, scheduler_text, settle
from flashcards.store.paths import deck_folders
from flashcards.ui.editor import open_in_editor
from flashcards.ui.keymap import keymap
from flashcards.ui.settings.holding import hold
from flashcards.ui.settings.page import SettingsPage
from flashcards.ui.settings.reschedule import Rescheduling

if TYPE_CHECKING:
    from flashcards.services.rescheduling import Change
    from flashcards.ui.pages import Means


class Showing(QObject):
    """Between the page and the preferences."""

    def __init__(self, means: "Means") -> None:
        super().__init__(means.shell)
        self._means, self._shell, self._bus = means, means.shell, means.bus
        self._desk, self._preferences = means.desk, means.desk.preferences
        self.page = SettingsPage(lambda: subjects(means.desk.library.catalogue))
        means.shell.add_page(self.page)
        self._change = Rescheduling(means.shell, means.desk, means.tasks)
        self._change.done.connect(self._settle)
        self._change.left.connect(self.refresh)
        self._change.failed.connect(self._fail)
        self.page.chosen.connect(self.choose)
        self.page.left.connect(means.leave)
        self.page.file_wanted.connect(self._open_file)
        self.page.deed_wanted.connect(self._do)
        self.page.folder_wanted.connect(self._open_decks)
        self._tasks = means.tasks
        means.shell.closing.connect(self.page.take)
        means.bus.changed.connect(self.refresh)
        means.look.changed.connect(self.refresh)

    def open(self, at: str = "") -> None:
        """Bring the page forward; ``at`` is the setting to go to."""
        self.refresh()
        self._show_facts()
        self._shell.show_page(self.page)
        if at:
            self.page.go_to(at)

    def refresh(self) -> None:
        """Show what is in force."""
        preferences = self._preferences
        doubts = setting_doubts(self._desk.library, preferences)
        problems = (*preferences.problems, *keymap().problems, *doubts)
        self.page.show_settings(preferences.settings, preferences.place, problems)

    def choose(self, name: str, value: object) -> None:
        """Keep a choice; where it moves schedules, show first what it would move."""
        new = replace(self._preferences.settings, **{name: value})  # type: ignore[arg-type]  # the control gives what the setting takes
        change = change_to(self._desk.library, new)
        if change.moves:
            self._change.begin(change)
            return
        try:
            self._preferences.change(**{name: value})
            hold(self._means, (name,))
        except FlashcardsError as error:
            self._fail(error)

    def _settle(self, change: "Change") -> None:
        try:
            settle(self._desk.library, self._preferences, change)
        except FlashcardsError as error:
            self._fail(error)
            return
        self._shell.notice.tell(
            tr("{scheduler} is in force.", scheduler=scheduler_text(change.new))
        )
        self._bus.changed.emit(Changes(settings=True), self)

    def _show_facts(self) -> None:
        """Tell where the data and its backups are."""
        vault = self._desk.safety.vault
        backups = f"{vault.folder}\n{self._desk.safety.newest()}"
        self.page.show_facts({"data": str(self._data), "backups": backups})

    def _do(self, deed: str) -> None:
        """Do what is wanted of the data folder."""
        if deed == "back-up":
            self._tasks.run(self._desk.safety.back_up, self._tell_backup, self._fail)
            return
        self._open_folder(self._data if deed == "open-data" else self._desk.safety.vault.folder)

    def _open_decks(self, said: str) -> None:
        (folder,) = deck_folders((), (said,))
        self._open_folder(folder)

    def _open_folder(self, folder: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            told = tr("Nothing here opens folders; it is {folder}.", folder=folder)
            self._shell.notice.warn(told)

    def _tell_backup(self, told: str) -> None:
        self._shell.notice.tell(told)
        self._show_facts()

    @property
    def _data(self) -> Path:
        return Path(self._preferences.place).absolute().parent

    def _fail(self, error: Exception) -> None:
        self._shell.notice.warn_of(error)
        self.refresh()

    def _open_file(self) -> None:
        try:
            file = self._preferences.file()
        except FlashcardsError as error:
            self._fail(error)
            return
        fault = open_in_editor(self._preferences.settings.editor, Path(file), 1)
        told = tr("Opening {file}. What you save there holds here at once.", file=file)
        self._shell.notice.warn(fault) if fault else self._shell.notice.tell(told)
