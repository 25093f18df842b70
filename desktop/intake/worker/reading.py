"""Read one file in the worker: by which format, and what of it goes into frames."""

import codecs
import dataclasses
import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import msgspec

from desktop.domain.evidence import RecordFormat
from desktop.domain.places import HostPlace, PackagePlace, PathPlace, Place, UrlPlace
from desktop.domain.reported import Reported, Tool, Unread
from desktop.intake.errors import EmptyFile, FormatError, OutOfMemory, TooDeep
from desktop.intake.formats import named, sniffed
from desktop.intake.formats.base import HEAD, Format, Head, Options, Remark, Stream, wide_encoding
from desktop.intake.worker.frames import (
    SOURCE,
    Begun,
    Done,
    Failed,
    Found,
    FoundBlock,
    Frame,
    Job,
    NotRead,
    Remarked,
    ToolSaid,
    WirePlace,
)
from desktop.intake.worker.transcoding import Utf8View
from desktop.text.framing import pc_frame
from desktop.worker.frames import Sender

ROWS: Final = 400
"""Rows of a frame: about 256 KB."""
_SHARED: Final = 200
"""Texts longer than this are sent once."""
_MOST_SHARED: Final = 4_000
_MOST_CWE: Final = 200
_MOST_CVE: Final = 1_000
_CVSS4: Final = "CVSS:4.0/"


def warm_up(*, sources: bool) -> None:
    """Import and touch everything that reading may need: after the lock nothing can be opened."""
    for encoding in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "utf-8-sig", "cp932", "raw_unicode_escape"):
        codecs.lookup(encoding)
    if sources:
        from desktop.intake.worker import sources as source_files

        source_files.warm_up()


def read_report(out: Sender, job: Job, stream: Stream) -> None:
    """Read scanner results; a file of no known format is answered by ``BEGUN`` of kind ``unknown``, and nothing
    else."""
    with _told(out, job):
        chosen, wide = _chosen(job, stream.read(HEAD))
        stream.seek(0)
        if chosen is None:
            out.send(Frame.BEGUN, Begun("unknown", "", ""))
            out.send(Frame.DONE, Done(0, 0))
        else:
            _read(out, job, chosen, stream, wide)


def read_any(out: Sender, job: Job, data: bytes) -> None:
    """Read scanner results, source, or whatever else it is."""
    with _told(out, job):
        chosen, wide = _chosen(job, data[:HEAD])
        if chosen is None:
            from desktop.intake.worker import sources as source_files

            source_files.read_into(out, job, data)
        else:
            _read(out, job, chosen, io.BytesIO(data), wide)


@contextmanager
def _told(out: Sender, job: Job) -> Iterator[None]:
    """Send a failure as a frame, by its code and fields."""
    try:
        yield
    except FormatError as failure:
        facts = {name: value for name, value in failure.fields.items() if isinstance(value, int)}
        out.send(Frame.FAILED, Failed(failure.code, {**facts, "format": job.format, "name": job.name}))
    except MemoryError:
        out.send(Frame.FAILED, Failed(OutOfMemory.__name__, {"name": job.name}))
    except RecursionError:
        out.send(Frame.FAILED, Failed(TooDeep.__name__, {"name": job.name, "at": 0}))


def _chosen(job: Job, beginning: bytes) -> tuple[Format | None, str]:
    """The format that was asked for or that knows the beginning, and the encoding where characters are wide."""
    if not beginning:
        raise EmptyFile(job.name)
    if not job.format:
        return sniffed(Head(beginning, job.name)), wide_encoding(beginning)
    return (None if job.format == SOURCE else named(job.format)), wide_encoding(beginning)


def _read(out: Sender, job: Job, chosen: Format, stream: Stream, wide: str) -> None:
    beginning = stream.read(HEAD)
    stream.seek(0)
    encoding = wide or chosen.encoding(stream)
    stream.seek(0)
    # without a line feed, records of one length would be looked for, of which no report is made
    ends = pc_frame(beginning, encoding).record_format if b"\n" in beginning else RecordFormat.LF
    out.send(Frame.BEGUN, Begun("report", chosen.NAME, encoding, ends))
    _Report(out, chosen).read(Utf8View(stream, wide) if wide else stream, job)


class _Report:
    """Sends what a format yields: rows in blocks, the few other things in between."""

    def __init__(self, out: Sender, chosen: Format) -> None:
        self._out = out
        self._format = chosen
        self._rows: list[Found] = []
        self._texts: list[str] = []
        self._shared: dict[str, int] = {}
        self._unread: list[NotRead] = []
        self._remarks: dict[str, Remarked] = {}
        self._found = 0
        self._not_read = 0

    def read(self, stream: Stream, job: Job) -> None:
        original = stream.original if isinstance(stream, Utf8View) else None
        for item in self._format.read(stream, Options(job.columns)):
            match item:
                case Reported():
                    if original is not None:
                        item = dataclasses.replace(item, raw=original(item.raw))
                    self._rows.append(self._found_of(item))
                    if len(self._rows) >= ROWS:
                        self._flush()
                case Unread():
                    start, length = original(item.raw) if original is not None else item.raw
                    self._unread.append(NotRead(item.where[:600], item.why, start, length))
                    self._not_read += 1
                    if len(self._unread) >= ROWS:
                        self._flush()
                case Tool():
                    self._flush()
                    started = item.started.timestamp() if item.started else None
                    self._out.send(Frame.TOOL, ToolSaid(item.name, item.version, started))
                case Remark():
                    known = self._remarks.get(item.code)
                    count = known.count + 1 if known else 1
                    first = known or Remarked(item.code, 1, item.at, item.detail[:600])
                    self._remarks[item.code] = msgspec.structs.replace(first, count=count)
        self._flush()
        self._out.send(Frame.REMARKS, tuple(self._remarks.values()))
        self._out.send(Frame.DONE, Done(self._found, self._not_read))

    def _flush(self) -> None:
        if self._rows:
            self._out.send(Frame.FOUND, FoundBlock(tuple(self._texts), self._rows))
            self._found += len(self._rows)
            self._rows.clear()
            self._texts.clear()
        if self._unread:
            self._out.send(Frame.UNREAD, tuple(self._unread))
            self._unread.clear()

    def _found_of(self, item: Reported) -> Found:
        places = [_wire(place) for place in (item.place, *item.more_places) if place is not None]
        vectors = item.cvss
        return Found(
            item.rule,
            item.title,
            int(item.severity),
            places[0] if places else None,
            item.description,
            self._share(item.recommendation) if len(item.recommendation) > _SHARED else item.recommendation,
            " ".join(map(str, item.cwe[:_MOST_CWE])),
            " ".join(item.cve[:_MOST_CVE]),
            next((vector for vector in vectors if not vector.startswith(_CVSS4)), "") if vectors else "",
            next((vector for vector in vectors if vector.startswith(_CVSS4)), "") if vectors else "",
            item.fingerprints,
            item.native_severity,
            item.raw[0],
            item.raw[1],
            tuple(places[1:]),
            tuple(sorted(item.extra.items())) if item.extra else (),
        )

    def _share(self, text: str) -> int | str:
        number = self._shared.get(text)
        if number is None:
            if len(self._shared) >= _MOST_SHARED:
                return text
            number = self._shared[text] = len(self._shared)
            self._texts.append(text)
        return number


def _wire(place: Place) -> WirePlace:
    match place:
        case PathPlace(path, line, end_line, column, unit, quote):
            return WirePlace(2, path, line, end_line, column, unit, quote)
        case HostPlace(host, port, protocol, service):
            return WirePlace(3, host, port, 0, 0, protocol, service)
        case UrlPlace(url, parameter):
            return WirePlace(4, url, 0, 0, 0, parameter)
        case PackagePlace(name, version, purl):
            return WirePlace(5, name, 0, 0, 0, version, purl)
    raise TypeError(f"a tool cannot name a {type(place).__name__}")
