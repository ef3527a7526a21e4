"""Foreign formats, read and written as plain values; no files are touched here."""
