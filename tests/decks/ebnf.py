"""Read the notation of decks/grammar.ebnf, and turn a rule into a regular expression."""

import re
from collections.abc import Mapping
from pathlib import Path

GRAMMAR = Path(__file__).parents[2] / "decks" / "grammar.ebnf"
_COMMENT = re.compile(r"\(\*.*?\*\)", re.DOTALL)
_RULE = re.compile(r"([a-z-]+)\s*=\s*((?:\"[^\"]*\"|\? .*? \?|[^;\"?])*);")
_PART = re.compile(
    r'"(?P<word>[^"]*)"|\? (?P<special>.*?) \?|(?P<rule>[a-z-]+)|(?P<mark>[\[\]{}()|,])'
)
_MARKS = {"[": "(?:", "]": ")?", "{": "(?:", "}": ")*", "(": "(?:", ")": ")", "|": "|", ",": ""}


def rules() -> dict[str, str]:
    """Read the rules by their names."""
    return dict(_RULE.findall(_COMMENT.sub("", GRAMMAR.read_text("utf-8"))))


def pattern(name: str, known: Mapping[str, str]) -> str:
    """Write a rule as a regular expression."""
    parts = []
    for part in _PART.finditer(known[name]):
        if part["word"] is not None:
            parts.append(re.escape(part["word"]))
        elif part["special"] is not None:
            parts.append(part["special"])
        elif part["rule"]:
            parts.append(pattern(part["rule"], known))
        else:
            parts.append(_MARKS[part["mark"]])
    return f"(?:{''.join(parts)})"


def compiled(name: str) -> re.Pattern[str]:
    """Compile a rule; groups of one name are told apart by a number."""
    text, count = pattern(name, rules()), 0
    while "(?P<fence>" in text:
        count += 1
        text = text.replace("(?P<fence>", f"(?P<f{count}>", 1)
        text = text.replace("(?P=fence)", f"(?P=f{count})", 2)
    return re.compile(text, re.MULTILINE)


def words(name: str) -> list[str]:
    """List the terminals of a rule."""
    return re.findall(r'"([^"]*)"', rules()[name])
