"""CSV and TSV: separators, quotes, headers, columns."""

import pytest

from flashcards.domain.imports.found import Findings
from flashcards.domain.imports.rows import SEPARATORS, guessed, split
from flashcards.domain.imports.table import _PARTS, COLUMNS, Wish, read, table_in
from flashcards.domain.tongue import use
from flashcards.store.catalogues import catalogue


def told(found: Findings) -> list[str]:
    """Write notes as ``prompt = answer``, and what was passed over by its line."""
    notes = [f"{note.prompt} = {note.body}" for note in found.notes]
    return [*notes, *(f"{each.line}: {each.reason}" for each in found.skipped)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a,b\nc,d", "comma"),
        ("a;b,c\nd;e", "semicolon"),
        ("a\tb, c, d\ne\tf, g", "tab"),
        ("a|b\nc|d", "pipe"),
        ("alone", "comma"),
        ("", "comma"),
        ('"a;b";c\n"d;e";f', "semicolon"),
    ],
)
def test_the_separator_is_seen(text: str, name: str) -> None:
    assert guessed(text) == name


def test_a_quoted_cell_keeps_lines_separators_and_quotes() -> None:
    rows = split('a,"b, ""c""\nd" ,e\n\nf', SEPARATORS["comma"]).rows
    assert [(row.line, row.cells) for row in rows] == [(1, ("a", 'b, "c"\nd', "e")), (4, ("f",))]


@pytest.mark.parametrize("name", SEPARATORS)
def test_a_quoted_cell_ends_at_its_separator_whichever_that_is(name: str) -> None:
    mark = SEPARATORS[name]
    (row,) = split(f'"a ""b"""{mark}"c{mark}d"{mark}e', mark).rows
    assert row.cells == ('a "b"', f"c{mark}d", "e")


def test_a_quote_that_is_never_closed_is_text() -> None:
    found = split('a,b\n"c,d\n"e",f', ",")
    assert [row.cells for row in found.rows] == [("a", "b"), ('"c', "d"), ('"e"', "f")]
    assert found.unclosed == 2
    assert "The quotation mark on line 2 is never closed: it is text." in read('a,b\n"c,d').remarks


def test_words_after_a_quote_belong_to_the_cell() -> None:
    found = split('"a" x,b', ",")
    assert ([row.cells for row in found.rows], found.unclosed) == ([('"a" x', "b")], 0)


def test_without_a_header_the_first_column_asks() -> None:
    assert told(read("ser,to be\nestar,to be (now)")) == ["ser = to be", "estar = to be (now)"]


def test_a_header_says_which_column_is_what() -> None:
    found = read("Back,Front,Hint,Source,Topic,Deck\nA,Q?,think,a book,ml,Norms")
    (note,) = found.notes
    assert (note.prompt, note.body, note.hint, note.source, note.topic, note.section) == (
        "Q?", "A", "think", "a book", "ml", "Norms"
    )  # fmt: skip


def test_the_column_behind_the_question_answers_where_no_name_says_so() -> None:
    assert told(read("Nr,Term,Tags,Sense\n1,q,core,a")) == ["q = a"]
    assert told(read("Nr,Term,Sense\n1,q,a", Wish({"answer": ""}))) == ["2: “q” has no answer."]
    (note,) = read("Text,Extra\nAn {{L1}} penalty,seen").notes
    assert (note.kind, note.body) == ("cloze", "An {{L1}} penalty")
    assert told(read("Sense,Term\na,q")) == ["2: “q” has no answer."]


def test_a_german_header_is_one_too() -> None:
    (note,) = read("Nr;Frage;Antwort;Schlagwörter;Quelle\n1;Was?;Das.;a, b;Buch").notes
    assert (note.prompt, note.body, note.tags, note.source) == ("Was?", "Das.", ("a", "b"), "Buch")


def test_the_person_says_which_column_is_what() -> None:
    by_number = read("x,Q?,A", Wish({"prompt": "2", "answer": "3"}))
    assert told(by_number) == ["Q? = A"]
    by_name = read("Nr,Ask,Say\n1,Q?,A", Wish({"prompt": "Ask", "answer": "say"}))
    assert told(by_name) == ["Q? = A"]
    moved = read("Front,Back\nA,Q?", Wish({"prompt": "Back", "answer": "Front"}))
    assert told(moved) == ["Q? = A"]


def test_a_separator_can_be_said() -> None:
    assert told(read("a:b,c", Wish(separator="colon"))) == ["a = b,c"]


@pytest.mark.parametrize("head", ["sep=;", "SEP=;", '"sep=;"'])
def test_excel_names_the_separator_above_the_table(head: str) -> None:
    found = read(f"{head}\nFront;Back\na, b;c, d\ne;")
    assert told(found) == ["a, b = c, d", "4: “e” has no answer."]
    assert "1: “sep=x” has no answer." in told(read("sep=x\nFront,Back\nq,a"))


def test_the_first_row_is_a_header_where_the_person_says_so() -> None:
    assert told(read("Ausdruck,Sinn\nq,a", Wish(header=True))) == ["q = a"]
    assert told(read("Front,Back\nq,a", Wish(header=False))) == ["Front = Back", "q = a"]
    named = read("Nr,Sinn,Ausdruck\n1,a,q", Wish({"prompt": "3", "answer": "Sinn"}, header=True))
    assert told(named) == ["q = a"]


def test_a_column_can_be_left_out() -> None:
    (note,) = read("Front,Back,Tags\nq,a,core", Wish({"tags": ""})).notes
    assert (note.body, note.tags) == ("a", ())


def test_quotation_marks_are_text_where_the_person_says_so() -> None:
    text = '"Begin,with a quote\n"End",with one'
    assert told(read(text, Wish(quotes=False))) == ['"Begin = with a quote', '"End" = with one']
    table = table_in(text, Wish(quotes=False))
    assert (table.unclosed, table.width) == (0, 2)
    assert table_in("", Wish()).width == 0


@pytest.mark.parametrize(
    ("text", "columns", "reason"),
    [
        ("", {}, "There is no row in this table."),
        ("a,b", {"promt": "1"}, "A note has no part called “promt”. Did you mean “prompt”?"),
        (
            "a,b",
            {"xyz": "1"},
            "A note has no part called “xyz”. A column is one of: prompt, answer, kind, tags, "
            "section, topic, source, hint.",
        ),
        (
            "Front,Back\na,b",
            {"prompt": "Side"},
            "The table has no column “Side” for prompt. The first row has: Front, Back.",
        ),
        (
            "a,b",
            {"prompt": "0"},
            "The table has no column “0” for prompt. It has 2 columns, counted from 1.",
        ),
        (
            "a,b\nc,d\ne,f,g",
            {"prompt": "99"},
            "The table has no column “99” for prompt. It has 3 columns, counted from 1.",
        ),
        ("a,b", {"answer": "1"}, "No column asks: say which with --columns prompt=1,answer=2."),
    ],
)
def test_a_table_that_cannot_be_read_so_is_told(
    text: str, columns: dict[str, str], reason: str
) -> None:
    assert told(read(text, Wish(columns))) == [f"1: {reason}"]


def test_rows_that_are_no_notes_are_told() -> None:
    assert told(read("Q,A,Type\nq,,\n,a,\nq,a,klose\nq,a,zzz")) == [
        "2: “q” has no answer.",
        "3: “a” has no question.",
        "4: There is no kind of note called “klose”. Did you mean “cloze”?",
        "5: There is no kind of note called “zzz”. Known kinds: basic, reversed, cloze, compare, "
        "steps, paper, star.",
    ]


def test_a_text_with_gaps_alone_is_a_cloze_note() -> None:
    (note,) = read("An {{L1}} penalty,").notes
    assert (note.kind, note.prompt, note.body) == ("cloze", "", "An {{L1}} penalty")


@pytest.mark.parametrize(
    ("text", "header", "columns"),
    [
        ("Front,Back\nQ?,A", ("Front", "Back"), {"prompt": 0, "answer": 1}),
        ("ser,to be", (), {"prompt": 0, "answer": 1}),
        ("", (), None),
    ],
)
def test_a_table_says_what_its_columns_are_called_and_taken_for(
    text: str, header: tuple[str, ...], columns: dict[str, int] | None
) -> None:
    table = table_in(text, Wish())
    assert (table.header, table.columns) == (header, columns)


def test_each_part_of_a_note_has_its_word_in_another_language() -> None:
    assert _PARTS.keys() == COLUMNS.keys()
    use("de", catalogue("de"))
    remarks = read("Question,Answer\nWhat?,That.\n", Wish()).remarks
    assert remarks[0] == "Getrennt durch Komma; Frage aus „Question“, Antwort aus „Answer“."
