"""The command palette: anything by a few letters."""
