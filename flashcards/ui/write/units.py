"""Qt counts a text in UTF-16; everything else here counts characters."""


def units(text: str) -> int:
    """Count as Qt does: what is beyond the first 65,536 characters counts twice."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def characters(text: str, position: int) -> int:
    """Tell which character of a text begins at a position that Qt counted."""
    if text.isascii():
        return position
    content = text.encode("utf-16-le", "surrogatepass")[: 2 * position]
    return len(content.decode("utf-16-le", "replace"))
