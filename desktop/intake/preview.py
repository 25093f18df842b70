"""Read what was chosen and say what an import would do. Changes nothing."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from time import monotonic
from typing import Final

from desktop.casefile import Reader
from desktop.casefile.summaries import ImportNote
from desktop.domain.evidence import LARGEST_WITH_STRUCTURE, Decoding, Evidence
from desktop.domain.ids import EvidenceId, Sha256
from desktop.domain.reported import Tool
from desktop.intake.errors import IntakeError, UnknownFormat
from desktop.intake.formats import FORMATS, named
from desktop.intake.matching import Matcher
from desktop.intake.previews import FileKind, FilePreview, MissingCopy, Notice, Preview
from desktop.intake.reading import MOST_SOURCE, SMALL, UNKNOWN, Asked, Item, Workers, items, opened, shared
from desktop.intake.remembering import REMEMBERED, REMEMBERED_IN_ALL, Remembered
from desktop.intake.settling import settled
from desktop.intake.walking import Chosen, PassedOver, walk
from desktop.intake.worker.frames import SOURCE, Begun, Source
from desktop.text.codecs import canonical
from desktop.worker.errors import Cancelled, CannotStartWorker, WorkerError, WorkerLied

Progress = Callable[[int, int], None]
"""Bytes read so far, and bytes in all."""
Cancel = Callable[[], bool]
MOST_NOTES: Final = 200
"""Notes of one file that the preview keeps; the count of unread records is of all."""
NOT_WHOLE: Final = frozenset({"CutOff", "NotJsonHere", "XmlBreaks", "NotAList", "ResultsElsewhere", "MoreAfterTheEnd"})
"""Remarks on a report that may say more than was read of it."""


def never() -> bool:
    """Nobody cancels."""
    return False


def silent(_done: int, _total: int) -> None:
    """Nobody looks."""


def preview(
    reader: Reader,
    paths: Sequence[Path],
    *,
    asked: Asked | None = None,
    each: Mapping[str, Asked] | None = None,
    progress: Progress = silent,
    cancelled: Cancel = never,
    workers: Workers | None = None,
    hold: frozenset[str] = frozenset(),
) -> Preview:
    """Preview files and folders. ``each`` overrules ``asked`` by file name; ``workers`` may be shared with the commit.

    A large report of the formats in ``hold``, where it is the only report, is only begun, for a commit that follows at
    once.

    A file that cannot be read is of kind FAILED with its error, and the others are read on. Raises ``CannotOpen`` and
    ``TooManyFiles``
    for the choice itself, ``UnknownFormat``, ``UnknownEncoding``, ``CannotStartWorker``, ``Cancelled``.
    """
    for_all = _understood(asked or Asked())
    for_one = {name: _understood(wanted) for name, wanted in (each or {}).items()}
    walked = list(walk(paths, cancelled))
    chosen = [one for one in walked if isinstance(one, Chosen)]
    passed_over = tuple(one for one in walked if isinstance(one, PassedOver))
    total, done = sum(one.size for one in chosen), 0
    originals = _Originals(reader.evidence())
    files: list[FilePreview] = []
    with shared(workers) as reading:
        for one in chosen:
            said = for_one.get(one.name, for_all)

            def within(read: int, before: int = done) -> None:
                progress(before + read, total)

            alone = not any(file.kind is FileKind.REPORT for file in files)
            look = _Look(reading, within, cancelled, hold if alone else frozenset(), _room(files))
            files.append(originals.known(look.at(one, said)))
            done += one.size
            progress(done, total)
        if sum(file.kind is FileKind.REPORT for file in files) > 1:
            again = _Look(reading, lambda _read: None, cancelled, frozenset(), _room(files))
            files = [
                again.at(one.chosen, one.asked) if one.held and one.kind is FileKind.REPORT else one for one in files
            ]
    return Preview(settled(reader, files), passed_over, _missing_copies(reader, files))


def _room(files: Sequence[FilePreview]) -> int:
    """How many units of the next report may be remembered."""
    left = REMEMBERED_IN_ALL - sum(len(file.remembered.units) for file in files)
    return max(0, min(REMEMBERED, left))


def look_again(
    reader: Reader,
    previewed: Preview,
    each: Mapping[str, Asked],
    *,
    progress: Progress = silent,
    cancelled: Cancel = never,
    workers: Workers | None = None,
) -> Preview:
    """The same preview with the files that ``each`` names read as it says. Raises as ``preview`` does."""
    wanted = {name: _understood(asked) for name, asked in each.items()}
    total, done = sum(one.chosen.size for one in previewed.files if one.name in wanted), 0
    files: list[FilePreview] = []
    with shared(workers) as reading:
        for one in previewed.files:
            if one.name not in wanted:
                files.append(one)
                continue
            look = _Look(reading, lambda _read: None, cancelled, frozenset(), _room(files))
            files.append(look.at(one.chosen, wanted[one.name]))
            done += one.chosen.size
            progress(done, total)
    reports = any(one.matcher is not None for one in (*previewed.files, *files) if one.name in wanted)
    return replace(
        previewed,
        files=settled(reader, files) if reports else tuple(files),
        missing_copies=_missing_copies(reader, files),
    )


def _understood(asked: Asked) -> Asked:
    """What was asked for, in this program's own names. Raises ``UnknownFormat`` and ``UnknownEncoding``."""
    if asked.format not in ("", SOURCE) and named(asked.format) is None:
        raise UnknownFormat(asked.format, ", ".join(known.NAME for known in FORMATS))
    return replace(asked, encoding=canonical(asked.encoding)) if asked.encoding else asked


class _Originals:
    """Originals that the case has, or that stand earlier in this choice."""

    def __init__(self, evidence: Sequence[Evidence]) -> None:
        self._by_digest = {one.sha256: one.id for one in evidence}
        self._by_place = {(one.sha256, one.path) for one in evidence}

    def known(self, looked: FilePreview) -> FilePreview:
        """The same, of kind KNOWN where nothing would be added: a report by its bytes, a source by its bytes and
        place."""
        digest, asked = looked.sha256, looked.asked
        if digest is None or looked.kind is FileKind.FAILED:
            return looked
        place = (digest, looked.name)
        there = digest in self._by_digest if looked.kind is FileKind.REPORT else place in self._by_place
        already = self._by_digest.get(digest)
        self._by_digest.setdefault(digest, EvidenceId(0))
        self._by_place.add(place)
        if there and not (asked.format or asked.encoding or asked.columns):
            return replace(looked, kind=FileKind.KNOWN, already=already or None)
        return looked


@dataclass(frozen=True, slots=True)
class _Look:
    """How files are looked at. ``hold``: formats of which a large report is only begun; ``room``: units kept of one."""

    workers: Workers
    progress: Callable[[int], None]
    cancelled: Cancel
    hold: frozenset[str]
    room: int

    def at(self, chosen: Chosen, asked: Asked) -> FilePreview:
        """What the file is and says; a report is not matched yet."""
        began = monotonic()
        looked = FilePreview(chosen, asked, FileKind.FAILED)
        try:
            messages = self.workers.messages(chosen, asked, self.cancelled)
            begun = next(messages)
            if not isinstance(begun, Begun) or begun.kind == UNKNOWN.kind:
                raise WorkerLied(chosen.name)
            with opened(chosen) as file:  # while the worker reads on
                digest = Sha256(hashlib.file_digest(file, "sha256").hexdigest())
            looked = replace(
                looked,
                sha256=digest,
                kind=FileKind(begun.kind),
                format=begun.format,
                missing_isolation=self.workers.missing_isolation,
            )
            read = items(messages, chosen.name)
            if looked.kind is FileKind.REPORT and begun.format in self.hold and chosen.size > SMALL:
                looked = _begun(looked, begun, read)
            elif looked.kind is FileKind.REPORT:
                looked = self._report(looked, begun, read)
            else:
                looked = _source(looked, read)
        except (CannotStartWorker, Cancelled):
            raise
        except (IntakeError, WorkerError) as error:
            return FilePreview(chosen, asked, FileKind.FAILED, looked.sha256, error=error, seconds=monotonic() - began)
        return replace(looked, seconds=monotonic() - began)

    def _report(self, looked: FilePreview, begun: Begun, read: Iterator[Item]) -> FilePreview:
        matcher, remembered = Matcher(looked.name), Remembered(self.room)
        tool: Tool | None = None
        notes: list[ImportNote] = []
        occurrences = unread = 0
        for item in read:
            match item:
                case Tool():
                    tool = tool or item
                    matcher.tool(item.name)
                case ImportNote():
                    unread += item.raw[1] > 0
                    matcher.is_whole &= item.raw[1] == 0 and item.why not in NOT_WHOLE
                    if len(notes) < MOST_NOTES:
                        notes.append(item)
                case list():
                    remembered.add(item, matcher.add(item))
                    occurrences += len(item)
                    self.progress(min(item[-1].raw_start, looked.chosen.size))
                case _:
                    pass
        chosen = named(begun.format)
        return replace(
            looked,
            format_title=chosen.TITLE if chosen else begun.format,
            decoding=Decoding(begun.encoding, begun.record_format),
            tool=tool,
            occurrences=occurrences,
            findings=matcher.findings,
            unread=unread,
            notes=tuple(notes),
            matcher=matcher,
            remembered=remembered,
        )


def _begun(looked: FilePreview, begun: Begun, read: Iterator[Item]) -> FilePreview:
    """A report of which only the format is known; everything from there on is held."""
    chosen = named(begun.format)
    title = chosen.TITLE if chosen else begun.format
    return replace(looked, format_title=title, decoding=Decoding(begun.encoding, begun.record_format), held=read)


def _source(looked: FilePreview, read: Iterator[Item]) -> FilePreview:
    note: ImportNote | None = ImportNote("", "TooBigToRead", (0, 0), {"most": MOST_SOURCE})
    for item in read:
        if isinstance(item, Source):
            note = _note(looked, item)
            looked = replace(
                looked,
                language=item.language,
                decoding=Decoding(*item.decoding),
                offered=tuple(Decoding(*one) for one in item.offered),
                lines=item.lines,
                undecoded=item.undecoded,
                units=item.units,
                gaps=item.gaps,
                notices=tuple(Notice(one.kind, one.line, one.unit, one.quote) for one in item.notices),
                copies=item.copies,
            )
    return looked if note is None else replace(looked, notes=(note,))


def _note(looked: FilePreview, source: Source) -> ImportNote | None:
    """What should be known of a file that is no report: results that are not read, else what of it is not read."""
    if source.warning:
        return ImportNote("", source.warning, (0, 0), {})
    if looked.kind is FileKind.OTHER:
        return ImportNote("", "KeptUnread", (0, 0), {})
    if looked.chosen.size > LARGEST_WITH_STRUCTURE:
        return ImportNote("", "TooLargeForStructure", (0, 0), {"most": LARGEST_WITH_STRUCTURE})
    return None


def _missing_copies(reader: Reader, files: Sequence[FilePreview]) -> tuple[MissingCopy, ...]:
    """Copybooks that are named and are nowhere; what the host itself supplies (SQLCA, DFHAID …) is none of them."""
    here = {PurePosixPath(one.name).stem.upper() for one in files if one.error is None}
    here |= {PurePosixPath(one.path).stem.upper() for one in reader.evidence()}
    wanted: dict[str, list[str]] = {}
    for one in files:
        for name in one.copies:
            if name.upper() not in here and not name.upper().startswith(SUPPLIED):
                wanted.setdefault(name.upper(), []).append(one.name)
    return tuple(MissingCopy(name, tuple(used_by)) for name, used_by in sorted(wanted.items()))


SUPPLIED: Final = ("SQLCA", "SQLDA", "DFH", "CMQ", "DFS", "CEE")
"""Beginnings of names that Db2, CICS, MQ, IMS and Language Environment bring with them."""
