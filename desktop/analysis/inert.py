"""What in a model's own words could act or mislead: nothing of it ever does, and whoever reads it is told.

Quotes are not looked at: evidence may well hold such things, and its own detectors report them.
"""

import re
from collections.abc import Iterator
from typing import Final

from desktop.detect import ai_aimed
from desktop.domain.reported import LeadFlag

_LINK: Final = re.compile(
    r"(?i)\b(?:https?|ftp|file|javascript|data|vbscript):[^\s]|\bmailto:\S|\bwww\.\w|\]\([^)\s]{1,2000}\)"
)
_TAGS: Final = (
    "a|abbr|applet|area|audio|b|base|blink|body|br|button|canvas|code|div|embed|form|frame|h[1-6]|head|html|i|iframe|"
    "img|input|link|marquee|math|meta|object|option|p|pre|script|select|span|style|svg|table|td|template|textarea|"
    "title|tr|u|video"
)
_MARKUP: Final = re.compile(
    rf"(?i)</?(?:{_TAGS})(?:[\s/][^<>]{{0,2000}})?>|<!--|!\[[^\]\n]{{0,200}}\]\(|&#x?[0-9a-f]{{2,6}};"
)
_INSTRUCTION: Final = "ai_instruction"


def flags_of(text: str) -> Iterator[LeadFlag]:
    """Each kind of thing in ``text`` that a reader must be warned of, once."""
    aimed = {found.kind for found in ai_aimed(text)}
    if _INSTRUCTION in aimed:
        yield LeadFlag.INSTRUCTION
    if aimed - {_INSTRUCTION}:
        yield LeadFlag.HIDDEN
    if _LINK.search(text):
        yield LeadFlag.LINK
    if _MARKUP.search(text):
        yield LeadFlag.MARKUP
