"""Prompts within a sentence."""

import pytest

from flashcards.domain.in_words import in_words

PROMPTS = (
    ("Why *now*, and **why** here?", "Why now, and why here?"),
    ("2 * 3 * 4 = ?", "2 * 3 * 4 = ?"),
    ("A grid of $R$ rows and $C$ columns", "A grid of R rows and C columns"),
    (r"Scores divided by $\sqrt{d}$?", "Scores divided by √d?"),
    (r"Prior $\text{Beta}(\alpha, \beta)$", "Prior Beta(α, β)"),
    (r"$\varepsilon = 10^{-5}$, $n^2$, $x_1\,y$", "ε = 10⁻⁵, n², x_1 y"),
    (r"Why subtract $\log Q(p)$?", "Why subtract log Q(p)?"),
    ("What does `k[text]` hold?", "What does k[text] hold?"),
    (r"Derive $\frac{1}{n}$.", r"Derive $\frac{1}{n}$."),
    ("It costs $5 or $6.", "It costs $5 or $6."),
    ("Seen in [*the* paper](https://example.org)?", "Seen in the paper?"),
    ("What is ![a curve](<two words.png>)![](b.png)", "What is a curve"),
    (r"2 \* 3 \<b> \[x](y)", "2 * 3 <b> [x](y)"),
)


@pytest.mark.parametrize(("prompt", "words"), PROMPTS)
def test_a_prompt_is_read_without_its_marks(prompt: str, words: str) -> None:
    assert in_words(prompt) == words
