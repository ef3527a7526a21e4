"""The keys in force: those of the table of actions, but for what the person chose."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from flashcards.domain.problems import Flaw, Place, Problem, Severity, did_you_mean
from flashcards.domain.tongue import later, tr
from flashcards.ui.actions import ACTIONS, GRADES, Action

if TYPE_CHECKING:
    from flashcards.domain.values import Keys

UNKNOWN_ACTION = Flaw(
    "unknown-action",
    Severity.WARNING,
    later("In [keys] there is no action “{name}”."),
    "{guess}",
)
WRONG_KEY = Flaw(
    "wrong-key",
    Severity.WARNING,
    later("In [keys], “{key}” for “{name}” is no key."),
    later("Keys are written like K, F5, Ctrl+K or Ctrl+Shift+K; the usual ones are used."),
)
TAKEN_KEY = Flaw(
    "taken-key",
    Severity.WARNING,
    later("In [keys], {key} for “{name}” is the key of “{other}” already."),
    later("Choose another one; the usual ones are used."),
)
EVERYWHERE = "Everywhere"
_USUAL = {each.name: each for each in (*ACTIONS, *GRADES)}


def _nowhere(_name: str) -> Place:
    return Place("")


class Keymap:
    """Which keys each action has; ``problems`` is what is wrong with the person's choice."""

    def __init__(
        self, chosen: "Keys | None" = None, place_of: Callable[[str], Place] = _nowhere
    ) -> None:
        self._place_of = place_of
        self._keys: dict[str, tuple[str, ...]] = {}
        self.problems = self._take(chosen or {})

    def use(self, chosen: "Keys") -> None:
        """Go by another choice; ``shortcuts.use_keys`` tells every window."""
        self.problems = self._take(chosen)

    def faults(self, chosen: "Keys") -> tuple[Problem, ...]:
        """Say what would be wrong with a choice; nothing changes."""
        return Keymap(chosen, self._place_of).problems

    def _take(self, chosen: "Keys") -> tuple[Problem, ...]:
        """Take over what is right; what is wrong leaves an action its usual keys."""
        written = {name: listed(keys) for name, keys in chosen.items()}
        wrong = {
            name: found for name, keys in written.items() if (found := self._unread(name, keys))
        }
        self._keys = {name: keys for name, keys in written.items() if name not in wrong}
        taken = {
            name: found for name, keys in self._keys.items() if (found := self._taken(name, keys))
        }
        self._keys = {name: keys for name, keys in self._keys.items() if name not in taken}
        return tuple(problem for found in (wrong | taken).values() for problem in found)

    def keys(self, name: str) -> tuple[str, ...]:
        """Give an action's keys; a wrong name is a KeyError (a bug)."""
        return self._keys.get(name) or _USUAL[name].keys

    def _unread(self, name: str, keys: Sequence[str]) -> list[Problem]:
        if name not in _USUAL:
            guess = did_you_mean(name, _USUAL) or tr("The Settings page names them all.")
            return [UNKNOWN_ACTION.at(self._place_of(name), name=name, guess=guess)]
        wrong = [key for key in keys if not normal(key)]
        return [WRONG_KEY.at(self._place_of(name), key=key, name=name) for key in wrong]

    def _taken(self, name: str, keys: Sequence[str]) -> list[Problem]:
        owners = {key: other for key in keys if (other := self.owner(name, key))}
        return [
            TAKEN_KEY.at(self._place_of(name), key=key, name=name, other=other)
            for key, other in owners.items()
        ]

    def owner(self, name: str, key: str) -> str:
        """Say which other action has a key, on a page where ``name`` is, too; else nothing."""
        mine, wanted = _USUAL[name], normal(key)
        for each in _USUAL.values():
            keys = {normal(one) for one in self.keys(each.name)}
            if each.name != name and _meet(mine, each) and wanted in keys:
                return each.label
        return ""


def listed(keys: str | Sequence[str]) -> tuple[str, ...]:
    """Give one key, or several, as several."""
    return (keys,) if isinstance(keys, str) else tuple(keys)


def normal(key: str) -> str:
    """Write a key as Qt does, so that two ways to write it are one; nothing where it is no key."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)


def written(key: str) -> str:
    """Write a key as this system does; the two Enter keys are one to a person."""
    sequence = QKeySequence(key.replace("Return", "Enter"))
    return sequence.toString(QKeySequence.SequenceFormat.NativeText) or key


def all_written(keys: Sequence[str]) -> str:
    """Write an action's keys beside one another."""
    return tr("  or  ").join(dict.fromkeys(map(written, keys)))


def keymap() -> Keymap:
    """Give the keys in force, which the application carries; without any, the usual ones."""
    application = QApplication.instance()
    found = application.property("keymap") if application else None
    return found if isinstance(found, Keymap) else Keymap()


def put_in_force(
    application: QApplication, chosen: "Keys", place_of: Callable[[str], Place]
) -> None:
    """Let the application carry a choice of keys; ``place_of`` tells where one is written."""
    application.setProperty("keymap", Keymap(chosen, place_of))


def _meet(one: Action, other: Action) -> bool:
    """Whether two actions can be wanted on one page."""
    return one.where == other.where or EVERYWHERE in (one.where, other.where)
