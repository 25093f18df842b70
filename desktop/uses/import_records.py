"""What an import has to say of each file, for the page and the command line: what was found, what could not be read."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.intake.previews import INFORMATIVE, FileKind, FilePreview, MissingCopy
from desktop.intake.walking import PassedOver
from desktop.words import Lang, say, say_error


@dataclass(frozen=True, slots=True)
class Remark:
    """One sentence about a file, and how many places of the file it is about. ``is_warning``: something is amiss."""

    code: str
    count: int
    words: str
    is_warning: bool = True


def remarks_of(read: FilePreview, lang: Lang) -> list[Remark]:
    """All that should be known of a file: first what was not read, then how the rest was read."""
    return [*_not_read(read, lang), *_noted(read, lang), *_of_source(read, lang)]


def _not_read(read: FilePreview, lang: Lang) -> Iterator[Remark]:
    if read.unread:
        fields = {"unread": read.unread, "records": read.occurrences + read.unread}
        yield Remark("UnreadRecords", read.unread, say("UnreadRecords", lang, fields))


def _noted(read: FilePreview, lang: Lang) -> Iterator[Remark]:
    told: dict[str, Remark] = {}
    for note in read.notes:
        if not note.raw[1]:  # a record that was not read is counted above
            words = say(note.why, lang, {"where": note.where, **note.fields})
            count = int(str(note.fields.get("count", 1)))
            told.setdefault(words, Remark(note.why, count, words, note.why not in INFORMATIVE))
    yield from told.values()


def _of_source(read: FilePreview, lang: Lang) -> Iterator[Remark]:
    if read.kind is FileKind.SOURCE and read.encoding.startswith("utf-16"):
        yield Remark("SourceInUtf16", 1, say("SourceInUtf16", lang), is_warning=False)
    if read.undecoded and read.decoding is not None:
        fields = {"undecoded": read.undecoded, "encoding": read.encoding}
        yield Remark("UndecodedInSource", read.undecoded, say("UndecodedInSource", lang, fields), is_warning=False)
    if read.gaps:
        yield Remark("GapsInSource", read.gaps, say("GapsInSource", lang, {"gaps": read.gaps}), is_warning=False)
    for kind, count in Counter(notice.kind.partition(":")[0] for notice in read.notices).items():
        code = f"Noticed.{kind}"
        yield Remark(code, count, say(code, lang, {"places": count}), is_warning=False)


def file_record(read: FilePreview, lang: Lang, missing: tuple[MissingCopy, ...] = ()) -> dict[str, object]:
    """What ``sekisho import --json`` prints of one file; ``not_read`` lists the first 200 such records.

    ``unread`` is as ``sekisho evidence`` counts it: records of a report that could not be read; of anything else its
    lines, which nobody has read yet.
    """
    how = read.decoding
    return {
        "file": read.name,
        "kind": str(read.kind),
        "format": read.format or read.language,
        "encoding": read.encoding,
        "confidence": how.confidence if how is not None else None,
        "why": list(how.why) if how is not None else [],
        "offered": [one.encoding for one in read.offered],
        "findings": read.findings,
        "occurrences": read.occurrences,
        "new": read.new,
        "same": read.same,
        "moved": read.moved,
        "gone": read.gone,
        "ask": read.ask,
        "gone_decided": read.gone_decided,
        "kept": read.kept,
        "compared_with": read.compared_with.what if read.compared_with else None,
        "lines": read.lines,
        "undecoded": read.undecoded,
        "gaps": read.gaps,
        "unread": read.unread if read.matched else read.lines,
        "already": read.kind is FileKind.KNOWN,
        "warnings": [remark.words for remark in remarks_of(read, lang) if remark.is_warning],
        "remarks": [
            {"code": remark.code, "count": remark.count, "words": remark.words} for remark in remarks_of(read, lang)
        ],
        "not_read": [
            {"where": note.where, "why": note.why, "offset": note.raw[0], "length": note.raw[1]}
            for note in read.notes
            if note.raw[1]
        ],
        "missing_copybooks": [copy.name for copy in missing if read.name in copy.used_by],
        "noticed": [{"kind": notice.kind, "line": notice.line, "unit": notice.unit} for notice in read.notices],
        "error": say_error(read.error, lang) if read.error else None,
    }


def passed_over_record(passed: PassedOver, lang: Lang) -> dict[str, object]:
    """What ``sekisho import --json`` prints of what was not taken, such as a link or a folder of version control."""
    return {"file": passed.name, "kind": "passed-over", "why": [passed.why], "warnings": [say(passed.why, lang, {})]}
