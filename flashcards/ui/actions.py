"""Every action with its words and keys: pages, tooltips and the key sheet read this table."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Action:
    """``keys`` are Qt's portable key texts, the first one shown; ``where`` names the page."""

    name: str
    label: str
    keys: tuple[str, ...]
    where: str


ACTIONS = (
    Action("start", "Start the review", ("Return", "Enter", "Space"), "Today"),
    Action("choose", "Choose what to review", ("/",), "Today"),
    Action("drill", "Drill the weakest topic", ("D",), "Today"),
    Action("cards", "Show all cards", ("Ctrl+B", "B"), "Today"),
    Action("progress", "Show your progress", ("Ctrl+P", "G"), "Today"),
    Action("write", "Write your decks", ("Ctrl+E", "W"), "Today"),
    Action("paste", "Import what was copied", ("Ctrl+V",), "Today"),
    Action("undo-here", "Undo the last step", ("Ctrl+Z",), "Today"),
    Action("dismiss", "Close the choice, or a notice", ("Escape",), "Today"),
    Action("flip", "Show the answer, then grade it Good", ("Space", "Return", "Enter"), "Review"),
    Action("missed", "Say that you missed the step", ("M", "X"), "Review"),
    Action("whole", "Show all steps or sections at once", ("A",), "Review"),
    Action("hint", "Show the hint", ("H",), "Review"),
    Action("clock", "Start the clock of a story anew", ("R",), "Review"),
    Action("undo", "Undo", ("Ctrl+Z", "U"), "Review"),
    Action("redo", "Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "Review"),
    Action("edit", "Edit the note here", ("E",), "Review"),
    Action("edit-elsewhere", "Open its deck in your editor", ("Shift+E",), "Review"),
    Action("bury", "Bury the card until tomorrow", ("B",), "Review"),
    Action("suspend", "Suspend the card", ("S", "!"), "Review"),
    Action("flag", "Flag the card", ("F",), "Review"),
    Action("details", "Show the card's history", ("I",), "Review"),
    Action("due-day", "Choose the day it is asked on", ("Ctrl+Shift+D",), "Review"),
    Action("reset", "Learn the card anew", ("Ctrl+Alt+N",), "Review"),
    Action("leave", "Pause: the summary, then Today", ("Escape",), "Review"),
    Action("done", "Back to Today", ("Return", "Enter", "Space"), "Summary"),
    Action("leave-summary", "Back to Today at once", ("Escape",), "Summary"),
    Action("undo-last", "Undo the last step", ("Ctrl+Z", "U"), "Summary"),
    Action("back", "Back to Today", ("Escape",), "Progress and Settings"),
    Action("save", "Save the deck", ("Ctrl+S",), "Write"),
    Action("new-note", "New note of a kind", ("Ctrl+Shift+N",), "Write"),
    Action("new-deck", "New deck", ("Ctrl+Alt+N",), "Write"),
    Action("choose-deck", "Choose another deck", ("Ctrl+O",), "Write"),
    Action("find", "Find and replace", ("Ctrl+F", "Ctrl+H"), "Write"),
    Action("next-problem", "Go to the next problem", ("F8",), "Write"),
    Action("problem-before", "Go to the problem before", ("Shift+F8",), "Write"),
    Action("fix", "Correct the problem in this line", ("Ctrl+.",), "Write"),
    Action("complete", "Offer words that fit here", ("Ctrl+Space",), "Write"),
    Action("card-before", "Preview the card before", ("Alt+PgUp",), "Write"),
    Action("card-after", "Preview the next card", ("Alt+PgDown",), "Write"),
    Action("open-elsewhere", "Open the deck in your editor", ("Ctrl+Shift+E",), "Write"),
    Action("leave-write", "Close the search, or go back", ("Escape",), "Write"),
    Action("find-cards", "Search", ("/", "Ctrl+F"), "Cards"),
    Action("study", "Review what the search finds", ("Ctrl+Return", "Ctrl+Enter"), "Cards"),
    Action("deeds", "What to do with the selected cards", ("Ctrl+M",), "Cards"),
    Action("suspend-cards", "Suspend them, or resume them", ("S", "!"), "Cards"),
    Action("bury-cards", "Bury them until tomorrow", ("B",), "Cards"),
    Action("flag-cards", "Flag them, or take the flag away", ("F",), "Cards"),
    Action("due-cards", "Choose the day they are asked on", ("Ctrl+Shift+D",), "Cards"),
    Action("reset-cards", "Learn them anew", ("Ctrl+Alt+N",), "Cards"),
    Action("tag-cards", "Tag their notes in the decks", ("T",), "Cards"),
    Action("move-cards", "Move their notes to another deck", ("M",), "Cards"),
    Action("undo-cards", "Undo the last step", ("Ctrl+Z", "U"), "Cards"),
    Action("redo-cards", "Redo it", ("Ctrl+Shift+Z", "Ctrl+Y"), "Cards"),
    Action("edit-card", "Edit the note in its deck", ("E",), "Cards"),
    Action("card-history", "Show the card's history", ("I",), "Cards"),
    Action("columns", "Order and columns", ("Ctrl+L",), "Cards"),
    Action("back-from-cards", "Back to Today", ("Escape",), "Cards"),
    Action("add", "Add a note to a deck", ("Ctrl+N",), "Everywhere"),
    Action("import", "Import notes from a file", ("Ctrl+I",), "Everywhere"),
    Action("reload", "Read the decks again", ("Ctrl+R", "F5"), "Everywhere"),
    Action("zoom-in", "Larger text", ("Ctrl++", "Ctrl+="), "Everywhere"),
    Action("zoom-out", "Smaller text", ("Ctrl+-",), "Everywhere"),
    Action("zoom-reset", "Text at its usual size", ("Ctrl+0",), "Everywhere"),
    Action("theme", "Next theme: system, light, dark", ("Ctrl+T",), "Everywhere"),
    Action("palette", "Find anything", ("Ctrl+K",), "Everywhere"),
    Action("settings", "Settings", ("Ctrl+,",), "Everywhere"),
    Action("keys", "Show all keys", ("?",), "Everywhere"),
    Action("quit", "Quit", ("Ctrl+Q",), "Everywhere"),
)

GRADE_KEYS = (
    Action("four", "Grade: Again, Hard, Good, Easy", ("1 2 3 4",), "Review"),
    Action("six", "With all six grades of SM-2", ("0 1 2 3 4 5",), "Review"),
)
"""The digits depend on the grades in force, so the page binds them itself."""

_BY_NAME = {action.name: action for action in ACTIONS}


def action(name: str) -> Action:
    """Find an action; a wrong name is a KeyError (a bug)."""
    return _BY_NAME[name]
