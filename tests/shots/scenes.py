"""Every page in every state worth seeing, as one readable list."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from flashcards.domain.grade import Grade
from flashcards.domain.tongue import tr
from flashcards.services.session import Session
from flashcards.store.paths import shipped
from tests.bench.data import give_history, give_memory, give_months
from tests.shots.asking import calendar, imported, in_cards, in_decks, in_write, salvage, tips
from tests.shots.bringing import decks, importing
from tests.shots.choosing import about, menus, palette, settings, settings_found, settings_scheduler
from tests.shots.decks import write_everything, write_mistakes, write_parts
from tests.shots.stage import Stage
from tests.shots.writing import (
    add_note,
    edit_note,
    find_everywhere,
    merge,
    today_unsaved,
    write,
    write_names,
)

_ENTER, _SPACE, _ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape
_MISSED = Qt.Key.Key_M
_CONTROL = Qt.KeyboardModifier.ControlModifier
_CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_AGAIN, _HARD, _GOOD, _EASY = Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4


@dataclass(frozen=True, slots=True)
class Scene:
    """``play`` opens a window and photographs it; ``zoomed`` scenes are played enlarged too."""

    name: str
    play: Callable[[Stage, str], None]
    zoomed: bool = False


def _today(stage: Stage, name: str) -> None:
    give_history(stage.data, shipped("decks"), 40)
    stage.open()
    stage.shoot(name)


def _today_rich(stage: Stage, name: str) -> None:
    stage.choose("leech_lapses = 2")
    give_months(stage.data, shipped("decks"))
    stage.open()
    stage.press(Qt.Key.Key_Slash)
    stage.wait(200)
    stage.shoot(name)
    stage.press(Qt.Key.Key_Escape, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown)
    stage.program.shell.resize(1024, 1250)
    stage.wait(100)
    stage.shoot(f"{name}-tall")


def _progress(stage: Stage, name: str) -> None:
    stage.choose('interview = "2027-01-20"')
    give_memory(stage.data, shipped("decks"))
    stage.open()
    stage.wait(1500)
    stage.shoot(f"{name}-today")
    stage.press(Qt.Key.Key_G)
    stage.wait(400)
    stage.program.shell.resize(1024, 3600)
    stage.wait(300)
    stage.shoot(name)


def _progress_of_one(stage: Stage, name: str) -> None:
    give_memory(stage.data, shipped("decks"))
    stage.open()
    stage.wait(1500)
    stage.press(Qt.Key.Key_G, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    stage.type_in("decision you disagreed")
    stage.wait(600)
    stage.shoot(name)


def _details_curve(stage: Stage, name: str) -> None:
    give_memory(stage.data, shipped("decks"))
    stage.open()
    stage.wait(1500)
    stage.press(_ENTER)
    stage.shoot_dialog(name, Qt.Key.Key_I)


def _progress_early(stage: Stage, name: str, answers: int = 5) -> None:
    stage.sit(lambda session: _answer(session, answers))
    stage.open()
    stage.wait(800)
    stage.press(Qt.Key.Key_G)
    stage.wait(400)
    stage.shoot(name)


def _cards(stage: Stage, name: str) -> None:
    give_months(stage.data, shipped("decks"), 60)
    stage.open()
    stage.wait(800)
    stage.press(Qt.Key.Key_B)
    stage.wait(300)
    stage.shoot(name)
    stage.type_in("is:due gra")
    stage.wait(200)
    stage.shoot(f"{name}-search")
    stage.press(Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_F)
    stage.wait(300)
    stage.shoot(f"{name}-card")
    stage.press(Qt.Key.Key_Slash)
    stage.type_in("is:due topik:ml lapses>3")
    stage.wait(200)
    stage.shoot(f"{name}-fault")


def _rewriting(stage: Stage, name: str) -> None:
    stage.open()
    stage.wait(800)
    stage.press(Qt.Key.Key_B, Qt.Key.Key_Return)
    stage.shoot_dialog(f"{name}-tag", Qt.Key.Key_T)
    stage.shoot_dialog(f"{name}-move", Qt.Key.Key_M)


def _answer(session: Session, count: int) -> None:
    for _ in range(count):
        session.answer(Grade.GOOD, 5_000)


def _today_focus(stage: Stage, name: str) -> None:
    stage.open()
    stage.press(Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    stage.shoot(name)


def _today_empty(stage: Stage, name: str) -> None:
    stage.use_decks(stage.folder / "decks")
    (stage.folder / "decks").mkdir()
    stage.open()
    stage.shoot(name)


def _today_problems(stage: Stage, name: str) -> None:
    stage.use_decks(shipped("decks"), write_mistakes(stage.folder / "decks"))
    stage.open()
    stage.shoot(name)


def _today_done(stage: Stage, name: str) -> None:
    stage.choose("new_per_day = 6")
    stage.sit(_answer_all)
    stage.open()
    stage.shoot(name)


def _today_fault(stage: Stage, name: str) -> None:
    (stage.data / "flashcards.sqlite").write_text("This is a text file.\n" * 40, "utf-8")
    stage.open(loaded=False)
    buttons = stage.program.shell.findChildren(QPushButton)
    retry = next(button for button in buttons if button.text() == tr("Try again"))
    stage.until(retry.isVisible)
    stage.shoot(name)


def _today_loading(stage: Stage, name: str) -> None:
    stage.open(loaded=False)
    stage.shoot(name)
    stage.wait(1500)  # what was begun is ended before its folder goes


def _question(stage: Stage, name: str) -> None:
    stage.put_first("relu-sigmoid-slope")
    stage.open()
    stage.press(_ENTER)
    stage.shoot(name)


def _answer_of(card: str) -> Callable[[Stage, str], None]:
    """Make a scene that shows a shipped card's answer, after a few others."""

    def play(stage: Stage, name: str) -> None:
        stage.put_first(card)
        stage.open()
        stage.press(_ENTER, _SPACE)
        stage.shoot(name)

    return play


def _question_of(card: str) -> Callable[[Stage, str], None]:
    """Make a scene that shows a shipped card's question."""

    def play(stage: Stage, name: str) -> None:
        stage.put_first(card)
        stage.open()
        stage.press(_ENTER)
        stage.shoot(name)

    return play


def _long(stage: Stage, name: str) -> None:
    stage.use_decks(write_everything(stage.folder / "decks"))
    stage.open()
    stage.press(_ENTER, _SPACE)
    stage.shoot(name)
    stage.press(Qt.Key.Key_PageDown, Qt.Key.Key_F)
    stage.wait(100)
    stage.shoot(f"{name}-scrolled-flagged")


def _keys_on(card: str, *keys: Qt.Key, typed: str = "") -> Callable[[Stage, str], None]:
    """Make a scene that presses keys on a card, after it was typed into."""

    def play(stage: Stage, name: str) -> None:
        stage.use_decks(write_parts(stage.folder / "decks"))
        stage.put_first(card)
        stage.open()
        stage.press(_ENTER)
        stage.type_in(typed)
        stage.press(*keys)
        stage.shoot(name)

    return play


def _late(stage: Stage, name: str) -> None:
    stage.use_decks(write_parts(stage.folder / "decks"))
    stage.put_first("short")
    stage.open()
    stage.press(_ENTER)
    stage.wait(8_200)
    stage.shoot(name)


def _six(stage: Stage, name: str) -> None:
    stage.choose('grades = "six"')
    stage.put_first("convex-vs-non-convex/starting-point")
    stage.open()
    stage.press(_ENTER, _SPACE)
    stage.shoot(name)


def _drill(stage: Stage, name: str) -> None:
    stage.choose("new_per_day = 3")
    stage.open()
    stage.press(_ENTER)
    stage.answer(_AGAIN, _GOOD, _EASY)
    stage.shoot(name)


def _menu(stage: Stage, name: str) -> None:
    stage.open()
    stage.press(_ENTER)
    buttons = stage.program.shell.findChildren(QPushButton)
    menu = next(button.menu() for button in buttons if button.text() == tr("More"))
    menu.popup(stage.program.shell.rect().center())
    stage.wait(50)
    stage.shoot(name, menu)
    menu.close()


def _summary_paused(stage: Stage, name: str) -> None:
    stage.open()
    stage.press(_ENTER)
    stage.answer(_GOOD, _AGAIN, _EASY, _HARD, _GOOD)
    stage.press(_ESCAPE)
    stage.shoot(name)


def _summary_done(stage: Stage, name: str) -> None:
    stage.choose("new_per_day = 3")
    stage.open()
    stage.press(_ENTER)
    stage.answer(_GOOD, _EASY, _GOOD)
    stage.shoot(name)


def _details(stage: Stage, name: str) -> None:
    give_history(stage.data, shipped("decks"), 40)
    stage.open()
    stage.press(_ENTER)
    stage.answer(_AGAIN)
    stage.press(Qt.Key.Key_U)
    stage.shoot_dialog(name, Qt.Key.Key_I)


def _keys(stage: Stage, name: str) -> None:
    stage.open()
    stage.shoot_dialog(name, Qt.Key.Key_Question)


def _due_day(stage: Stage, name: str) -> None:
    stage.open()
    stage.press(_ENTER)
    stage.shoot_dialog(name, Qt.Key.Key_D, _CONTROL_SHIFT)


def _flagged(stage: Stage, name: str) -> None:
    stage.choose('grades = "six"')
    stage.use_decks(write_parts(stage.folder / "decks"))
    stage.put_first("steps")
    stage.open()
    stage.press(_ENTER, _SPACE, _SPACE, _MISSED, _SPACE, _SPACE, Qt.Key.Key_F)
    stage.shoot(name)


def _card_focus(stage: Stage, name: str) -> None:
    stage.put_first("relu-sigmoid-slope")
    stage.open()
    stage.press(_ENTER, _SPACE, Qt.Key.Key_Tab)
    stage.shoot(name)
    for _ in range(20):
        focused = stage.qt.focusWidget()
        if focused and focused.accessibleName() == tr("Card"):
            break
        stage.press(Qt.Key.Key_Tab)
    stage.shoot(f"{name}-card")


def _broke_off(stage: Stage, name: str) -> None:
    stage.put_first("relu-sigmoid-slope")
    stage.open()
    stage.press(_ENTER)
    kept = stage.data / "review.json"
    stage.until(kept.exists)
    left = kept.read_text("utf-8")
    stage.close()
    kept.write_text(left, "utf-8")
    stage.open()
    stage.shoot(name)


def _nothing_of_these(stage: Stage, name: str) -> None:
    stage.open()
    stage.press(Qt.Key.Key_Slash)
    stage.type_in("topic:cooking")
    stage.wait(300)
    stage.shoot(name)


def _notice(stage: Stage, name: str) -> None:
    stage.choose('editor = "no-such-editor --goto {file}:{line}"')
    stage.open()
    stage.press(_ENTER)
    stage.press_with(Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_E)
    stage.shoot(name)


def _news(stage: Stage, name: str) -> None:
    stage.open()
    stage.press(_ENTER, Qt.Key.Key_B)
    stage.shoot(name)


def _answer_all(session: Session) -> None:
    while session.view().card:
        session.answer(Grade.GOOD, 9_000)


SCENES = (
    Scene("today", _today, zoomed=True),
    Scene("today-rich", _today_rich, zoomed=True),
    Scene("cards", _cards, zoomed=True),
    Scene("rewriting", _rewriting, zoomed=True),
    Scene("progress", _progress, zoomed=True),
    Scene("progress-card", _progress_of_one, zoomed=True),
    Scene("progress-early", _progress_early),
    Scene("progress-first", partial(_progress_early, answers=1)),
    Scene("progress-empty", partial(_progress_early, answers=0), zoomed=True),
    Scene("card-curve", _details_curve, zoomed=True),
    Scene("palette", palette, zoomed=True),
    Scene("menus", menus, zoomed=True),
    Scene("about", about, zoomed=True),
    Scene("settings", settings, zoomed=True),
    Scene("settings-found", settings_found),
    Scene("settings-scheduler", settings_scheduler, zoomed=True),
    Scene("today-focus", _today_focus),
    Scene("today-empty", _today_empty, zoomed=True),
    Scene("today-problems", _today_problems, zoomed=True),
    Scene("today-done", _today_done),
    Scene("today-fault", _today_fault, zoomed=True),
    Scene("today-loading", _today_loading),
    Scene("review-question", _question, zoomed=True),
    Scene("review-table", _answer_of("relu-vs-sigmoid/initialisation"), zoomed=True),
    Scene("review-code", _question_of("l1-soft-threshold-code"), zoomed=True),
    Scene("review-cloze-question", _question_of("l1l2-elastic-net/c1")),
    Scene("review-cloze-answer", _answer_of("l1l2-elastic-net/c1")),
    Scene("review-long", _long, zoomed=True),
    Scene("steps-question", _keys_on("steps"), zoomed=True),
    Scene("steps-hint", _keys_on("steps", Qt.Key.Key_H)),
    Scene("steps-marked", _keys_on("steps", _SPACE, _SPACE, _MISSED), zoomed=True),
    Scene("steps-done", _keys_on("steps", _SPACE, _SPACE, _MISSED, _SPACE, _SPACE), zoomed=True),
    Scene("story-clock", _keys_on("story"), zoomed=True),
    Scene("story-section", _keys_on("story", _SPACE, _SPACE), zoomed=True),
    Scene("story-late", _late),
    Scene("typed-question", _keys_on("typed", typed="it shrinks all weights"), zoomed=True),
    Scene("typed-difference", _keys_on("typed", _ENTER, typed="it shrinks them to 0"), zoomed=True),
    Scene("typed-as-expected", _keys_on("gap/l1", _ENTER, typed="l1"), zoomed=True),
    Scene("paper", _keys_on("paper/idea", _SPACE)),
    Scene("review-six-grades", _six, zoomed=True),
    Scene("review-drill", _drill),
    Scene("review-menu", _menu),
    Scene("summary-paused", _summary_paused, zoomed=True),
    Scene("summary-done", _summary_done),
    Scene("details", _details, zoomed=True),
    Scene("keys", _keys, zoomed=True),
    Scene("due-day", _due_day, zoomed=True),
    Scene("steps-six-flagged", _flagged, zoomed=True),
    Scene("review-focus", _card_focus),
    Scene("review-broke-off", _broke_off, zoomed=True),
    Scene("today-nothing-found", _nothing_of_these, zoomed=True),
    Scene("notice-warning", _notice, zoomed=True),
    Scene("notice-news", _news),
    Scene("today-unsaved", today_unsaved, zoomed=True),
    Scene("write", write(9), zoomed=True),
    Scene("write-cloze", write(15), zoomed=True),
    Scene("write-problem", write(18), zoomed=True),
    Scene("write-find", write(9, (Qt.Key.Key_F, _CONTROL)), zoomed=True),
    Scene("write-find-all", find_everywhere, zoomed=True),
    Scene("write-names", write_names),
    Scene("edit-note", edit_note, zoomed=True),
    Scene("add-note", add_note, zoomed=True),
    Scene("merge", merge, zoomed=True),
    Scene("import", importing, zoomed=True),
    Scene("decks", decks, zoomed=True),
    Scene("cards-asks", in_cards, zoomed=True),
    Scene("decks-asks", in_decks, zoomed=True),
    Scene("write-asks", in_write, zoomed=True),
    Scene("imported", imported, zoomed=True),
    Scene("due-day-month", calendar, zoomed=True),
    Scene("salvage", salvage, zoomed=True),
    Scene("tips", tips, zoomed=True),
)
