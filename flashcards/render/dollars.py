"""Where the formulas of a Markdown text are: `$…$` within a line, `$$…$$` displayed.

A dollar opens a formula when something other than a space follows it, and closes one when
something other than a space precedes it and no digit follows (so `$5 and $6` is text).  Formulas do
not cross blank lines; `\\$` is a dollar; code spans win.
"""

import re
from dataclasses import dataclass

from flashcards.domain.marks import CLOSE, OPEN
from flashcards.render.tex import MAX_DEPTH

OPENING, CLOSING = "\ue010", "\ue011"
"""Around the number of a formula, in the text it was lifted from."""

PLACEHOLDER = re.compile(f"{OPENING}([0-9]+){CLOSING}")
RESERVED = re.compile(f"[{OPENING}{CLOSING}]")

LONGEST = 3_000
"""Characters; what does not end within them is text, so that reading takes no time that grows."""

_STOP = re.compile(r"\\.|`+|\$\$?", re.DOTALL)
_BLANK_LINE = re.compile(r"\n[ \t>]*\n")
_DISPLAY_END = re.compile(r"(?<!\\)((?:\\\\)*)\$\$")
_INLINE_STEP = re.compile(r"\\.|[{}$]|`+", re.DOTALL)
_QUOTE = re.compile(r"[ \t]*(?:>[ \t]?)+")


@dataclass(frozen=True, slots=True)
class Lifted:
    """A formula taken out of a text: its TeX, the characters that stood there, and where."""

    tex: str
    display: bool
    raw: str
    start: int

    @property
    def source(self) -> str:
        """The formula with its dollars, free of the quotation or item it stood in."""
        fence = "$$" if self.display else "$"
        return f"{fence}{self.tex}{fence}"


def lift(text: str) -> tuple[str, tuple[Lifted, ...]]:
    """The text with a numbered placeholder for each formula, and the formulas."""
    pieces: list[str] = []
    formulas: list[Lifted] = []
    done = place = 0
    while stop := _STOP.search(text, place):
        place, formula = _read(text, stop)
        if formula is not None:
            pieces += (text[done : stop.start()], _placeholder(formula.raw, len(formulas)))
            formulas.append(formula)
            done = place
    pieces.append(text[done:])
    return "".join(pieces), tuple(formulas)


def _read(text: str, stop: re.Match[str]) -> tuple[int, Lifted | None]:
    """The place to go on from, and the formula that begins at `stop`, if one does."""
    token, start = stop.group(), stop.end()
    if token.startswith("\\"):
        return start, None
    if token.startswith("`"):
        return _after_code(text, token, start), None
    end = _end_of_formula(text, token, start)
    if end is None:
        return start, None
    begin, inside = stop.start(), text[start : end - len(token)]
    return end, Lifted(_tex(text, begin, inside), token == "$$", text[begin:end], begin)


def _after_code(text: str, ticks: str, start: int) -> int:
    limit = _limit(text, start)
    closing = re.compile(rf"(?<!`){ticks}(?!`)").search(text, start, limit)
    return closing.end() if closing else start


def _end_of_formula(text: str, token: str, start: int) -> int | None:
    limit = _limit(text, start)
    if token == "$$":
        end = _DISPLAY_END.search(text, start, limit)
        blank = end is not None and not text[start : end.start()].strip()
        return None if end is None or blank else end.end()
    if start >= limit or text[start].isspace():
        return None
    return _closing_dollar(text, start, limit, True) or _closing_dollar(text, start, limit, False)


def _closing_dollar(text: str, start: int, limit: int, braced: bool) -> int | None:
    """The place after the next bare dollar, if that one can close; `\\text{…}` may hold others.

    With `braced` false, braces count for nothing: they may be the author's mistake.  Braces nested
    too deeply to be drawn are not followed: else every dollar among them would be.
    """
    depth = 0
    for step in _INLINE_STEP.finditer(text, start, limit):
        token = step.group()
        if token in "{}":
            depth += (1 if token == "{" else -1) if braced else 0
            if depth > MAX_DEPTH:
                return None
        elif token.startswith("`") and _after_code(text, token, step.end()) != step.end():
            return None
        elif token == "$" and depth <= 0:
            return step.end() if _can_close(text, start, step) else None
    return None


def _can_close(text: str, start: int, dollar: re.Match[str]) -> bool:
    after = text[dollar.end() : dollar.end() + 1]
    before = text[dollar.start() - 1]
    return dollar.start() > start and not before.isspace() and not after.isdigit()


def _limit(text: str, start: int) -> int:
    blank = _BLANK_LINE.search(text, start, start + LONGEST)
    return blank.start() if blank else min(len(text), start + LONGEST)


def _tex(text: str, start: int, inside: str) -> str:
    """The TeX without deletion marks, and without the `>` of a quotation it stands in."""
    inside = inside.replace(OPEN, "").replace(CLOSE, "")
    line_start = text.rfind("\n", 0, start) + 1
    if _QUOTE.match(text, line_start, start):
        inside = re.sub(rf"\n{_QUOTE.pattern}", "\n", inside)
    return inside.strip()


def _placeholder(raw: str, number: int) -> str:
    """Deletion marks within a formula are moved around it: a formula is hidden as a whole."""
    placeholder = f"{OPENING}{number}{CLOSING}"
    before = OPEN if OPEN in raw else ""
    after = CLOSE if CLOSE in raw else ""
    return f"{before}{placeholder}{after}"
