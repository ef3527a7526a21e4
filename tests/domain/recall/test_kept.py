"""An account as bytes and back."""

import pytest

from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId
from flashcards.domain.log.events import Reviewed
from flashcards.domain.recall.account import Account
from flashcards.domain.recall.kept import account_in, as_bytes
from tests.domain.samples import at, reviews

C = CardId("c")
TOPICS = {C: "t"}


def account() -> Account:
    found = Account(TOPICS, 4)
    for one in reviews([4, 4, 1, 4], [0, 3, 8, 9]):
        assert isinstance(one.fact, Reviewed)
        found.add(one.fact, one.at)
    found.add(Reviewed(C, Grade.GOOD, 7_000, 3, ("a",)), at(12))
    found.add(Reviewed(CardId("gone"), Grade.GOOD), at(12))
    return found


def test_an_account_comes_back_as_it_was_with_its_marks() -> None:
    found = account_in(as_bytes(account(), {"bookmark": "6 a 6"}), TOPICS, 4)
    assert found is not None
    back, marks = found
    before = account()
    assert marks == {"bookmark": "6 a 6"}
    assert (back.evidence, back.foresight.losses) == (before.evidence, before.foresight.losses)
    assert (back.ledger, back.foresight.own[C]) == (before.ledger, before.foresight.own[C])
    assert back.past == before.past


def test_with_other_topics_or_days_it_is_not_true_any_more() -> None:
    content = as_bytes(account(), {})
    assert account_in(content, {C: "other"}, 4) is None
    assert account_in(content, TOPICS, 5) is None
    assert account_in(content.replace(b"account/2", b"account/0"), TOPICS, 4) is None


def test_columns_that_were_cut_off_are_no_account() -> None:
    with pytest.raises(ValueError, match="multiple"):
        account_in(as_bytes(account(), {})[:-1], TOPICS, 4)
    with pytest.raises(ValueError, match="as long"):
        account_in(as_bytes(account(), {}) + b"x", TOPICS, 4)
