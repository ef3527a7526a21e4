"""Whatever writes decks, when the power goes, the disk is full, or somebody else writes."""
