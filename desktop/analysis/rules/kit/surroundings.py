"""What the other members of a case say about a program: copybooks, maps, job steps, resource definitions."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from desktop.analysis.rules.kit.member import TextMember
from desktop.domain.evidence import Decoding, RecordFormat
from desktop.source.lang.cobol import SourceFile
from desktop.source.lang.macros import macros

_COPYABLE: Final = frozenset({"cobol", "copybook", "text", ""})
_ATTRIBUTES: Final = re.compile(r"\bATTRB\s*=\s*(?:\(([^)]*)\)|([A-Z]+))", re.IGNORECASE)
_LENGTH: Final = re.compile(r"\bLENGTH\s*=\s*(\d{1,5})", re.IGNORECASE)
_READER_QUEUE: Final = re.compile(
    r"\bTDQUEUE\s*\(\s*(\w+)\s*\)(?:(?!\bDEFINE\b).)*?\bDDNAME\s*\(\s*(\w+)\s*\)", re.I | re.S
)


@dataclass(frozen=True, slots=True)
class MapField:
    """A named field of a BMS map."""

    name: str
    length: int
    is_protected: bool


@dataclass(slots=True)
class Surroundings:
    """Facts of the whole case that single programs are judged by."""

    files: dict[str, SourceFile] = field(default_factory=dict)
    """What COPY may bring in, by name."""
    protected: set[str] = field(default_factory=set)
    """Names of input items (NAMEI) of protected map fields."""
    reader_names: set[str] = field(default_factory=set)
    """DD names and queues whose data go to the internal reader."""

    def resolve(self, name: str) -> SourceFile | None:
        """The copybook of a name; a map's copybook is made up from the map where it is not among the evidence."""
        return self.files.get(name)


def look_around(members: Sequence[TextMember]) -> Surroundings:
    """Read copybooks, maps, jobs and resource definitions of all members."""
    found = Surroundings()
    generated: dict[str, SourceFile] = {}
    for member in members:
        match member.language:
            case "bms":
                for name, fields in _maps(member):
                    generated[name] = _symbolic(name, fields)
                    found.protected.update(
                        f"{one.name}I" for fields_of in fields.values() for one in fields_of if one.is_protected
                    )
            case "jcl":
                for statement in member.jobs:
                    if statement.op == "DD" and "INTRDR" in statement.operands.upper():
                        found.reader_names.add(statement.name.split(".")[-1])
            case language if language in _COPYABLE:
                given = member.given
                found.files.setdefault(member.name, SourceFile(given.path, given.data, given.decoding))
            case _:
                pass
    for member in members:
        if member.language == "csd":
            for match in member.search(_READER_QUEUE):
                if match[2].upper() in found.reader_names or "INTRDR" in match[2].upper():
                    found.reader_names.add(match[1].upper())
    for name, file in generated.items():
        found.files.setdefault(name, file)
    return found


def _maps(member: TextMember) -> Iterable[tuple[str, dict[str, list[MapField]]]]:
    """Mapsets with their maps and named fields."""
    mapset, maps = "", dict[str, list[MapField]]()
    current: list[MapField] = []
    for macro in macros(member.source, [], set()):
        if macro.op == "DFHMSD":
            if "TYPE=FINAL" in macro.operands.upper():
                continue
            if mapset:
                yield mapset, maps
            mapset, maps = macro.name, {}
        elif macro.op == "DFHMDI":
            current = maps.setdefault(macro.name, [])
        elif macro.op == "DFHMDF" and macro.name:
            current.append(_field(macro.name, macro.operands))
    if mapset:
        yield mapset, maps


def _field(name: str, operands: str) -> MapField:
    attributes = _ATTRIBUTES.search(operands)
    words = (attributes[1] or attributes[2] or "").upper().replace(" ", "").split(",") if attributes else ["ASKIP"]
    length = _LENGTH.search(operands)
    protected = "UNPROT" not in words and bool({"PROT", "ASKIP"} & set(words))
    return MapField(name, int(length[1]) if length else 1, protected)


def _symbolic(mapset: str, maps: dict[str, list[MapField]]) -> SourceFile:
    """The copybook that BMS would make of a mapset: length, attribute and data of each named field."""
    lines: list[str] = []
    for name, fields in maps.items():
        lines.append(f"01  {name}I.")
        lines.append("    02  FILLER PIC X(12).")
        for one in fields:
            lines.append(f"    02  {one.name}L COMP PIC S9(4).")
            lines.append(f"    02  {one.name}F PIC X.")
            lines.append(f"    02  {one.name}I PIC X({one.length}).")
        lines.append(f"01  {name}O REDEFINES {name}I.")
        lines.append("    02  FILLER PIC X(12).")
        for one in fields:
            lines.append("    02  FILLER PIC X(2).")
            lines.append(f"    02  {one.name}A PIC X.")
            lines.append(f"    02  {one.name}O PIC X({one.length}).")
    text = "".join(f"       {line}\n" for line in lines)
    return SourceFile(f"{mapset} (BMS)", text.encode("ascii", "replace"), Decoding("utf-8", RecordFormat.LF))
