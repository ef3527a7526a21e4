"""Where a Markdown text is literal: fenced code, code spans and math. Linear in its size.

Its lines end in LF, as a note's body has them.
"""

import re
from bisect import bisect_left, bisect_right

_PARTS = re.compile(
    r"""^[ ]{0,3}(?P<fence>`{3,}(?=[^`\n]*$)|~{3,})
    |\\[\\`$]
    |(?P<code>`+)
    |(?P<display>\$\$(?:[^$\\]|\\.|\$(?!\$))+\$\$)
    |(?P<inline>\$(?=[^\s$])(?:[^$`\\\n]|\\.|\n(?![ \t]*\n))*(?<=\S)\$(?![\d$]))""",
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
_BACKTICKS = re.compile("`+")

Stretch = tuple[int, int]
"""Start and end offset."""


def literal_stretches(text: str) -> list[Stretch]:
    """List the literal stretches in order; they do not overlap."""
    runs: dict[int, list[int]] = {}
    for run in _BACKTICKS.finditer(text):
        runs.setdefault(len(run[0]), []).append(run.start())
    stretches: list[Stretch] = []
    position = 0
    while part := _PARTS.search(text, position):
        position = part.end()
        if part["fence"]:
            position = _fence_end(text, part["fence"], part.end())
        elif part["code"]:
            position = _code_end(runs, part["code"], part.end())
        if not part[0].startswith("\\") and (position > part.end() or part[0].startswith("$")):
            stretches.append((part.start(), position))
    return stretches


def comments(text: str) -> list[Stretch]:
    """List the closed HTML comments, in order."""
    found: list[Stretch] = []
    start = text.find("<!--")
    while start >= 0 and (end := text.find("-->", start)) >= 0:
        found.append((start, end + 3))
        start = text.find("<!--", end)
    return found


def within(stretches: list[Stretch], offset: int) -> bool:
    """Whether an offset lies in one of the stretches."""
    place = bisect_right(stretches, offset, key=lambda stretch: stretch[0]) - 1
    return place >= 0 and offset < stretches[place][1]


def _fence_end(text: str, mark: str, start: int) -> int:
    """Give the end of the closing fence's line; an unclosed fence reaches to the end."""
    closing = re.compile(rf"^[ ]{{0,3}}{mark[0]}{{{len(mark)},}}[ \t]*$", re.MULTILINE)
    found = closing.search(text, start)
    return found.end() if found else len(text)


def _code_end(runs: dict[int, list[int]], mark: str, start: int) -> int:
    """Give the end of a code span, or ``start`` where no run of equal length closes it."""
    places = runs.get(len(mark), [])
    place = bisect_left(places, start)
    return places[place] + len(mark) if place < len(places) else start
