"""What can go wrong with bytes and their encodings."""

from dataclasses import dataclass

from desktop.domain.errors import SekishoError


class TextError(SekishoError):
    """Base of this room's failures."""


@dataclass(eq=False)
class UnknownEncoding(TextError):
    """``encoding`` is none of ``desktop.text.codecs.ENCODINGS``, nor a common name of one."""

    encoding: str
    known: str


@dataclass(eq=False)
class CannotEncode(TextError):
    """The character at ``position`` of the text does not exist in ``encoding``."""

    encoding: str
    position: int
