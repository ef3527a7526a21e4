"""Every kind's template is a note of that kind, without a problem."""

import pytest

from flashcards.domain.kinds import KINDS, expand, kind_named
from flashcards.domain.kinds.kind import Kind
from flashcards.domain.kinds.templates import PROMPT, TEMPLATES, note_of_kind
from tests.domain.imports.whole import problems_of
from tests.domain.samples import note_of


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_template_is_a_note_of_its_kind(kind: Kind) -> None:
    note = note_of(kind.template)
    assert (note.kind, note.prompt) == (kind.name, PROMPT)
    assert expand(note).faces
    assert problems_of(kind.template) == ()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_template_shows_every_attribute_of_its_kind(kind: Kind) -> None:
    assert [key for key in kind.attributes if f"{key}=" not in kind.template] == []


def test_a_template_takes_a_prompt_of_its_own() -> None:
    assert note_of_kind("reversed", "What dies?") == "## What dies? {.reversed}\nTerm\n"


def test_there_is_one_for_each_kind() -> None:
    assert [kind_named(name) for name in TEMPLATES] == list(KINDS)
