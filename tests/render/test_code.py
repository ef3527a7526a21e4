"""Code is coloured by classes, and deletion marks do not disturb the lexer."""

import re

from flashcards.domain.marks import CLOSE, OPEN
from flashcards.render.code import MAX_COLOURED, code_block


def words(html: str) -> str:
    return re.sub("<[^>]+>", "", html)


def test_a_known_language_is_coloured() -> None:
    assert '<span class="k">return</span>' in code_block("return 1", "python")


def test_an_unknown_language_is_plain() -> None:
    assert code_block("a < b", "klingon") == '<pre class="code"><code>a &lt; b</code></pre>'


def test_marks_stay_at_their_place_and_tokens_stay_whole() -> None:
    html = code_block(f"ret{OPEN}urn x{CLOSE}", "python")
    assert words(html) == f"ret{OPEN}urn x{CLOSE}"
    assert f'<span class="k">ret{OPEN}urn</span>' in html


def test_a_very_long_block_is_not_coloured() -> None:
    assert "span" not in code_block("x = 1\n" * MAX_COLOURED, "python")
