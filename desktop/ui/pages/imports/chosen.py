"""The left column: what was chosen, and what was noticed on the way."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.intake.previews import FileKind, FilePreview, Preview
from desktop.ui.language import joined, language, number
from desktop.ui.pages.imports.words import file_words, languages_words, notice_words, program
from desktop.ui.theme.icons import Icon
from desktop.ui.theme.type import Size, px
from desktop.ui.widgets.iconlabel import IconLabel
from desktop.ui.widgets.label import Label, Tone
from desktop.ui.widgets.panel import Panel, Side
from desktop.ui.widgets.rule import Rule
from desktop.ui.widgets.scroll import Scroll
from desktop.ui.widgets.sidelist import Entry, SideList
from desktop.ui.widgets.sizes import size_words
from desktop.uses.import_records import Remark, remarks_of
from desktop.words import say

_OF_SOURCES: Final = ("GapsInSource", "TooLargeForStructure")
"""Remarks that say what of a source will not be read."""
_MOST: Final = 100
"""Things noticed that the column shows."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """What one entry of the column stands for: one file, or all sources of one folder."""

    key: str
    files: tuple[FilePreview, ...]

    @property
    def names(self) -> frozenset[str]:
        """The names of its files."""
        return frozenset(file.name for file in self.files)

    @property
    def report(self) -> FilePreview | None:
        """The report that this is, or None for anything else."""
        only = self.files[0] if len(self.files) == 1 else None
        return only if only is not None and only.kind is FileKind.REPORT else None


def bundles(preview: Preview) -> list[Bundle]:
    """Reports and failures one by one, reports that change most first; the rest of a folder together."""
    singles = [file for file in preview.files if file.kind in (FileKind.REPORT, FileKind.FAILED)]
    singles.sort(key=lambda file: (file.kind is FileKind.FAILED, -(file.gone_decided + file.ask), -file.findings))
    folders: dict[str, list[FilePreview]] = {}
    for file in preview.files:
        if file.kind not in (FileKind.REPORT, FileKind.FAILED):
            folders.setdefault(file.name.partition("/")[0], []).append(file)
    made = [Bundle(file.name, (file,)) for file in singles]
    return [*made, *(Bundle(f"{name}/", tuple(files)) for name, files in folders.items())]


class Chosen(Panel):
    """``picked`` sends the ``Bundle`` at hand."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Side.RIGHT, parent, ground="window")
        self._bundles: list[Bundle] = []
        caption = Label(self.tr("Chosen"), size=Size.SECONDARY, bold=True, tone=Tone.SECOND)
        caption.setContentsMargins(px(16), px(14), 0, px(4))
        self.list = SideList(self.tr("Chosen"))
        self.list.chosen.connect(lambda key: self.picked.emit(self.bundle(key)))
        self._noticed = QWidget()
        self._notices = QVBoxLayout(self._noticed)
        self._notices.setContentsMargins(px(16), 0, px(16), px(12))
        self._notices.setSpacing(px(4))
        self._scroll = Scroll(self._noticed, ground="window")
        self._rule = Rule()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addWidget(caption)
        column.addWidget(self.list, 3)
        column.addWidget(self._rule)
        column.addWidget(self._scroll, 2)

    def bundle(self, key: object) -> Bundle | None:
        """The bundle of an entry."""
        return next((bundle for bundle in self._bundles if bundle.key == key), None)

    def show_preview(self, preview: Preview, left_out: frozenset[str]) -> None:
        """Show what was chosen; the entry at hand stays."""
        self._bundles = bundles(preview)
        first = self.list.at_hand is None
        self.list.show_entries([self._entry(bundle, left_out) for bundle in self._bundles])
        if first and self._bundles:
            self.list.go_to(self._bundles[0].key)
        self._show_notices(preview)

    def _entry(self, bundle: Bundle, left_out: frozenset[str]) -> Entry:
        files = bundle.files
        first = files[0]
        name = first.name.rpartition("/")[2] if len(files) == 1 else bundle.key.rstrip("/")
        size = size_words(sum(file.chosen.size for file in files))
        warned = any(file.warnings or file.unread for file in files)
        icon, icon_tone, right, tone = Icon.CODE_FILE, Tone.SECOND, "", Tone.SECOND
        if all(file.name in left_out for file in files):
            icon, right, tone = Icon.BARRED, self.tr("left out"), Tone.WARN
        elif first.kind is FileKind.FAILED:
            icon, icon_tone, right, tone = Icon.WARN, Tone.BLOCKED, self.tr("unreadable"), Tone.BLOCKED
        elif all(file.kind is FileKind.KNOWN for file in files):
            right = self.tr("is there already")
        elif first.kind is FileKind.REPORT:
            right = self.tr("{n} findings", "", first.findings).format(n=number(first.findings))
            icon = Icon.WARN if warned else Icon.CODE_FILE
            icon_tone = Tone.WARN if warned else Tone.SECOND
        else:
            icon, right = (Icon.TEXT_FILE if first.kind is FileKind.OTHER else Icon.CODE_FILE), self.tr("evidence")
        second = joined(file_words(first), size) if len(files) == 1 else joined(languages_words(files), size)
        return Entry(bundle.key, name, right, second, icon=icon, icon_tone=icon_tone, right_tone=tone)

    def _show_notices(self, preview: Preview) -> None:
        while (item := self._notices.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        notices = list(self._noticed_things(preview))
        self._rule.setVisible(bool(notices))
        self._scroll.setVisible(bool(notices))
        if not notices:
            return
        self._notices.addWidget(Label(self.tr("Noticed here"), size=Size.SECONDARY, bold=True, tone=Tone.SECOND))
        for icon, title, detail in notices[:_MOST]:
            self._notices.addWidget(_notice(icon, title, detail))
        if (more := len(notices) - _MOST) > 0:
            words = self.tr("{n} more are not shown", "", more).format(n=number(more))
            self._notices.addWidget(Label(words, size=Size.SECONDARY, tone=Tone.SECOND, wrap=True))
        self._notices.addStretch(1)

    def _noticed_things(self, preview: Preview) -> list[tuple[Icon, str, str]]:
        found: list[tuple[Icon, str, str]] = []
        for file in preview.files:
            kinds: dict[str, int] = {}
            for notice in file.notices:
                words = notice_words(notice)
                kinds[words] = kinds.get(words, 0) + 1
            for words, count in kinds.items():
                places = self.tr("{n} places", "", count).format(n=number(count))
                found.append((Icon.WARN, program(file.name), joined(words, places)))
            for remark in remarks_of(file, language()):
                if remark.is_warning or remark.code in _OF_SOURCES:
                    icon = Icon.WARN if remark.is_warning else Icon.MINUS
                    found.append((icon, program(file.name), _counted(remark)))
        for missing in preview.missing_copies[:20]:
            used = joined(*(program(name) for name in missing.used_by[:3]))
            title = self.tr("Copybook {name} is missing").format(name=missing.name)
            found.append(
                (Icon.UNLINK, title, self.tr("Named in {programs}; its lines stay unread.").format(programs=used))
            )
        if (count := len(preview.passed_over)) > 0:
            title = self.tr("{n} passed over", "", count).format(n=number(count))
            reasons = dict.fromkeys(say(one.why, language(), {}) for one in preview.passed_over)
            found.append((Icon.MINUS, title, " ".join(reasons)))
        lacking = sorted({name for file in preview.files for name in file.missing_isolation})
        if lacking:
            title = self.tr("The reading process is less locked down than it should be")
            found.append((Icon.SHIELD_ALERT, title, joined(*lacking)))
        return found


def _counted(remark: Remark) -> str:
    """The sentence, and how many places it is about where it does not say so itself."""
    count = number(remark.count)
    return remark.words if remark.count < 2 or count in remark.words else f"{remark.words} ×{count}"


def _notice(icon: Icon, title: str, detail: str) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, px(6), 0, px(2))
    row.setSpacing(0)
    mark = IconLabel(icon, whole=True)
    mark.show_words("", tone="warn" if icon is Icon.WARN else "text2")
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(px(1))
    words.addWidget(Label(title, bold=True, wrap=True))
    words.addWidget(Label(detail, size=Size.SECONDARY, tone=Tone.SECOND, wrap=True))
    row.addLayout(words, 1)
    return holder
