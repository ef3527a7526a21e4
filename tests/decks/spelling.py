"""``python -m tests.decks.spelling``: the decks' words that ``words.txt`` does not hold.

Read them; mend the decks, or run it with ``--accept`` to add what is spelt right.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.decks.content import deck_paths

ACCEPTED = Path(__file__).parent / "words.txt"

_NO_WORDS = re.compile(
    r"\A---\n.*?^(?=title:)|^(?:round|topic|tags):[^\n]*|^title:"  # the head, but its title
    r"|^ {0,3}```.*?^ {0,3}```|`[^`\n]+`"  # code
    r"|\$\$.*?\$\$|\$[^$\n]*\$"  # formulas
    r"|https?://\S+|\]\([^)\s]*\)"  # addresses
    r"|(?<=\{)#[^\s}]+|(?<=[\s}])[.#][\w.-]+(?=[\s}])|\b(?:topic|tags|link|year|verified|minutes)=\S+",
    re.DOTALL | re.MULTILINE,
)
_WORD = re.compile(r"(?<![\w’'])[A-Za-zÀ-ÿ]{2,}(?:['’][A-Za-z]+)?(?!\w)")


def words(text: str) -> Iterator[tuple[int, str]]:
    """Yield each word of a deck with its line; a genitive is its noun."""
    seen = _NO_WORDS.sub(lambda part: "\n" * part[0].count("\n"), text)
    for number, line in enumerate(seen.split("\n"), 1):
        for found in _WORD.finditer(line):
            yield number, found[0].replace("’", "'").casefold().removesuffix("'s")


def accepted() -> list[str]:
    """Read the words that are spelt right."""
    return ACCEPTED.read_text("utf-8").split("\n")[:-1]


def unknown() -> list[tuple[str, int, str]]:
    """List file, line and word of what is not accepted."""
    known = set(accepted())
    return [
        (path.name, number, word)
        for path in deck_paths()
        for number, word in words(path.read_text("utf-8"))
        if word not in known
    ]


def main(arguments: list[str]) -> None:
    """Print the unknown words, and accept them if that is asked."""
    found = unknown()
    for file, number, word in found:
        sys.stdout.write(f"{file}:{number} {word}\n")
    if "--accept" in arguments:
        known = sorted({*accepted(), *(word for _, _, word in found)})
        ACCEPTED.write_text("".join(f"{word}\n" for word in known), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
