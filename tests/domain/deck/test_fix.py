"""What has one right answer is corrected, and nothing else: not a character, not a problem."""

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashcards.domain.collection import collect
from flashcards.domain.deck.fix import FIXES, correction, edited, fix, fixable
from flashcards.domain.identity import Known
from tests.domain.deck.test_parse import PIECES
from tests.domain.samples import read

SPECIFICATION = Path(__file__).parents[3] / "decks" / "README.md"

CORRECTED = {
    "heading-without-space": ("## a\nb\n\n##c\nd\n", "## a\nb\n\n## c\nd\n"),
    "odd-braces": ("## a {cloze} ##\n{{b}}\n", "## a {.cloze} ##\n{{b}}\n"),
    "misplaced-braces": ("## a {#b}c\nd\n", "## a c {#b}\nd\n"),
    "single-colon": ("## a {.cloze}\nb {{c1:c}} {{d}}", "## a {.cloze}\nb {{c1::c}} {{d}}"),
    "single-braces": ("## a {.cloze}\n{c1::b {c}} {{d}}", "## a {.cloze}\n{{c1::b {c}}} {{d}}"),
    "unclosed-fence": ("## a\n ~~~~ py\nb", "## a\n ~~~~ py\nb\n ~~~~\n"),
}

LEFT = {
    "a heading that would have no answer": "## a\nb\n\n##c",
    "a heading that is there already": "## a\nb\n\n##A\nc",
    "braces that may be an id": "## a {#b c}\nd",
    "two pairs of braces": "## a {.cloze} {#b}\n{{c}}",
    "two ids in one heading": "## a {#b}c {#d}\ne",
    "a list below a hint": "## a\n> hint: b\n{#c}\nd",
    "a list of a heading that is too deep": "## a\n### b {#c}\nd",
    "a list with a tab": "## a {#b\t.cloze}c\nd {{e}}",
    "a brace that is never closed": "## a {.cloze}\n{c1::b {{d}}\n",
    "a fence with a heading below": "## a\n```\nb\n\n## c\nd\n",
    "a heading without a text": "##\na",
    "a kind that is unknown": "## a {.clozze}\nb",
}

MOVED = {
    "## a {#b} c": "## a c {#b}",
    "## a {#b}.": "## a. {#b}",
    "## a ({#b})": "## a () {#b}",
    "## {#b}a ##": "## a {#b} ##",
    "## a{: #b .reversed }c": "## ac {#b .reversed}",
    "## a {#b}c {.reversed}": "## a c {#b .reversed}",
    "##\ta ##  \n\n{#b}": "##\ta {#b} ##  \n\n",
    "## a {#b}c {reversed}": "## a c {#b .reversed}",
    "## a {#b": "## a {#b}",
    "## a {.reversed #b ##": "## a {.reversed #b} ##",
}

SLIPS = (
    "##a\n",
    "## f {#x}g\n",
    "{#y}\n",
    "## h {#z\n",
    "## b {cloze}\n",
    "{c1::c}",
    "{{c1:d}} ",
    "## e {.cloze}\n",
    "\n ```\n",
    "\n",
)


def codes(text: str) -> Counter[str]:
    return Counter(problem.code for problem in collect([read(text)], Known()).problems)


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("code", FIXES)
def test_a_correction_takes_its_problem_away_and_is_made_once(code: str, ending: str) -> None:
    before, after = (text.replace("\n", ending) for text in CORRECTED[code])
    assert codes(before) == Counter([code])
    fixed = fix(before)
    assert (fixed.text, fixed.gone) == (after, 1)
    assert codes(after) == Counter()
    assert fix(after).text == after


@pytest.mark.parametrize("name", LEFT)
@pytest.mark.parametrize("ending", ["\n", "\r"])
def test_what_has_several_answers_is_left(name: str, ending: str) -> None:
    text = LEFT[name].replace("\n", ending)
    assert codes(text)
    assert (fix(text).text, fix(text).gone) == (text, 0)


@pytest.mark.parametrize(("before", "after"), MOVED.items())
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_an_attribute_list_ends_its_heading_again(before: str, after: str, ending: str) -> None:
    before, after = (f"{text}\nanswer\n".replace("\n", ending) for text in (before, after))
    assert fix(before).text == after
    assert codes(after) == Counter()


def test_one_bad_correction_keeps_no_good_one_away() -> None:
    text = "##a\nb\n##c\n##\n## d {.cloze}\n{c1::e}} {{c1:f}}\n##g"
    fixed = fix(text)
    assert fixed.text == "## a\nb\n##c\n##\n## d {.cloze}\n{{c1::e}} {{c1::f}}\n##g"
    assert fixed.gone == 3


def test_a_gap_that_was_missed_is_the_notes_only_one() -> None:
    fixed = fix("## a {.cloze}\n{c1::b}")
    assert (fixed.text, fixed.gone) == ("## a {.cloze}\n{{c1::b}}", 2)


@given(st.lists(st.sampled_from((*PIECES, *SLIPS)), max_size=12).map("".join))
def test_any_text_has_fewer_problems_after_it_and_is_done_at_once(text: str) -> None:
    fixed = fix(text)
    assert not codes(fixed.text) - codes(text)
    assert fix(fixed.text).text == fixed.text
    assert bool(fixed.gone) == (fixed.text != text)


def test_the_format_names_what_is_corrected() -> None:
    paragraph = SPECIFICATION.read_text("utf-8").split("corrected by `flashcards check --fix`:")[1]
    named = re.findall("`([a-z]+-[a-z-]+)`", paragraph.split("\n\n")[0])
    assert set(named) == set(FIXES) == set(CORRECTED)


@pytest.mark.parametrize("code", FIXES)
def test_one_problem_is_corrected_by_itself(code: str) -> None:
    before, after = CORRECTED[code]
    text = (
        f"{before}" if code == "unclosed-fence" else f"{before}\n{before.replace('## a', '## z')}"
    )
    first = next(each for each in collect([read(text)], Known()).problems if each.code == code)
    edit = correction(text, first)
    assert edit
    assert edited(text, [edit]) == text.replace(before, after, 1)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("## a {.clozze}\n{{b}}", "## a {.cloze}\n{{b}}"),
        ("## a.revrsed {#b.c .revrsed}\nd", "## a.revrsed {#b.c .reversed}\nd"),
        ("## a {.clozze}\nnothing is hidden", ""),
        ("## a {.leech}\nb", ""),
        ("## a {.columns}\nb", ""),
    ],
)
def test_a_kind_that_was_misspelt_is_corrected_for_who_looks_at_it(before: str, after: str) -> None:
    (problem,) = collect([read(before)], Known()).problems
    edit = correction(before, problem)
    assert (edited(before, [edit]) if edit else "") == after
    assert fixable([problem])
    assert fix(before).text == before


def test_what_has_no_right_answer_is_not_corrected() -> None:
    text = LEFT["a heading that is there already"]
    problems = collect([read(text)], Known()).problems
    assert [correction(text, problem) for problem in problems] == [None]
    assert correction("## a\nb\n", problems[0]) is None
