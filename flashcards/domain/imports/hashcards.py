"""hashcards: ``Q:`` and ``A:``, or ``C:`` with ``[gaps]`` (its README, “Format”)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from flashcards.domain.deck.literal import literal_stretches, within
from flashcards.domain.imports.found import (
    Findings,
    Found,
    Skipped,
    deletion,
    findings,
    one_line,
    shortened,
    silent,
)
from flashcards.domain.tongue import later, tr

_NAME = re.compile(r"""^name\s*=\s*(?:"([^"\n]*)"|'([^'\n]*)')\s*$""", re.MULTILINE)
_HEAD = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*$\n?", re.DOTALL | re.MULTILINE)
_BRACKETS = re.compile(r"\\[\[\]]|!\[[^\[\]\n]*\]|[\[\]]")

_TEX = re.compile(
    r"\\\\|\\\((?P<inline>(?:[^\\\n]|\\(?![()]).)+?)\\\)"
    r"|\\\[(?P<display>(?=[^\[\]]*?(?:[\^_=+<>]|\\(?![\[\]])))(?:[^\\]|\\(?![\[\]]).)+?)\\\]",
    re.DOTALL,
)
"""TeX as LaTeX marks it; words in escaped brackets are words."""

FROM_ROOT = "](@/"
"""A picture of the whole collection's folder; here it is looked for beside the file."""

LEFT_ALONE = later("This text is no card: it stands behind no Q: or C:.")


@dataclass(slots=True)
class _Card:
    """Lines that belong together: those of each mark, in the order they were written."""

    line: int
    parts: dict[str, list[str]] = field(default_factory=dict)
    last: str = ""

    def begin(self, mark: str, text: str) -> None:
        """Begin the question, the answer or the cloze."""
        self.parts[mark], self.last = [text.strip()], mark

    def text(self, mark: str) -> str:
        """Give what stands behind a mark: as it is read here, without what is heard."""
        said, _ = silent("\n".join(self.parts.get(mark, ())))
        return _with_dollars(said).replace(FROM_ROOT, "](").strip()

    @property
    def remarks(self) -> tuple[str, ...]:
        """Tell of the sounds."""
        return silent("\n".join(line for part in self.parts.values() for line in part))[1]


def read(text: str) -> Findings:
    """Find the cards. What hashcards calls an error is skipped here, and told."""
    head = _HEAD.match(text)
    name = _NAME.search(head[1]) if head else None
    title = (name[1] or name[2] or "") if name else ""
    made = map(_note, _cards(text, head.end() if head else 0))
    return findings(made, one_line(title))


def _cards(text: str, start: int) -> Iterator[_Card]:
    card: _Card | None = None
    first = text.count("\n", 0, start) + 1
    for number, line in enumerate(text[start:].split("\n"), start=first):
        mark = line[:2] if line[:2] in ("Q:", "A:", "C:") else ""
        if card and (mark in ("Q:", "C:") or line.strip() == "---" or mark in card.parts):
            yield card
            card = None
        if mark:
            card = card or _Card(number)
            card.begin(mark, line[2:])
        elif card:
            card.parts[card.last].append(line)
        elif line.strip() not in ("", "---"):
            card = _Card(number)
            card.begin("", line)
    if card:
        yield card


def _note(card: _Card) -> Found | Skipped:
    question, answer = card.text("Q:"), card.text("A:")
    if "C:" in card.parts:
        return _cloze(card)
    if not question:
        loose = tr("This answer has no question.") if "A:" in card.parts else tr(LEFT_ALONE)
        return Skipped(card.line, loose)
    if not answer:
        lacks = tr("“{text}” has no answer.", text=shortened(question))
        return Skipped(card.line, " ".join((lacks, *card.remarks)))
    prompt, _, more = question.partition("\n")
    question = more.strip("\n")
    return Found(card.line, prompt, answer, question=question, remarks=card.remarks)


def _cloze(card: _Card) -> Found | Skipped:
    text = card.text("C:")
    if "A:" in card.parts:
        return Skipped(card.line, tr("A cloze has no answer of its own, and this one has an A:."))
    body, gaps = gapped(text)
    if not gaps:
        return Skipped(
            card.line,
            tr("“{text}” hides nothing: no [gap] is in it.", text=shortened(text)),
        )
    if not all(gaps):
        return Skipped(
            card.line,
            tr("In “{text}” a gap holds “::”, which ends one here.", text=shortened(text)),
        )
    return Found(card.line, "", body, "cloze", remarks=card.remarks)


def _with_dollars(text: str) -> str:
    """Write TeX as it is marked here; in code it stays as it is."""
    literal = literal_stretches(text)

    def written(found: re.Match[str]) -> str:
        if within(literal, found.start()):
            return found[0]
        if found["display"]:
            return f"$${found['display'].strip()}$$"
        return f"${found['inline'].strip()}$" if found["inline"] else found[0]

    return _TEX.sub(written, text)


def gapped(text: str) -> tuple[str, list[str]]:
    """Turn ``[gaps]`` into numbered deletions; brackets in code and math stay."""
    literal = literal_stretches(text)
    parts, gaps, position, opened = list[str](), list[str](), 0, -1
    for bracket in _BRACKETS.finditer(text):
        if bracket[0] == "[" and not within(literal, bracket.start()):
            opened = bracket.start()
        elif bracket[0] == "]" and opened >= 0 and text[opened + 1 : bracket.start()].strip():
            gaps.append(deletion(len(gaps) + 1, text[opened + 1 : bracket.start()]))
            parts += [text[position:opened], gaps[-1]]
            position, opened = bracket.end(), -1
    return "".join([*parts, text[position:]]), gaps
