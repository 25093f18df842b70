"""Small files that a person names: read whole, or written whole in their place."""

from pathlib import Path

from desktop.gate.policy import MOST_BYTES
from desktop.uses.errors import CannotRead, CannotWrite


def read_small(path: Path) -> bytes:
    """The bytes of ``path``, at most one more than any file of this kind may have; raises CannotRead."""
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        why = error.strerror or type(error).__name__
    raise CannotRead(path.name, why)


def write_whole(path: Path, data: bytes) -> None:
    """Write ``data`` beside ``path`` and put it in its place; raises CannotWrite, and then ``path`` is as it was."""
    beside = path.with_name(path.name + ".new")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    except OSError as error:
        why = error.strerror or type(error).__name__
    else:
        return
    raise CannotWrite(path.name, why)
