"""Nothing that reads like a sentence goes past ``tr``; each exception has its reason."""

from tests.house.sources import Module, modules
from tests.words.sentences import bare_sentences, said_in_gaps

CONVERTED = ("domain", "services", "cli", "store", "interchange", "render")
OURS = [module for folder in CONVERTED for module in modules(f"flashcards/{folder}")]

EXCEPTED = {
    "flashcards/domain/imports/compose.py": "what is written into a deck is not translated",
    "flashcards/domain/imports/table.py": "names of columns as other programs write them",
    "flashcards/domain/queue/build.py": "a way to order, by its name",
    "flashcards/cli/click_words.py": "click's own sentences, as patterns",
    "flashcards/cli/review.py": "keys of a table whose words are said where they are shown",
    "flashcards/render/sanitize.py": "names of HTML tags",
    "flashcards/store/": "SQL, file formats, and messages of SQLite's that are compared",
}


def excepted(path: str) -> bool:
    return path.startswith(tuple(EXCEPTED))


def test_no_sentence_goes_past_the_translation() -> None:
    found = [str(bare) for module in OURS for bare in bare_sentences(module)]
    assert [each for each in found if not excepted(each)] == []


def test_every_exception_is_still_one() -> None:
    found = [bare.path for module in OURS for bare in bare_sentences(module)]
    unused = [place for place in EXCEPTED if not any(path.startswith(place) for path in found)]
    assert unused == []


def test_nothing_is_said_within_an_f_string() -> None:
    assert [place for module in modules("flashcards") for place in said_in_gaps(module)] == []


def test_a_sentence_is_found_where_it_is_not_said() -> None:
    code = '''
"""A docstring is for us."""
def f(x: "a type of ours") -> None:
    say("A card was found.")
    say(f"{x} cards were found")
    say(tr("A card is said."))
    say(trn("{count} card is", "{count} cards are", 3))
    raise ValueError("for the one who writes code")
    connection.execute("SELECT this FROM that")
'''
    found = [bare.text for bare in bare_sentences(Module("m.py", code))]
    assert found == ["A card was found.", "0 cards were found"]


def test_what_is_said_in_an_f_string_is_found() -> None:
    module = Module("m.py", "x = f\"{tr('Due')}: {tr(word)}\"\n")
    assert list(said_in_gaps(module)) == ["m.py:1"]
