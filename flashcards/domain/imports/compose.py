"""From a found note to a deck's own text, proven by reading it again."""

import re
from dataclasses import replace

from flashcards.domain.deck.blocks import Fence, Line, lines_of, outline
from flashcards.domain.deck.parse import parse
from flashcards.domain.ids import DeckId
from flashcards.domain.imports.found import Found, one_line
from flashcards.domain.kinds import DEFAULT_KIND, expand
from flashcards.domain.note import Note
from flashcards.domain.problems import Severity
from flashcards.domain.tongue import later, tr

_TAG = re.compile(r"[^\w/.:+#-]+")
_IMAGE = re.compile(r"(?:!\[[^\[\]]*\]\((?:<[^<>]*>|[^\s()]*)\)\s*)+")
_FORMULA = re.compile(r"\${1,2}(?=\S)[^$\n]+(?<=\S)\${1,2}(?!\d)")
_LIFTED = re.compile("\ue000(\\d+)\ue001")
_GAP = re.compile(r"\{\{(?:c\d{1,4}::)?(?:(?!\{\{).)*?\}\}", re.DOTALL)
_MARKS = re.compile(r"[*_`#>|\\$\[\]!{}]+|^[ \t]*[-+][ \t]|\]\([^()\s]*\)", re.MULTILINE)
_BEFORE = re.compile(r" (?=[.,;:?!])")
_AFTER = "\n## After {#after}\n\nIt is read as a note of its own.\n"

ONE_WAY = later("It is asked forwards only: its question has more than one line.")
NAMELESS = "Which words are missing?"
NAMED_BY = 8
"""A cloze note that has no prompt is called by so many of its words, at most."""


def prepared(found: Found) -> Found:
    """Bring a note into the form its kind has here.

    A cloze note without a prompt is called by its first words, its gaps left out. Only a basic
    question has more than one line: a reversed one of that sort is asked forwards only. A picture
    is no prompt: the words below it are, or it is asked what it shows.
    """
    if found.kind != "cloze" and _IMAGE.fullmatch(found.prompt):
        words, _, more = found.question.partition("\n")
        words, more = (words, more) if words[:1].isalnum() else ("", found.question)
        shown = "\n".join(filter(None, (found.prompt, more)))
        found = replace(found, prompt=words or tr("What does this show?"), question=shown)
    if found.kind == "cloze":
        body = "\n\n".join(filter(None, (found.question, found.body)))
        return replace(
            found, prompt=one_line(found.prompt) or _called(body), body=body, question=""
        )
    if found.kind == "reversed" and found.question:
        return replace(found, kind=DEFAULT_KIND, remarks=(*found.remarks, tr(ONE_WAY)))
    if found.kind != DEFAULT_KIND:
        return replace(found, prompt=one_line(f"{found.prompt} {found.question}"), question="")
    return replace(found, prompt=one_line(found.prompt))


def _called(body: str) -> str:
    """Name a text with gaps by its words; a formula is one of them."""
    formulas = list[str]()

    def lift(found: re.Match[str]) -> str:
        if "{{" in found[0] or found[0].startswith("$$"):
            return " … "
        formulas.append(found[0])
        return f"\ue000{len(formulas) - 1}\ue001"

    first = _FORMULA.sub(lift, _LIFTED.sub("", body.strip().split("\n\n")[0]))
    words = _MARKS.sub(" ", _GAP.sub(" … ", first)).split()
    more = "" if len(words) <= NAMED_BY or words[NAMED_BY - 1] == "…" else " …"
    name = _BEFORE.sub("", " ".join(words[:NAMED_BY])) + more
    name = _LIFTED.sub(lambda found: formulas[int(found[1])], name)
    return name if any(map(str.isalnum, name)) else NAMELESS


def written(found: Found, name: str) -> str:
    """Write a note with its id as a deck has it."""
    kind = f".{found.kind}" * (found.kind != DEFAULT_KIND)
    tags = " ".join(filter(None, (_TAG.sub("-", tag).strip("-") for tag in found.tags)))
    values = (("topic", found.topic), ("tags", tags), ("source", found.source))
    braces = [f"#{name}", kind, *(f".{option}" for option in found.options)]
    braces += [f'{key}="{_quotable(value)}"' for key, value in values if value]
    parts = [f"## {found.prompt} {{{' '.join(filter(None, braces))}}}"]
    if found.hint:
        parts.append(f"> hint: {one_line(found.hint)}")
    return "\n\n".join([*parts, _body(found)]) + "\n"


def fault_of(text: str, found: Found) -> str:
    """Say why a written note would not be read as what was found; nothing where it would."""
    deck = parse(text + _AFTER, DeckId("import"), "import", lambda _: None)
    if len(deck.notes) != 2:
        return _reason([p.message for p in deck.problems if p.severity is Severity.ERROR])
    return _fault_in(deck.notes[0], found)


def _fault_in(note: Note, found: Found) -> str:
    if (note.prompt, note.kind) != (found.prompt, found.kind):
        return _reason([])
    expansion = expand(note)
    errors = [p.message for p in expansion.problems if p.severity is Severity.ERROR]
    return "" if expansion.faces and not errors else _reason(errors)


def _reason(messages: list[str]) -> str:
    return messages[0] if messages else tr("Its text cannot stand in a deck as a note of its own.")


def _body(found: Found) -> str:
    """Write what stands below the heading; a line of hyphens parts question and answer."""
    answer, question = tamed(found.body), tamed(found.question)
    if found.kind != DEFAULT_KIND or not (question or _breaks(answer)):
        return answer
    for line in reversed(_breaks(question)):
        question = question[: line.start] + question[line.next :]
    return "\n\n".join(filter(None, (question.strip("\n"), "---", answer)))


def tamed(text: str) -> str:
    """Keep a text from ending its note: its headings go two levels down, its fences are closed."""
    found = outline(lines_of(text))
    for heading in reversed(found.headings):
        mark = text.index("#", heading.line.start)
        text = f"{text[:mark]}##{text[mark:]}"
    if isinstance(found.unclosed, Fence):
        text = f"{text}\n{found.unclosed.mark * found.unclosed.length}"
    return text.strip("\n").rstrip()


def _breaks(text: str) -> list[Line]:
    return outline(lines_of(text)).breaks


def _quotable(value: str) -> str:
    """Leave out what would end a value in the braces."""
    return one_line(re.sub(r'["{}]', " ", value))
