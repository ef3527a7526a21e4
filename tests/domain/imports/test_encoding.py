"""Bytes tell their encoding: by a mark, by their zeros, or by being UTF-8."""

import pytest

from flashcards.domain.imports.encoding import is_utf16


@pytest.mark.parametrize(
    ("content", "is_wide"),
    [
        ("## Größe?\n".encode("utf-16"), True),
        ("## Größe?\n".encode("utf-16-le"), True),
        ("## Größe?\n".encode("utf-16-be"), True),
        ("\ufeff问题".encode("utf-16-be"), True),
        ("## Größe?\n".encode(), False),
        (b"\xef\xbb\xbf## One\n", False),
        (b"## One\n\n\0\n", False),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", False),
        (b"", False),
    ],
)
def test_utf16_is_known_with_its_mark_and_without(content: bytes, is_wide: bool) -> None:
    assert is_utf16(content) is is_wide
