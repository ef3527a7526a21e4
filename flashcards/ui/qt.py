"""Qt, without the way to import that PySide brings along."""

import builtins


def load_qt() -> None:
    """Import Qt, and leave Python's own ``__import__`` in force.

    PySide puts another in its place, which serves ``from __feature__ import snake_case`` alone:
    nobody here says that. To know who might, it reads the source of each module that is imported
    after it, and ``linecache`` keeps all the lines: 10 MB in a window, and a tenth of its start.
    Where Qt was imported before, as in tests, everything stays as it is.
    """
    plain = builtins.__import__
    import PySide6.QtCore  # noqa: F401  # here: what stood before is put back after it

    builtins.__import__ = plain
