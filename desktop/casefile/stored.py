"""How values of the domain are written in columns: dates as days, times as seconds, lists as words, places as one row
shape.
"""

import hashlib
from datetime import UTC, date, datetime, timedelta
from typing import Final

from desktop.domain.ids import EvidenceId
from desktop.domain.places import BytePlace, HostPlace, PackagePlace, PathPlace, Place, Span, UrlPlace

FLAG_SECOND: Final = 1
"""``finding.flags``: the decision waits for a second person."""
FLAG_KEPT: Final = 2
"""A person set a field; see ``kept``."""
FLAG_GONE: Final = 4
"""The tool's latest run had it no more."""
FLAG_RECHECK: Final = 8
"""Drawn for a re-check of quick decisions."""

_EPOCH: Final = date(1970, 1, 1)


def days(day: date | None) -> int:
    """Days since 1970-01-01; 0 for none."""
    return 0 if day is None else (day - _EPOCH).days


def day(stored: int) -> date | None:
    """The inverse of :func:`days`."""
    return _EPOCH + timedelta(days=stored) if stored else None


def seconds(moment: datetime | None) -> int:
    """Seconds since 1970-01-01 UTC; 0 for none."""
    return 0 if moment is None else int(moment.timestamp())


def moment(stored: int) -> datetime:
    """The inverse of :func:`seconds`, in UTC."""
    return datetime.fromtimestamp(stored, UTC)


def maybe_moment(stored: int) -> datetime | None:
    """As :func:`moment`, None for 0."""
    return moment(stored) if stored else None


def digest(text: str) -> str:
    """SHA-256 of what somebody typed, for the journal; empty for nothing. A lone surrogate is written as its three
    bytes.
    """
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() if text else ""


def clean(text: str) -> str:
    """``text`` without lone surrogates, which SQLite can't hold: they become U+FFFD."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


PlaceRow = tuple[int, int, str, int, int, int, int, int, str, str]
"""kind, target evidence, path, start, end, line, end line, column, unit, quote."""

_NO_PLACE: Final[PlaceRow] = (0, 0, "", 0, 0, 0, 0, 0, "", "")


def place_row(place: Place | None) -> PlaceRow:
    """A place as columns; the path is still text, for the dictionary."""
    match place:
        case None:
            return _NO_PLACE
        case BytePlace():
            span = (place.span.start, place.span.end, place.line, place.end_line, place.column)
            return (1, place.evidence, place.path, *span, place.unit, place.quote)
        case PathPlace():
            return (2, 0, place.path, 0, 0, place.line, place.end_line, place.column, place.unit, place.quote)
        case HostPlace():
            return (3, 0, place.host, 0, 0, place.port, 0, 0, place.protocol, place.service)
        case UrlPlace():
            return (4, 0, place.url, 0, 0, 0, 0, 0, place.parameter, "")
        case PackagePlace():
            return (5, 0, place.name, 0, 0, 0, 0, 0, place.version, place.purl)


def place_of(row: PlaceRow) -> Place | None:
    """The inverse of :func:`place_row`."""
    kind, target, path, start, end, line, end_line, column, unit, quote = row
    match kind:
        case 1:
            return BytePlace(EvidenceId(target), path, Span(start, end), line, end_line, column, unit, quote)
        case 2:
            return PathPlace(path, line, end_line, column, unit, quote)
        case 3:
            return HostPlace(path, line, unit, quote)
        case 4:
            return UrlPlace(path, unit)
        case 5:
            return PackagePlace(path, unit, quote)
        case _:
            return None


def short_place(place: Place | None) -> str:
    """What the list shows: program and paragraph, host and port, package; no line number (UX §2)."""
    match place:
        case None:
            return ""
        case BytePlace() | PathPlace():
            program = place.path.rsplit("/", 1)[-1]
            return f"{program} ▸ {place.unit}" if place.unit else program
        case HostPlace():
            return f"{place.host}:{place.port}/{place.protocol}".rstrip("/") if place.port else place.host
        case UrlPlace():
            return place.url
        case PackagePlace():
            return f"{place.name} {place.version}".strip()
