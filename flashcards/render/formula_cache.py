"""Drawn formulas, kept in memory and in one small file each; a lost file is only drawn again."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from functools import lru_cache
from importlib.metadata import version
from typing import TYPE_CHECKING

from flashcards.render.formula import Formula

if TYPE_CHECKING:
    from pathlib import Path

OUR_VERSION = 3
"""Raised whenever the same TeX would be drawn differently by our own code."""


class FormulaCache:
    """A `FormulaSource` that draws each formula once.

    `folder` is a cache directory of its own (made when first needed); None keeps nothing on disk.
    Several processes may share it: a file is written beside its place and moved there in one step.
    A folder that cannot be written is only slower.
    """

    def __init__(self, folder: Path | None, memory: int = 2_000) -> None:
        self._folder = folder
        self._remembered = lru_cache(maxsize=memory)(self._read_or_draw)

    def formula(self, tex: str, display: bool) -> Formula:
        """The formula from memory, from disk, or drawn now."""
        return self._remembered(tex, display)

    def _read_or_draw(self, tex: str, display: bool) -> Formula:
        path = self._path(tex, display)
        found = _read(path, tex, display) if path else None
        if found:
            return found
        from flashcards.render.math import draw  # its library takes 160 ms to import

        drawn = draw(tex, display)
        if path and not drawn.problem:
            _write(path, drawn)
        return drawn

    def _path(self, tex: str, display: bool) -> Path | None:
        if self._folder is None:
            return None
        key = f"{_renderer()}\0{int(display)}\0{tex}"
        name = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:40]
        return self._folder / name[:2] / f"{name[2:]}.json"


@lru_cache(maxsize=1)
def _renderer() -> str:
    return f"{OUR_VERSION} {version('ziamath')} {version('latex2mathml')}"


def _read(path: Path, tex: str, display: bool) -> Formula | None:
    """The kept formula; None when there is none, or what is there is not whole."""
    try:
        kept = json.loads(path.read_text("utf-8"))
        formula = Formula(tex, display, **kept)
        lengths = (formula.width, formula.ascent, formula.depth)
        sound = formula.outline.endswith("Z") and all(0 <= length < 1e6 for length in lengths)
    except (OSError, ValueError, TypeError, AttributeError):
        return None
    return formula if sound else None


def _write(path: Path, formula: Formula) -> None:
    kept = {name: getattr(formula, name) for name in ("width", "ascent", "depth", "outline")}
    text = json.dumps(kept)
    with contextlib.suppress(OSError, UnicodeError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, suffix=".new")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text)
            os.replace(name, path)  # noqa: PTH105 - the temporary file's name is a string
        except BaseException:
            os.unlink(name)  # noqa: PTH108 - likewise
            raise
