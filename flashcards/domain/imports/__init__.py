"""Reading what other programs write: one file a format, from text to notes. Never raises."""
