"""The shipped decks are worth learning from: clean, stamped, and every formula can be drawn."""

from collections import Counter

from flashcards.domain.deck.header import ROUNDS
from flashcards.domain.kinds import kind_names
from flashcards.render.faces import render
from flashcards.render.formula_cache import FormulaCache
from flashcards.services.checking import check_decks
from flashcards.store.deck_files import DeckFiles
from tests.decks.content import DECKS, shipped

AREAS = (
    "ml/activations",
    "ml/regularization",
    "ml/optimization",
    "ml/hardware",
    "papers/pinsage",
    "papers/pinnerformer",
    "competency/star",
)


def test_no_deck_has_a_problem() -> None:
    assert check_decks(DeckFiles([DECKS])).problems == ()


def test_every_note_has_an_id_of_its_own() -> None:
    assert [name for name in shipped().notes if name.startswith("~")] == []


def test_every_area_has_its_notes() -> None:
    topics = Counter(named.note.topic for named in shipped().notes.values())
    assert min(topics[area] for area in AREAS) >= 10


def test_every_kind_is_used_and_every_note_has_a_round() -> None:
    notes = [named.note for named in shipped().notes.values()]
    assert {note.kind for note in notes} == set(kind_names())
    assert {note.round for note in notes} <= set(ROUNDS)


def test_each_subject_with_a_versus_has_a_table_and_questions_that_ask_why() -> None:
    notes = [named.note for named in shipped().notes.values()]
    for topic in AREAS[:4]:
        of_topic = [note for note in notes if note.topic == topic]
        assert any(note.kind == "compare" for note in of_topic)
        assert sum("why" in note.prompt.lower() for note in of_topic) >= 2


def test_every_formula_can_be_drawn() -> None:
    formulas = FormulaCache(None)
    faces = [card.faces for card in shipped().cards.values()]
    texts = dict.fromkeys(
        text for face in faces for text in (face.front, face.back, face.hint, face.context)
    )
    drawn = [formula for text in texts for formula in render(text, formulas).formulas]
    assert len(drawn) > 50
    assert [formula.tex for formula in drawn if formula.problem] == []


def test_each_kind_with_parts_or_context_has_a_sample_that_uses_them() -> None:
    by_kind = {card.note.kind: card.faces for card in shipped().cards.values()}
    assert by_kind["steps"].marked
    assert len(by_kind["steps"].parts) >= 3
    assert [part.title for part in by_kind["star"].parts][:4] == [
        "Situation",
        "Task",
        "Action",
        "Result",
    ]
    assert by_kind["star"].minutes == 2
    assert by_kind["paper"].context
