"""The keys of a JSON document's outermost object, from its beginning alone; for sniffing."""

import re
from typing import Final

_TOKEN: Final = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}:,]', re.DOTALL)
_SHOWN: Final = 200


def top_level(head: str) -> dict[str, str]:
    """Key → the beginning of its value as written (strings without quotes); empty where ``head`` begins no object."""
    if not head.lstrip().startswith("{"):
        return {}
    depth = 0
    last_string = ""
    keys: dict[str, str] = {}
    for token in _TOKEN.finditer(head):
        text = token.group()
        if text in "{[":
            depth += 1
        elif text in "}]":
            depth -= 1
            if depth <= 0:
                break
        elif depth == 1:
            if text == ":":
                value = head[token.end() : token.end() + _SHOWN].lstrip()
                keys.setdefault(last_string, value[1:].partition('"')[0] if value.startswith('"') else value)
            elif text != ",":
                last_string = text[1:-1]
    return keys
