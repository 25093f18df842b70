"""The import page's words for values of the preview."""

from collections import Counter
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop.domain.evidence import Decoding, RecordFormat
from desktop.domain.levels import Severity, Status
from desktop.intake.previews import ChangeKind, FilePreview, Ground, Notice, Place, Side, Standing, Value
from desktop.ui.labels import field_label, label
from desktop.ui.language import QT_TRANSLATE_NOOP, joined, language, number
from desktop.ui.pages.imports.changes import Row
from desktop.ui.theme.icons import Icon
from desktop.ui.viewer.decodings import encoding_name, format_words
from desktop.ui.widgets.ink import Ink, Line
from desktop.ui.widgets.label import Tone
from desktop.words import Lang

translate: Final = QCoreApplication.translate

CHANGES: Final = {
    ChangeKind.GONE: (QT_TRANSLATE_NOOP("ImportWords", "Gone"), Icon.MINUS, Tone.WARN),
    ChangeKind.KEPT: (QT_TRANSLATE_NOOP("ImportWords", "Person's value"), Icon.PERSON_CHECKED, Tone.PERSON),
    ChangeKind.MOVED: (QT_TRANSLATE_NOOP("ImportWords", "Moved"), Icon.ARROW_RIGHT, Tone.SECOND),
    ChangeKind.ASK: (QT_TRANSLATE_NOOP("ImportWords", "Moved?"), Icon.ASK, Tone.ACCENT),
    ChangeKind.NEW: (QT_TRANSLATE_NOOP("ImportWords", "New"), Icon.PLUS, Tone.ACCENT),
}
GROUNDS: Final = {
    Ground.FINGERPRINT: QT_TRANSLATE_NOOP("ImportWords", "the tool's own fingerprint, 1 to 1"),
    Ground.PLACE: QT_TRANSLATE_NOOP("ImportWords", "paragraph and 100 characters around, 1 to 1"),
    Ground.LOOSE: QT_TRANSLATE_NOOP("ImportWords", "rule, file and paragraph, 1 to 1"),
    Ground.QUOTE: QT_TRANSLATE_NOOP("ImportWords", "the quote, 1 to 1"),
    Ground.ASKED: QT_TRANSLATE_NOOP("ImportWords", "you said so"),
    Ground.NOTHING_ALIKE: QT_TRANSLATE_NOOP("ImportWords", "no finding like it"),
    Ground.FILE_IN_SCOPE: QT_TRANSLATE_NOOP("ImportWords", "the file was looked at again"),
    Ground.FILE_NOT_SEEN: QT_TRANSLATE_NOOP("ImportWords", "its file is not in the results"),
    Ground.SET_BY_A_PERSON: QT_TRANSLATE_NOOP("ImportWords", "set by {who}"),
    Ground.SEVERAL: QT_TRANSLATE_NOOP("ImportWords", "{n} candidates: choose"),
}
LANGUAGES: Final = {
    "cobol": "COBOL",
    "copybook": "COPY",
    "jcl": "JCL",
    "proc": "PROC",
    "bms": "BMS",
    "csd": "CSD",
    "racf": "RACF",
    "c": "C",
    "python": "Python",
    "sql": "SQL",
    "text": QT_TRANSLATE_NOOP("ImportWords", "text"),
    "data": QT_TRANSLATE_NOOP("ImportWords", "data"),
    "control": QT_TRANSLATE_NOOP("ImportWords", "control"),
}
NOTICES: Final = {
    "ai_instruction": QT_TRANSLATE_NOOP("ImportWords", "Text that speaks to an AI"),
    "bidi": QT_TRANSLATE_NOOP("ImportWords", "Characters that turn the reading order round"),
    "zero_width": QT_TRANSLATE_NOOP("ImportWords", "Characters without width"),
    "tag_characters": QT_TRANSLATE_NOOP("ImportWords", "Invisible tag characters"),
}

AREAS: Final = {
    "in-columns-1-6": QT_TRANSLATE_NOOP("ImportWords", "in the sequence columns 1–6"),
    "in-columns-73-80": QT_TRANSLATE_NOOP("ImportWords", "in the identification columns 73–80"),
}


def change_line(row: Row) -> Line:
    """Icon and word of what becomes of the finding."""
    words, icon, tone = CHANGES[row.kind]
    return (Ink(translate("ImportWords", words), tone, bold=row.kind is not ChangeKind.MOVED, icon=icon),)


def sides_line(row: Row) -> Line:
    """Before, an arrow, after."""
    if row.ask is not None and row.answer is None:
        lines = [spot.line for spot in row.ask.candidates]
        either = translate("ImportWords", " or ").join(number(line) for line in lines[:3])
        after = translate("ImportWords", "line {line}").format(line=either + ("…" if len(lines) > 3 else ""))
        return (Ink(_side(row.before, None), Tone.SECOND), _ARROW, Ink(after, gap=8))
    if row.kind is ChangeKind.GONE or (row.ask is not None and row.answer == 0):
        none = translate("ImportWords", "— none")
        return (Ink(_side(row.before, None), Tone.SECOND), _ARROW, Ink(none, Tone.WARN, gap=8))
    before = _side(row.before, row.after) if row.before is not None else "—"
    return (Ink(before, Tone.SECOND), _ARROW, Ink(_side(row.after, row.before), gap=8))


_ARROW: Final = Ink("", Tone.SECOND, icon=Icon.ARROW_RIGHT, gap=8)


def ground_line(row: Row) -> Line:
    """On what ground."""
    who = row.before.who if isinstance(row.before, Value) else ""
    n = len(row.ask.candidates) if row.ask else 0
    said = translate("ImportWords", GROUNDS[row.ground]).format(who=who, n=n)
    if row.ground is Ground.SEVERAL and n == 1:
        said = translate("ImportWords", "several earlier ones: choose")
    if isinstance(row.before, Value):
        said = joined(field_label(row.before.field), said)
    asks = row.ask is not None and row.answer is None
    return (Ink(said, Tone.ACCENT if asks else Tone.SECOND, bold=asks),)


def _side(side: Side, other: Side) -> str:
    match side:
        case Place():
            told = isinstance(other, Place) and side.unit == other.unit and side.line > 0
            if told or not side.unit:
                line = translate("ImportWords", "line {line}").format(line=number(side.line)) if side.line else ""
                return line or program(side.path)
            return f"{program(side.path)} ▸ {side.unit}" if other is None else side.unit
        case Standing():
            return joined(label(Status(side.status)), side.who).replace(" · ", " ")
        case Value():
            return _value(side)
        case None:
            return "—"


def _value(value: Value) -> str:
    shown = value.value
    if value.field == "severity" and shown.upper() in Severity.__members__:
        shown = label(Severity[shown.upper()])
    who = value.who or translate("ImportWords", "tool")
    return f"{shown} ({who})"


def program(path: str) -> str:
    """A file's name without folder and suffix: what people call a program."""
    return PurePosixPath(path).stem or path


def file_words(file: FilePreview) -> str:
    """What a file was read as, short."""
    if file.format_title:
        return file.format_title
    if file.language:
        return translate("ImportWords", LANGUAGES.get(file.language, file.language))
    return translate("ImportWords", "unknown form")


def decoding_words(decoding: Decoding | None) -> str:
    """Encoding and, where lines do not simply end, record format."""
    if decoding is None or not decoding.encoding:
        return "—"
    if decoding.record_format is RecordFormat.BINARY:
        return format_words(decoding)
    blocks = decoding.record_format in (RecordFormat.FIXED, RecordFormat.RDW)
    return joined(encoding_name(decoding.encoding), format_words(decoding) if blocks else "")


def languages_words(files: Iterable[FilePreview]) -> str:
    """``COBOL 15, JCL 4``: what a folder holds, most first."""
    counts = Counter(file_words(file) for file in files)
    parts = [f"{name} {number(count)}" for name, count in counts.most_common(4)]
    return ("、" if language() is Lang.JA else ", ").join(parts)


def notice_words(notice: Notice) -> str:
    """What was noticed in a source and in which part of its lines, without its text."""
    kind, _, why = notice.kind.partition(":")
    what = translate("ImportWords", NOTICES.get(kind, NOTICES["ai_instruction"]))
    where = AREAS.get(why)
    return joined(what, translate("ImportWords", where) if where else "")
