"""Markdown as it is written on code hosts, respelled the way Python-Markdown wants it.

CommonMark lets a list or a table follow a paragraph's last line, nests a list by the width of its
parent's marker; Python-Markdown wants a blank line and four spaces.
"""

import re

_ITEM = re.compile(r"^([-+*]|\d{1,9}[.)])(?: +|$)")
_RULE = re.compile(r"^(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})$")
_NO_PARAGRAPH = re.compile(r"^(?:#{1,6}\s|>|\||<|\x02)")
_DELIMITER_ROW = re.compile(r"^ *\|?(?: *:?-+:? *\|)+(?: *:?-+:? *)?$")


def respell(lines: list[str]) -> list[str]:
    """Blank lines before lists and tables that follow text, four spaces a level of list."""
    return _Respelling().run(lines)


class _Respelling:
    def __init__(self) -> None:
        self.out: list[str] = []
        self.columns: list[int] = []  # where the content of each open item begins
        self.in_paragraph = False
        self.kinds: dict[int, str] = {}  # the marker of the list open at each depth

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
        self._leave_items(indent, bool(item), text)
        rest = indent - (self.columns[-1] if self.columns else 0)
        if item and rest < 4:
            self._read_item(item, text, indent)
        else:
            self._read_text(text, max(rest, 0), following)

    def _leave_items(self, indent: int, is_item: bool, text: str) -> None:
        lazy = self.in_paragraph and not is_item and not _NO_PARAGRAPH.match(text)
        while self.columns and indent < self.columns[-1] and not lazy:
            self.columns.pop()

    def _read_item(self, item: re.Match[str], text: str, indent: int) -> None:
        marker = item[1].replace(")", ".")
        interrupts = self.in_paragraph and not self._continues_list()
        if interrupts and marker[0].isdigit() and marker != "1.":
            self._put(text)  # a number at the start of a wrapped line is no list
            return
        kind = marker[-1]
        changed = self.kinds.get(len(self.columns), kind) != kind
        if self.out and (changed or interrupts):
            self.out.append("")
        self.kinds[len(self.columns)] = kind
        content = text[item.end() :]
        self._put(f"{marker} {content}")
        spaces = item.end() - len(item[1])
        self.columns.append(indent + len(item[1]) + (spaces if 1 <= spaces <= 4 else 1))
        self.in_paragraph = bool(content)

    def _continues_list(self) -> bool:
        """Whether the line before belongs to an item, so that no blank line is needed."""
        return bool(self.columns) or bool(_ITEM.match(self.out[-1].lstrip()))

    def _read_text(self, text: str, rest: int, following: str) -> None:
        starts_table = "|" in text and _DELIMITER_ROW.match(following) and "|" in following
        if starts_table and self.in_paragraph:
            self.out.append("")
        self._put(" " * rest + text)
        self.in_paragraph = not starts_table and not _NO_PARAGRAPH.match(text)

    def _put(self, text: str) -> None:
        self.out.append(" " * 4 * len(self.columns) + text)
