"""Card text to safe, theme-free HTML and drawn formulas; no Qt, no window."""
