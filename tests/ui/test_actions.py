"""The table of keys: what looks.md promises is bound, and nothing twice."""

import pytest
from PySide6.QtGui import QKeySequence

from flashcards.ui.actions import ACTIONS, action

PROMISED = [
    ("flip", "Space Return Enter"),
    ("undo", "Ctrl+Z U"),
    ("redo", "Ctrl+Shift+Z"),
    ("edit", "E"),
    ("bury", "B"),
    ("suspend", "S !"),
    ("flag", "F"),
    ("details", "I"),
    ("keys", "?"),
    ("leave", "Escape"),
    ("settings", "Ctrl+,"),
    ("quit", "Ctrl+Q"),
    ("start", "Return"),
    ("zoom-in", "Ctrl++"),
    ("zoom-out", "Ctrl+-"),
]


@pytest.mark.parametrize(("name", "keys"), PROMISED)
def test_people_find_the_keys_they_know(name: str, keys: str) -> None:
    assert set(keys.split()) <= set(action(name).keys)


@pytest.mark.parametrize("page", ["Today", "Review", "Summary", "Cards"])
def test_no_key_means_two_things_on_a_page(page: str) -> None:
    there = [made for made in ACTIONS if made.where in (page, "Everywhere")]
    keys = [key for made in there for key in made.keys]
    assert sorted(keys) == sorted(set(keys))


@pytest.mark.parametrize("name", [made.name for made in ACTIONS])
def test_every_key_is_one_that_qt_knows(name: str) -> None:
    for key in action(name).keys:
        assert QKeySequence(key).toString() in (key, key.replace("Escape", "Esc"))
    assert not set(action(name).keys) & set("0123456789")


STANDARD = [
    ("undo", QKeySequence.StandardKey.Undo),
    ("redo", QKeySequence.StandardKey.Redo),
    ("save", QKeySequence.StandardKey.Save),
    ("choose-deck", QKeySequence.StandardKey.Open),
    ("add", QKeySequence.StandardKey.New),
    ("find", QKeySequence.StandardKey.Find),
    ("zoom-in", QKeySequence.StandardKey.ZoomIn),
    ("zoom-out", QKeySequence.StandardKey.ZoomOut),
    ("reload", QKeySequence.StandardKey.Refresh),
    ("quit", QKeySequence.StandardKey.Quit),
    ("settings", QKeySequence.StandardKey.Preferences),
]


@pytest.mark.usefixtures("qapp")  # the usual keys are those of a running application
@pytest.mark.parametrize(("name", "standard"), STANDARD)
def test_what_every_program_has_has_the_key_that_it_has_there(
    name: str, standard: QKeySequence.StandardKey
) -> None:
    usual = {keys.toString() for keys in QKeySequence.keyBindings(standard)}
    assert not usual or usual & set(action(name).keys)


def test_a_wrong_name_is_a_bug() -> None:
    with pytest.raises(KeyError):
        action("fly")
