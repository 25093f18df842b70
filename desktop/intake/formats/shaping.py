"""Typed reading that gives up a member, never the record around it."""

import re
from typing import Any, Final, TypeVar

import msgspec

T = TypeVar("T")
_WHERE: Final = re.compile(r" - at `\$(.*)`$")
_STEP: Final = re.compile(r"\.([^.\[]+)|\[(\d+)\]|\[\.\.\.\]")
_PATIENCE: Final = 500
"""Members given up before the record counts as unreadable."""


def shaped(value: Any, shape: type[T]) -> tuple[T, tuple[str, ...]]:
    """``value`` as ``shape``, without the members of another type; their paths are returned. Raises ``ValueError``."""
    dropped: list[str] = []
    try:
        return msgspec.convert(value, shape), ()
    except msgspec.ValidationError:
        given, value = value, _without_nulls(value)
        if value != given:
            dropped.append("null")
    for _ in range(_PATIENCE):
        try:
            return msgspec.convert(value, shape), tuple(dropped)
        except msgspec.ValidationError as refusal:
            where = _WHERE.search(str(refusal))
            if where is None or not _forget(value, where.group(1)):
                break
            dropped.append(where.group(1).lstrip("."))
    raise ValueError("not of this shape")


def _without_nulls(value: Any) -> Any:
    """``null`` for a member that is not there: by far the most frequent departure."""
    match value:
        case dict():
            return {key: _without_nulls(inner) for key, inner in value.items() if inner is not None}
        case list():
            return [_without_nulls(inner) for inner in value if inner is not None]
    return value


def _forget(value: Any, path: str) -> bool:
    """Put right (12.0 for 12) or take out what stands at ``path``."""
    steps: list[str | int] = []
    for name, number in _STEP.findall(path):
        if not name and not number:  # inside a mapping: msgspec does not name the key, so the mapping goes
            break
        steps.append(name or int(number))
    if not steps:
        return False
    for step in steps[:-1]:
        value = value[step]
    last = steps[-1]
    found = value[last]
    if (isinstance(found, float) and found.is_integer()) or (
        isinstance(found, str) and found.isascii() and found.isdigit() and len(found) < 16
    ):
        value[last] = int(found)
    else:
        del value[last]
    return True
