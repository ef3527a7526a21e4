"""Opens, saves and proofreads decks for the Write page; imported when that is first opened."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from flashcards.domain.deck.images import image_target
from flashcards.domain.merge3 import Side, merge
from flashcards.domain.tongue import later, tr, trn
from flashcards.render.formula_cache import FormulaCache
from flashcards.services.changes import Changes
from flashcards.services.proofreading import Proofreader
from flashcards.services.standing import Standings, ids_elsewhere
from flashcards.services.writing import Saved, Writing
from flashcards.ui.editor import open_in_editor
from flashcards.ui.widgets.pause import pause
from flashcards.ui.write.everywhere import Everywhere
from flashcards.ui.write.new_deck import NewDeckDialog
from flashcards.ui.write.new_note import begin_note
from flashcards.ui.write.page import WritePage
from flashcards.ui.write.pictures import put_beside
from flashcards.ui.write.proofing import Proofing
from flashcards.ui.write.regrouping import REGROUPING, SAVE_FIRST, deed_of
from flashcards.ui.write.saving import Saving
from flashcards.ui.write.words import Words

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from flashcards.domain.catalogue import Shelf
    from flashcards.domain.entry import Filed
    from flashcards.services.notes import Done
    from flashcards.ui.pages import Means

KEEP_MS = 1_500
"""So long after the last key the text is kept safe from a crash; in steady typing, too."""


class Drafting(QObject):
    """One deck at a time; what is not saved of another one is kept until it is opened again."""

    def __init__(self, means: "Means") -> None:
        super().__init__(means.shell)
        self._means, self._desk = means, means.desk
        self._writing: Writing | None = None
        self._elsewhere: dict[str, str] = {}
        self._others: list[Shelf] = []
        self._filed: Filed | None = None
        self._mine: set[str] = set()
        self.page = WritePage(FormulaCache(means.desk.cache / "formulas"), means.look)
        means.shell.add_page(self.page)
        self._saving = Saving(means, self._saved, lambda it: it is self._writing, self)
        self._saving.ended.connect(self._tell)
        self._words = Words(means.desk, self.page.editor)
        self._everywhere = Everywhere(means, self.page, self._unsaved)
        self._proofing = Proofing(means.tasks, self.page, lambda: self._elsewhere)
        self._proofing.advanced.connect(self._tell)
        self._keeps = pause(self, KEEP_MS, self._keep)
        self._connect(means)

    def _connect(self, means: "Means") -> None:
        page = self.page
        page.wanted.connect(self._intent)
        page.deck_wanted.connect(lambda file: self.write(Path(file)))
        page.kind_wanted.connect(partial(begin_note, page.editor))
        page.left.connect(self._leave)
        page.found.wanted.connect(lambda file, line: self.open_at(Path(file), line))
        page.hidden.connect(self._keep)
        page.editor.edited.connect(self._edited)
        page.editor.pictured.connect(self._add_picture)
        page.editor.tabled.connect(lambda: means.shell.notice.tell(tr(TABLED)))
        means.look.changed.connect(lambda *_: page.set_look(means.look))
        means.bus.changed.connect(self._decks_changed)
        means.shell.may_close = self._may_close
        page.set_look(means.look)

    # --- opening -------------------------------------------------------------------------------

    def open(self, at: str = "") -> None:
        """Bring the page forward, with the deck that was open last, or the first one.

        ``at`` is a deck's file with a line, as in ``norms.md:12``.
        """
        if at:
            file, _, line = at.rpartition(":")
            self.open_at(Path(file), int(line))
            return
        files = self._files()
        if self._writing is None and files:
            self.write(Path(files[0]))
        elif self._writing is None:
            self.page.show_decks((), "")
            self.page.show_state(tr("There is no deck yet: New deck begins one."))
        self._come_forward()

    def open_at(self, file: Path, line: int) -> None:
        """Bring the page forward, with a deck at a line."""
        if self._writing and self._writing.file == file:
            self.page.editor.go_to(line)
        else:
            self.write(file, line)
        self._come_forward()

    def _come_forward(self) -> None:
        self._means.shell.show_page(self.page)
        self.page.setFocus()

    def give_up(self, file: Path) -> None:
        """Forget what was written in a deck and not saved."""
        self._desk.paper.unsaved.remove(str(file))
        if self._writing and self._writing.file == file:
            with self._means.shell.notice.telling():
                self._keeps.stop()
                self._writing = Writing(file, self._desk.paper, lambda: self._elsewhere)
                self.page.editor.begin(self._writing.text)

    def write(self, file: Path, line: int = 1) -> None:
        """Open a deck at a line."""
        if not self._is_safe():
            self._look_around()
            return
        with self._means.shell.notice.telling():
            writing = Writing(file, self._desk.paper, lambda: self._elsewhere)
            self._writing = writing
            self._words.file = file
            self.page.editor.begin(writing.text)
            self._look_around()
            self.page.editor.go_to(line)
            self._offer_back(writing)
            self._proofing.begin(self._reader(file))
            self._tell()

    def _reader(self, file: Path) -> Proofreader:
        shelf = next((s for s in self._shelves() if s.file == str(file)), None)
        deck, paper = shelf.deck if shelf else file.stem, self._desk.paper
        return Proofreader(str(file), deck, self._desk.decks, paper.read_yaml)

    def _offer_back(self, writing: Writing) -> None:
        """Show again what was not saved; the file's own text is one undo away."""
        left = writing.left()
        if left is None:
            return
        writing.resume(left)
        self.page.editor.replace_text(left.text)
        if str(writing.file) not in self._mine:
            self._means.shell.notice.warn(
                tr(
                    "This text was not saved: it is what you wrote until {when}. Save keeps it; "
                    "Undo shows what {name} holds.",
                    when=left.when,
                    name=writing.file.name,
                )
            )

    def _files(self) -> list[str]:
        return list(dict.fromkeys(shelf.file for shelf in self._shelves()))

    def _shelves(self) -> "tuple[Shelf, ...]":
        return self._desk.library.catalogue.shelves

    def _look_around(self) -> None:
        """Learn what the other decks have, and how this one's notes stand."""
        if self._writing is None:
            return
        file, library = str(self._writing.file), self._desk.library
        names = {shelf.file: str(shelf.deck) for shelf in self._shelves()}
        self.page.show_decks(list(names.items()), file)
        others = [shelf for shelf in self._shelves() if shelf.file != file]
        if others != self._others:
            self._others, self._elsewhere = others, ids_elsewhere(library, file)
        filed = library.filed(file)
        if filed is None or filed is not self._filed:
            self._filed = filed
            self.page.outline.show_standings(Standings(library, file))

    def _decks_changed(self, changes: Changes, _by: object) -> None:
        """After decks were read again: a file that another program wrote is shown, if it can be."""
        if self._writing is None or not changes.decks:
            return
        with self._means.shell.notice.telling():
            self._follow(changes)
            self._look_around()
            if not self._saving.is_busy:
                self._show_what_is_written(self._writing)
            self._tell()

    def _show_what_is_written(self, writing: Writing | None) -> None:
        """Show another program's text in place of one without changes; keep one whose file went."""
        if writing is None or (self.is_dirty and self.page.editor.text != writing.text):
            return
        is_gone = writing.is_gone
        if is_gone and not self.is_dirty:
            self._means.shell.notice.tell(tr(GONE, name=writing.file.name))
        elif not is_gone and writing.reread():
            self.page.editor.replace_text(writing.text)
        self.page.editor.document().setModified(is_gone)
        self._keep()

    def _follow(self, changes: Changes) -> None:
        """Go on with a deck where it is now; one that was thrown away gives way to the first."""
        for before, now in changes.moved:
            file = self._writing.file.absolute() if self._writing else Path()
            if self.is_dirty or not file.is_relative_to(before):
                continue
            self._writing = None
            others = [Path(each) for each in self._files()]
            if now:
                self.write(now / file.relative_to(before) if file != before else now)
            elif others:
                self.write(others[0])
            else:
                self.page.editor.begin("")
                self.page.show_decks((), "")
                self.page.show_state(tr("There is no deck yet: New deck begins one."))

    @property
    def file(self) -> str:
        """The deck that is open; nothing where none is."""
        return str(self._writing.file) if self._writing else ""

    # --- writing -------------------------------------------------------------------------------

    @property
    def is_dirty(self) -> bool:
        """Whether the text is not what was last read or saved."""
        return self.page.editor.document().isModified()

    def _unsaved(self) -> dict[str, str]:
        """Give the text that is open and not saved, by its file."""
        writing = self._writing if self.is_dirty else None
        return {str(writing.file): self.page.editor.text} if writing else {}

    def _edited(self) -> None:
        if not self._keeps.isActive():
            self._keeps.start()

    def _keep(self) -> None:
        """Keep the text safe from a crash; once it is saved there is nothing to keep."""
        self._keeps.stop()
        if self._writing is None:
            return
        writing, text = self._writing, self.page.editor.text
        if self.is_dirty:
            self._mine.add(str(writing.file))
            self._saving.keep(writing, text)
        else:
            self._saving.forget(writing, text)

    def _is_safe(self) -> bool:
        """Lose nothing as the text leaves the page, but where the person says so."""
        self._keeps.stop()
        if self._writing is None:
            return True
        if self.is_dirty:
            self._mine.add(str(self._writing.file))
        return self._saving.is_safe(self._writing, self.page.editor.text, dirty=self.is_dirty)

    def _may_close(self) -> bool:
        """Whether the window may close; else its text is brought forward."""
        if self._is_safe():
            return True
        self._come_forward()
        return False

    def save(self) -> None:
        """Save; where another program changed the same lines, let the person settle it."""
        if self._writing:
            self._saving.save(self._writing, self.page.editor.text, self.save)
            self._tell()

    def _saved(self, writing: Writing, shown: str, saved: Saved) -> None:
        """Show what was saved; what was typed since then stays, and is not saved yet."""
        if writing is self._writing:
            self._keeps.stop()
            now = self.page.editor.text
            if now == shown:
                if saved.text != now:
                    self.page.editor.replace_text(saved.text)
                self.page.editor.document().setModified(False)
            else:
                together = merge(shown, now, saved.text)
                self.page.editor.replace_text(together.text([Side.MINE] * together.disputes))
                self._keeps.start()
        parts = [tr("Saved {name}.", name=writing.file.name)]
        if saved.merged:
            parts.append(tr("Another program had changed it: both changes are in it."))
        if saved.ids:
            parts.append(trn("{count} note got an id.", "{count} notes got an id.", saved.ids))
        self._means.shell.notice.tell(" ".join(parts))
        self._tell()

    def _add_picture(self, picture: "QImage | str") -> None:
        """Put an image beside the deck, and a link to it into the text."""
        if self._writing is None:
            return
        file = self._writing.file
        with self._means.shell.notice.telling():
            name = put_beside(file, picture, self._desk.paper.texts)
            self.page.editor.insertPlainText(f"![]({image_target(name)})")
            self._means.shell.notice.tell(
                tr("The image is {name}, beside {deck}.", name=name, deck=file.name)
            )

    def _tell(self) -> None:
        """Say at the foot and in the strip how things are."""
        if self._writing is None:
            return
        self.page.show_problem()
        dirty = self.is_dirty
        state = tr("Not saved yet") if dirty else tr("Saved")
        if self._saving.is_busy:
            state = tr("Saving…")
        told = filter(None, (state, *self._proofing.summary()))
        self.page.show_state(" · ".join(told), dirty=dirty)

    # --- intents -------------------------------------------------------------------------------

    def _intent(self, name: str) -> None:
        deeds: dict[str, Callable[[], object]] = {
            "save": self.save,
            "fix": self._fix,
            "new-deck": self._new_deck,
            **{each: partial(self._regroup, each) for each in REGROUPING},
            "open-elsewhere": self._open_elsewhere,
        }
        deeds[name]()

    def _regroup(self, name: str) -> None:
        """Duplicate, split or merge the note at the cursor, in the file, and show that."""
        writing, line = self._writing, self.page.editor.line()
        if writing is None or self.is_dirty:
            self._means.shell.notice.tell(tr(SAVE_FIRST))
            return
        deed = deed_of(name, self._desk, writing.file, line, self._means.shell)
        if deed:
            shown, shell = partial(self._regrouped, writing), self._means.shell
            self._means.adopting.read(deed, shown, shell.notice.warn_of)

    def _regrouped(self, writing: Writing, done: "Done") -> None:
        self._means.bus.changed.emit(Changes(decks=True), self)
        if writing is self._writing:  # another deck may have been opened meanwhile
            self.page.editor.go_to(done.line)
        told = tr("#{name} is saved. Undo, and Save, take it back.", name=done.name)
        self._means.shell.notice.tell(told)

    def _fix(self) -> None:
        """Correct the first problem of the line that has one right answer."""
        if not self.page.editor.fix_line():
            told = tr("Nothing in this line has one right answer: read its hint.")
            self._means.shell.notice.tell(told)

    def _new_deck(self) -> None:
        dialog = NewDeckDialog(self._desk.decks.roots, self._means.shell)
        if dialog.exec():
            self.write(dialog.file)
            self.page.editor.insertPlainText(dialog.head)
            self.page.setFocus()

    def _open_elsewhere(self) -> None:
        """Open the deck where the cursor is, in the person's own editor."""
        if self._writing is None:
            return
        template = self._desk.preferences.settings.editor
        fault = open_in_editor(template, self._writing.file, self.page.editor.line())
        if fault:
            self._means.shell.notice.warn(fault)

    def _leave(self) -> None:
        self._keep()
        if self.is_dirty and self._writing:
            self._means.shell.notice.tell(
                tr("{name} is not saved yet.", name=self._writing.file.name)
            )
        self._means.leave()


GONE = later("{name} was taken away or emptied by another program; Save writes it anew.")
TABLED = later("The cells are a table now. Pasted on Today, each row becomes a note instead.")
