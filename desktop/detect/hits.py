"""What a scan of text says: hits to act on, and near misses to show."""

from dataclasses import dataclass

from desktop.domain.runs import MaskAction


@dataclass(frozen=True, slots=True)
class Hit:
    """A string that must be noticed, at characters ``start`` to ``end`` (excluded) of the text that was scanned."""

    kind: str
    start: int
    end: int
    action: MaskAction
    """What the detector asks for; a policy may ask for more."""
    why: str
    """Code of the reason, e.g. ``label``, ``check-digit``, ``racf``."""


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A string that looked like ``kind`` and is not taken for it; ``why`` is a code that the preview puts in words."""

    kind: str
    start: int
    end: int
    why: str


@dataclass(frozen=True, slots=True)
class Scan:
    """Everything found in one text, by position. ``bulk``: so many hits that this is data and not source."""

    hits: tuple[Hit, ...]
    near: tuple[NearMiss, ...]
    bulk: bool = False


@dataclass(frozen=True, slots=True)
class Aimed:
    """Text aimed at an AI, or that hides something. ``kind``: ai_instruction, bidi, zero_width, tag_characters."""

    kind: str
    start: int
    end: int
    why: str
    """``in-lines``, ``in-columns-1-6``, ``in-columns-73-80``, or the kind of character."""
