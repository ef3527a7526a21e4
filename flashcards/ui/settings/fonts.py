"""A font on the Settings page: the families that are installed, and how the chosen one looks."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from flashcards.domain.choices import Choice
from flashcards.domain.problems import did_you_mean
from flashcards.domain.tongue import later, tr
from flashcards.domain.values import Family
from flashcards.ui.settings.control import Control
from flashcards.ui.theme.tokens import GRID, Fonts
from flashcards.ui.widgets.label import label

SAMPLE = later("Aa Bb Gg Qq 0O 1lI {}[]() → ∑ σ ≤ äöüß")


class FamilyBox(Control):
    """``value`` is a family's name; nothing is the window's own choice."""

    wide = True

    def __init__(self, choice: Choice) -> None:
        whole = QWidget()
        self._box, self._sample = QComboBox(), label("body", tr(SAMPLE), wraps=True)
        super().__init__(choice, whole)
        whole.setAccessibleName("")
        whole.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole.setFocusProxy(self._box)
        self._box.setAccessibleName(tr(choice.label))
        self._box.setAccessibleDescription(tr(choice.help))
        self._box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._box.setEditable(True)
        self._box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._box.installEventFilter(self)
        self._box.activated.connect(lambda _: self.take())
        short = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self._box.setSizeAdjustPolicy(short)
        field = self._box.lineEdit()
        assert field is not None, "it can be edited"
        assert isinstance(choice.kind, Family)
        field.setPlaceholderText(tr(choice.kind.empty))
        field.returnPressed.connect(self.take)
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self._box)
        layout.addWidget(self._sample)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """List the families once the keys come here: there may be hundreds."""
        if watched is self._box and event.type() == QEvent.Type.FocusIn and not self._box.count():
            assert isinstance(self.choice.kind, Family)
            self._box.addItems(families(fixed=self.choice.kind.fixed))
            self._box.setEditText(self.value)
        return super().eventFilter(watched, event)

    def _show(self, value: str) -> None:
        self._box.setEditText(value)
        quoted = value.replace("\\", "").replace('"', "")
        assert isinstance(self.choice.kind, Family)
        usual = Fonts().code if self.choice.kind.fixed else Fonts().text
        shown = ",".join(f'"{name}"' for name in (quoted, *usual) if name)
        self._sample.setStyleSheet("".join(["font-family:", shown]))
        missing = quoted and quoted not in QFontDatabase.families()
        told = tr("“{family}” is not installed here; the usual font is used.", family=quoted)
        sample = tr(SAMPLE)
        self._sample.setText(f"{told}\n{sample}" if missing else sample)

    def take(self) -> None:
        """Take over what was typed and not yet taken; it must be installed."""
        typed = self._box.currentText().strip()
        known = {name.casefold(): name for name in QFontDatabase.families()}
        found = known.get(typed.casefold(), "")
        if not typed or found or typed == self.value:
            self._offer(found or typed)
            return
        guess = did_you_mean(typed, known.values())
        told = tr("No font that is installed here is called “{name}”.", name=typed)
        self.doubted.emit(f"{told} {guess}".rstrip())


def families(*, fixed: bool) -> list[str]:
    """Name the families that are installed; ``fixed``: whose letters are all equally wide."""
    shown = [name for name in QFontDatabase.families() if not QFontDatabase.isPrivateFamily(name)]
    return [name for name in shown if QFontDatabase.isFixedPitch(name)] if fixed else shown
