"""Reading a deck: from Markdown text to notes and problems. Nothing here raises on text."""
