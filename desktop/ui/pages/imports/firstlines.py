"""The first lines of a source under the encoding that it would be read by, as the viewer shows them afterwards."""

from datetime import UTC, datetime
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.evidence import Decoding, Evidence, RecordFormat
from desktop.domain.ids import EvidenceId, ImportId, Sha256
from desktop.domain.levels import DataClass
from desktop.intake.previews import FilePreview
from desktop.text.records import Records, split
from desktop.ui.language import joined
from desktop.ui.theme.type import Size, px
from desktop.ui.viewer.decodings import encoding_words, format_words
from desktop.ui.viewer.document import Document, read_ranges
from desktop.ui.viewer.ruler import Ruler
from desktop.ui.viewer.view import EvidenceView
from desktop.ui.widgets.label import Label, Tone
from desktop.ui.widgets.rule import Rule
from desktop.uses.imports import beginning

HEAD: Final = 64 << 10
"""Bytes of a file that are shown."""
LINES: Final = 200


class FirstLines(QWidget):
    """A viewer of the beginning of a file, which is not in the case yet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption = Label(size=Size.SECONDARY, bold=True, tone=Tone.SECOND, elided=True)
        self._caption.setContentsMargins(px(20), px(8), px(20), px(4))
        self.view = EvidenceView()
        self.view.setAccessibleName(self.tr("First lines"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Rule())
        column.addWidget(self._caption)
        column.addWidget(Ruler(self.view))
        column.addWidget(self.view, 1)

    def show_document(self, document: Document | None) -> None:
        """Show the beginning of a file, or hide where there is none to show."""
        self.setVisible(document is not None)
        if document is None:
            return
        how = document.evidence.decoding
        name = document.evidence.path.rpartition("/")[2]
        words = self.tr("First lines of {name}").format(name=name)
        self._caption.setText(joined(words, encoding_words(how.encoding), format_words(how)))
        self.view.show_document(document)


def document_of(read: FilePreview) -> Document | None:
    """The beginning of a previewed file, None for what is no source. For a reading thread: it opens the file."""
    how = read.decoding
    if how is None or not how.encoding or read.error is not None:
        return None
    data = beginning(read, HEAD)
    records = _first(data, how)
    evidence = Evidence(
        EvidenceId(0),
        read.sha256 or Sha256(""),
        read.name,
        read.chosen.size,
        "source",
        read.language,
        DataClass.CONFIDENTIAL,
        how,
        len(records),
        0,
        datetime.now(UTC),
        ImportId(0),
    )
    longest = max((end - start for start, end in zip(records.starts, records.ends, strict=True)), default=0)
    return Document(evidence, data, records, None, (), (), (), columns=max(80, longest), read=read_ranges(None))


def _first(data: bytes, how: Decoding) -> Records:
    """The lines of ``data``, without a last one that may have been cut off."""
    records = split(data, how)
    whole = len(records) if len(data) < HEAD or how.record_format is RecordFormat.BINARY else len(records) - 1
    lines = max(1, min(whole, LINES))
    return Records(records.starts[:lines], records.ends[:lines])
