"""Bytes that no encoding explains: one lone surrogate a byte inside this room, ⟦fe⟧ outside of it.

A lone surrogate U+DC00 + byte cannot come out of any strict decoder, so it is a safe mark (the idea of PEP 383, for all
256 bytes).
"""

import codecs
import re
from typing import Final

HANDLER: Final = "sekisho.marks"
BASE: Final = 0xDC00
_MARK: Final = re.compile("[\udc00-\udcff]")
SHOWN: Final = re.compile("⟦([0-9a-f]{2})⟧")
"""A mark as a reader sees it."""
SHOWN_LENGTH: Final = 4


def _mark(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    end = max(error.end, error.start + 1)
    lead = error.object[error.start]
    # An unassigned pair is one mistake, not a shift of all that follows; an ASCII second byte stands for itself
    # (WHATWG Encoding, section 4.2).
    if error.encoding in ("cp932", "euc_jp") and end == error.start + 1 and lead >= 0x80:
        longest = error.start + (3 if error.encoding == "euc_jp" and lead == 0x8F else 2)
        while end < min(longest, len(error.object)) and error.object[end] >= 0x80:
            end += 1
    return "".join(chr(BASE + byte) for byte in error.object[error.start : end]), end


codecs.register_error(HANDLER, _mark)


def count(marked: str) -> int:
    """How many bytes stand as marks in ``marked``."""
    return 0 if marked.isascii() else len(_MARK.findall(marked))


def show(marked: str) -> tuple[str, int]:
    """``marked`` with every mark as ⟦hex⟧, and how many there are."""
    if marked.isascii() or _MARK.search(marked) is None:
        return marked, 0
    return _MARK.subn(lambda found: f"⟦{ord(found[0]) - BASE:02x}⟧", marked)
