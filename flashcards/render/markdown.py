"""Markdown to safe HTML in which each formula is still a numbered placeholder."""

from __future__ import annotations

import re
import threading
from dataclasses import dataclass
from html import escape
from string import punctuation
from typing import TYPE_CHECKING

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import (
    HtmlInlineProcessor,
    SimpleTagInlineProcessor,
    SubstituteTagInlineProcessor,
)
from markdown.preprocessors import Preprocessor

from flashcards.render.blocks import respell
from flashcards.render.code import code_block
from flashcards.render.dollars import RESERVED, Lifted, lift
from flashcards.render.fences import lift_fences
from flashcards.render.sanitize import TAGS, sanitize

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_COMMENT = re.compile(r"^ {0,3}<!--.*?-->[ \t]*$", re.DOTALL | re.MULTILINE)
_TAG_NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)[\s/>]")
_ALIGNED = re.compile(r'<(t[hd]) style="text-align: (left|right|center);">')
_TASK = re.compile(r"<li>\s*(<p>)?\[([ xX])\] ")
_BREAK = r"\\\n"
_BRACKET = re.compile(r"[\[\]]|\n[ \t]*\n")
MAX_OPEN_BRACKETS = 200
"""Python-Markdown reads on to the end of the paragraph for each; 20,000 of them take a minute."""
_STRUCK = r"(~~)(?!\s)(.+?)(?<!\s)~~"
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


@dataclass(frozen=True, slots=True)
class Draft:
    """Safe HTML with placeholders, and what they stand for."""

    html: str
    lifted: tuple[Lifted, ...]


def convert(source: str) -> Draft:
    """The draft of a card's text; never raises, whatever was written."""
    source = RESERVED.sub("", _CONTROL.sub("", source))
    if _open_brackets(source) > MAX_OPEN_BRACKETS:
        return _verbatim(source)
    try:
        return _workshop.convert(source)
    except Exception:  # noqa: BLE001 - whatever a parser trips over, the words are shown
        return _verbatim(source)


def _verbatim(source: str) -> Draft:
    return Draft(sanitize(f"<pre>{escape(source)}</pre>"), ())


def _open_brackets(source: str) -> int:
    """The most `[` that stand open at once in a paragraph."""
    most = depth = 0
    for sign in _BRACKET.findall(source):
        depth = 0 if len(sign) > 1 else depth + (1 if sign == "[" else -1 if depth else 0)
        most = max(most, depth)
    return most


class _Workshop(threading.local):
    """One converter a thread: building it takes some milliseconds, and it is not shareable."""

    def __init__(self) -> None:
        self.formulas = _Formulas()
        self.markdown = Markdown(extensions=["tables", "sane_lists", _CardText(self.formulas)])

    def convert(self, source: str) -> Draft:
        self.formulas.lifted = ()
        html = self.markdown.reset().convert(source)
        html = _ALIGNED.sub(r'<\1 align="\2">', html)
        html = _TASK.sub(_task, html)
        return Draft(sanitize(html), self.formulas.lifted)


class _CardText(Extension):
    """The steps and rules that are this project's own."""

    def __init__(self, formulas: _Formulas) -> None:
        super().__init__()
        self._formulas = formulas

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's spelling
        md.ESCAPED_CHARS = [*punctuation]  # as in CommonMark; Python-Markdown knows a few of them
        md.preprocessors.deregister("html_block")
        md.preprocessors.register(_Fences(md), "fences", 25)
        md.preprocessors.register(self._formulas, "formulas", 21)
        md.preprocessors.register(_Respell(md), "respell", 19)
        pattern = md.inlinePatterns["html"].pattern
        md.inlinePatterns.register(_KnownTags(pattern, md), "html", 90)
        md.inlinePatterns.register(SubstituteTagInlineProcessor(_BREAK, "br"), "break", 185)
        md.inlinePatterns.register(SimpleTagInlineProcessor(_STRUCK, "del"), "struck", 55)


class _Fences(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        return lift_fences(lines, self._store)

    def _store(self, code: str, language: str) -> str:
        return self.md.htmlStash.store(code_block(code, language))


class _Respell(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        return respell(_COMMENT.sub("", "\n".join(lines)).split("\n"))


class _Formulas(Preprocessor):
    """Lifts the formulas out before any other rule sees their stars, bars and underscores."""

    lifted: tuple[Lifted, ...] = ()

    def run(self, lines: list[str]) -> list[str]:
        text, self.lifted = lift("\n".join(lines))
        return text.split("\n")


class _KnownTags(HtmlInlineProcessor):
    """Harmless tags pass; `vector<int>` and `<script>` are shown as what they are: text."""

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the library's spelling
        self, m: re.Match[str], data: str
    ) -> tuple[Element | str | None, int | None, int | None]:
        name = _TAG_NAME.match(m.group(1))
        comment = m.group(1).startswith("<!--")
        if comment or (name and name[1].lower() in TAGS):
            return super().handleMatch(m, data)
        return None, None, None


def _task(match: re.Match[str]) -> str:
    box = "☐" if match[2] == " " else "☑"
    return f'<li class="task">{match[1] or ""}{box} '


_workshop = _Workshop()
