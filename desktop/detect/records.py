"""Bulk customer records by their shape: the Zengin formats of 120 and 200 bytes (全国銀行協会 レコード・フォーマット).

Transfers, payroll and direct debits have 120 bytes a record, notices of transfers and statements 200; with line ends or
in fixed blocks, in JIS or EBCDIC. Records start with 1 (header), 2 (data), 8 (trailer) or 9 (end). One such file is a
customer list, so it is known by its shape, not by what stands in it.
"""

from collections.abc import Sequence
from typing import Final

_LENGTHS: Final = (120, 200)
_DIVISIONS: Final = frozenset(b"1289")
_MOST_RECORDS: Final = 2_000
"""Records that are looked at: a file is the same all through."""
_HEADERS: Final = frozenset(b"21 11 12 71 72 91 01 03 41 43 44".split())
"""Kinds of business (種別コード) that a header names."""
_EBCDIC_DIGITS: Final = range(0xF0, 0xFA)
_LINE_ENDS: Final = (b"\r\n", b"\n", b"\x25", b"\x15")
_NUMBERS_120: Final = (slice(1, 5), slice(20, 23), slice(43, 50), slice(80, 90))
"""Bank, branch, account and amount of a 120-byte data record."""
_NUMBERS_200: Final = (slice(1, 9), slice(9, 15))
"""Inquiry number and date of a 200-byte data record."""


def record_shape(data: bytes) -> str | None:
    """``zengin120`` or ``zengin200`` where ``data`` is such a file or a piece of one."""
    if not data:
        return None
    plain = data.decode("cp037").encode("latin-1", "replace") if data[0] in _EBCDIC_DIGITS else data
    for length in _LENGTHS:
        if _fits(_records(data, plain, length), length):
            return f"zengin{length}"
    return None


def _records(data: bytes, plain: bytes, length: int) -> list[bytes]:
    """Records of ``length`` bytes, with or without line ends between them; empty where they do not come out even."""
    end = next((e for e in _LINE_ENDS if data[length : length + len(e)] == e), b"")
    step = length + len(end)
    count = min((len(plain) + len(end)) // step, _MOST_RECORDS)
    starts = [number * step for number in range(count)]
    if any(end and data[s + length : s + step] not in (end, b"") for s in starts):
        return []
    return [plain[s : s + length] for s in starts]


def _fits(records: Sequence[bytes], length: int) -> bool:
    """A header with data behind it, or at least two data records, each of a known division and with its numbers."""
    if not records or any(record[0] not in _DIVISIONS for record in records):
        return False
    numbers = _NUMBERS_120 if length == _LENGTHS[0] else _NUMBERS_200
    data = [record for record in records if record[:1] == b"2"]
    if not data or not all(record[n].isdigit() for record in data for n in numbers):
        return False
    header = records[0]
    return (header[:1] == b"1" and header[1:3] in _HEADERS and header[3:4] in (b"0", b"1")) or len(data) > 1
