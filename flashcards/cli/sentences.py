"""Mistakes on the command line, each in one sentence with what was probably meant."""

import os
from inspect import cleandoc
from typing import Any

import click

from flashcards.cli.click_words import said
from flashcards.cli.output import output_faults
from flashcards.domain.problems import did_you_mean
from flashcards.domain.tongue import tr


class Command(click.Command):
    """A command whose help, which click prints while it parses, can fail as all output can."""

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,  # noqa: ANN401  # click's own
    ) -> click.Context:
        """Parse. Raises OutputError or ReaderGoneError where nobody can read the help."""
        with output_faults():
            return super().make_context(info_name, args, parent, **extra)

    def get_short_help_str(self, limit: int = 45) -> str:
        """Say in a line what it does."""
        return _translated(self).get_short_help_str(limit)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Say what it does."""
        _translated(self).format_help_text(ctx, formatter)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Say how it is called."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, tr("Usage:") + " ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Say what its options are for."""
        options = [each for each in self.get_params(ctx) if isinstance(each, click.Option)]
        with formatter.section(tr("Options")):
            formatter.write_dl([_record(option, ctx) for option in options])
        if isinstance(self, Commands):
            self.format_commands(ctx, formatter)


def _record(option: click.Option, context: click.Context) -> tuple[str, str]:
    """Give an option's names, and what it is for."""
    names, told = option.get_help_record(context) or ("", "")
    for words in filter(None, (option.help, "[required]")):
        told = told.replace(words, tr(words))
    return names, told


def _translated(command: click.Command) -> click.Command:
    return click.Command(command.name, help=tr(cleandoc(command.help or "")))


class QueryCommand(Command):
    """A command that takes a query, whose words may begin with a minus."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take only ``--words`` and ``-h`` for options: ``-is:new`` is part of the query."""
        end = args.index("--") if "--" in args else len(args)
        options = [text for text in args[:end] if text.startswith("--") or text == "-h"]
        words = [text for text in args[:end] if text not in options]
        return super().parse_args(ctx, [*options, "--", *words, *args[end + 1 :]])


class Commands(Command, click.Group):
    """A group of commands that answers an unknown name with the nearest known one."""

    command_class = Command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the options; a group that can do nothing by itself names its commands."""
        if not args and not self.invoke_without_command:
            known = tr(" or ").join(self.commands)
            raise click.UsageError(
                tr(
                    "“{command}” needs a command: {known}.",
                    command=ctx.command_path,
                    known=known,
                ),
                ctx,
            )
        return super().parse_args(ctx, args)

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Say in a line each what the commands do."""
        limit = formatter.width - 6 - max(map(len, self.commands))
        rows = [
            (name, self.commands[name].get_short_help_str(limit)) for name in sorted(self.commands)
        ]
        with formatter.section(tr("Commands")):
            formatter.write_dl(rows)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that was named. Raises UsageError."""
        name = args[0]
        if name not in self.commands and not name.startswith("-"):
            path = ctx.command_path.partition(" ")[2]
            called = f"{path} {name}".strip()
            known = did_you_mean(name, self.commands) or tr(
                "Known: {names}.", names=", ".join(self.commands)
            )
            told = tr("There is no command called “{called}”. {known}", called=called, known=known)
            raise click.UsageError(told, ctx)
        return super().resolve_command(ctx, args)


class CommandsOrDecks(Commands):
    """Commands before which a deck may be named without ``--decks``: ``flashcards my.md``."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the options; what stands in a command's place and looks like a path is a deck."""
        valued = {name for option in self.params if _takes_value(option) for name in option.opts}
        read, rest = list[str](), list(args)
        while rest and rest[0] not in self.commands:
            if rest[0] in valued:
                read += rest[:2]
                rest = rest[2:]
                continue
            name = rest.pop(0)
            read += ["--decks", name] if _is_path(name) else [name]
        return super().parse_args(ctx, [*read, *rest])


def _takes_value(option: click.Parameter) -> bool:
    return isinstance(option, click.Option) and not option.is_flag


def _is_path(text: str) -> bool:
    """Whether a word means a file or a folder: it is there, or it is written like one."""
    looks_so = text.endswith(".md") or "/" in text or os.sep in text
    return not text.startswith("-") and (looks_so or os.access(text, os.F_OK))


def sentence_of(error: click.ClickException) -> str:
    """Say what was wrong with the command line."""
    if isinstance(error, click.NoSuchOption):
        return _no_such_option(error)
    text = said(" ".join(error.format_message().split()))
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _no_such_option(error: click.NoSuchOption) -> str:
    """Name the nearest option; one that belongs before the command is told its place."""
    name, context = error.option_name, error.ctx
    if context is None:
        return tr("There is no option “{name}”.", name=name)
    if context.parent and name in _options(context.parent.command):
        command = context.command_path.rpartition(" ")[2]
        return tr(
            "“{name}” stands before the command: flashcards {name} … {command}",
            name=name,
            command=command,
        )
    guess = did_you_mean(name, _options(context.command))
    return tr(
        "“{command}” has no option “{name}”. {guess}",
        command=context.command_path,
        name=name,
        guess=guess,
    ).rstrip()


def _options(command: click.Command) -> list[str]:
    return [*(name for option in command.params for name in option.opts), "--help"]
