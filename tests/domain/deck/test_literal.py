"""Where a text is code or math, so that braces in it are not deletions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashcards.domain.deck.literal import literal_stretches, within


@pytest.mark.parametrize(
    ("text", "literal"),
    [
        ("a `b` c", ["`b`"]),
        ("``a`b`` c", ["``a`b``"]),
        ("`a\nb`", ["`a\nb`"]),
        ("`a ``b", []),
        ("\\`a` b", []),
        ("$x$ and $y$", ["$x$", "$y$"]),
        ("$a\nb$", ["$a\nb$"]),
        ("$a\n\nb$", []),
        ("$$\na\n\nb\n$$", ["$$\na\n\nb\n$$"]),
        ("$$a$b$$", ["$$a$b$$"]),
        ("$$a\\$$b$$", ["$$a\\$$b$$"]),
        ("costs $5 and $6", []),
        ("$ a$", []),
        ("\\$a$", []),
        ("`$a` b$", ["`$a`"]),
        ("$`a$ b`", ["`a$ b`"]),
        ("```py\na\n```\nb", ["```py\na\n```"]),
        ("~~~\na", ["~~~\na"]),
        ("````\n```\n````", ["````\n```\n````"]),
        ("   ```\na\n  ``` \nb", ["   ```\na\n  ``` "]),
    ],
)
def test_code_and_math_are_literal(text: str, literal: list[str]) -> None:
    assert [text[start:end] for start, end in literal_stretches(text)] == literal


@given(st.text(st.sampled_from("`~$\\a \n5"), max_size=40))
def test_stretches_are_in_order_and_within_is_their_membership(text: str) -> None:
    stretches = literal_stretches(text)
    ends = [offset for stretch in stretches for offset in stretch]
    assert ends == sorted(ends)
    inside = {offset for start, end in stretches for offset in range(start, end)}
    assert {offset for offset in range(len(text)) if within(stretches, offset)} == inside
