"""Card text for terminals and screen readers."""

import pytest

from flashcards.domain.marks import CLOSE, OPEN
from flashcards.render.faces import plain


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("A **strong** [word](http://e.org)\nand more", "A strong word and more"),
        ("one\n\ntwo", "one\n\ntwo"),
        ("- a\n- b\n  - c", "• a\n• b\n  • c"),
        ("3. a\n4. b", "3. a\n4. b"),
        ("| a | b |\n|---|---|\n| $x$ | 2 |", "a | b\n$x$ | 2"),
        ("```py\nx = 1\n  y\n```", "x = 1\n  y"),
        ("so\n$$\\frac{a}{b}$$\nthen", "so $$\\frac{a}{b}$$ then"),
        ("1 < 2 & `<b>`", "1 < 2 & <b>"),
        (f"a {OPEN}b{CLOSE}", "a b"),
        ("![a cat](cat.png)", "a cat"),
        ("", ""),
    ],
)
def test_markdown_reads_as_plain_words(source: str, words: str) -> None:
    assert plain(source) == words
