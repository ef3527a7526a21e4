"""Which folders decks are read from: those named, else those chosen, else the shipped ones."""

from pathlib import Path

import pytest

from flashcards.store.paths import deck_folders, shipped

HERE, THERE = Path("here"), Path("/there")


@pytest.mark.parametrize(
    ("named", "said", "folders"),
    [
        ((), (), (shipped("decks"),)),
        ((), ("shipped",), (shipped("decks"),)),
        ((), ("/there", "shipped"), (THERE, shipped("decks"))),
        ((), ("~/decks",), (Path.home() / "decks",)),
        ((HERE,), ("/there",), (HERE,)),
    ],
)
def test_decks_are_where_one_said(
    named: tuple[Path, ...], said: tuple[str, ...], folders: tuple[Path, ...]
) -> None:
    assert deck_folders(named, said) == folders


def test_a_person_who_is_not_known_is_no_crash() -> None:
    assert deck_folders((), ("~no-such-person/decks",)) == (Path("~no-such-person/decks"),)
