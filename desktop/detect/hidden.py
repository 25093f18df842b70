"""Characters that hide what a reader sees: bidirectional controls, characters without width, tag characters.

The Trojan Source list (CVE-2021-42574) and what carries text that no screen shows.
"""

from collections.abc import Iterator
from typing import Final

from desktop.detect.compiled import compiled
from desktop.detect.hits import Aimed

_SORTS: Final = (
    ("bidi", compiled(r"[\x{061c}\x{200e}\x{200f}\x{202a}-\x{202e}\x{2066}-\x{2069}]+")),
    ("zero_width", compiled(r"[\x{00ad}\x{180e}\x{200b}-\x{200d}\x{2060}-\x{2064}\x{feff}]+")),
    ("tag_characters", compiled(r"[\x{e0000}-\x{e007f}\x{e0100}-\x{e01ef}]+")),
)
_BYTE_ORDER_MARK: Final = "\ufeff"


def hidden(text: str) -> Iterator[Aimed]:
    """Every run of such characters; a byte order mark at the start of the text is none."""
    if text.isascii():
        return
    data = text.encode("utf-8", "replace")
    for kind, pattern in _SORTS:
        at_byte = at_char = 0
        for match in pattern.finditer(data):
            at_char += len(data[at_byte : match.start()].decode())
            at_byte = match.start()
            length = len(match.group().decode())
            if at_char or length > 1 or not text.startswith(_BYTE_ORDER_MARK):
                yield Aimed(kind, at_char, at_char + length, kind.replace("_", "-"))
