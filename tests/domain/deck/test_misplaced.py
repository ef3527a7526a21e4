"""Attribute lists that do not end a heading are text, and said so, because an id is lost."""

import pytest

from flashcards.domain.deck.misplaced import nameable
from flashcards.domain.problems import MISPLACED_BRACES
from tests.domain.samples import read


def told(text: str) -> list[str]:
    found = [each for each in read(text).problems if each.code == MISPLACED_BRACES.code]
    braces = [each.message.partition("”")[0].removeprefix("“") for each in found]
    places = [f"{each.place.line}:{each.place.column}" for each in found]
    return [" ".join(pair) for pair in zip(places, braces, strict=True)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("## One {#one}edit\nx", ["1:8 {#one}"]),
        ("## One {#one} edit {.reversed}\nx", ["1:8 {#one}"]),
        ("## One {#one}, or {#two}?\nx", ["1:8 {#one}", "1:19 {#two}"]),
        ("## One {.cloze source=a}edit\n{{x}}", ["1:8 {.cloze source=a}"]),
        ("## One {: #one }edit\nx", ["1:8 {: #one }"]),
        ("## One {#one}}\nx", ["1:8 {#one}"]),
        ("## One {#one\t.cloze}edit\n{{x}}", ["1:1 {#one    .cloze}"]),
        ("## One\n{#one}\nx", ["2:1 {#one}"]),
        ("## One\n\n> hint: y\n\n  {#one .cloze}  \nx", ["5:3 {#one .cloze}"]),
        ("## One\nx\n ### Two {#two .cloze} ##\ny", ["3:10 {#two .cloze}"]),
    ],
)
def test_an_attribute_list_that_ends_no_notes_heading_is_told(text: str, found: list[str]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "## What does `{#one}` say?\nx",
        "## What is $x^{.cloze}$ or $\\frac{#a}{#b}$ worth?\nx",
        "## What are {x}, {.5}, {#}, {n=3} and {#each x}?\nx",
        "## What is {.unknown} in CSS?\nx",
        "## One {#one}\nThe set {#a} is no id.\n\n{#b}\n",
        "## One {#one}\n```\n{#a}\n```\n",
        "## One {#one}\n{x}\n",
        "## One {#one .paper}\n### Idea {.x}\ny\n### Model\n#### More {x}\nz\n",
    ],
)
def test_other_braces_are_text_and_fine(text: str) -> None:
    assert told(text) == []


def test_a_note_that_seems_to_have_an_id_is_given_no_other() -> None:
    lost = "## a {#a}b\nx\n## b\n{#b}\nx\n## c {#c\nx\n## d #d}\nx\n## e {#e f}\nx\n"
    notes = read(f"{lost}## plain {{braces}}\nx\n## f {{#f}}g {{#h}}\nx\n").notes
    assert [note.prompt for note in nameable(notes)] == ["plain {braces}", "f {#f}g"]
