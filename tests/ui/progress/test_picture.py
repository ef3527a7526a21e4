"""Words below columns: so many as can be read beside one another."""

import pytest

from flashcards.ui.progress.picture import apart


@pytest.mark.parametrize(
    ("spans", "gap", "chosen"),
    [
        ([], 4, []),
        ([(0, 10), (20, 30), (40, 50)], 4, [0, 1, 2]),
        ([(0, 18), (20, 38), (40, 58)], 4, [0, 2]),
        ([(0, 50), (20, 70), (40, 90), (54, 104)], 4, [0, 3]),
        ([(0, 10), (14, 20)], 4, [0, 1]),
    ],
)
def test_words_that_would_touch_give_way_to_those_before(
    spans: list[tuple[float, float]], gap: float, chosen: list[int]
) -> None:
    assert apart(spans, gap) == chosen
