"""Markdown as it is written on code hosts, respelled the way Python-Markdown wants it.

CommonMark lets a list or a table follow a paragraph's last line, nests a list by the width of its
parent's marker; Python-Markdown wants a blank line and four spaces.
"""

import re
from itertools import groupby

_QUOTE = re.compile(r"^ {0,3}> ?")
_ITEM = re.compile(r"^([-+*]|\d{1,9}[.)])(?: +|$)")
_NOTHING = "<!-- -->"  # without it an empty item would underline the line above as a heading
_RULE = re.compile(r"^(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})$")
_NO_PARAGRAPH = re.compile(r"^(?:#{1,6}\s|>|\||<|\x02)")
_DELIMITER_ROW = re.compile(r"^ *\|?(?: *:?-+:? *\|)+(?: *:?-+:? *)?$")


def respell(lines: list[str]) -> list[str]:
    """Blank lines before lists and tables that follow text, four spaces a level of list."""
    unquoted: list[str] = []
    for quoted, group in groupby(lines, lambda line: bool(_QUOTE.match(line))):
        if quoted:
            inner = respell([_QUOTE.sub("", line, count=1) for line in group])
            unquoted += [f"> {line}".rstrip() for line in inner]
        else:
            unquoted += group
    return _Respelling().run(unquoted)


class _Respelling:
    def __init__(self) -> None:
        self.out: list[str] = []
        self.columns: list[int] = []  # where the content of each open item begins
        self.kinds: dict[int, str] = {}  # the marker of the list open at each depth
        self.in_paragraph = False
        self.on_item = False  # whether that paragraph is the one on an item's first line

    def run(self, lines: list[str]) -> list[str]:
        for line, following in zip(lines, [*lines[1:], ""], strict=True):
            self._read(line.expandtabs(4), following)
        return self.out

    def _read(self, line: str, following: str) -> None:
        text = line.lstrip(" ")
        indent = len(line) - len(text)
        if not text:
            self.out.append("")
            self.in_paragraph = False
            return
        item = None if _RULE.match(text) else _ITEM.match(text)
        was_in_list = bool(self.columns)
        self._leave_items(indent, bool(item), text)
        rest = indent - (self.columns[-1] if self.columns else 0)
        if item and rest < 4 and (was_in_list or self._may_begin(item)):
            self._read_item(item, text, indent)
        else:
            self._read_text(text, max(rest, 0), following)

    def _leave_items(self, indent: int, is_item: bool, text: str) -> None:
        lazy = self.in_paragraph and not is_item and not _NO_PARAGRAPH.match(text)
        while self.columns and indent < self.columns[-1] and not lazy:
            self.columns.pop()

    def _may_begin(self, item: re.Match[str]) -> bool:
        """Whether a list may begin here: a number at the start of a wrapped line is no list."""
        return not self.in_paragraph or item[1] in ("1.", "1)") or not item[1][0].isdigit()

    def _read_item(self, item: re.Match[str], text: str, indent: int) -> None:
        marker = item[1].replace(")", ".")
        depth, kind = len(self.columns), "number" if marker[0].isdigit() else "bullet"
        other_list = self.kinds.get(depth, kind) != kind
        if self.out and (other_list or (self.in_paragraph and not self.on_item)):
            self.out.append("")
        self.kinds = {d: k for d, k in self.kinds.items() if d < depth} | {depth: kind}
        content = text[item.end() :]
        self._put(f"{marker} {content or _NOTHING}")
        spaces = item.end() - len(item[1])
        self.columns.append(indent + len(item[1]) + (spaces if 1 <= spaces <= 4 else 1))
        self.in_paragraph = self.on_item = bool(content)

    def _read_text(self, text: str, rest: int, following: str) -> None:
        starts_table = "|" in text and _DELIMITER_ROW.match(following) and "|" in following
        if starts_table and self.in_paragraph:
            self.out.append("")
        self._put(" " * rest + text)
        begins = not self.in_paragraph
        self.in_paragraph = not starts_table and not _NO_PARAGRAPH.match(text)
        self.on_item = self.on_item and not begins
        if not self.columns:
            self.kinds = {}

    def _put(self, text: str) -> None:
        self.out.append(" " * 4 * len(self.columns) + text)
