"""Which images a text names, and where."""

import pytest

from flashcards.domain.deck.body import seen
from flashcards.domain.deck.images import image_target, images
from flashcards.render.sanitize import inside_deck


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a ![b](c.png) d", [(2, "c.png")]),
        ("![b [c] d](e.png)![](f(1).png)", [(0, "e.png"), (17, "f(1).png")]),
        ("![a](<b c.png> 'd')", [(0, "b c.png")]),
        ("![a][B  c] ![d][]\n\n[b c]: e.png\n[D]: <f.png>", [(0, "e.png"), (11, "f.png")]),
        ("![a][nowhere] ![a] \\![a](b.png) [a](b.png)", []),
        ("<img src='a.png'> <img alt=b src = c.png> <image>", [(0, "a.png"), (18, "c.png")]),
        ("a < b", []),
    ],
)
def test_images_are_found_as_they_are_written(text: str, found: list[tuple[int, str]]) -> None:
    assert list(images(text)) == found


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("a.png", "a.png"),
        ("figures/größe 1.png", "<figures/größe 1.png>"),
        ("a(b.png", "<a(b.png>"),
        ("100%25 <`$>.png", "<100%2525 %3C%60%24%3E.png>"),
    ],
)
def test_a_picture_of_any_name_is_found_again(name: str, target: str) -> None:
    assert image_target(name) == target
    ((_, found),) = images(f"![]({target})")
    assert inside_deck(found) == name


def test_code_and_comments_are_blank_and_every_offset_stays() -> None:
    text = "a `b` $c$ <!-- d\ne --> f <!-- g"
    assert seen(text) == "a     $c$       \n      f <!-- g"
