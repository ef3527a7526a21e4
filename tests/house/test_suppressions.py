"""A checker is silenced only for a reason that stands beside it."""

import re

from tests.house.sources import modules

SUPPRESSION = re.compile(r"#\s*(?:noqa|type:\s*ignore|pragma:)")
REASONED = re.compile(
    r"#\s*(?:noqa: [A-Z0-9, ]+?|type: ignore\[[\w,-]+\]|pragma: no \w+)"
    r"(?:\s+#\s*noqa: [A-Z0-9, ]+?)?\s+[-#]\s*\w+"
)


def test_every_suppression_names_its_rule_and_its_reason() -> None:
    found = [
        f"{module.path}:{number} {line.strip()}"
        for module in modules("flashcards") + modules("tests")
        for number, line in enumerate(module.lines, start=1)
        if SUPPRESSION.search(line) and not REASONED.search(line) and "re.compile" not in line
    ]
    assert found == []
