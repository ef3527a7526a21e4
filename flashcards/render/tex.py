"""TeX made ready for the converter: what it lacks is respelled, what is hostile is refused."""

import re

from flashcards.domain.tongue import tr

MAX_LENGTH = 2_000
MAX_DEPTH = 24

_DEFINES = re.compile(r"\\(?:re)?newcommand|\\providecommand|\\def\b|\\let\b|\\DeclareMathOperator")
_BRACED = r"(?:[^{}]|\{[^{}]*\})*"
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
_OPERATOR = re.compile(rf"\\operatorname(\*)?\s*\{{({_BRACED})\}}")
_OPERATOR_SPACE = re.compile(r"\\[,;:! ]|\\(?:text|mathrm|rm)\b|[~{}\s]")
_ARG = re.compile(r"\\arg\s*(?:\\[,;:! ]\s*)*\\(max|min)(?![a-zA-Z])")
_TEXT = re.compile(rf"\\(text|textrm|mbox)\{{({_BRACED})\}}")
_TEXT_MATH = re.compile(r"(?<!\\)\$([^$]*)(?<!\\)\$")
_SPELLINGS = (
    (re.compile(r"\\mathbf\s*(?:\{1\}|1)"), r"\\mathbf{1}"),
    (re.compile(r"\\(?:bm|pmb)(?![a-zA-Z])"), r"\\boldsymbol"),
    (re.compile(r"\\mathds(?![a-zA-Z])"), r"\\mathbb"),
    (re.compile(r"\\(?:dots[bcimo])(?![a-zA-Z])"), r"\\cdots"),
    (re.compile(r"\\(?:nonumber|notag)(?![a-zA-Z])"), ""),
    (re.compile(rf"\\x(right|left)arrow\s*\{{({_BRACED})\}}"), r"\\overset{\2}{\\long\1arrow}"),
    (re.compile(r"\\label\{[^{}]*\}"), ""),
)


class UnreadableTexError(Exception):
    """The TeX is not drawn; the message is the reason, for the person who wrote it."""


def readable(tex: str) -> str:
    """The same formula in the words the converter knows; raises UnreadableTexError."""
    _refuse_hostile(tex)
    tex = _TEXT.sub(_split_text, tex)
    tex = _ARG.sub(r"\\operatorname*{arg\1}", tex)
    tex = _OPERATOR.sub(_operator, tex)
    for pattern, replacement in _SPELLINGS:
        tex = pattern.sub(replacement, tex)
    return tex.strip()


def _refuse_hostile(tex: str) -> None:
    if not tex.strip():
        raise UnreadableTexError(tr("The formula is empty."))
    if len(tex) > MAX_LENGTH:
        raise UnreadableTexError(
            tr("The formula is longer than {most} characters.", most=MAX_LENGTH)
        )
    if _DEFINES.search(tex):
        raise UnreadableTexError(tr("Formulas cannot define commands of their own."))
    if _depth(tex) > MAX_DEPTH:
        raise UnreadableTexError(
            tr("The formula's braces are nested deeper than {most}.", most=MAX_DEPTH)
        )
    _refuse_unmatched(tex)


def _refuse_unmatched(tex: str) -> None:
    """Braces without their other half, which the converter would print, or trip over."""
    depth = 0
    for brace in _BRACE.findall(tex):
        depth += {"{": 1, "}": -1}.get(brace, 0)
        if depth < 0:
            raise UnreadableTexError(tr("Extra }: it closes a brace that was never opened."))
    if depth:
        raise UnreadableTexError(tr("Missing }: a brace is opened and never closed."))


def _depth(tex: str) -> int:
    deepest = depth = 0
    for token in re.findall(r"\\begin|\\end|\\left|\\right|\\.|[{}]", tex):
        if token in ("{", r"\begin", r"\left"):
            depth += 1
            deepest = max(deepest, depth)
        elif token in ("}", r"\end", r"\right"):
            depth -= 1
    return deepest


def _operator(match: re.Match[str]) -> str:
    r"""`\operatorname*{arg\,max}` as one word; a name with digits or signs as upright text."""
    star, body = match.group(1) or "", match.group(2)
    name = _OPERATOR_SPACE.sub("", body)
    if name.isascii() and name.isalpha():
        return rf"\operatorname{star}{{{name}}}"
    return rf"\text{{{body.replace('$', '')}}}"


def _split_text(match: re.Match[str]) -> str:
    r"""`\text{where $x$ is}` as text, math, text: the converter prints the dollars."""
    command, body = match.groups()
    pieces = _TEXT_MATH.split(body)
    if len(pieces) == 1:
        return match.group()
    return "".join(
        f"{{{piece}}}" if odd % 2 else (rf"\{command}{{{piece}}}" if piece else "")
        for odd, piece in enumerate(pieces)
    )
