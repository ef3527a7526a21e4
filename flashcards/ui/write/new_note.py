"""A new note in a deck's text: a kind's template, ready to be written over."""

from typing import TYPE_CHECKING

from flashcards.domain.kinds.templates import PROMPT, note_of_kind
from flashcards.ui.write.passage import passage_at
from flashcards.ui.write.units import characters

if TYPE_CHECKING:
    from flashcards.ui.write.editor import DeckEditor


def begin_note(editor: "DeckEditor", kind: str) -> None:
    """Put a note of a kind below the one that the cursor is in, its prompt selected."""
    passage = passage_at(editor.document(), editor.line())
    cursor = editor.textCursor()
    cursor.setPosition(passage.end)
    before = editor.text[: characters(editor.text, passage.end)]
    said = len(before.rstrip("\n"))
    ahead = "\n" * (2 - (len(before) - said)) if said else ""
    start = passage.end + len(ahead)
    note = note_of_kind(kind)
    is_last = len(before) == len(editor.text)
    cursor.insertText(ahead + note if is_last else f"{ahead}{note}\n")
    at = start + note.index(PROMPT)
    cursor.setPosition(at)
    cursor.setPosition(at + len(PROMPT), cursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    editor.ensureCursorVisible()
    editor.setFocus()
