"""The pseudo-language itself."""

import pytest

from tests.words.pseudo import Pseudo, bare_words, outside, pseudo


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Today", "⟦Tódáý~~⟧"),
        ("{count} cards", "⟦{count} çárds~~⟧"),
        ("Write {{c1::text}}.", "⟦Wríté {{ç1::téxt}}.~~~~~~⟧"),
    ],
)
def test_a_sentence_is_longer_and_keeps_its_gaps(text: str, said: str) -> None:
    assert pseudo(text) == said


def test_what_was_not_drawn_out_stays_english() -> None:
    assert Pseudo().gettext("Nobody ever wrote this.") == "Nobody ever wrote this."
    assert Pseudo().gettext("Theme") == "⟦Thémé~~⟧"
    assert Pseudo().pgettext("decimal point", ".") == "."


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("⟦Tódáý~~⟧", []),
        ("⟦Óné ⟦ínnér⟧ móré⟧ 12 – 3", []),
        ("⟦Déçk⟧: norms.md", ["norms", "md"]),
        ("Back to ⟦Tódáý~~⟧", ["Back", "to"]),
    ],
)
def test_words_outside_of_brackets_are_found(text: str, words: list[str]) -> None:
    assert bare_words(text) == words


def test_text_between_brackets_is_left_out() -> None:
    assert outside("a ⟦b ⟦c⟧ d⟧ e") == "a   e"
