"""A short run of the restore drill; the long one is run on demand."""

from tests.store.restore_drill import drill, table


def test_no_loss_is_silent_whatever_is_damaged() -> None:
    tallies = drill(24, seed=5)
    assert [name for name, tally in tallies.items() if tally.silent] == [], table(tallies)
    assert sum(tally.noticed for tally in tallies.values()) > 8
