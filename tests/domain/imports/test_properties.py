"""Whatever a text holds: no reader raises, nothing is lost in silence, and every deck is sound."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flashcards.domain.imports.encoding import decoded
from flashcards.domain.imports.formats import FORMATS, Format
from flashcards.domain.imports.gather import Taken, chapters
from flashcards.domain.imports.html import markdown
from flashcards.domain.imports.imported import Reading, imported
from flashcards.domain.imports.rows import SEPARATORS, split
from flashcards.domain.problems import Severity
from tests.domain.imports.whole import collected

MARKS = r"""
Q:~|A:~|C:~|[gap]|[|]|\[|![x](y.png)|---|***|::|:::|?|??|==gap==|==|^[hint]|[^1]|
##~|#~|###~|%|[#tag]()|```|~~~|<!--|-->|<pre>|{{c1::|{{|}}|::|{#a}|{.cloze}|$|$$|`|
<b>|</b>|<br>|<li>|<ul>|</ul>|<table>|<td>|</tr>|<img src='a b.png'>|&lt;|&#0;|[$]|
#separator:tab|#html:true|#tags column:2|"|""|,|;|prompt|answer|>~hint:~|1.~|-~|
#flashcards/a|<!--SR:!2026-01-01,3,250-->|[sound:a.mp3]|\(|\)|    |word|two words
"""
BLANKS = ["\n", "\n", "\n\n", " ", "\t", "\x00", "\r", "\u2028", "\ud800", "\ue0003\ue001"]
PIECES = st.sampled_from(
    [*(mark.replace("~", " ") for mark in MARKS.replace("\n", "").split("|")), "~~~", *BLANKS]
)
TEXTS = st.lists(PIECES, max_size=25).map("".join) | st.text(max_size=60)


@pytest.mark.parametrize("wished", FORMATS, ids=lambda wished: wished.name)
@given(text=TEXTS)
@settings(max_examples=150, deadline=None)
def test_any_text_becomes_a_deck_without_errors(wished: Format, text: str) -> None:
    content = text.encode("utf-8", "surrogatepass")
    made = imported("in", content, Taken(), Reading(wished))
    deck = "\n".join(chapters(made.notes, "", "More"))
    read = collected(deck)
    errors = [problem for problem in read.problems if problem.severity is Severity.ERROR]
    assert (len(read.notes), errors) == (len(made.notes), [])
    assert [named.note.prompt for named in read.notes.values()] == [
        found.prompt for found, _ in made.notes
    ]


@pytest.mark.parametrize("wished", FORMATS, ids=lambda wished: wished.name)
@given(word=st.text(string.ascii_letters, min_size=3, max_size=9), text=TEXTS)
@settings(max_examples=100, deadline=None)
def test_a_text_that_says_something_is_never_passed_over_in_silence(
    wished: Format, word: str, text: str
) -> None:
    made = imported(
        "in", f"{word}\n\n{text}".encode("utf-8", "surrogatepass"), Taken(), Reading(wished)
    )
    told = made.account.skipped or made.account.remarks
    assert made.notes or told


@given(text=TEXTS)
@settings(deadline=None)
def test_the_format_is_guessed_without_a_fault(text: str) -> None:
    for name in ("in.md", "in.txt", "in.csv"):
        imported(name, text.encode("utf-8", "surrogatepass"), Taken())


@given(content=st.binary(max_size=80))
def test_any_bytes_are_a_text(content: bytes) -> None:
    decoded(content)


@given(rows=st.lists(st.lists(st.text('ab",; \n', min_size=1), min_size=2, max_size=4), min_size=1))
def test_what_is_written_as_csv_is_read_as_it_was(rows: list[list[str]]) -> None:
    said = [row for row in rows if any(map(str.strip, row))]
    text = "\n".join(";".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    assert [list(row.cells) for row in split(text, SEPARATORS["semicolon"]).rows] == said


@given(text=TEXTS)
def test_html_without_an_end_is_read_too(text: str) -> None:
    markdown(text)


@given(words=st.lists(st.text(string.ascii_letters, min_size=1), min_size=1, max_size=5))
def test_plain_words_stay_themselves(words: list[str]) -> None:
    assert markdown(" ".join(words)) == " ".join(words)
