"""Every flaw that a deck's text can have, by its example: where it is reported, and as what."""

import pytest

from flashcards.domain.collection import collect
from flashcards.domain.identity import Known
from flashcards.domain.problems import FLAWS
from tests.domain.samples import places, read

OF_FILES = {"unreadable", "too-large", "not-text", "utf-16", "not-utf8", "settings-file"}
"""What only the store can find: these have their examples there."""

OF_CARDS = {"bad-math", "missing-image", "outside-image"}
"""What a card would not show is looked for by a service: it is in ``test_checking``."""

OF_SETTINGS = {
    "unknown-setting",
    "wrong-setting",
    "wrong-setting-entry",
    "wrong-setting-search",
    "idle-setting",
}
"""These are in ``test_settings``."""

OF_HISTORY = {"doubtful-note", "doubtful-sibling"}
"""These need a log: they are in ``test_adoption`` and ``test_rekeying``."""

PAPER = "## a {.paper}\n### Problem\n1\n### Idea\n2\n### Results\n3\n"
STORY = "## a {.star}\n### Situation\nb\n### Task\nc\n"

EXAMPLES = [
    ("---\na: [\n---\n## a\nb", "3:1 front-matter"),
    ("---\ntitle: x\n## a\nb", "1:1 unclosed-front-matter"),
    ("---\ntitle: x\nauthor: y\n---\n## a\nb", "3:1 unknown-key"),
    ("---\nround: quiz\n---\n## a\nb", "2:1 wrong-value"),
    ("\n##\nb", "2:1 empty-prompt"),
    ("## a\n\n## b\nc", "1:1 empty-answer"),
    ("## a\nabove\n\n---\n", "1:1 empty-answer"),
    ("## a {.reversed}\n \n", "1:1 empty-answer"),
    ("# s\n## a {.quiz}\nb", "2:1 unknown-kind"),
    ("## a {.basic .cloze}\nb", "1:1 two-kinds"),
    ("## a {#b #c}\nd", "1:1 two-ids"),
    ("## a {#my id}\nb", "1:1 odd-braces"),
    ("## a {.cloze} {#b}\nc", "1:1 odd-braces"),
    ("## a {#b\nc", "1:1 odd-braces"),
    ("## a #b}\nc", "1:1 odd-braces"),
    ("## a {#b}c\nd", "1:6 misplaced-braces"),
    ("## a\n\n {.cloze #b}\nc", "3:2 misplaced-braces"),
    ("## a {color=red}\nb", "1:1 unknown-attribute"),
    ("## a {#b/c}\nb", "1:1 bad-id"),
    ("## a {#x}\n1\n## b {#x}\n2", "3:1 duplicate-id"),
    ("## a\n1\n## A\n2", "3:1 duplicate-prompt"),
    ("## a {.cloze}\nb", "1:1 no-deletion"),
    ("## a {.cloze}\n{{b}} and\nmore {{c", "3:6 unclosed-deletion"),
    ("## a {.cloze}\n{{b}}\n and {{ }}", "3:6 empty-deletion"),
    ("## a {.cloze}\n{{b}}\n and {c1::c}", "3:6 single-braces"),
    ("## a {.cloze}\n{{b}}\n and {{c1:c}}", "3:6 single-colon"),
    ("## a {.compare}\nb", "1:1 no-table"),
    ("## a {.compare}\n| |b|c|\n|-|-|-|\n|d|e|\n", "4:1 uneven-row"),
    ("## a {.compare}\n| |b|c|\n|-|-|-|\n| |e|f|\n", "4:1 empty-aspect"),
    ("## a {.compare}\n| |b|c|\n|-|-|-|\n|d|1|2|\n|D|3|4|\n", "5:1 duplicate-aspect"),
    ("## a {.compare .colums}\n| |b|c|\n|-|-|-|\n|d|1|2|\n", "1:1 unknown-option"),
    ("## a {.compare.columns}\n| |b| |c|\n|-|-|-|-|\n|d|1|2|3|\n", "2:1 empty-column"),
    ("## a {.compare.columns}\n\n| |b|B|\n|-|-|-|\n|d|1|2|\n", "3:1 duplicate-column"),
    ("## a {.steps}\n- b", "1:1 no-steps"),
    ("## a {.steps}\n1. b", "1:1 single-step"),
    ("## a {.steps}\n1. b\n2.\n3. c", "3:1 empty-step"),
    ("## a {.paper}\nb", "1:1 no-fields"),
    ("## a {.star}\nb", "1:1 no-fields"),
    (f"{PAPER}### Limts\nb", "8:1 unknown-field"),
    (f"{PAPER}### idea\nb", "8:1 duplicate-field"),
    (f"{PAPER}### Limits\n", "8:1 empty-field"),
    ("## a {.paper}\n### Problem\n1\n### Results\n2\n", "1:1 missing-field"),
    (f"{STORY}### Action\nWe did.\n### Result\n1", "6:1 we-not-i"),
    (f"{STORY}### Action\nI did.\n### Result\nWell.", "8:1 no-number"),
    (f"{STORY}### Action\nI did.\n### Result\n{'1 ' * 300}", "1:1 long-story"),
    ("## a\nb\n\nc [^1]", "4:3 undefined-footnote"),
    ("## a\nb [^1]\n\n[^1]: c\n\n[^1]: d", "6:1 double-footnote"),
    ("## a\nb\n\n  ```py\nc", "4:3 unclosed-fence"),
    ("## a\nb\n---\nc", "3:1 setext-heading"),
    ("## a\nb\n\n##c\nd", "4:1 heading-without-space"),
    ("## a\nb\n    ## c\nd", "3:5 indented-heading"),
    ("## a\nb\n\n <!-- c", "4:2 unclosed-comment"),
    ("## a\nb\n\n so $x^2 is", "4:5 unclosed-math"),
    ("## a\nb\n\n #### c", "4:2 heading-jump"),
    ("## a? b? c?\nd", "1:1 long-prompt"),
    ("## a\nb\n is 46% better", "3:5 unsourced-figure"),
    ("text", "1:1 outside-note"),
    ("# a\n", "1:1 empty-deck"),
    ("## a\nb\n# c?\nd", "3:1 section-with-text"),
]


@pytest.mark.parametrize(("text", "found"), EXAMPLES)
def test_a_flaw_is_reported_at_its_place(text: str, found: str) -> None:
    collection = collect([read(text)], Known())
    assert places(collection.problems) == [found]


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
@pytest.mark.parametrize(("text", "found"), EXAMPLES)
def test_its_place_is_the_same_whatever_the_line_endings(
    text: str, found: str, ending: str
) -> None:
    collection = collect([read(text.replace("\n", ending))], Known())
    assert places(collection.problems) == [found]


def test_every_flaw_of_the_domain_has_an_example() -> None:
    shown = {found.split()[1] for _, found in EXAMPLES}
    assert shown | OF_FILES | OF_CARDS | OF_SETTINGS | OF_HISTORY == {flaw.code for flaw in FLAWS}
