"""Letters in the alphabets the drawing library does not style: their own Unicode characters."""

_RANGES = (("A", "Z"), ("a", "z"), ("0", "9"))
# The first capital, small letter and digit of each alphabet; None where the library knows better.
_ALPHABETS: dict[str, tuple[int | None, int | None, int | None]] = {
    "sans-serif": (0x1D5A0, 0x1D5BA, 0x1D7E2),
    "monospace": (0x1D670, 0x1D68A, 0x1D7F6),
    "bold": (None, None, 0x1D7CE),
    "double-struck": (None, None, 0x1D7D8),
}


def styled(text: str, variant: str) -> str:
    """The text in a MathML `mathvariant`, where that has characters of its own."""
    if variant not in _ALPHABETS:
        return text
    return "".join(_styled(sign, _ALPHABETS[variant]) for sign in text)


def _styled(sign: str, starts: tuple[int | None, int | None, int | None]) -> str:
    for (first, last), start in zip(_RANGES, starts, strict=True):
        if start is not None and first <= sign <= last:
            return chr(start + ord(sign) - ord(first))
    return sign
