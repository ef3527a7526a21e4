"""SVG pictures keep their shapes and lose all that reaches out, repeats itself or is too much."""

import time

import pytest

from flashcards.render.svg import MAX_BYTES, MAX_SIDE, safe_svg

COLOUR = "#22262e"
XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'


def svg(inside: str, attributes: str = 'width="20" height="10"') -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{inside}</svg>'.encode()


def kept(inside: str, attributes: str = XLINK) -> str:
    safe = safe_svg(svg(inside, attributes), COLOUR)
    assert safe is not None
    return safe.text


def laughs(levels: int) -> str:
    """Each level uses the one below it ten times."""
    steps = [
        f'<g id="l{n}">' + f'<use xlink:href="#l{n - 1}"/>' * 10 + "</g>" for n in range(1, levels)
    ]
    return f'<defs><g id="l0"><rect width="1" height="1"/></g>{"".join(steps)}</defs>'


def test_shapes_gradients_text_and_arrows_stay() -> None:
    inside = (
        '<defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient>'
        '<marker id="m"><path d="M0 0L4 2L0 4Z"/></marker></defs>'
        '<path d="M0 0L9 9" marker-end="url(#m)" fill="url(#g)" style="stroke-width:2"/>'
        '<text x="1">ReLU<tspan>!</tspan></text>'
    )
    text = kept(inside)
    for part in (
        "linearGradient",
        "stop-color",
        "url(#m)",
        "url(#g)",
        "stroke-width:2",
        "ReLU",
        "!",
    ):
        assert part in text


def test_current_colour_is_the_texts() -> None:
    text = kept(
        '<path stroke="currentColor" style="fill: CurrentColor"/>'
        "<style>a{fill:currentcolor}</style>"
    )
    assert text.count(COLOUR) == 3


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert('out')</script>",
        '<rect onload="out()"/>',
        '<image xlink:href="http://example.org/out.png"/>',
        '<image href="file:///out"/>',
        '<use xlink:href="out.svg#a"/>',
        '<use href="data:image/svg+xml;base64,out"/>',
        '<a href="http://example.org/out"/>',
        "<style>@import url(http://example.org/out.css);</style>",
        '<rect fill="url(http://example.org/out)"/>',
        r'<rect style="fill: u\72l(out)"/>',
        "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>out</p></foreignObject>",
        '<animate attributeName="out"/>',
        '<filter id="out"><feGaussianBlur stdDeviation="9999"/></filter>',
        '<x:rect xmlns:x="http://example.org/out"/>',
    ],
)
def test_what_reaches_out_is_left_out(inside: str) -> None:
    assert "out" not in kept(f"{inside}<rect/>")
    assert "rect" in kept(f"{inside}<rect/>")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no picture",
        b"<html><svg/></html>",
        b"\xff\xfe<\x00s\x00",
        b"<svg>" * 9,
        svg("<g>" * 100 + "</g>" * 100),
        b'<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + svg("<text>&a;</text>"),
        b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + svg("<text>&a;</text>"),
        b'<?xml-stylesheet href="http://example.org/a.css"?>' + svg("<rect/>"),
        svg(f'{laughs(12)}<use xlink:href="#l11"/>', XLINK),
        svg('<g id="a"><use href="#a"/></g>'),
        svg('<use id="a" href="#b"/><use id="b" href="#a"/>'),
        svg("".join(f'<use id="u{n}" href="#u{n + 1}"/>' for n in range(5_000))),
        svg("<rect/>" * 30_000),
        svg(f"<desc>{'x' * MAX_BYTES}</desc>"),
    ],
)
def test_what_is_no_picture_or_too_much_is_refused_at_once(data: bytes) -> None:
    start = time.process_time()
    assert safe_svg(data, COLOUR) is None
    assert time.process_time() - start < 1


def test_a_graph_tools_document_type_is_no_reason_to_refuse() -> None:
    head = b'<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://w3.org/a.dtd">\n'
    assert safe_svg(head + svg("<rect/>"), COLOUR) is not None


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="20" height="10"', (20, 10)),
        ('width="15pt" height="1in"', (20, 96)),
        ('viewBox="0 0 40 20"', (40, 20)),
        ('width="80" viewBox="0 0 40 20"', (80, 40)),
        ('width="100%" viewBox="0,0,40,20"', (40, 20)),
        ("", (300, 150)),
        ('width="999999999" height="999999999"', (MAX_SIDE, MAX_SIDE)),
        ('viewBox="0 0 1e300 1"', (300, 150)),
        ('viewBox="0 0 nan inf"', (300, 150)),
    ],
)
def test_its_size_is_what_it_says_and_no_more_than_a_screen(
    attributes: str, size: tuple[float, float]
) -> None:
    safe = safe_svg(svg("<rect/>", attributes), COLOUR)
    assert safe is not None
    assert (safe.width, safe.height) == pytest.approx(size)
