"""Limits, weights and saved searches call a deck as it is called now."""

import pytest

from flashcards.domain.following import Renaming

KNOWN = ("deck:maths", "deck:maths/norms", "deck:ml stats", "topic:maths", "topic:ml/sets")
FOLDER = Renaming("ml", "maths", KNOWN)


def test_limits_of_a_folder_and_of_what_is_in_it_go_along_and_stay_in_their_order() -> None:
    limits = {"deck:ml/norms": 1, "deck:other": 2, "topic:ml": 3, "deck:ml": 4}
    assert list(FOLDER.limits(limits).items()) == [
        ("deck:maths/norms", 1),
        ("deck:other", 2),
        ("topic:maths", 3),
        ("deck:maths", 4),
    ]


def test_what_is_there_under_its_old_name_or_nowhere_stays() -> None:
    limits = {"topic:ml/sets": 1, "deck:ml/gone": 2, "deck:mlx": 3}
    assert FOLDER.limits(limits) == limits


def test_a_limit_that_the_new_name_has_already_holds() -> None:
    assert FOLDER.limits({"deck:ml": 1, "deck:maths": 2}) == {"deck:ml": 1, "deck:maths": 2}


def test_a_topic_that_was_the_decks_path_keeps_its_weight() -> None:
    assert FOLDER.weights({"ml": 2.0, "coding": 1.5}) == {"maths": 2.0, "coding": 1.5}


def test_the_weight_of_a_round_stays_where_a_deck_was_called_like_it() -> None:
    renamed = Renaming("coding", "graphs", ("deck:graphs", "topic:graphs"))
    assert renamed.weights({"coding": 2.0}) == {"coding": 2.0}
    assert renamed.limits({"topic:coding": 5}) == {"topic:graphs": 5}


@pytest.mark.parametrize(
    ("query", "now"),
    [
        ("deck:ml", "deck:maths"),
        ("-deck:ML/Norms  lapses>3", "-deck:maths/norms  lapses>3"),
        ("(deck:ml or (topic:ml)) is:due", "(deck:maths or (topic:maths)) is:due"),
        ('deck:"ml" "in deck:ml" sub-deck:ml', 'deck:maths "in deck:ml" sub-deck:ml'),
        ("tag:ml deck:mlx topic:ml/sets ml", "tag:ml deck:mlx topic:ml/sets ml"),
    ],
)
def test_a_saved_search_names_it_anew_and_is_as_it_was_else(query: str, now: str) -> None:
    assert FOLDER.searches({"mine": query}) == {"mine": now}


def test_a_name_with_a_blank_is_put_into_quotation_marks() -> None:
    assert Renaming("ml", "ml stats", KNOWN).searches({"s": "-deck:ml x"}) == {
        "s": '-deck:"ml stats" x'
    }


def test_a_change_of_capitals_is_a_change() -> None:
    assert Renaming("ml", "ML", ("deck:ML",)).limits({"deck:ml": 1}) == {"deck:ML": 1}


def test_back_again_all_is_as_before() -> None:
    back = Renaming("maths", "ml", ("deck:ml", "deck:ml/norms", "topic:ml"))
    searches = {"s": 'deck:ml -(topic:ml or "x")'}
    assert back.searches(FOLDER.searches(searches)) == searches
