"""A tool's native unit as one flat row: the shape in which 200,000 of them travel from the reader to the case."""

from typing import NamedTuple

from desktop.domain.ids import EvidenceId
from desktop.domain.places import BytePlace, HostPlace, PackagePlace, PathPlace, Place, Span, UrlPlace
from desktop.domain.reported import Reported


class FlatPlace(NamedTuple):
    """A place as columns.

    By kind: 1 bytes of evidence ``target`` (0: of the original that is being brought in); 2 path; 3 host (``line`` is
    the port, ``unit`` the protocol, ``quote`` the service); 4 URL (``unit`` is the parameter); 5 package (``unit`` is
    the version, ``quote`` the purl); 0 none.
    """

    kind: int = 0
    path: str = ""
    line: int = 0
    end_line: int = 0
    column: int = 0
    unit: str = ""
    quote: str = ""
    target: int = 0
    start: int = 0
    end: int = 0


class UnitRow(NamedTuple):
    """One native unit, its texts well-formed.

    ``cwe`` and ``cve`` are separated by blanks; ``raw_start`` and ``raw_len`` are its record in the original.
    """

    rule: str
    title: str
    severity: int
    place: FlatPlace = FlatPlace()
    description: str = ""
    recommendation: str = ""
    cwe: str = ""
    cve: str = ""
    cvss31: str = ""
    cvss40: str = ""
    fingerprints: tuple[tuple[str, str], ...] = ()
    native_severity: str = ""
    raw_start: int = 0
    raw_len: int = 0
    more: tuple[FlatPlace, ...] = ()
    extra: tuple[tuple[str, str], ...] = ()


NOWHERE = FlatPlace()


def well_formed(text: str) -> str:
    """``text`` without lone surrogates, which neither SQLite nor UTF-8 can hold: they become U+FFFD."""
    return text if text.isascii() else text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def flat_place(place: Place | None) -> FlatPlace:
    """A place as columns."""
    match place:
        case None:
            return NOWHERE
        case BytePlace(target, path, span, line, end_line, column, unit, quote):
            columns = (line, end_line, column, well_formed(unit), well_formed(quote), target, span.start, span.end)
            return FlatPlace(1, well_formed(path), *columns)
        case PathPlace(path, line, end_line, column, unit, quote):
            return FlatPlace(2, well_formed(path), line, end_line, column, well_formed(unit), well_formed(quote))
        case HostPlace(host, port, protocol, service):
            return FlatPlace(3, well_formed(host), port, 0, 0, well_formed(protocol), well_formed(service))
        case UrlPlace(url, parameter):
            return FlatPlace(4, well_formed(url), 0, 0, 0, well_formed(parameter))
        case PackagePlace(name, version, purl):
            return FlatPlace(5, well_formed(name), 0, 0, 0, well_formed(version), well_formed(purl))


def flat(reported: Reported) -> UnitRow:
    """A reported unit as a row. The first CVSS vector of each version is kept; the others stay in the original."""
    vectors = {("4.0" if vector.startswith("CVSS:4.0/") else "3.1"): vector for vector in reversed(reported.cvss)}
    return UnitRow(
        rule=well_formed(reported.rule),
        title=well_formed(reported.title),
        severity=int(reported.severity),
        place=flat_place(reported.place),
        description=well_formed(reported.description),
        recommendation=well_formed(reported.recommendation),
        cwe=" ".join(map(str, reported.cwe)),
        cve=well_formed(" ".join(reported.cve)),
        cvss31=well_formed(vectors.get("3.1", "")),
        cvss40=well_formed(vectors.get("4.0", "")),
        fingerprints=reported.fingerprints,
        native_severity=well_formed(reported.native_severity),
        raw_start=reported.raw[0],
        raw_len=reported.raw[1],
        more=tuple(flat_place(place) for place in reported.more_places),
        extra=tuple((well_formed(name), well_formed(value)) for name, value in sorted(reported.extra.items())),
    )


def place_of(flat: FlatPlace) -> Place | None:
    """The inverse of :func:`flat_place`."""
    match flat.kind:
        case 1:
            span = Span(flat.start, flat.end)
            evidence = EvidenceId(flat.target)
            return BytePlace(evidence, flat.path, span, flat.line, flat.end_line, flat.column, flat.unit, flat.quote)
        case 2:
            return PathPlace(flat.path, flat.line, flat.end_line, flat.column, flat.unit, flat.quote)
        case 3:
            return HostPlace(flat.path, flat.line, flat.unit, flat.quote)
        case 4:
            return UrlPlace(flat.path, flat.unit)
        case 5:
            return PackagePlace(flat.path, flat.unit, flat.quote)
        case _:
            return None


def short_place(flat: FlatPlace) -> str:
    """What the list shows: program and paragraph, host and port, package; no line number (UX §2)."""
    path, unit = flat.path, flat.unit
    match flat.kind:
        case 1 | 2:
            if " ▸ " in unit:  # qualified: it names its program itself
                return unit
            program = path.rsplit("/", 1)[-1]
            return f"{program} ▸ {unit}" if unit else program
        case 3:
            return f"{path}:{flat.line}/{unit}".rstrip("/") if flat.line else path
        case 5:
            return f"{path} {unit}".rstrip()
        case _:
            return path
