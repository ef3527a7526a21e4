"""Footnotes: sources that are listed below the answer."""

import pytest

from flashcards.domain.deck.footnotes import MOST, footnotes_in, named_apart
from tests.domain.samples import expand, places


def shown(text: str) -> list[str]:
    """Write each card as ``front | back``, its sources as ``(¹ a, ² b)``."""
    found = []
    for faces in expand(text).faces:
        back, _, sources = faces.back.partition("\n\n###### Sources\n\n")
        listed = (
            sources.strip().replace("\n\n", ", ").replace("<small>", "").replace("</small>", "")
        )
        front = faces.front.partition("\n\n")[2].strip()
        found.append(f"{front} | {back} ({listed})")
    return found


def test_a_source_is_listed_below_the_answer_that_refers_to_it() -> None:
    (faces,) = expand("## a\n46%[^ying] more.\n\n[^ying]: KDD *2018*\n").faces
    assert faces.back == ("46%¹ more.\n\n###### Sources\n\n<small>¹ KDD *2018*</small>\n\n")


def test_each_card_counts_its_own_references() -> None:
    text = "## a {.compare}\n| |x|y|\n|-|-|-|\n|b|1[^p]|2|\n|c|3[^q]|4[^p]|\n\n[^p]: P\n[^q]: Q\n"
    assert [line.split("\n")[-1] for line in shown(text)] == [
        "| 1¹ | 2 | (¹ P)",
        "| 3¹ | 4² | (¹ Q, ² P)",
    ]


def test_no_card_is_named_by_a_reference() -> None:
    (faces,) = expand("## a {.cloze}\n{{L1[^p]}}\n\n[^p]: P").faces
    assert faces.key == "l1"
    (faces,) = expand("## a[^p] {.compare}\n| |x|y|\n|-|-|-|\n|b[^p]|1|2|\n\n[^p]: P").faces
    assert (faces.key, faces.prompt, faces.front) == ("b", "a — b?", "## a¹ — b¹?\n")


def test_a_reference_in_the_question_has_its_source_below_the_answer() -> None:
    assert shown("## a\nq[^p]\n\n---\nb\n\n[^p]: P") == ["q¹ | b (¹ P)"]
    assert shown("## a {.reversed}\nb[^p]\n\n[^p]: P")[1] == " | ## a (¹ P)"


def test_steps_have_their_sources_below_the_last() -> None:
    (faces,) = expand("## a {.steps}\n1. b[^p]\n2. c\n\n[^p]: P").faces
    assert [part.text for part in faces.parts] == [
        "b¹",
        "c\n\n###### Sources\n\n<small>¹ P</small>\n\n",
    ]


def test_references_in_a_row_are_kept_apart() -> None:
    (faces,) = expand("## a\nb[^p][^q]\n\n[^p]: P\n[^q]: Q").faces
    assert faces.back.startswith("b¹\u2009²\n")


def test_a_footnote_that_nothing_refers_to_is_listed_everywhere() -> None:
    text = "## a {.cloze}\n{{b}} {{c}}\n\n[^p]: P\n[^p]: again"
    assert ["(¹ P, ² again)" in line for line in shown(text)] == [True, True]


def test_the_first_of_two_footnotes_of_one_name_is_meant() -> None:
    assert shown("## a\nb[^p]\n\n[^P]: P\n[^p]: Q") == [" | b¹ (¹ P, ² Q)"]


@pytest.mark.parametrize(
    ("footnote", "source"),
    [
        ("[^p]: P\nmore", "P more"),
        ("[^p]: P\n    more", "P more"),
        ("[^p]: P\n\n    more\n\tand more\n", "P more and more"),
        ("[^p]: P\n\nb", "P"),
        ("[^p]: P\n- b", "P"),
        ("[^p]: P\n> b", "P"),
        ("[^p]: P\n```\nb\n```", "P"),
        ("b\n[^p]: P", "P"),
    ],
)
def test_a_footnote_ends_with_its_paragraphs(footnote: str, source: str) -> None:
    (line,) = shown(f"## a\nb[^p]\n\n{footnote}")
    assert line.endswith(f"(¹ {source})")


@pytest.mark.parametrize(
    "body", ["`[^p]`", "$[^p]$", "```\n[^p]\n```", "\\[^p]", "[^p](b)", "<!-- [^p] -->"]
)
def test_what_only_looks_like_a_reference_is_text(body: str) -> None:
    expansion = expand(f"## a\n{body} b")
    assert (expansion.faces[0].back, expansion.problems) == (f"{body} b", ())


@pytest.mark.parametrize("body", ["    [^p]: P", "- [^p]: P", "```\n[^p]: P\n```", "> [^p]: P"])
def test_a_footnote_stands_at_the_margin(body: str) -> None:
    assert "Sources" not in expand(f"## a\n{body}").faces[0].back


def test_an_unknown_reference_is_text_and_reported_once() -> None:
    expansion = expand("## a\nb [^p]\n[^q] [^q]\n\n c [^r]\n\n[^p]: P\n\n[^s]:")
    assert expansion.faces[0].back.startswith("b ¹\n[^q] [^q]\n\n c [^r]")
    assert places(expansion.problems) == [
        "3:1 undefined-footnote",
        "5:4 undefined-footnote",
        "9:1 undefined-footnote",
    ]


def test_a_hint_may_refer_to_a_source() -> None:
    (faces,) = expand("## a\n> hint: c[^p]\n\nb\n\n[^p]: P").faces
    assert faces.hint == "c¹"
    assert faces.back.endswith("<small>¹ P</small>\n\n")


def test_a_break_below_footnotes_still_splits_the_question() -> None:
    assert shown("## a\nq[^p][^p]\n\n[^p]: P\nQ\n\n---\nb") == ["q¹\u2009¹ | b (¹ P Q)"]


def test_problems_keep_their_lines() -> None:
    text = "## a {.cloze}\n[^p]: P\n\n{{b[^p]}}\n\n {{c"
    assert places(expand(text).problems) == ["6:2 unclosed-deletion"]


def test_no_mark_is_left_in_a_sentence() -> None:
    (problem,) = expand("## a[^p]\n\n[^p]: P").problems
    assert problem.message == "“a” has no answer."


def test_more_footnotes_than_there_are_marks_are_text() -> None:
    notes = "".join(f"[^{n}]: s{n}\n\n" for n in range(MOST + 1))
    back = expand(f"## a\nb[^255]\n\n{notes}").faces[0].back
    assert back.startswith("b¹\n")
    assert f"[^{MOST}]: s{MOST}" in back


def test_a_card_that_refers_to_nothing_has_no_list() -> None:
    text = "## a {.compare}\n| |x|y|\n|-|-|-|\n|b|1[^p]|2|\n|c|3|4|\n\n[^p]: P\n"
    assert expand(text).faces[1].back == "| x | y |\n| --- | --- |\n| 3 | 4 |"


TWO = "A fact.[^1] Another.[^a] `[^1]`\n\n[^1]: One.\n\n[^A]: Two."


def test_footnotes_are_named_apart_from_those_of_another_note() -> None:
    assert footnotes_in(TWO) == {"1", "a"}
    assert footnotes_in("none") == set()
    assert named_apart(TWO, {"b"}) == TWO
    assert named_apart(TWO, {"1", "1-2"}) == TWO.replace("fact.[^1]", "fact.[^1-3]").replace(
        "[^1]: One", "[^1-3]: One"
    )
    assert named_apart(f"{TWO}\n\n[^a-2]: x", {"a"}) == (
        f"{TWO}\n\n[^a-2]: x".replace("[^a]", "[^a-3]").replace("[^A]", "[^a-3]")
    )
