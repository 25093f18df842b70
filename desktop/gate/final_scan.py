"""The last look at a body before it is cleared: every string in it, prompts and names included, is scanned again."""

import json
from collections.abc import Iterator

from desktop.gate.masking import Masker


def scan_body(body: bytes, masker: Masker) -> tuple[str, ...]:
    """Kinds of what stands unmasked in a request body (JSON); own tokens and what was struck out are none."""
    found = dict.fromkeys(hit.kind for text in _strings(json.loads(body)) for hit in masker.rescan(text))
    return tuple(found)


def _strings(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case list():
            for one in value:
                yield from _strings(one)
        case dict():
            for name, one in value.items():
                yield name
                yield from _strings(one)
