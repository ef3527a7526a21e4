"""What was found becomes a note that is read as it was meant, or is told."""

import pytest

from flashcards.domain.imports.anki import read as read_anki
from flashcards.domain.imports.encoding import decoded
from flashcards.domain.imports.formats import FORMATS, format_named, format_of
from flashcards.domain.imports.found import Findings, Found
from flashcards.domain.imports.gather import Taken, described, gathered
from flashcards.domain.imports.hashcards import read as read_hashcards
from flashcards.domain.imports.imported import imported
from flashcards.domain.imports.obsidian import read as read_obsidian
from flashcards.domain.imports.report import report


def text_of(found: Found) -> str:
    """Write one note as a deck has it, or why that cannot be."""
    made = gathered(Findings((found,)), Taken())
    return made.notes[0][1] if made.notes else made.skipped[0].reason


def test_a_note_says_what_its_row_said() -> None:
    found = Found(1, "Q?", "A", tags=("a b", "c"), topic="ml", source='the "book" {1}', hint="h\nh")
    assert text_of(found) == (
        '## Q? {#q topic="ml" tags="a-b c" source="the book 1"}\n\n> hint: h h\n\nA\n'
    )


def test_headings_and_fences_do_not_end_their_note() -> None:
    assert text_of(Found(1, "Q?", "# One\n## Two\n```\ncode")) == (
        "## Q? {#q}\n\n### One\n#### Two\n```\ncode\n```\n"
    )


def test_a_long_question_is_parted_from_its_answer() -> None:
    assert text_of(Found(1, "Q?", "A", question="more\n\n***\n\nyet")) == (
        "## Q? {#q}\n\nmore\n\n\nyet\n\n---\n\nA\n"
    )


def test_a_reversed_note_with_a_long_question_is_asked_forwards_only() -> None:
    made = gathered(Findings((Found(1, "Q?", "A", "reversed", question="more"),)), Taken())
    ((found, text),) = made.notes
    assert found.remarks == ("It is asked forwards only: its question has more than one line.",)
    assert text == "## Q? {#q}\n\nmore\n\n---\n\nA\n"


def test_a_cloze_is_called_by_its_words_and_whole_formulas() -> None:
    body = "{{c1::It}} is $x + y$ or $$z$$ and ${{c2::q}}$."
    assert text_of(Found(1, "", body, "cloze")).startswith("## … is $x + y$ or … and …. {#")


def test_other_kinds_have_one_line_to_ask() -> None:
    steps = Found(1, "How?", "1. One\n2. Two", "steps", question="In order")
    assert text_of(steps) == "## How? In order {#order .steps}\n\n1. One\n2. Two\n"


@pytest.mark.parametrize(
    ("found", "reason"),
    [
        (Found(1, "", "A"), "This note has no prompt."),
        (Found(1, "Q?", "<!-- open"), "Its text cannot stand in a deck as a note of its own."),
        (Found(1, "Q?", "Only text", "compare"), "This compare note has no table with two columns"),
        (Found(1, "Q?", "> hint: only"), "“Q?” has no answer."),
        (Found(1, "Q?", "A", options=("compare",)), "Its text cannot stand in a deck"),
    ],
)
def test_what_cannot_be_a_note_is_told(found: Found, reason: str) -> None:
    assert text_of(found).startswith(reason)


def test_what_the_decks_have_is_not_added_again() -> None:
    first = gathered(
        Findings((Found(1, "Q?", "A"), Found(2, "Q?", "B"), Found(3, "Q?", "A"))), Taken()
    )
    assert [text for _, text in first.notes] == ["## Q? {#q}\n\nA\n", "## Q? {#q-2}\n\nB\n"]
    assert [each.reason for each in first.skipped] == ["“Q?” is the same as on line 1."]
    taken = Taken(asked={mark: "deck.md:7" for mark, _ in _texts()})
    again = gathered(Findings((Found(1, "q?", "C"),)), taken)
    assert [(each.reason, each.known) for each in again.skipped] == [
        ("“q?” is asked at deck.md:7 already.", True)
    ]


def _texts() -> list[tuple[str, str]]:
    taken = Taken()
    gathered(Findings((Found(1, "Q?", "A"),)), taken)
    return list(taken.texts)


def test_a_front_matter_is_yaml_whatever_a_title_says() -> None:
    assert described({"title": 'A "b" \\c', "topic": ""}) == '---\ntitle: "A \\"b\\" \\\\c"\n---\n'
    assert described({}) == ""


def test_formats_are_known_by_name_and_by_what_they_hold() -> None:
    assert [format_named(each.name) for each in FORMATS] == list(FORMATS)
    assert format_named("apkg") is None
    seen = {
        ("a.txt", "ser\tto be"): "anki",
        ("a.txt", "front\tback"): "table",
        ("a.md", "#separator:tab\nx"): "anki",
        ("a.CSV", "x"): "table",
        ("a.md", "Q: x\nA: y"): "hashcards",
        ("a.md", "## x\ny"): "mdanki",
        ("a.md", "x::y"): "obsidian",
    }
    assert [format_of(*given).name for given in seen] == list(seen.values())


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("cp1252", "Windows-1252"),
    ],
)
def test_an_encoding_is_recognised(codec: str, name: str) -> None:
    assert decoded("Größe, “size”".encode(codec)) == ("Größe, “size”", name)


def test_cyrillic_is_recognised_and_other_alphabets_can_be_said() -> None:
    assert decoded("собака, dog".encode("cp1251")) == ("собака, dog", "Windows-1251")
    assert decoded("Größenänderung".encode("cp1252")).encoding == "Windows-1252"
    assert decoded("犬, dog".encode("cp932"), "Shift-JIS") == ("犬, dog", "Shift-JIS")


def test_letters_that_an_encoding_does_not_have_are_told() -> None:
    made = imported("in.csv", "犬,dog\n".encode("cp932"), Taken())
    assert made.account.encoding == "Windows-1252"
    made = imported("in.csv", b"a\x81,b\n", Taken())
    assert made.account.remarks[-1].startswith("Some letters (\ufffd) cannot be read in Windows-12")


def test_utf_16_with_its_high_byte_first_is_known_by_its_mark() -> None:
    assert decoded("\ufeffab".encode("utf-16-be")) == ("ab", "UTF-16")


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_read_with_and_without_its_mark_where_it_is_said(codec: str) -> None:
    assert decoded("Größe".encode(codec), "UTF-16") == ("Größe", "UTF-16")


@pytest.mark.parametrize(
    ("text", "is_table"),
    [
        ("ser\tto be\nestar\tto be (now)\n", True),
        ("alone\n", False),
        ("one, row\n", False),
        ("Words, and words.\nNo comma here.\nNor here.\n", False),
        ("Q: One?\nA: 1\n", False),
    ],
)
def test_what_was_copied_is_a_table_where_rows_are_alike(text: str, is_table: bool) -> None:
    assert (format_of("Pasted", text).name == "table") == is_table


def test_an_encoding_that_is_said_is_taken() -> None:
    content = "Größe".encode()
    assert decoded(content, "Windows-1252") == ("GrÃ¶ÃŸe", "Windows-1252")
    assert decoded("Gr\xf6\xdfe".encode("latin-1"), "UTF-8") == ("Gr\ufffd\ufffde", "UTF-8")


def test_each_note_is_a_step_and_any_may_stop_it() -> None:
    seen: list[tuple[int, int]] = []
    found = Findings((Found(1, "Q?", "A"), Found(2, "R?", "B")))
    gathered(found, Taken(), lambda *step: seen.append(step))
    assert seen == [(0, 2), (1, 2)]


def test_anki_without_a_head_is_read_as_it_looks() -> None:
    (one,) = read_anki("a *b*\tc").notes
    assert (one.prompt, one.body) == ("a \\*b\\*", "c")
    (two,) = read_anki("a<br>b\tc &amp; d").notes
    assert (two.prompt, two.question, two.body) == ("a", "b", "c & d")
    (three,) = read_anki("#separator:|\n#html:false\n#tags:x::y\n#deck:A::B\n# note\n<b>|c").notes
    assert (three.prompt, three.tags, three.section) == ("\\<b>", ("x/y",), "A › B")


def test_anki_quotes_what_holds_quotes_and_its_picture_stays() -> None:
    head = "#separator:tab\n#html:true\n"
    (one,) = read_anki(f'{head}"Say ""x"" <img src=""a.png"">"\t"b"\ttag').notes
    assert (one.prompt, one.body) == ('Say "x" ![](a.png)', "b\n\ntag")


def test_anki_types_an_answer_where_its_note_type_says_so() -> None:
    found = read_anki('#notetype:Basic (type in the answer)\n#separator:tab\nq\ta\tb\n\tx\n"y')
    (note,) = found.notes
    assert (note.options, note.body) == (("typed",), "a\n\nb")
    assert [each.reason for each in found.skipped] == [
        "“x” has no question.",
        '“"y” has no answer.',
    ]
    assert found.remarks == ("The quotation mark on line 5 is never closed: it is text.",)


def test_an_anki_gap_that_never_ends_is_told() -> None:
    made = imported("in.txt", b"#html:true\n{{c1::a {{c2::b}}\n", Taken())
    assert [each.reason for each in made.account.skipped] == [
        "This deletion is never closed, so it was read as text."
    ]


def test_a_head_alone_gives_nothing() -> None:
    assert read_anki("#separator:tab\n#html:true") == Findings()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("C: [a] b\nA: c", "A cloze has no answer of its own, and this one has an A:."),
        ("Q: x\nQ: y\nA: z", "“x” has no answer."),
    ],
)
def test_what_hashcards_calls_an_error_is_told(text: str, reason: str) -> None:
    assert reason in [each.reason for each in read_hashcards(text).skipped]


def test_a_gap_of_obsidian_with_two_colons_is_told() -> None:
    (skipped,) = read_obsidian("In `C++`, ==`std::sort`== sorts").skipped
    assert skipped.reason.endswith("a gap holds “::”, which ends one here.")


def test_an_import_without_a_fault_says_so_in_two_lines() -> None:
    assert report(imported("in.md", b"## Q?\nA", Taken()).account) == [
        "in.md was read as mdanki's headings, in UTF-8.",
        "  It gives 1 basic note.",
    ]
