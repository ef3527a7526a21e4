"""``flashcards resume``: suspended cards are asked again."""

import click

from flashcards.cli.call import Call, opened
from flashcards.cli.output import say, some
from flashcards.cli.sentences import QueryCommand
from flashcards.domain.tongue import tr, trn
from flashcards.services.resuming import resume_cards


@click.command(cls=QueryCommand)
@click.argument("query", nargs=-1, required=True)
@click.pass_obj
def resume(call: Call, query: tuple[str, ...]) -> None:
    """Ask every suspended card that QUERY finds again; is:suspended finds them all."""
    text = " ".join(query)
    with opened(call.doors.open_desk, call.options) as desk:
        desk.safety.before_bulk()
        resumed = resume_cards(desk.library, text)
    if resumed:
        prompts = some([f"“{row.prompt}”" for row in resumed])
        say(
            trn(
                "Resumed {count} card: {prompts}.",
                "Resumed {count} cards: {prompts}.",
                len(resumed),
                prompts=prompts,
            )
        )
    else:
        say(
            tr(
                "“{text}” finds no suspended card; flashcards cards is:suspended lists them all.",
                text=text,
            )
        )
