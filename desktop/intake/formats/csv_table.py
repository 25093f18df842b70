"""A table of findings as CSV (RFC 4180, and what spreadsheets make of it): one finding for each record below the
headings.

Encoding (UTF-8 with or without mark, cp932, UTF-16), delimiter and columns are found by content; the analyst's
mapping counts first.
"""

import codecs
import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from desktop.domain.levels import Severity
from desktop.domain.places import HostPlace, PackagePlace, PathPlace, Place, UrlPlace
from desktop.domain.reported import Reported, Tool, Unread
from desktop.intake.errors import NotThisFormat
from desktop.intake.formats.base import Head, Item, Options, Remark, Stream, clip, first_line, wide_encoding
from desktop.intake.formats.csv_columns import TELLING, columns_of
from desktop.intake.formats.scales import (
    UNSTATED,
    cve_ids,
    cvss_vectors,
    cwe_numbers,
    score_of,
    severity_of_score,
    severity_of_word,
)

NAME: Final = "csv"
TITLE: Final = "CSV"
CHUNK: Final = 1 << 20
HEADING: Final = 64 << 10
"""Bytes among which the headings stand."""
LONGEST_RECORD: Final = 8 << 20
_DELIMITERS: Final = ",;\t|"
_MOST_EXTRA: Final = 50
_PREAMBLE: Final = 12
"""Records among which the headings may be."""


def sniff(head: Head) -> bool:
    """A first record whose columns name a finding, by at least two fields."""
    if not head.text or head.text.lstrip()[:1] in ("{", "[", "<"):
        return False
    wide = wide_encoding(head.data)
    found = _heading(head.text[:HEADING] if wide else _text(head.data[:HEADING]), {})
    columns = columns_of(found.names, {})
    return len(columns) > 1 and bool(TELLING & columns.keys()) and all(len(name) < 80 for name in found.names)


def encoding(stream: Stream) -> str:
    """UTF-8 if the whole file is, or begins with its mark; else cp932, in which Japanese spreadsheets save."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    chunk = stream.read(CHUNK)
    if chunk.startswith(codecs.BOM_UTF8):
        return "utf-8"
    try:
        while chunk:
            decoder.decode(chunk)
            chunk = stream.read(CHUNK)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "cp932"
    return "utf-8"


def read(stream: Stream, options: Options) -> Iterator[Item]:
    """Records in the order of the file; blank ones are passed over."""
    how = encoding(stream)
    stream.seek(0)
    heading = _heading(_text(stream.read(HEADING)), options.columns)
    table = _Table(heading.names, columns_of(heading.names, options.columns))
    if not TELLING & table.columns.keys():
        raise NotThisFormat("", NAME, 0)
    stream.seek(0)
    lines = _Lines(stream, how)
    csv.field_size_limit(LONGEST_RECORD)
    reader = csv.reader(lines, delimiter=heading.delimiter)
    for _ in range(heading.number + 1):
        next(reader)
    yield Tool("CSV")
    if how != "utf-8":
        yield Remark("CsvEncoding", 0, how)
    start = lines.offset
    number = heading.number + 1
    while True:
        number += 1
        try:
            record = next(reader)
        except StopIteration:
            break
        except csv.Error:
            yield Unread(f"record {number}", "NotReadable", (start, lines.offset - start))
            start = lines.offset
            continue
        raw = (start, lines.offset - start)
        start = lines.offset
        if not any(cell.strip() for cell in record):
            continue
        if len(record) != len(heading.names):
            yield Remark("RaggedRecord", raw[0], f"{number}")
        yield table.reported(record, raw)
    if lines.undecoded:
        yield Remark("UndecodedBytes", 0, str(lines.undecoded))


class _Lines:
    """Physical lines as text, counting bytes: no encoding that is read here has a line end or a quote inside a
    character.
    """

    def __init__(self, stream: Stream, encoding: str) -> None:
        self._stream = stream
        self._encoding = encoding
        self.offset = 0
        """Bytes of the lines handed out so far."""
        self.undecoded = 0

    def __iter__(self) -> Iterator[str]:
        rest = b""
        while chunk := self._stream.read(CHUNK):
            *lines, rest = (rest + chunk).splitlines(keepends=True)
            # A carriage return at the very end may be half of a line end; a line without end must not be piled up
            if rest.endswith(b"\n") or len(rest) > LONGEST_RECORD:
                lines.append(rest)
                rest = b""
            for line in lines:
                yield self._decoded(line)
        if rest:
            yield self._decoded(rest)

    def _decoded(self, line: bytes) -> str:
        if not self.offset:
            self.offset = len(line)
            line = line.removeprefix(codecs.BOM_UTF8)
        else:
            self.offset += len(line)
        try:
            return line.decode(self._encoding)
        except UnicodeDecodeError:
            text = line.decode(self._encoding, "surrogateescape")
            self.undecoded += sum("\udc80" <= c <= "\udcff" for c in text)
            return text


@dataclass(frozen=True, slots=True)
class _Table:
    headings: Sequence[str]
    columns: dict[str, int]

    def reported(self, record: Sequence[str], raw: tuple[int, int]) -> Reported:
        def cell(field: str) -> str:
            at = self.columns.get(field, -1)
            return record[at].strip() if 0 <= at < len(record) else ""

        severity, native = _severity(cell("severity"), cell("cvss"))
        cves = cve_ids([cell("cve"), cell("rule"), cell("title")])
        title = (
            first_line(cell("title")) or first_line(cell("description")) or (cves[0] if cves else "") or cell("rule")
        )
        numbers = [number for number in cell("cwe").replace(";", ",").split(",") if number.strip().isdigit()]
        places = _places(cell)
        return Reported(
            rule=clip(cell("rule") or (cves[0] if cves else "") or first_line(cell("title")), 500),
            title=clip(title or first_line(" ".join(record)), 200),
            severity=severity,
            place=places[0] if places else None,
            description=clip(cell("description"), 20_000),
            recommendation=clip(cell("recommendation"), 20_000),
            cwe=cwe_numbers([cell("cwe"), cell("title"), *(f"CWE-{number.strip()}" for number in numbers)]),
            cve=cves,
            cvss=cvss_vectors([cell("vector"), cell("cvss")]),
            fingerprints=(("fingerprint", clip(cell("fingerprint"), 1000)),) if cell("fingerprint") else (),
            more_places=tuple(places[1:]),
            native_severity=native,
            raw=raw,
            extra=self._extra(record),
        )

    def _extra(self, record: Sequence[str]) -> dict[str, str]:
        """Columns that no field takes, as the table names them; cells beyond the headings by their number."""
        taken = set(self.columns.values())
        named = [
            (self.headings[at] if at < len(self.headings) else f"#{at + 1}", value)
            for at, value in enumerate(record)
            if at not in taken and value.strip()
        ]
        return {clip(name.strip(), 200): clip(value, 4000) for name, value in named[:_MOST_EXTRA]}


def _places(cell: Callable[[str], str]) -> list[Place]:
    places: list[Place] = []
    if path := cell("path").replace("\\", "/"):
        line = _number(cell("line"))
        places.append(
            PathPlace(
                clip(path, 2000),
                line,
                max(line, _number(cell("end_line"))),
                _number(cell("column")),
                clip(cell("unit"), 500),
                clip(cell("quote"), 4000),
            )
        )
    if url := cell("url"):
        places.append(UrlPlace(clip(url, 4000), clip(cell("parameter"), 500)))
    if host := cell("host"):
        port = _number(cell("port"))
        places.append(
            HostPlace(
                clip(host, 1000), port if port < 65536 else 0, clip(cell("protocol"), 100), clip(cell("service"), 100)
            )
        )
    if package := cell("package") or cell("purl"):
        places.append(PackagePlace(clip(package, 1000), clip(cell("version"), 200), clip(cell("purl"), 2000)))
    return places


def _severity(word: str, score: str) -> tuple[Severity, str]:
    known = severity_of_word(word)
    number = score_of(score)
    if known is not None:
        return known, clip(word, 100)
    if number is not None:
        return severity_of_score(number), clip(f"{word} {score}".strip(), 100)
    level = word.strip()
    if level.isascii() and level.isdigit() and len(level) == 1 and int(level) <= 5:
        return (Severity.NONE, Severity.LOW, Severity.LOW, Severity.MEDIUM, Severity.HIGH, Severity.CRITICAL)[
            int(level)
        ], level
    return UNSTATED, clip(word, 100)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


@dataclass(frozen=True, slots=True)
class _Heading:
    """The record that names the columns: its number from 0, and what cuts records into cells."""

    names: tuple[str, ...]
    delimiter: str
    number: int


def _heading(text: str, chosen: Mapping[str, str]) -> _Heading:
    """Of the first records (a title may stand above), by each delimiter, the one with the most known columns."""
    best, most = _Heading((), ",", 0), (0, 0)
    for delimiter in _DELIMITERS:
        reader = csv.reader(text.splitlines(keepends=True), delimiter=delimiter)
        for number in range(_PREAMBLE):
            try:
                names = next(reader, None)
            except csv.Error:
                break
            if names is None:
                break
            worth = (len(columns_of(names, chosen)), len(names))
            if worth[0] > 0 and worth > most:
                best, most = _Heading(tuple(names), delimiter, number), worth
    return best


def _text(data: bytes) -> str:
    if data.startswith(codecs.BOM_UTF8):
        return data.decode("utf-8-sig", "replace")
    try:
        return codecs.getincrementaldecoder("utf-8")().decode(data)
    except UnicodeDecodeError:
        return data.decode("cp932", "replace")
