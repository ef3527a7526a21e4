"""Two decks, a picture, a log with answers, and whoever writes there; begun anew for each fault."""

import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from flashcards.app import open_desk
from flashcards.domain.grade import Grade
from flashcards.services.arranging import Arranging
from flashcards.services.desk import Desk, Options
from flashcards.services.notes import Notes
from flashcards.services.replacing import Replacing, replacing_on
from flashcards.services.rewriting import Rewriting
from flashcards.services.session import Session
from tests.faults.disk import Disk
from tests.ui.stage import MONDAY

ONE = (
    "---\ntopic: ml\n---\n\n## A loss? {#a}\n![](eye.png) One.\n\nMore.\n\n"
    "## B?\nTwo.\n\n## C? {#c}\nThree.\n"
)
TWO = "## D? {#d}\nFour, a loss.\n"
TABLE = "Front,Back\nE?,Five ![](nose.png)\nF?,Six\n"

Tree = dict[str, bytes]


class Scene:
    """The folders below ``top``, and the program opened on them; ``disk`` is what it writes on."""

    disk: Disk

    def __init__(self, top: Path, patch: pytest.MonkeyPatch) -> None:
        self.patch = patch
        self.top, self.decks = top, top / "decks"
        self.one, self.two = self.decks / "one.md", self.decks / "deep" / "two.md"
        self.table = top / "elsewhere" / "table.csv"
        patch.setenv("XDG_DATA_HOME", str(top / "share"))
        self.desk = self._opened()

    def _opened(self) -> Desk:
        desk = open_desk(Options((self.decks,), str(self.top / "data"), MONDAY))
        desk.library.load()
        return desk

    def start_again(self) -> None:
        """Start the program once more."""
        self.desk.close()
        self.desk = self._opened()

    @property
    def tree(self) -> Tree:
        """Read all decks and pictures, and what is in the trash; hidden files are nobody's."""
        places = (self.decks, self.top / "share" / "Trash" / "files")
        found = [path for place in places for path in place.rglob("*") if path.is_file()]
        shown = [path for path in found if not path.name.startswith(".")]
        return {path.relative_to(self.top).as_posix(): path.read_bytes() for path in shown}

    @property
    def histories(self) -> dict[str, int]:
        """Tell how often each question that is in a deck was answered."""
        library, count = self.desk.library, Counter[str]()
        for card in library.cards():
            count[card.note.prompt] += library.schedule_of(card.id).reviews
        return count

    @property
    def notes(self) -> Notes:
        """Whatever is done with a note."""
        return Notes(self.desk.decks, self.desk.places, self.desk.together)

    @property
    def rewriting(self) -> Rewriting:
        """Whatever is done with many notes."""
        desk = self.desk
        return Rewriting(desk.library, desk.decks, desk.places, desk.together)

    @property
    def replacing(self) -> Replacing:
        """Whatever is done with all decks' words."""
        return replacing_on(self.desk)

    @property
    def arranging(self) -> Arranging:
        """Whatever is done with decks as files."""
        desk = self.desk
        return Arranging(desk.decks, desk.places, desk.home.files, desk.paper)


def furnish(top: Path) -> None:
    """Make the folders, and answer every card once."""
    (top / "decks" / "deep").mkdir(parents=True)
    (top / "elsewhere").mkdir()
    (top / "share" / "Trash" / "files").mkdir(parents=True)
    (top / "share" / "Trash" / "info").mkdir()
    (top / "decks" / "one.md").write_text(ONE, "utf-8")
    (top / "decks" / "eye.png").write_bytes(b"an eye")
    (top / "decks" / "deep" / "two.md").write_text(TWO, "utf-8")
    (top / "elsewhere" / "table.csv").write_text(TABLE, "utf-8")
    (top / "elsewhere" / "nose.png").write_bytes(b"a nose")
    desk = open_desk(Options((top / "decks",), str(top / "data"), MONDAY))
    desk.library.load()
    session = Session(desk.library)
    while session.view().card:
        session.answer(Grade.EASY, 1000)
    desk.close()


@contextmanager
def scene_on(furnished: Path, top: Path) -> Iterator[Scene]:
    """Open a copy of what was furnished; it is gone at the end."""
    shutil.copytree(furnished, top)
    with pytest.MonkeyPatch.context() as patch:
        scene = Scene(top, patch)
        try:
            yield scene
        finally:
            patch.undo()
            scene.desk.close()
            shutil.rmtree(top)
