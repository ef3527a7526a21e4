"""Every action with its words and keys: pages, tooltips and the key sheet read this table."""

from dataclasses import dataclass

from flashcards.domain.tongue import later, tr


@dataclass(frozen=True, slots=True)
class Action:
    """``keys`` are Qt's portable key texts, the first one shown; ``where`` names the page.

    An action without keys is done from the menus, or by a key of the person's choice.
    """

    name: str
    english: str
    keys: tuple[str, ...]
    where: str

    @property
    def label(self) -> str:
        """What it does, in words."""
        return tr(self.english)


ACTIONS = (
    Action("start", later("Start the review"), ("Return", "Enter", "Space"), "Today"),
    Action("choose", later("Choose what to review"), ("/",), "Today"),
    Action("drill", later("Drill the weakest topic"), ("D",), "Today"),
    Action("save-choice", later("Save its search"), ("Ctrl+S",), "Today"),
    Action("cards", later("Show all cards"), ("Ctrl+B", "B"), "Today"),
    Action("progress", later("Show your progress"), ("Ctrl+P", "G"), "Today"),
    Action("write", later("Write your decks"), ("Ctrl+E", "W"), "Today"),
    Action("decks", later("Put your decks in order"), ("Ctrl+D",), "Today"),
    Action("paste", later("Import what was copied"), ("Ctrl+V",), "Today"),
    Action("undo-here", later("Undo the last step"), ("Ctrl+Z",), "Today"),
    Action("dismiss", later("Close the choice, or a notice"), ("Escape",), "Today"),
    Action(
        "flip", later("Show the answer, then grade it Good"), ("Space", "Return", "Enter"), "Review"
    ),
    Action("missed", later("Say that you missed the step"), ("M", "X"), "Review"),
    Action("whole", later("Show all steps or sections at once"), ("A",), "Review"),
    Action("hint", later("Show the hint"), ("H",), "Review"),
    Action("clock", later("Start the clock of a story anew"), ("R",), "Review"),
    Action("undo", later("Undo"), ("Ctrl+Z", "U"), "Review"),
    Action("redo", later("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "Review"),
    Action("edit", later("Edit the note here"), ("E",), "Review"),
    Action("edit-elsewhere", later("Open its deck in your editor"), ("Shift+E",), "Review"),
    Action("bury", later("Bury the card until tomorrow"), ("B",), "Review"),
    Action("suspend", later("Suspend the card"), ("S", "!"), "Review"),
    Action("flag", later("Flag the card"), ("F",), "Review"),
    Action("details", later("Show the card's history"), ("I",), "Review"),
    Action("due-day", later("Choose the day it is asked on"), ("Ctrl+Shift+D",), "Review"),
    Action("reset", later("Learn the card anew"), ("Ctrl+Alt+N",), "Review"),
    Action("leave", later("Pause: the summary, then Today"), ("Escape",), "Review"),
    Action("done", later("Go on, or to Today"), ("Return", "Enter", "Space"), "Summary"),
    Action("leave-summary", later("Back to Today at once"), ("Escape",), "Summary"),
    Action("undo-last", later("Undo the last step"), ("Ctrl+Z", "U"), "Summary"),
    Action("back", later("Back to Today"), ("Escape",), "Progress and Settings"),
    Action("save", later("Save the deck"), ("Ctrl+S",), "Write"),
    Action("new-note", later("New note of a kind"), ("Ctrl+Shift+N",), "Write"),
    Action("duplicate-note", later("Write the note once more"), ("Ctrl+Alt+D",), "Write"),
    Action("split-note", later("Split the note at the cursor"), ("Ctrl+Alt+S",), "Write"),
    Action("merge-note", later("Put the next note below this one"), ("Ctrl+Alt+M",), "Write"),
    Action("new-deck", later("New deck"), ("Ctrl+Alt+N",), "Write"),
    Action("choose-deck", later("Choose another deck"), ("Ctrl+O",), "Write"),
    Action("find", later("Find and replace"), ("Ctrl+F", "Ctrl+H"), "Write"),
    Action(
        "find-all",
        later("Find and replace in all decks"),
        ("Ctrl+Shift+F", "Ctrl+Shift+H"),
        "Write",
    ),
    Action("next-problem", later("Go to the next problem"), ("F8",), "Write"),
    Action("problem-before", later("Go to the problem before"), ("Shift+F8",), "Write"),
    Action("fix", later("Correct the problem in this line"), ("Ctrl+.",), "Write"),
    Action("complete", later("Offer words that fit here"), ("Ctrl+Space",), "Write"),
    Action("card-before", later("Preview the card before"), ("Alt+PgUp",), "Write"),
    Action("card-after", later("Preview the next card"), ("Alt+PgDown",), "Write"),
    Action("open-elsewhere", later("Open the deck in your editor"), ("Ctrl+Shift+E",), "Write"),
    Action("leave-write", later("Close the search, or go back"), ("Escape",), "Write"),
    Action("find-cards", later("Search"), ("/", "Ctrl+F"), "Cards"),
    Action("study", later("Review what the search finds"), ("Ctrl+Return", "Ctrl+Enter"), "Cards"),
    Action("save-search", later("Save the search"), ("Ctrl+S",), "Cards"),
    Action("saved-searches", later("Saved searches"), ("Ctrl+O",), "Cards"),
    Action("deeds", later("What to do with the selected cards"), ("Ctrl+M",), "Cards"),
    Action("suspend-cards", later("Suspend them, or resume them"), ("S", "!"), "Cards"),
    Action("bury-cards", later("Bury them until tomorrow"), ("B",), "Cards"),
    Action("flag-cards", later("Flag them, or take the flag away"), ("F",), "Cards"),
    Action("due-cards", later("Choose the day they are asked on"), ("Ctrl+Shift+D",), "Cards"),
    Action("reset-cards", later("Learn them anew"), ("Ctrl+Alt+N",), "Cards"),
    Action("tag-cards", later("Tag their notes in the decks"), ("T",), "Cards"),
    Action("move-cards", later("Move their notes to another deck"), ("M",), "Cards"),
    Action("undo-cards", later("Undo the last step"), ("Ctrl+Z", "U"), "Cards"),
    Action("redo-cards", later("Redo it"), ("Ctrl+Shift+Z", "Ctrl+Y"), "Cards"),
    Action("edit-card", later("Edit the note in its deck"), ("E",), "Cards"),
    Action("card-history", later("Show the card's history"), ("I",), "Cards"),
    Action("columns", later("Order and columns"), ("Ctrl+L",), "Cards"),
    Action("back-from-cards", later("Back to Today"), ("Escape",), "Cards"),
    Action("open-deck", later("Open the deck, or a folder"), ("Return", "Enter"), "Decks"),
    Action("study-deck", later("Review it"), ("Ctrl+Return", "Ctrl+Enter"), "Decks"),
    Action("create-deck", later("New deck"), ("N",), "Decks"),
    Action("add-decks", later("Add a folder of decks"), ("A",), "Decks"),
    Action("rename-deck", later("Rename it"), ("F2", "R"), "Decks"),
    Action("move-deck", later("Move it to another folder"), ("M",), "Decks"),
    Action("delete-deck", later("Throw it into the trash"), ("Del",), "Decks"),
    Action("renew-decks", later("Bring the shipped decks up to date"), ("Ctrl+U",), "Decks"),
    Action("home-decks", later("Let your decks live elsewhere"), ("Ctrl+H",), "Decks"),
    Action("undo-decks", later("Undo the last step"), ("Ctrl+Z", "U"), "Decks"),
    Action("deck-deeds", later("What to do with it"), ("Ctrl+M",), "Decks"),
    Action("back-from-decks", later("Back to Today"), ("Escape",), "Decks"),
    Action("add", later("Add a note to a deck"), ("Ctrl+N",), "Everywhere"),
    Action("import", later("Import notes from a file"), ("Ctrl+I",), "Everywhere"),
    Action("reload", later("Read the decks again"), ("Ctrl+R", "F5"), "Everywhere"),
    Action("zoom-in", later("Larger text"), ("Ctrl++", "Ctrl+="), "Everywhere"),
    Action("zoom-out", later("Smaller text"), ("Ctrl+-",), "Everywhere"),
    Action("zoom-reset", later("Text at its usual size"), ("Ctrl+0",), "Everywhere"),
    Action("theme", later("Next theme: system, light, dark"), ("Ctrl+T",), "Everywhere"),
    Action("palette", later("Find anything"), ("Ctrl+K",), "Everywhere"),
    Action("settings", later("Settings"), ("Ctrl+,",), "Everywhere"),
    Action("menus", later("Show the menus"), ("F10",), "Everywhere"),
    Action("keys", later("Show all keys"), ("?",), "Everywhere"),
    Action("about", later("About Flashcards"), (), "Everywhere"),
    Action("quit", later("Quit"), ("Ctrl+Q",), "Everywhere"),
)

GRADES = (
    Action("grade-0", later("Grade: the button 0"), ("0",), "Review"),
    Action("grade-1", later("Grade: the button 1"), ("1",), "Review"),
    Action("grade-2", later("Grade: the button 2"), ("2",), "Review"),
    Action("grade-3", later("Grade: the button 3"), ("3",), "Review"),
    Action("grade-4", later("Grade: the button 4"), ("4",), "Review"),
    Action("grade-5", later("Grade: the button 5"), ("5",), "Review"),
)
"""Which of them there are, and what each gives, depends on the grades in force."""

SCALES = (
    (later("Grade: Again, Hard, Good, Easy"), GRADES[1:5]),
    (later("With all six grades of SM-2"), GRADES),
)
"""What the sheet of keys says of them: a line for all."""

_BY_NAME = {action.name: action for action in (*ACTIONS, *GRADES)}


def action(name: str) -> Action:
    """Find an action; a wrong name is a KeyError (a bug)."""
    return _BY_NAME[name]
