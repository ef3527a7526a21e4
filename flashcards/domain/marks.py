"""Private-use characters that carry meaning through a face's Markdown, to be drawn by render.

A private-use character is ordinary text to Markdown, tables and code alike, so a mark survives
wherever a person may write; the domain need not know any HTML.
"""

OPEN = "\ue000"
"""Begins what a cloze card hides (its gap on the front, its text on the back)."""

CLOSE = "\ue001"
"""Ends it."""
