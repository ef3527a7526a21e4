"""A deck may be hostile: twice the text may take twice the time, never four times.

One product is by design: each card of a cloze note holds the whole text, and each card of a compare
note what stands around the table.
"""

from collections.abc import Callable
from time import process_time

import pytest

from flashcards.domain.collection import collect
from flashcards.domain.deck.blocks import lines_of
from flashcards.domain.deck.header import read_header
from flashcards.domain.identity import Known
from tests.domain.samples import read

pytestmark = pytest.mark.no_cover  # what is timed is the reader, not the counting

SIZE = 20_000
"""Characters (about) of the smaller text; a quadratic reader would need many seconds for it."""

TEXTS = {
    "backticks in a cloze": ("## a {.cloze}\n", "`", "{{b}}"),
    "runs of backticks": ("## a {.cloze}\n", "` `` ``` ", "{{b}}"),
    "dollars": ("## a {.cloze}\n", "$", "{{b}}"),
    "unclosed math": ("## a {.cloze}\n", "$a ", "{{b}}"),
    "escaped dollars": ("## a {.cloze}\n$$", "a\\$$", "{{b}}"),
    "brackets": ("## a\n", "[", ""),
    "unclosed deletions": ("## a {.cloze}\n", "{{", ""),
    "empty deletions": ("## a {.cloze}\n", "{{}}\n", "{{b}}"),
    "single braces": ("## a {.cloze}\n", "{c1::", "{{b}}"),
    "single colons": ("## a {.cloze}\n{{b}}\n`", "{{c1:", ""),
    "nested deletions": ("## a {.cloze}\n" + "{{" * 3, "{{b}}", "}}" * 3),
    "numbered deletions in code": ("## a {.cloze}\n`", "{{c1::", "`"),
    "blank lines in a cloze": ("## a {.cloze}\n{{", "\n \t", "}}"),
    "pipes": ("## a {.compare}\n|b|c|d|\n|-|-|-|\n", "|", "\n"),
    "a wide rule row": ("## a {.compare}\n|b|c|\n", " ", "|x\n"),
    "rows of a table": ("## a {.compare}\n|b|c|d|\n|-|-|-|\n", "|e|f|g|\n", ""),
    "blanks in a heading": ("## a", " ", "b\nc"),
    "blanks in braces": ("## a {", " ", "b\nc"),
    "hashes in a heading": ("## a", " #", "b\nc"),
    "braces in a heading": ("## a", " {#b}", "c\nd"),
    "odd braces": ("## a {#b", " ", "c}\nd"),
    "ids in braces": ("## a {", "#b ", "}\nc"),
    "quotes in attributes": ("## a {b=", '"', "}\nc"),
    "quotes on one line": ("## a\n", ">", ""),
    "lists on one line": ("## a\n", "- ", "b"),
    "lists, then blank lines": ("## a\n" + "- " * 2_000 + "b\n", " " * 9 + "\n", ""),
    "quotes, then lazy lines": ("## a\n" + ">" * 2_000 + "b\n", "c\n", ""),
    "attributes of a tag": ("## a\n<b", " c='d'", "!"),
    "blanks in a tag": ("## a\n<b", " ", "!"),
    "marks of a break": ("## a\n", "* ", "b"),
    "headings": ("", "## a\nb\n", ""),
    "sections": ("## a\nb\n", "# c\n", ""),
    "sections with text": ("## a\nb\n", "# c?\nd\n", ""),
    "sections and nothing": ("", "# c\n", ""),
    "thematic breaks": ("## a\nb\n\n", "---\r\n", ""),
    "unclosed comments": ("## a\n", "<!--", ""),
    "headings without a space": ("## a\n", "##b\n", ""),
    "indented headings": ("## a\nb\n", "    ## c\n", ""),
    "hints": ("## a\n", "> hint: b\n\n", "c"),
    "hints and breaks": ("## a\n", "> hint: b\n\n---\n", "c"),
    "footnotes": ("## a\n", "[^b]: c\n", "d"),
    "references": ("## a\n", "[^b]", "\n\n[^b]: c"),
    "references to nothing": ("## a\n", "[^b] [^c", ""),
    "footnotes that go on": ("## a\nb\n\n[^b]: c\n", "\n    d", ""),
    "comments and references": ("## a\n", "<!-- [^b] -->", ""),
    "steps": ("## a {.steps}\n", "1. b\n", ""),
    "empty steps": ("## a {.steps}\n", "1.\n", ""),
    "lines of a step": ("## a {.steps}\n1. b\n", "   b\n\n", ""),
    "fields": ("## a {.paper}\n", "### b\nc\n", ""),
    "hashes in a field": ("## a {.paper}\n###", " #", "\nb"),
    "quotes in a story": ("## a {.star}\n### Action\n", '“ " ', ""),
    "comments in a story": ("## a {.star}\n### Action\n", "<!-- ", ""),
    "words of a story": ("## a {.star}\n### Result\n", "a'", "!"),
    "leftover dollars": ("## a\n", "$x^2 ", ""),
    "leftover dollars in paragraphs": ("## a\n", "$x^2\n\n", ""),
    "dollars in a heading": ("## a ", "$x^2 ", "\nb"),
    "math over blank lines": ("## a\n", "$$\na\n\n$$\n", ""),
    "spaced math": ("## a\n", "$ x^", ""),
    "figures": ("## a\nif", " 20%", ""),
    "figures that are given": ("## a 20%" * 2_000 + "\n", " 20%", ""),
    "digits": ("## a\n%", "1,", ""),
    "times": ("## a\n", "1×", " 1"),
    "deep headings": ("## a\nb\n", "#### c\n### d\n", ""),
    "lines that name no source": ("", "> - * sourc\n", "## a\nb"),
    "tabs": ("## a\n", "\t", "b"),
}


def seconds(work: Callable[[], object]) -> float:
    """Time a piece of work; the best of three."""
    times = []
    for _ in range(3):
        start = process_time()
        work()
        times.append(process_time() - start)
    return min(times)


def check(once: float, twice: float) -> None:
    """Compare two times, with room for noise."""
    assert twice < 4 * once + 0.05, f"{once:.3f} s, then {twice:.3f} s"
    assert twice < 5, f"{twice:.1f} s for {2 * SIZE:,} characters"


@pytest.mark.parametrize("name", TEXTS)
def test_reading_takes_time_in_proportion_to_the_text(name: str) -> None:
    before, unit, after = TEXTS[name]
    count = SIZE // len(unit)
    once, twice = (before + unit * count * times + after for times in (1, 2))
    check(
        seconds(lambda: collect([read(once)], Known())),
        seconds(lambda: collect([read(twice)], Known())),
    )


def test_so_does_front_matter_with_many_keys() -> None:
    def work(count: int) -> object:
        text = "---\n" + "".join(f"k{number}: 1\n" for number in range(count)) + "---\n"
        values = dict.fromkeys((f"k{number}" for number in range(count)), 1)
        return read_header(text, list(lines_of(text)), "d.md", lambda _: values)

    check(seconds(lambda: work(2_000)), seconds(lambda: work(4_000)))
