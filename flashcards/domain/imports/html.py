"""HTML to Markdown: what note-taking programs write, the words of everything else."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import unescape

_PART = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9:-]*)"
    r"(?P<attributes>(?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*)>",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"""([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))""")
_SPECIAL = re.compile(r"[\\`*]|~(?=~)|\[(?=[^\[\]\n]*\]\()|<(?=[a-zA-Z/!?])|(?<!\w)_|_(?!\w)")
_LINE_START = re.compile(r"#{1,6}(?=\s|$)|>|[-+](?=\s)|[-=]{3,}")
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_MANY_BREAKS = re.compile(r"(?:[ \t]*\\?\n){3,}")
_DANGLING = re.compile(r"(?:\\\n)+(?=\n|\Z)")
_MATH = re.compile(
    r"\\\((?P<inline>(?:(?!\\\().)*?)\\\)|\\\[(?P<display>(?:(?!\\\[).)*?)\\\]"
    r"|\[\$\](?P<dollar>(?:(?!\[\$\]).)*?)\[/\$\]"
    r"|\[\$\$\](?P<dollars>(?:(?!\[\$\$\]).)*?)\[/\$\$\]"
    r"|\[latex\](?P<latex>(?:(?!\[latex\]).)*?)\[/latex\]"
    r"|<anki-mathjax(?P<block>[^<>]*)>(?P<jax>(?:(?!<anki-mathjax).)*?)</anki-mathjax>",
    re.DOTALL,
)
_LIFTED = "\ue000{}\ue001"
_PUT_BACK = re.compile("\ue000(\\d+)\ue001")

_AROUND = {"b": "**", "strong": "**", "i": "*", "em": "*", "code": "`", "kbd": "`", "del": "~~",
           "s": "~~", "strike": "~~", "tt": "`"}  # fmt: skip
_PARAGRAPH = re.compile(r"p|blockquote|h[1-6]|section|article|figure|dl|center")
_LINE = re.compile(r"div|dt|dd|caption|figcaption|hr")
_BREAK_LAST = re.compile(r"(?<!\\)\\\s*\Z")
_MARKER = re.compile(r" *(?:-|\d+\.) ")
_UNSEEN = re.compile(r"script|style|head|title")


@dataclass(slots=True)
class _Writer:
    """The Markdown so far, and what is open."""

    parts: list[str] = field(default_factory=list)
    lists: list[int] = field(default_factory=list)
    """For each open list the number of its next entry; 0 where it has bullets."""
    unseen: str = ""
    verbatim: bool = False
    rows: int = 0
    cells: int = 0
    """Of the open row of a table; a row is one line, whatever its cells hold."""
    link: str = ""
    inline: list[tuple[str, int]] = field(default_factory=list)
    """The marks that are open, each with the part it goes before."""
    in_code: bool = False

    def at_line_start(self) -> bool:
        """Whether nothing stands on the line yet."""
        return not self.parts or self.parts[-1].endswith("\n")

    def text(self, words: str) -> None:
        """Write words; blanks are one, but in ``pre``."""
        if self.unseen or not words:
            return
        plain = unescape(words).replace("\xa0", " ")
        if not self.verbatim:
            plain = _BLANKS.sub(" ", plain)
            plain = plain.lstrip(" ") if self.at_line_start() else plain
            plain = plain if self.in_code else self._escaped(plain)
        if plain:
            self.parts.append(plain)

    def _escaped(self, words: str) -> str:
        mark = "\\" if self.at_line_start() and _LINE_START.match(words) else ""
        cell = escaped(words).replace("|", "\\|") if self.cells else escaped(words)
        return f"{mark}{cell}"

    def line(self, count: int = 1) -> None:
        """Begin a new line, or a new paragraph."""
        if self.cells:
            return
        written = "".join(self.parts[-4:])
        there = len(written) - len(written.rstrip("\n"))
        if self.parts and there < count:
            self.parts.append("\n" * (count - there))

    def end_line(self) -> None:
        """Go on in the next line of the same paragraph; an entry of a list has just its own."""
        if self.cells or self.at_line_start() or _MARKER.fullmatch(self.parts[-1]):
            return
        self.parts.append("\n" if self.lists else "\\\n")


def markdown(html: str) -> str:
    """Turn a field's HTML into Markdown. Formulas are kept as TeX between dollars."""
    formulas = list[str]()

    def lift(found: re.Match[str]) -> str:
        formulas.append(_tex(found))
        return _LIFTED.format(len(formulas) - 1)

    html = _MATH.sub(lift, _PUT_BACK.sub("", html))
    writer, position = _Writer(), 0
    for part in _PART.finditer(html):
        writer.text(html[position : part.start()])
        position = part.end()
        if part["name"]:
            _take_tag(writer, part)
    writer.text(html[position:])
    text = _tidied("".join(writer.parts))
    return _PUT_BACK.sub(lambda found: formulas[int(found[1])], text)


def escaped(text: str) -> str:
    """Keep words from being read as Markdown's marks."""
    text = _SPECIAL.sub(lambda found: f"\\{found[0]}", text)
    return text.replace("$", "\\$") if text.count("$") > 1 else text


def plain(text: str) -> str:
    """Write a plain text as Markdown that shows it as it is, but for its formulas."""
    return markdown(text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>"))


def _tex(found: re.Match[str]) -> str:
    block = (found["block"] or "").strip() and found["jax"]
    display = found["display"] or found["dollars"] or block
    tex = display or found["inline"] or found["dollar"] or found["latex"] or found["jax"] or ""
    tex = unescape(re.sub(r"<br\s*/?>", " ", tex)).strip().strip("$").strip()
    tex = " ".join(tex.split())
    return (f"$${tex}$$" if display else f"${tex}$") if tex else ""


def _take_tag(writer: _Writer, part: re.Match[str]) -> None:
    name, is_end = part["name"].lower(), bool(part["end"])
    if _UNSEEN.fullmatch(name):
        writer.unseen = "" if is_end else name
    elif writer.unseen:
        return
    elif name in _AROUND:
        _around(writer, _AROUND[name], is_end)
    elif name in _TAGS:
        _TAGS[name](writer, is_end, _attributes(part["attributes"]))
    elif _PARAGRAPH.fullmatch(name):
        writer.line(2)
    elif _LINE.fullmatch(name):
        writer.end_line()


def _around(writer: _Writer, mark: str, is_end: bool) -> None:
    """Set marks close to their words; a pair around nothing, or around more than a line, goes."""
    if writer.verbatim:
        return
    if not is_end:
        writer.inline.append((mark, len(writer.parts)))
        writer.in_code = writer.in_code or mark == "`"
        return
    marks = [opened for opened, _ in writer.inline]
    if mark in marks:
        place = len(marks) - 1 - marks[::-1].index(mark)
        start = writer.inline[place][1]
        del writer.inline[place:]
        writer.in_code = any(mark == "`" for mark, _ in writer.inline)
        said = "".join(writer.parts[start:])
        bare = _BREAK_LAST.sub("", said).strip()
        if bare and "\n" not in bare:
            said = said.replace(bare, f"{mark}{bare}{mark}", 1)
        writer.parts[start:] = [said] * bool(said)


def _attributes(text: str) -> dict[str, str]:
    return {
        name.lower(): unescape(double or single or bare)
        for name, double, single, bare in _ATTRIBUTE.findall(text)
    }


def _break(writer: _Writer, _is_end: bool, _given: dict[str, str]) -> None:
    if writer.cells:
        writer.parts.append("<br>")
    else:
        writer.parts.append("\n" if writer.at_line_start() or writer.verbatim else "\\\n")


def _list(start: int) -> Callable[[_Writer, bool, dict[str, str]], None]:
    def take(writer: _Writer, is_end: bool, _given: dict[str, str]) -> None:
        if is_end:
            writer.lists = writer.lists[:-1]
            writer.line(1 if writer.lists else 2)
        else:
            writer.line(1 if writer.lists else 2)
            writer.lists.append(start)

    return take


def _entry(writer: _Writer, is_end: bool, _given: dict[str, str]) -> None:
    writer.line()
    if not is_end:
        number = writer.lists[-1] if writer.lists else 0
        if number:
            writer.lists[-1] = number + 1
        indent = "    " * (len(writer.lists) - 1)
        writer.parts.append(f"{indent}{f'{number}.' if number else '-'} ")


def _image(writer: _Writer, _is_end: bool, given: dict[str, str]) -> None:
    source = re.sub(r"[<>\n]", "", given.get("src", "")).strip()
    if source:
        name = f"<{source}>" if re.search(r"[\s()]", source) else source
        writer.parts.append(f"![{escaped(given.get('alt', ''))}]({name})")


def _link(writer: _Writer, is_end: bool, given: dict[str, str]) -> None:
    if not is_end and given.get("href", "").startswith(("http://", "https://", "mailto:")):
        writer.link = given["href"]
        writer.parts.append("[")
    elif is_end and writer.link:
        writer.parts.append(f"]({writer.link.replace(' ', '%20').replace(')', '%29')})")
        writer.link = ""


def _verbatim(writer: _Writer, is_end: bool, _given: dict[str, str]) -> None:
    writer.line(1 if is_end else 2)
    writer.parts.append("```\n")
    writer.verbatim = not is_end


def _table(writer: _Writer, _is_end: bool, _given: dict[str, str]) -> None:
    writer.cells = writer.rows = 0
    writer.line(2)


def _row(writer: _Writer, is_end: bool, _given: dict[str, str]) -> None:
    """End a row of a table; the first one is its head."""
    width, writer.cells = writer.cells, 0
    if is_end and width:
        writer.parts.append(" |\n" + ("|---" * width + "|\n") * (not writer.rows))
        writer.rows += 1
    else:
        writer.line()


def _cell(writer: _Writer, is_end: bool, _given: dict[str, str]) -> None:
    if not is_end:
        writer.parts.append(" | " if writer.cells else "| ")
        writer.cells += 1


_TAGS: dict[str, Callable[[_Writer, bool, dict[str, str]], None]] = {
    "br": _break,
    "ul": _list(0),
    "ol": _list(1),
    "li": _entry,
    "img": _image,
    "a": _link,
    "pre": _verbatim,
    "table": _table,
    "tr": _row,
    "td": _cell,
    "th": _cell,
}


def _tidied(text: str) -> str:
    """Leave no more than one blank line anywhere, and no break at a paragraph's end."""
    text = _MANY_BREAKS.sub("\n\n", _DANGLING.sub("\n", text))
    return _MANY_BREAKS.sub("\n\n", text).strip("\n").rstrip()
