"""A sentence on its way to a person: in English as it stands, else as the catalogue has it."""

from collections.abc import Iterator

import pytest

from flashcards.domain.tongue import (
    asked_for,
    chosen,
    filled,
    language,
    later,
    number,
    tr,
    trc,
    trn,
    use,
)


class Small:
    """A catalogue of a few words."""

    def __init__(self, words: dict[str, str]) -> None:
        self._words = words

    def gettext(self, message: str) -> str:
        return self._words.get(message, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self._words.get(msgid1 if n == 1 else msgid2, msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        return self._words.get(f"{context}: {message}", message)


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    use("en", None)


def speak(**words: str) -> None:
    """Speak a German that knows these words."""
    use("de", Small(words))


def test_english_is_what_stands_in_the_code() -> None:
    assert tr("No card is due.") == "No card is due."
    assert tr("{deck} is gone.", deck="norms.md") == "norms.md is gone."
    assert trc("a deck that is new", "New") == "New"
    assert language() == "en"


@pytest.mark.parametrize(
    ("count", "said"), [(0, "no cards"), (1, "1 card"), (2, "2 cards"), (12345, "12,345 cards")]
)
def test_things_are_counted(count: int, said: str) -> None:
    assert trn("{count} card", "{count} cards", count) == said


def test_braces_are_text_where_nothing_fills_them() -> None:
    assert tr("Write {{L1}}, or {file}.") == "Write {{L1}}, or {file}."
    assert filled("Write {{{{L1}}}}.", {}) == "Write {{L1}}."


def test_a_catalogue_has_the_words_of_another_language() -> None:
    use(
        "de",
        Small(
            {
                "{deck} is gone.": "{deck} ist fort.",
                "{count} card": "{count} Karte",
                "{count} cards": "{count} Karten",
                "how many: no": "keine",
                "a deck that is new: New": "Neu",
                "between thousands: ,": ".",
            }
        ),
    )
    assert language() == "de"
    assert tr("{deck} is gone.", deck="norms.md") == "norms.md ist fort."
    assert tr("Not translated.") == "Not translated."
    assert trn("{count} card", "{count} cards", 1) == "1 Karte"
    assert trn("{count} card", "{count} cards", 0) == "keine Karten"
    assert trn("{count} card", "{count} cards", 12345) == "12.345 Karten"
    assert trc("a deck that is new", "New") == "Neu"
    assert number(1234567) == "1.234.567"


def test_a_constant_is_marked_in_a_table_and_said_where_it_is_shown() -> None:
    label = later("Theme")
    speak(Theme="Farben")
    assert (label, tr(label)) == ("Theme", "Farben")


def test_nothing_is_said_of_nothing() -> None:
    """A catalogue's entry for the empty text is its own header."""
    use("de", Small({"": "Content-Type: text/plain"}))
    assert tr("") == ""


@pytest.mark.parametrize("broken", ["{deek} ist fort.", "{0} ist fort.", "{deck", "{deck.name}"])
def test_a_translation_with_a_wrong_gap_gives_way_to_english(broken: str) -> None:
    use("de", Small({"{deck} is gone.": broken}))
    assert tr("{deck} is gone.", deck="norms.md") == "norms.md is gone."


def test_without_a_catalogue_the_language_is_english() -> None:
    use("de", None)
    assert language() == "en"


@pytest.mark.parametrize(
    ("environment", "wanted"),
    [
        ({"LANG": "de_DE.UTF-8"}, ["de_DE.UTF-8"]),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "C"}, ["C"]),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "de_AT"}, ["de_AT"]),
        ({"LANG": "C", "LANGUAGE": "fr:de:en"}, ["fr", "de", "en"]),
        ({"LANGUAGE": "", "LANG": ""}, []),
    ],
)
def test_the_environment_asks_for_languages(environment: dict[str, str], wanted: list[str]) -> None:
    assert asked_for(environment) == wanted


@pytest.mark.parametrize(
    ("choice", "wanted", "spoken"),
    [
        ("de", ["en_US"], "de"),
        ("en", ["de_DE.UTF-8"], "en"),
        ("system", ["de_DE.UTF-8"], "de"),
        ("system", ["de-AT", "de"], "de"),
        ("system", ["fr", "de", "en"], "de"),
        ("system", ["en_GB", "de"], "en"),
        ("system", ["C.UTF-8"], "en"),
        ("system", [], "en"),
    ],
)
def test_a_language_is_chosen(choice: str, wanted: list[str], spoken: str) -> None:
    assert chosen(choice, wanted) == spoken
