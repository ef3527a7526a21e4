"""What the window says passes through ``tr``, so that it can be said in another language."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.house.sources import Module, modules

UI = modules("flashcards/ui")
SAYING = {"tr", "trn", "trc", "later", "both"}
SHOWN_BY = {
    "label": (1,),
    "button": (1, 2),
    "tip": (0,),
    "Chip": (0,),
    "Figure": (0,),
    "Choice": (0, 1),
    "Scrolled": (0,),
    "QLabel": (0,),
    "QPushButton": (0,),
    "QCheckBox": (0,),
    "QMenu": (0,),
    "addItem": (0,),
    "addAction": (0,),
    "addSection": (0,),
    "setText": (0,),
    "setToolTip": (0,),
    "setWindowTitle": (0,),
    "setPlaceholderText": (0,),
    "setSpecialValueText": (0,),
    "setSuffix": (0,),
    "setAccessibleName": (0,),
    "setAccessibleDescription": (0,),
    "tell": (0,),
    "warn": (0,),
    "show_sentence": (0,),
    "show_state": (0,),
    "show_words": (0,),
}
"""Which arguments of what people see, hear or read: there, a single word counts, too."""

NOT_SAID = {
    "flashcards/ui/cards/document.py": "the tags of a card's HTML",
    "flashcards/ui/cards/markup.py": "the tags of a card's HTML",
    "flashcards/ui/cards/styles.py": "a card's style sheet",
    "flashcards/ui/review/pieces.py": "the tags around what is said of an answer",
    "flashcards/ui/theme/stylesheet.py": "the window's style sheet",
    "flashcards/ui/theme/tokens.py": "the names of fonts",
    "flashcards/ui/write/words.py": "a heading that is read as a deck's is",
    "flashcards/ui/editor.py": "the commands of editors and terminals",
}
"""Files whose strings look like sentences, and what they are."""

PAGES = (
    "Today",
    "Review",
    "Summary",
    "Progress and Settings",
    "Write",
    "Cards",
    "Decks",
    "Everywhere",
)
WORDS_NOT_SAID = {
    "Flashcards": "the program's name",
    "Fusion": "the name of one of Qt's styles",
    "PNG": "the name of a format",
    "ml/regularization = 2": "what a person would type",
    "YYYY-MM-DD": "what a person would type, as it stands in the settings' file",
    "names its key": "the name of a property",
    r"[ \t]*(?:>[ \t]?)*": "a regular expression",
    **dict.fromkeys(PAGES, "what a page is known by; the key sheet says it"),
}
_KEY = re.compile(r"((Ctrl|Shift|Alt)\+)*([A-Z0-9]|F\d+|[A-Z][a-z]+([A-Z][a-z]+)?|[^\w\s])")
_SENTENCE = re.compile(r"[^\W\d_]\S* +\S|\S +[^\W\d_]|\A[A-Z][a-z]")


def looks_said(text: str) -> bool:
    """Whether it has words beside one another, or begins as a sentence does."""
    return bool(_SENTENCE.search(text)) and text not in WORDS_NOT_SAID and not is_key(text)


def is_key(text: str) -> bool:
    return bool(_KEY.fullmatch(text)) and ("+" in text or text in KEYS)


KEYS = {"Return", "Enter", "Space", "Escape", "Up", "Down", "PgUp", "PgDown", "Home", "End", "Del"}


def words_of(node: ast.expr) -> str:
    """Give what a literal says; the gaps of one are no words."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    parts = node.values if isinstance(node, ast.JoinedStr) else []
    return "\0".join(str(part.value) for part in parts if isinstance(part, ast.Constant))


def name_of(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else ast.unparse(call.func)


def unsaid(node: ast.AST) -> Iterator[ast.expr]:
    """Walk all literals that no one says; explanations, types and comparisons are no speech."""
    if isinstance(node, ast.Call) and name_of(node) in SAYING:
        return
    if isinstance(node, ast.Constant | ast.JoinedStr):
        yield node
    for each in parts_of(node):
        yield from unsaid(each)


def parts_of(node: ast.AST) -> list[ast.AST]:
    """Give what stands in a node and may be speech."""
    if isinstance(node, ast.Compare | ast.Assert | ast.arg):
        return []
    if isinstance(node, ast.Expr | ast.Subscript):
        return [] if isinstance(node.value, ast.Constant) else [node.value]
    if isinstance(node, ast.AnnAssign):
        return [node.value] if node.value else []
    if isinstance(node, ast.FunctionDef):
        return [*node.args.defaults, *filter(None, node.args.kw_defaults), *node.body]
    if isinstance(node, ast.JoinedStr):
        return [part for part in node.values if isinstance(part, ast.FormattedValue)]
    return list(ast.iter_child_nodes(node))


def sentences(module: Module) -> Iterator[str]:
    """Find the literals of a file that look like sentences, and that no one says."""
    for node in unsaid(module.tree):
        if looks_said(words_of(node)):
            yield f"{module.path}:{node.lineno} {words_of(node)}"


def words(module: Module) -> Iterator[str]:
    """Find what is shown without being said, single words included."""
    for call in ast.walk(module.tree):
        if not isinstance(call, ast.Call):
            continue
        places = SHOWN_BY.get(name_of(call), ())
        for argument in [call.args[place] for place in places if place < len(call.args)]:
            for node in unsaid(argument):
                said = words_of(node)
                if re.search(r"[^\W\d_]{2}", said) and said not in {*WORDS_NOT_SAID, *KEYS}:
                    yield f"{module.path}:{node.lineno} {said}"


def later_names(module: Module) -> set[str]:
    """Name the sentences that a file keeps for others to say."""
    return {
        target.id
        for node in module.tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call)
        for target in node.targets
        if isinstance(target, ast.Name) and name_of(node.value) == "later"
    }


def names_at_hand(module: Module, kept: dict[str, set[str]]) -> set[str]:
    """Name the sentences kept for later that a file has, and those that it takes from others."""
    taken = {
        alias.name
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if alias.name in kept.get(f"{(node.module or '').replace('.', '/')}.py", set())
    }
    return later_names(module) | taken


def kept_quiet(module: Module, names: set[str]) -> Iterator[str]:
    """Find the sentences kept for later that are shown as they stand."""

    def walk(node: ast.AST, *, deep: bool) -> Iterator[ast.Name]:
        if isinstance(node, ast.Call) and name_of(node) in SAYING:
            return
        if isinstance(node, ast.Name) and deep and node.id in names:
            yield node
        for child in ast.iter_child_nodes(node):
            yield from walk(child, deep=deep or isinstance(node, ast.FunctionDef | ast.Lambda))

    for name in walk(module.tree, deep=False):
        yield f"{module.path}:{name.lineno} {name.id}"


KNOWN_BY = {"TITLE", "EVERYWHERE"}
"""Sentences by whose English things are told apart, and which are said elsewhere."""


def test_every_sentence_of_the_window_is_said() -> None:
    read = [module for module in UI if module.path not in NOT_SAID]
    assert [found for module in read for found in sentences(module)] == []


def test_every_word_that_is_shown_is_said() -> None:
    assert [found for module in UI for found in words(module)] == []


def test_what_is_kept_for_later_is_said_then() -> None:
    kept = {module.path: later_names(module) for module in UI}
    quiet = [
        found
        for module in UI
        for found in kept_quiet(module, names_at_hand(module, kept) - KNOWN_BY)
    ]
    assert quiet == []


def test_no_sentence_stands_inside_another_string() -> None:
    """Babel does not look there, so that nobody would be asked to translate it."""
    assert [found for module in modules("flashcards") for found in hidden(module)] == []


def hidden(module: Module) -> Iterator[str]:
    """Find what is said within an f-string."""
    strings = [node for node in ast.walk(module.tree) if isinstance(node, ast.JoinedStr)]
    calls = [node for each in strings for node in ast.walk(each) if isinstance(node, ast.Call)]
    for call in calls:
        said = [part for part in call.args if isinstance(part, ast.Constant)]
        if said and name_of(call) in SAYING:
            yield f"{module.path}:{call.lineno} {ast.unparse(call)}"


@pytest.mark.parametrize("path", NOT_SAID)
def test_an_exception_is_needed_still(path: str) -> None:
    (module,) = [each for each in UI if each.path == path]
    assert list(sentences(module)) != []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ('made = label("quiet", "new")', "new"),
        ('made = label("quiet", tr("new"))', ""),
        ('made.setToolTip(f"Open {name}")', "Open "),
        ('made.setToolTip(tr("Open {name}", name=name))', ""),
        ('made.setToolTip(tr(WORDS) if told else "Nothing yet")', "Nothing yet"),
        ('made.setText(f"{one}: {two}")', ""),
        ('made = button("plain", "", "Ctrl+K opens it")', "Ctrl+K opens it"),
    ],
)
def test_a_word_beside_tr_is_found(line: str, found: str) -> None:
    shown = [each.partition(" ")[2] for each in words(Module("a.py", line))]
    assert shown == ([found] if found else [])


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ('NONE = "No card is selected."', True),
        ('NONE = later("No card is selected.")', False),
        ('keys = ("Ctrl+Shift+Z", "Return", "U")', False),
        ('"""A note for those who read the code."""', False),
        ('yes = where == "Everywhere"', False),
        ('name: "Sequence[Mark]" = ()', False),
        ('told = f"{count} of all"', True),
        ('made = Signal(str, name="wanted")', False),
    ],
)
def test_a_sentence_beside_tr_is_found(line: str, found: bool) -> None:
    assert bool(list(sentences(Module("a.py", line)))) is found
