"""Old or new, and whole: whatever writes decks, at whichever step something goes wrong.

After a kill and after a power cut (which loses what was not flushed) the program is started again:
the decks say all that they said, or all that they were to say, and every note that was answered
has its answers. A full disk and a read-only folder are told, and leave what was there.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from flashcards.domain.errors import FlashcardsError
from tests.faults.disk import GROWS, Cut, Disk, Fault, full, killed, read_only, without_power
from tests.faults.scene import Scene, Tree, furnish, scene_on
from tests.faults.writers import WRITERS, Writer, decks_in

pytestmark = pytest.mark.slow
_EVERY = pytest.mark.parametrize("writer", WRITERS, ids=lambda each: each.name)
THEIRS = "\n## Theirs? {#theirs}\nOf another program.\n"


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the folders once; each case has a copy."""
    if not Path("/proc/self/fd").exists():
        pytest.skip("nothing here tells which folder was flushed")
    top = tmp_path_factory.mktemp("furnished")
    furnish(top)
    return top


class Course:
    """What a writer does when all goes well: its steps, and the decks before and after."""

    def __init__(self, writer: Writer, furnished: Path, folder: Path) -> None:
        self.writer, self._furnished, self._folder = writer, furnished, folder
        with scene_on(furnished, folder / "well") as scene:
            prepared = writer.prepare(scene)
            self.before, self.top = decks_in(scene.tree), scene.top.resolve()
            scene.disk = Disk(scene.top, scene.patch)
            scene.disk.watch()
            writer.deed(scene, prepared)
            self.steps = list(scene.disk.steps)
            self.after = decks_in(scene.tree)
        assert self.before != self.after
        assert self.steps

    @contextmanager
    def run(self, fault: Fault, at: int, *, lasting: bool = False) -> Iterator[tuple[Scene, str]]:
        """Do it with a fault at a step, start again, and give what there is then, and was told."""
        with scene_on(self._furnished, self._folder / "ill") as scene:
            prepared = self.writer.prepare(scene)
            scene.disk = Disk(scene.top, scene.patch)
            scene.disk.watch(fault, at, lasting=lasting)
            told = ""
            try:
                self.writer.deed(scene, prepared)
            except FlashcardsError as error:
                told = str(error)
            except Cut:
                pass
            scene.disk.rest()
            scene.start_again()
            yield scene, told

    def must_be_whole(self, tree: Tree, at: str, *, cut: bool = True) -> None:
        """Find the old decks or the new ones."""
        if self.writer.apart or (self.writer.left_alone and not cut):
            assert self.before.keys() & self.after.keys() <= tree.keys(), at
            whole = [text in (self.before.get(n), self.after.get(n)) for n, text in tree.items()]
            assert all(whole), at
            return
        if self.writer.named_first:
            stamped = {name: text.replace(b"B?\n", b"B? {#b}\n") for name, text in tree.items()}
            tree = self.before if stamped == tree != self.after else tree
        both = [{**self.before, **self.after}] if self.writer.carries else []
        assert tree in (self.before, self.after, *both), at


@pytest.fixture
def course(writer: Writer, furnished: Path, tmp_path: Path) -> Course:
    return Course(writer, furnished, tmp_path)


_NEW = {"New?", "Tail?", "E?", "F?", "Slip", "x.md?", "more/y.md?", "Theirs?"}
"""What nobody has answered yet."""


@_EVERY
@pytest.mark.parametrize("fault", [killed, without_power])
def test_a_cut_at_any_step_leaves_old_or_new_decks_and_every_answer(
    course: Course, fault: Fault
) -> None:
    for at, step in enumerate(course.steps):
        with course.run(fault, at) as (scene, told):
            assert told == "", "nothing is told when the power is gone"
            course.must_be_whole(decks_in(scene.tree), f"{fault.__name__} at {step}")
            new = {prompt for prompt, count in scene.histories.items() if not count}
            assert new <= _NEW


@_EVERY
@pytest.mark.parametrize("lasting", [False, True], ids=["once", "from then on"])
def test_a_disk_that_is_full_at_any_step_is_told_and_leaves_old_or_new_decks(
    course: Course, lasting: bool
) -> None:
    for at, (name, path) in enumerate(course.steps):
        if name not in GROWS:
            continue
        with course.run(full, at, lasting=lasting) as (scene, told):
            tree = decks_in(scene.tree)
            course.must_be_whole(tree, f"full at {name} {path}", cut=False)
            assert told or tree == course.after
            assert not told or "no space left on device" in told
            assert not [path for path in scene.decks.rglob(".flashcards-*.new") if path.is_file()]


@_EVERY
def test_folders_that_cannot_be_written_are_told_and_left(course: Course) -> None:
    with course.run(read_only, 0, lasting=True) as (scene, told):
        assert decks_in(scene.tree) == course.before
        assert "read-only file system" in told


@_EVERY
def test_what_another_program_writes_meanwhile_is_never_lost(course: Course) -> None:
    written = {path for name, path in course.steps if name == "replace" and path.suffix == ".md"}
    for at, (name, path) in enumerate(course.steps):
        if name in ("replace", "rename", "unlink", "chmod"):
            continue  # between the last look at a file and its change there is no room for others
        for file in sorted(each.relative_to(course.top) for each in written):
            with course.run(theirs_into(file), at) as (scene, _):
                texts = scene.tree.values()
                assert any(THEIRS.encode() in text for text in texts), f"{file} at {name} {path}"


def theirs_into(file: Path) -> Fault:
    """Let another program add a note to a file, or make it."""

    def write(disk: Disk, _name: str, _path: Path) -> None:
        (disk.top / file).parent.mkdir(exist_ok=True)
        with (disk.top / file).open("a", encoding="utf-8") as stream:
            stream.write(THEIRS)

    return write
