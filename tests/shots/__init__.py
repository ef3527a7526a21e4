"""Pictures of every page, written by ``make shots`` for a person to look at."""
