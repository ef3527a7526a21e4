"""The scheduler that the settings name."""

from flashcards.domain.scheduling import fsrs, sm2
from flashcards.domain.scheduling.scheduler import Scheduler
from flashcards.domain.settings import Settings


def scheduler_for(settings: Settings) -> Scheduler:
    """Make the algorithm that a person chose; a greatest interval of 0 days means none."""
    if settings.scheduler == "fsrs":
        longest = settings.maximum_interval or fsrs.LONGEST
        return fsrs.Fsrs(settings.desired_retention, longest=longest)
    return sm2.Sm2(settings.maximum_interval or sm2.LONGEST)
