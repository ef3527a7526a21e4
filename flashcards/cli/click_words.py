"""What click says of a wrong command line, in the person's language: it speaks English only."""

import re

from flashcards.domain.tongue import later, tr

_SAID = {
    r"Missing argument '(?P<name>[^']*)'\.(?P<more>.*)": later("Missing argument '{name}'.{more}"),
    r"Missing option '(?P<name>[^']*)'\.(?P<more>.*)": later("Missing option '{name}'.{more}"),
    r"Option '(?P<name>[^']*)' requires an argument\.": later(
        "Option '{name}' requires an argument."
    ),
    r"Option '(?P<name>[^']*)' does not take a value\.": later(
        "Option '{name}' does not take a value."
    ),
    r"Got unexpected extra argument \((?P<words>.*)\)": later(
        "Got unexpected extra argument ({words})"
    ),
    r"Got unexpected extra arguments \((?P<words>.*)\)": later(
        "Got unexpected extra arguments ({words})"
    ),
    r"Invalid value for '(?P<name>[^']*)': (?P<told>.*)": later(
        "Invalid value for '{name}': {told}"
    ),
    r"'(?P<value>.*)' is not one of (?P<known>.*)\.": later("'{value}' is not one of {known}."),
    r"'(?P<value>.*)' is not a valid integer\.": later("'{value}' is not a valid integer."),
    r"'(?P<value>.*)' is not a valid float\.": later("'{value}' is not a valid float."),
}
"""Its sentences, as it writes them and as we do."""


def said(text: str) -> str:
    """Translate a sentence of click's; one that is not known stays as it is."""
    for pattern, sentence in _SAID.items():
        found = re.fullmatch(pattern, text)
        if found:
            parts = {name: said(part) for name, part in found.groupdict().items()}
            return tr(sentence, **parts)
    return text
