"""The pieces a card's document is put together from: Markdown to render, and rendered text."""

import re
from html import escape
from typing import TYPE_CHECKING

from flashcards.domain.tongue import tr
from flashcards.domain.typed import Sign, Stretch, alike, compared
from flashcards.ui.cards.markup import NEWEST, renumbered

if TYPE_CHECKING:
    from flashcards.domain.note import Part
    from flashcards.domain.reveal import Reveal
    from flashcards.render.faces import RenderedText
    from flashcards.services.views import CardView

_MARKS = re.compile(r"[\\`*_{}\[\]()#+\-.!$>]")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_HEADING_END = re.compile(r"(</h[46]>)")


_CLASSES = {Sign.MISSING: ("missing", "u"), Sign.EXTRA: ("extra", "s")}
"""The class and the HTML mark of a stretch that differs."""


def question(card: "CardView", *, filled: bool) -> str:
    """Give the question as Markdown, with its context below the prompt; or its text, filled."""
    heading, _, rest = card.front.partition("\n")
    if filled:
        rest = f"\n{card.back}"
    if not card.context:
        return f"{heading}\n{rest}"
    context = f"###### {' '.join(card.context.split())}"
    if heading.startswith("#"):
        return f"{heading}\n\n{context}\n{rest}"
    return f"{card.front.rstrip()}\n\n{context}\n"


def source_line(source: str) -> str:
    """Give the source as Markdown that shows it as it is written."""
    plain = " ".join(source.split()).replace("&", "&amp;").replace("<", "&lt;")
    return "###### " + tr("Source: {source}", source=_MARKS.sub(r"\\\g<0>", plain))


def quoted_hint(hint: str) -> str:
    """Give the hint as Markdown in a quotation."""
    return "\n".join(f"> {line}" for line in ("###### " + tr("Hint"), "", *hint.splitlines()))


def part_text(part: "Part", *, marked: bool) -> str:
    """Give a part as Markdown, with its title: a section's is a heading, a step's a quiet line."""
    return f"{'######' if marked else '####'} {' '.join(part.title.split())}\n\n{part.text}"


def part_shown(text: "RenderedText", number: int, reveal: "Reveal") -> "RenderedText":
    """Say at a part's title how it was marked, and mark the newest one, to be kept in sight."""
    title, end, body = _HEADING_END.split(text.html, maxsplit=1)
    apart = " apart" if number else ""
    title = title.replace("<h6>", f'<p class="part{apart}">').replace(
        "<h4>", f'<p class="h4{apart}">'
    )
    end = "</p>"
    if number < len(reveal.hits):
        known, missed = ("known", tr("✓ known")), ("missed", tr("✗ missed"))
        sign = known if reveal.hits[number] else missed
        title += '&nbsp;&nbsp; <span class="{}">{}</span>'.format(*sign)
    if number == reveal.shown - 1 and number and not reveal.at_once:
        title = title.replace(">", f'><a name="{NEWEST}"></a>', 1)
    return _rendered(title + end + body, text)


def told(typed: str, expected: str, *, filled: bool) -> "RenderedText":
    """Set what was typed beside what was expected; the answer follows, unless it stands above."""
    typed = _PRIVATE.sub("", typed)
    if alike(typed, expected):
        known = tr("✓ as expected")
        words = f'{escape(typed)}&nbsp;&nbsp; <span class="known">{known}</span>'
    else:
        words = " ".join(_stretch(piece) for piece in compared(typed, expected))
    heading, below = tr("You typed"), tr("The answer")
    answer = "" if filled else f'<p class="part apart">{below}</p>'
    return _rendered(f'<p class="part">{heading}</p><p>{words}</p>{answer}')


def joined(*texts: "RenderedText") -> "RenderedText":
    """Set rendered texts one below the other."""
    whole = _rendered("")
    for text in texts:
        html = whole.html + renumbered(text.html, len(whole.formulas))
        whole = type(whole)(html, whole.formulas + text.formulas)
    return whole


def _stretch(piece: Stretch) -> str:
    """Write some words: missing and extra ones with their sign, in brackets, as in word diffs."""
    words = escape(_PRIVATE.sub("", piece.words))
    if piece.sign is Sign.SAME:
        return words
    name, mark = _CLASSES[piece.sign]
    return f'<span class="{name}">[{piece.sign}<{mark}>{words}</{mark}>]</span>'


def _rendered(html: str, of: "RenderedText | None" = None) -> "RenderedText":
    from flashcards.render.faces import RenderedText  # Markdown, after the first paint

    return RenderedText(html, of.formulas if of else ())
