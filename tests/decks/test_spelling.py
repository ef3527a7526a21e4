"""The decks are spelt as their word list says, and the list is British."""

import re

from tests.decks.spelling import accepted, unknown

AMERICAN = re.compile(
    r"\w{2,}(?:iz|yz)(?:es?|ed|ers?|ing|ations?)"
    r"|(?:\w*(?:behavi|col|endeav|fav|flav|hon|lab|neighb|rum))or(?:s|ed|ing|able|ites?|hoods?)?"
    r"|cent(?:er|ers|ered|ering)|(?:label|model|cancel|travel|signal|total)(?:ed|ing)"
    r"|(?:cata|dia)logs?|gray|defense|fulfill|judgment|artifacts?"
)
NAMES = {"modeling", "sizing", "resized", "resizes", "resizing", "sized", "sizes", "prizes"}
"""“Ads Modeling & Marketplace” is what a workshop is called; the others are no American forms."""


def test_every_word_of_the_decks_is_in_the_list() -> None:
    # read them (python -m tests.decks.spelling), then mend the deck or add them (--accept)
    assert [f"{file}:{line} {word}" for file, line, word in unknown()] == []


def test_the_list_is_sorted_and_names_no_word_twice() -> None:
    assert accepted() == sorted(set(accepted()))


def test_no_accepted_word_is_spelt_the_american_way() -> None:
    assert [word for word in accepted() if AMERICAN.fullmatch(word) and word not in NAMES] == []
