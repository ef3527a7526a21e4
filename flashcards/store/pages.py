"""Rows of the log, read from the pages of a damaged file without SQLite.

https://sqlite.org/fileformat2.html: every table leaf page says by itself which rows it has, so what
is broken elsewhere does not matter. As the log is append-only, any version of a page, in the file
or in its ``-wal``, holds rows that count.
"""

from collections.abc import Iterator
from pathlib import Path

Value = int | str | None
PAGE = 4096
_LEAF = 13
_COLUMNS = 10
_WAL_HEADER, _FRAME_HEADER = 32, 24
_SIZES = {0: 0, 1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8, 8: 0, 9: 0}
_LARGEST = 1 << 24
"""No row of the log is as large; what says so is damaged."""

_BROKEN = (IndexError, KeyError, ValueError)


def rows_in(database: Path) -> Iterator[tuple[Value, ...]]:
    """Give every row of ten columns whose first is the row's own number; it is left out."""
    main = _bytes(database)
    wal = _bytes(database.with_name(f"{database.name}-wal"))
    size = _page_size(main, wal)
    newer = list(_committed(wal, size))
    pages = {number: main[(number - 1) * size : number * size] for number in _numbers(main, size)}
    for number, page in (*pages.items(), *newer):
        yield from _rows(page, 100 if number == 1 else 0, {**pages, **dict(newer)}, size)


def _bytes(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


def _numbers(main: bytes, size: int) -> range:
    return range(1, -(-len(main) // size) + 1)


def _page_size(main: bytes, wal: bytes) -> int:
    """Read it from either header; where both are damaged it is what SQLite chooses by itself."""
    for said in (int.from_bytes(main[16:18], "big"), int.from_bytes(wal[8:12], "big")):
        size = 65_536 if said == 1 else said
        if 512 <= size <= 65_536 and size & (size - 1) == 0:
            return size
    return PAGE


def _committed(wal: bytes, size: int) -> Iterator[tuple[int, bytes]]:
    """Give the pages of whole transactions: the last frame of one says how large the file is."""
    waiting: list[tuple[int, bytes]] = []
    for at in range(_WAL_HEADER, len(wal) - _FRAME_HEADER - size + 1, _FRAME_HEADER + size):
        number = int.from_bytes(wal[at : at + 4], "big")
        waiting.append((number, wal[at + _FRAME_HEADER : at + _FRAME_HEADER + size]))
        if wal[at + 4 : at + 8] != b"\0\0\0\0":
            yield from waiting
            waiting = []


def _rows(
    page: bytes, start: int, pages: dict[int, bytes], size: int
) -> Iterator[tuple[Value, ...]]:
    if len(page) < start + 8 or page[start] != _LEAF:
        return
    count = int.from_bytes(page[start + 3 : start + 5], "big")
    for place in range(start + 8, min(start + 8 + 2 * count, len(page) - 1), 2):
        at = int.from_bytes(page[place : place + 2], "big")
        try:
            row = _row(_payload(page, at, pages, size))
        except _BROKEN:
            continue
        if row:
            yield row


def _payload(page: bytes, at: int, pages: dict[int, bytes], size: int) -> bytes:
    """Read a cell, and what of it stands on other pages."""
    length, at = _varint(page, at)
    _, at = _varint(page, at)
    if length > _LARGEST:
        raise ValueError
    local = _local(length, size)
    payload = page[at : at + local]
    following = int.from_bytes(page[at + local : at + local + 4], "big")
    while len(payload) < length:
        more = pages[following]
        if not more[4:]:
            raise ValueError
        payload += more[4 : 4 + length - len(payload)]
        following = int.from_bytes(more[:4], "big")
    return payload


def _local(length: int, size: int) -> int:
    """Tell how much of a cell stands on its own page (the format's U, X, M and K)."""
    if length <= size - 35:
        return length
    least = (size - 12) * 32 // 255 - 23
    wanted = least + (length - least) % (size - 4)
    return wanted if wanted <= size - 35 else least


def _row(payload: bytes) -> tuple[Value, ...] | None:
    """Read a record of ten columns, the first of which is empty; None for any other."""
    end, at = _varint(payload, 0)
    kinds: list[int] = []
    while at < end:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    if len(kinds) != _COLUMNS or kinds[0] != 0:
        return None
    values: list[Value] = []
    for kind in kinds[1:]:
        length = _SIZES[kind] if kind < 12 else (kind - 12) // 2
        if at + length > len(payload):
            return None
        values.append(_value(kind, payload[at : at + length]))
        at += length
    return tuple(values)


def _value(kind: int, data: bytes) -> Value:
    """Read a value; a number with a point, or bytes, is a KeyError or ValueError: we write none."""
    if kind == 0:
        return None
    if kind in (8, 9):
        return kind - 8
    if kind < 12:
        return int.from_bytes(data, "big", signed=True)
    if kind % 2 == 0:
        raise ValueError
    return data.decode()


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for place in range(at, at + 8):
        byte = data[place]
        value = value << 7 | byte & 127
        if byte < 128:
            return value, place + 1
    return value << 8 | data[at + 8], at + 9
