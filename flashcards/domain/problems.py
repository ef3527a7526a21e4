"""What is wrong with text that people wrote: values with a place, a stable code and a sentence."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from flashcards.domain.tongue import filled, later, tr


class Severity(StrEnum):
    """An error keeps cards away; a warning does not; a hint is advice."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where in a file: line and column count from 1."""

    file: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong at one place, in words, with what to do about it."""

    place: Place
    severity: Severity
    code: str
    message: str
    hint: str
    between: tuple[str, ...] = ()
    """A note and a vanished one, by name, where the person is asked if they are the same."""

    def __str__(self) -> str:
        where = f"{self.place.file}:{self.place.line}:{self.place.column}"
        return f"{where}: {self.severity} [{self.code}] {self.message} {self.hint}".rstrip()


@dataclass(frozen=True, slots=True)
class Flaw:
    """A kind of problem: its code, its gravity, and its sentences with room for details."""

    code: str
    severity: Severity
    message: str
    hint: str

    def at(self, place: Place, **details: object) -> Problem:
        """Report this flaw at a place; ``details`` fill the gaps of both sentences."""
        message, hint = filled(self.message, details), filled(self.hint, details)
        return Problem(place, self.severity, self.code, message, hint)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Offer the nearest known word as a sentence, or nothing."""
    near = nearest(word, known)
    return tr("Did you mean “{word}”?", word=near) if near else ""


def nearest(word: str, known: Iterable[str]) -> str:
    """Give the known word that is most like another one, where one is."""
    from difflib import get_close_matches  # 1 ms, which a first frame without mistakes spares

    return next(iter(get_close_matches(word, list(known), n=1)), "")


def _error(code: str, message: str, hint: str) -> Flaw:
    return Flaw(code, Severity.ERROR, message, hint)


def _warning(code: str, message: str, hint: str) -> Flaw:
    return Flaw(code, Severity.WARNING, message, hint)


def _hint(code: str, message: str, hint: str) -> Flaw:
    return Flaw(code, Severity.HINT, message, hint)


UNREADABLE = _error(
    "unreadable",
    later("The file cannot be read: {reason}."),
    later("Check that it exists and may be read."),
)
TOO_LARGE = _error(
    "too-large",
    later("The file is {megabytes} MB; decks are read up to {limit} MB."),
    later("Split it into several decks."),
)
NOT_TEXT = _error(
    "not-text",
    later("The file is not text: it holds a NUL byte."),
    later(
        "Decks are UTF-8 Markdown; move other files out of the folder or give them another ending."
    ),
)
UTF16 = _error(
    "utf-16",
    later("The file is UTF-16, and decks are UTF-8, so nothing of it was read."),
    later("Save it as UTF-8: editors ask for it where a file is saved under another name."),
)
NOT_UTF8 = _error(
    "not-utf8",
    later("A byte here is not UTF-8, so the note around it is left out."),
    later("Save the file as UTF-8."),
)
FRONT_MATTER = _error(
    "front-matter",
    later("The front matter cannot be read: {reason}."),
    later("It is YAML between two lines of three hyphens; the notes below are read all the same."),
)
UNCLOSED_FRONT_MATTER = _error(
    "unclosed-front-matter",
    later("The front matter that begins here is never closed, so it was read as text."),
    later("End it with a line of three hyphens."),
)
UNKNOWN_KEY = _warning(
    "unknown-key", later("The front matter does not know the key “{key}”."), "{guess}"
)
WRONG_VALUE = _warning(
    "wrong-value",
    later("“{key}” cannot be “{value}”."),
    later("It takes {expected}; the value was not used."),
)
EMPTY_PROMPT = _error(
    "empty-prompt", later("This note has no prompt."), later("Write one after the ##.")
)
EMPTY_ANSWER = _error(
    "empty-answer",
    later("“{prompt}” has no answer."),
    later("Write one below it, or make it a # section."),
)
UNKNOWN_KIND = _error(
    "unknown-kind",
    later("There is no kind of note called “.{kind}”."),
    later("Known kinds: {known}. {guess}"),
)
TWO_KINDS = _error(
    "two-kinds",
    later("A note is of one kind, and this one says “{kinds}”."),
    later("Keep one of them."),
)
UNKNOWN_OPTION = _warning(
    "unknown-option",
    later("A note of the kind “{kind}” does not know “.{option}”; it was passed over."),
    later("It knows: {known}. {guess}"),
)
TWO_IDS = _error(
    "two-ids", later("A note has one id, and this one says “{ids}”."), later("Keep one of them.")
)
ODD_BRACES = _warning(
    "odd-braces",
    later(
        "“{braces}” was read as part of the prompt: "
        "it is not an attribute list at the heading's end."
    ),
    later(
        'Write one pair of braces after a space, as in {{#id .kind source="a book"}}, '
        "or put them in `backticks` if they are text."
    ),
)
MISPLACED_BRACES = _warning(
    "misplaced-braces",
    later(
        "“{braces}” does not end a note's heading, so it is text: no note is known by it any more."
    ),
    later("Put it behind the last word of the ## heading, or in `backticks` if it is text."),
)
UNKNOWN_ATTRIBUTE = _warning(
    "unknown-attribute",
    later("Notes do not know the attribute “{key}”."),
    later("Known: {known}. {guess}"),
)
BAD_ID = _error(
    "bad-id",
    later("“#{id}” cannot be an id."),
    later("An id is made of letters, digits, hyphens, underscores, dots and colons."),
)
DUPLICATE_ID = _error(
    "duplicate-id",
    later("The id “#{id}” stands at {first} already; this note is left out."),
    later("Give this note an id of its own."),
)
DUPLICATE_PROMPT = _error(
    "duplicate-prompt",
    later("The same prompt stands at {first} already; this note is left out."),
    later("Change the prompt, or give both notes an #id."),
)
DOUBTFUL_NOTE = _hint(
    "doubtful-note",
    later("“{new}” may be “{old}”, which is gone from {deck}, reworded; it was taken as new."),
    later("If it is the same note: {same} — if not: {different}"),
)
DOUBTFUL_SIBLING = _hint(
    "doubtful-sibling",
    later(
        "This note's card “{old}” is gone, and {new} may be it, reworded; they were taken as new."
    ),
    later(
        "To keep its history, write its old text again, and reword it on its own; "
        "if it is none of them, go on: an answer to one of them settles it."
    ),
)
NO_DELETION = _error(
    "no-deletion",
    later("This cloze note hides nothing."),
    later("Put {{{{double braces}}}} around what to hide."),
)
UNCLOSED_DELETION = _error(
    "unclosed-deletion",
    later("This deletion is never closed, so it was read as text."),
    later("End it with }}}}."),
)
EMPTY_DELETION = _error(
    "empty-deletion",
    later("This deletion hides nothing, so it makes no card and was read as text."),
    later("Write what it hides between its braces."),
)
SINGLE_BRACES = _warning(
    "single-braces",
    later("This looks meant as a deletion, but single braces are text."),
    later("Write {{{{c1::text}}}}."),
)
SINGLE_COLON = _warning(
    "single-colon",
    later("A number is followed by two colons; with one, it is part of the text."),
    later("Write {{{{c1::text}}}}."),
)
NO_TABLE = _error(
    "no-table",
    later("This compare note has no table with two columns to compare and a row."),
    later("Its first row names the things compared, each further row one aspect."),
)
UNEVEN_ROW = _warning(
    "uneven-row",
    later("Cells in this row: {found}, and in the table: {expected}."),
    later("Add or remove a |."),
)
EMPTY_ASPECT = _error(
    "empty-aspect",
    later("This row does not say which aspect it compares."),
    later("Fill its first cell."),
)
DUPLICATE_ASPECT = _error(
    "duplicate-aspect",
    later("The aspect “{aspect}” stands in this table already."),
    later("Rename one row."),
)
EMPTY_COLUMN = _error(
    "empty-column",
    later("A column of this table has no name."),
    later("Fill its cell in the table's first row."),
)
DUPLICATE_COLUMN = _error(
    "duplicate-column",
    later("The column “{column}” stands in this table already."),
    later("Rename one of them."),
)
NO_STEPS = _error(
    "no-steps",
    later("This note has no steps."),
    later("Write them as a numbered list: 1. and so on."),
)
SINGLE_STEP = _warning(
    "single-step",
    later("This note has one step only."),
    later("Write more, or take .steps away: a basic note asks for one thing."),
)
EMPTY_STEP = _warning(
    "empty-step",
    later("This step is empty, so it was left out."),
    later("Write it, or take it away."),
)
NO_FIELDS = _error(
    "no-fields",
    later("This {kind} note has no field with a text."),
    later("Write ### headings with text below them: {known}."),
)
UNKNOWN_FIELD = _warning(
    "unknown-field",
    later("A {kind} note does not know the field “{field}”; it was used under its own name."),
    later("Known: {known}. {guess}"),
)
DUPLICATE_FIELD = _error(
    "duplicate-field",
    later("The field “{field}” stands in this note already, so this one was left out."),
    later("Write both texts under one heading."),
)
EMPTY_FIELD = _hint(
    "empty-field", later("“{field}” has no text yet."), later("Write it, or take it away.")
)
MISSING_FIELD = _hint(
    "missing-field",
    later("This {kind} note does not say: {fields}."),
    later("Write them as ### headings."),
)
WE_NOT_I = _hint(
    "we-not-i",
    later("The action says “we” more often ({we}) than “I” ({i})."),
    later("Say what you did yourself; name the team once, in the situation."),
)
NO_NUMBER = _hint(
    "no-number",
    later("The result names no number."),
    later("Say how much, how many, or how long; a range will do, if you say how you know it."),
)
LONG_STORY = _hint(
    "long-story",
    later("Told at {pace} words a minute, this story takes {takes} ({words} words); it has {has}."),
    later("Shorten it, the situation first, or give it more time with minutes=."),
)
UNDEFINED_FOOTNOTE = _hint(
    "undefined-footnote",
    later("There is no footnote called “{name}” in this note, so the reference was read as text."),
    later(
        "Write [^{name}]: and its text on a line of its own; "
        "put it in `backticks` if it is no reference."
    ),
)
DOUBLE_FOOTNOTE = _hint(
    "double-footnote",
    later("Two footnotes of this note are called “{name}”, so what refers to it means the first."),
    later("Give this one another name, and those that mean it, too."),
)
UNCLOSED_FENCE = _warning(
    "unclosed-fence",
    later("This fence is never closed, so everything below it is code."),
    later("End it with a line of {fence}"),
)
SETEXT_HEADING = _warning(
    "setext-heading",
    later("The line below makes this a heading, which begins no note and splits none."),
    later("Put a blank line above --- to split a question, or write ## for a note."),
)
HEADING_WITHOUT_SPACE = _warning(
    "heading-without-space",
    later("This was read as text: a heading has a space after its hashes."),
    later("Write ## and a space for a note, or \\## for text."),
)
INDENTED_HEADING = _warning(
    "indented-heading",
    later("This is indented four columns or more, so it goes on the text above it."),
    later("Take the indent away for a heading, or put a blank line above it for code."),
)
UNCLOSED_COMMENT = _warning(
    "unclosed-comment",
    later("This comment or HTML block is never closed, so everything below it is hidden."),
    later("Close it with its end mark, as in <!-- … -->."),
)
OUTSIDE_NOTE = _hint(
    "outside-note", later("This deck has text but no note."), later("A note begins with ##.")
)
EMPTY_DECK = _hint(
    "empty-deck",
    later("This deck is empty."),
    later("Write ## and a question, and its answer below."),
)
SECTION_WITH_TEXT = _hint(
    "section-with-text",
    later("“{title}” has text but no note; a # section is never asked."),
    later("Write ## if it is meant as a note."),
)
UNCLOSED_MATH = _warning(
    "unclosed-math",
    later("This dollar looks meant for math, but the formula never ends, so it was read as text."),
    later(
        "Math stands in $…$ without blanks inside the dollars, and $$…$$ holds no blank line; "
        "a dollar that is text is written \\$."
    ),
)
BAD_MATH = _warning(
    "bad-math",
    later("{reason} So “{tex}” is shown as it is written."),
    later("Correct the TeX, or write \\$ where a dollar is text."),
)
MISSING_IMAGE = _warning(
    "missing-image",
    later("There is no image “{name}” in the deck's folder."),
    later("Put it there, or correct the path; upper and lower case matter."),
)
OUTSIDE_IMAGE = _warning(
    "outside-image",
    later("The image “{name}” is not shown, because it is not in the deck's folder."),
    later("Copy it into the folder, and write its path relative to the deck."),
)
HEADING_JUMP = _hint(
    "heading-jump",
    later("This heading is of level {found}, and the one above it is of level {above}."),
    later("Take away a # or more, so that no level is skipped."),
)
LONG_PROMPT = _hint(
    "long-prompt",
    later("This prompt is too long for one question: characters {length}, questions {questions}."),
    later(
        "A card asks one thing: write several notes, or put what explains the question below it, "
        "above a line ---."
    ),
)
UNSOURCED_FIGURE = _hint(
    "unsourced-figure",
    later("“{figure}” is a figure that names no source."),
    later(
        'Write source="…" in the heading\'s braces, or “Sources: …” above the first note; '
        "verified=no marks what nobody checked."
    ),
)

SETTINGS_FILE = _warning(
    "settings-file",
    later("The settings cannot be read: {reason}."),
    later("A window that is open goes by what held before, else the defaults are used."),
)
UNKNOWN_SETTING = _warning(
    "unknown-setting", later("There is no setting called “{key}”."), "{guess}"
)
WRONG_SETTING = _warning(
    "wrong-setting",
    later("The setting “{key}” cannot be “{value}”."),
    later("It takes {expected}; the default is used."),
)
WRONG_ENTRY = _warning(
    "wrong-setting-entry",
    later("“{entry}” in the table “{key}” cannot be “{value}”."),
    later("It takes {expected}; what else is in the table holds."),
)
WRONG_SEARCH = _warning(
    "wrong-setting-search",
    later("The saved search “{name}” cannot be read."),
    "{why}",
)
IDLE_SETTING = _hint(
    "idle-setting",
    later("No card here is of “{name}”, so this limit changes nothing."),
    "{guess}",
)

FLAWS: tuple[Flaw, ...] = tuple(
    value for value in list(globals().values()) if isinstance(value, Flaw)
)
