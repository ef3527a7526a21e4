"""Saved searches on the Settings page: a name, “=” and a search on each line."""

from collections.abc import Mapping

from flashcards.domain.choices import Choice
from flashcards.domain.tongue import tr
from flashcards.services.searches import faults
from flashcards.ui.settings.control import Control
from flashcards.ui.widgets.lines_field import LinesField

LINES = 4


class SearchLines(Control):
    """Taken over when the keys go elsewhere; a line renamed is a search renamed."""

    wide = True

    def __init__(self, choice: Choice) -> None:
        self._field = LinesField(LINES)
        super().__init__(choice, self._field)
        self._field.setPlaceholderText(tr("weak graphs = topic:graphs lapses>3"))

    def _show(self, value: Mapping[str, str]) -> None:
        text = "\n".join(f"{name} = {query}" for name, query in value.items())
        if self._field.toPlainText() != text:
            self._field.setPlainText(text)

    def take(self) -> None:
        """Take over what was typed and not yet taken."""
        found: dict[str, str] = {}
        for place, line in enumerate(self._field.toPlainText().splitlines(), start=1):
            name, sign, query = (part.strip() for part in line.partition("="))
            if not line.strip():
                continue
            if not (name and sign and query):
                told = tr("Line {place} is not a name, “=” and a search.", place=place)
                self.doubted.emit(told)
                return
            found[name.strip("\"'")] = query
        wrong = [f"{name}: {fault.sentence}" for name, fault in faults(found).items()]
        if wrong and found != self.value:
            self.doubted.emit("\n".join(wrong))
        else:
            self._offer(found)
