"""A hostile deck of ten megabytes is read in time proportional to its size, whole and as it is."""

from time import process_time

import pytest

from flashcards.domain.collection import collect
from flashcards.domain.identity import Known
from tests.domain.samples import read

pytestmark = pytest.mark.no_cover  # what is timed is the reader, not the counting

MEGABYTE = 1_000_000
UNITS = {
    "nested quotes": ("## a {#a}\n", "> > > > ", "b"),
    "quotes on one line": ("## b {#b}\n", ">", "c"),
    "backticks": ("## c {#c .cloze}\n{{b}} ", "`", ""),
    "brackets": ("## d {#d}\n", "[", ""),
    "braces": ("## e {#e .cloze}\n{{b}} ", "{{", ""),
    "dollars": ("## f {#f .cloze}\n{{b}} ", "$", ""),
    "comments": ("## g {#g}\nb <!-- ", "<!-- b ", " -->"),
    "pipes": ("## h {#h .compare}\n|b|c|d|\n|-|-|-|\n|e|f|g|\n", "|", "\n"),
    "headings": ("", f"\n\n## A heading {{#i@}}\n\n{'An answer of words. ' * 40}", ""),
    "nested lists": ("\n\n## j {#j}\n", "- 1. ", "b\n"),
    "footnotes": ("## k {#k}\n", "[^b] ", "\n\n[^b]: c\n"),
    "braces in a heading": ("## l ", "{#l ", "}\nb"),
}


def hostile(size: int) -> str:
    """Write every kind of hostility one below the other, in equal parts."""
    each = size // len(UNITS)
    parts = []
    for before, unit, after in UNITS.values():
        units = (unit.replace("@", str(number)) for number in range(each // len(unit)))
        parts.append(f"{before}{''.join(units)}{after}\n\n")
    return "".join(parts)


def seconds(text: str) -> float:
    start = process_time()
    collect([read(text)], Known())
    return process_time() - start


@pytest.mark.slow
def test_ten_megabytes_take_four_times_as_long_as_a_quarter_of_them() -> None:
    quarter, whole = hostile(10 * MEGABYTE // 4), hostile(10 * MEGABYTE)
    assert len(whole) > 9.9 * MEGABYTE
    found = []
    for _ in range(3):  # a busy machine is slower for a while; squares take sixteen times as long
        once, four_times = seconds(quarter), seconds(whole)
        found.append(f"{once:.2f} s, then {four_times:.2f} s")
        if four_times < 6 * once + 0.5:
            return
    pytest.fail("; ".join(found))
