"""``flashcards doctor``: is everything well with the log, and if not, what can be done."""

from collections.abc import Callable
from functools import partial

import click

from flashcards.cli.backup import agreed
from flashcards.cli.call import Call, opened
from flashcards.cli.output import complain, say, some, stepping
from flashcards.cli.sentences import Command
from flashcards.domain.errors import DamagedError
from flashcards.domain.safety import LogReport
from flashcards.domain.tongue import number, tr, trn
from flashcards.services.cache_check import CacheReport, check_caches
from flashcards.services.damage import entries, remark_lines, report_lines, salvage_lines
from flashcards.services.safety import Safety, moment_text

STEPS = 8
_ILL = 1


@click.command(cls=Command)
@click.option("--rebuild", is_flag=True, help="Make schedules, index and formulas anew.")
@click.option("--yes", is_flag=True, help="Salvage a damaged log without asking.")
@click.pass_obj
def doctor(call: Call, rebuild: bool, yes: bool) -> int:
    """Check the log and what is derived from it; exit 1 if something is wrong.

    What is derived is made anew where it is wrong. A damaged log is salvaged, if you say so.
    """
    safety = call.doors.safety(call.options)
    if not safety.vault.exists:
        say(tr("There is no log yet."))
        return 0
    try:
        with stepping(STEPS) as step:
            report = safety.vault.check(step)
            caches = None if _needs_salvage(report) else _caches(call, safety, rebuild, step)
    except DamagedError as error:
        complain(str(error))
        return _offer(safety, yes)
    for line in report_lines(report):
        complain(line)
    if caches is None:
        return _offer(safety, yes)
    _tell(report, caches, safety, rebuild)
    return _ILL if report_lines(report) else 0


def _needs_salvage(report: LogReport) -> bool:
    return bool(report.damage or report.gaps or report.unreadable)


def _caches(call: Call, safety: Safety, rebuild: bool, step: Callable[[str], None]) -> CacheReport:
    step(tr("caches"))
    if rebuild:
        safety.vault.forget_schedules()
        safety.vault.forget_cache()
    step(tr("decks"))
    with opened(call.doors.open_desk, call.options) as desk:
        step(tr("schedules"))
        return check_caches(safety, desk.library)


def _tell(report: LogReport, caches: CacheReport, safety: Safety, rebuild: bool) -> None:
    say(tr("The log has {entries}, and the file is sound.", entries=entries(report.entries)))
    for line in remark_lines(report):
        say(line)
    say(_caches_text(caches, rebuild))
    if caches.orphans:
        count = trn("{count} card", "{count} cards", len(caches.orphans))
        say(
            tr(
                "{cards} with a history in no deck (it waits for them): {names}. "
                "“flashcards cards is:orphan” lists them with their state.",
                cards=count,
                names=some(caches.orphans),
            )
        )
    backups = safety.vault.backups()
    if backups:
        say(
            trn(
                "{count} backup, the newest of {moment}.",
                "{count} backups, the newest of {moment}.",
                len(backups),
                moment=moment_text(backups[0].at),
            )
        )
    else:
        say(tr("There is no backup yet; flashcards backup makes one."))


def _caches_text(caches: CacheReport, rebuild: bool) -> str:
    if rebuild:
        return tr("Schedules, index and formulas were made anew.")
    if caches.wrong:
        wrong = trn(
            "{wrong} of {count} schedule",
            "{wrong} of {count} schedules",
            caches.compared,
            wrong=number(caches.wrong),
        )
        return tr("{wrong} differed from the log, so all were made anew from it.", wrong=wrong)
    return tr(
        "Schedules agree with the log ({compared} compared).", compared=number(caches.compared)
    )


def _offer(safety: Safety, yes: bool) -> int:
    """Tell what can be saved of a damaged log, and save it if that is wanted."""
    with stepping(1) as step:
        step(tr("what can be saved"))
        found = safety.vault.survey()
    for line in salvage_lines(found):
        say(line)
    asked = partial(
        agreed, tr("The damaged files are kept in a folder of their own"), tr("salvage")
    )
    if not yes and not asked():
        safety.vault.drop(found)
        say(tr("Nothing was changed."))
        return _ILL
    aside = safety.vault.accept(found)
    say(
        tr("Salvaged. The damaged files are kept in {aside}", aside=aside)
        if aside
        else tr("Salvaged.")
    )
    return _ILL if found.lost else 0
