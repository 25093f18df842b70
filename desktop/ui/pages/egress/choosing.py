"""The plan's own page: which model, and which evidence."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.evidence import Evidence
from desktop.domain.ids import EvidenceId
from desktop.gate.policy import ModelEntry
from desktop.ui.labels import label
from desktop.ui.language import joined, number
from desktop.ui.pages.policy_words import model_name, model_sentences
from desktop.ui.theme.icons import Icon
from desktop.ui.theme.type import Size, px
from desktop.ui.widgets.ink import Ink
from desktop.ui.widgets.label import Label, Tone
from desktop.ui.widgets.panel import Panel, Side
from desktop.ui.widgets.scroll import Scroll
from desktop.ui.widgets.sidelist import Entry, SideList
from desktop.ui.widgets.table import Cells, Column, Table


class PlanChoice(QWidget):
    """``changed`` when another model or other evidence is chosen."""

    changed = Signal()

    def __init__(self, evidence: Sequence[EvidenceId], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted: set[EvidenceId] | None = set(evidence) or None
        self._models: tuple[ModelEntry, ...] = ()
        self._evidence: list[Evidence] = []
        self.models = SideList(self.tr("Approved models"))
        self.models.chosen.connect(lambda _: self._on_model())
        self._table: _Picking = _Picking(
            self.tr("Evidence"),
            (
                Column(self.tr("Send"), 64),
                Column(self.tr("Evidence")),
                Column(self.tr("Data class"), 92),
                Column(self.tr("Lines"), 84, right=True),
            ),
            self._cells,
        )
        self._table.toggled.connect(self._toggle)
        self._table.entered.connect(self._toggle)
        self._title = Label(size=Size.TITLE, bold=True, wrap=True)
        self._sentences = QVBoxLayout()
        self._sentences.setSpacing(px(8))
        left = Panel(Side.RIGHT, ground="window")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, px(8), 1, px(8))
        column.addWidget(self.models)
        text = QWidget()
        words = QVBoxLayout(text)
        words.setContentsMargins(px(16), px(16), px(16), px(16))
        words.setSpacing(px(12))
        words.addWidget(self._title)
        words.addLayout(self._sentences)
        words.addStretch(1)
        right = Panel(Side.LEFT, ground="window")
        self._left, self._right = left, right
        beside = QVBoxLayout(right)
        beside.setContentsMargins(1, 0, 0, 0)
        beside.addWidget(Scroll(text, ground="window"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left)
        row.addWidget(self._table, 1)
        row.addWidget(right)
        self.setFocusProxy(self._table)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._left.setFixedWidth(min(px(250), self.width() * 24 // 100))
        self._right.setFixedWidth(min(px(306), self.width() * 28 // 100))

    @property
    def model(self) -> ModelEntry | None:
        """The model that is chosen."""
        key = self.models.at_hand
        return next((model for model in self._models if model.id == key), None)

    @property
    def chosen(self) -> tuple[EvidenceId, ...]:
        """The evidence that is chosen."""
        return tuple(e.id for e in self._evidence if self._wanted is None or e.id in self._wanted)

    def show_models(self, models: Sequence[ModelEntry]) -> None:
        """Offer ``models``."""
        self._models = tuple(models)
        entries = [Entry("", self.tr("Approved models"), number(len(models)), caption=True)]
        entries += [
            Entry(model.id, model_name(model), "", joined(model.provider, model.region), icon=Icon.MODEL)
            for model in models
        ]
        self.models.show_entries(entries)
        if models:
            self.models.go_to(models[0].id)

    def show_evidence(self, evidence: Sequence[Evidence]) -> None:
        """Offer ``evidence``."""
        self._evidence = list(evidence)
        self._table.show_rows(self._evidence, 0)
        self.changed.emit()

    def _on_model(self) -> None:
        while (item := self._sentences.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        model = self.model
        self._title.setText(model_name(model) if model else "")
        for sentence in model_sentences(model) if model else ():
            self._sentences.addWidget(Label(sentence, wrap=True, tone=Tone.SECOND))
        self._table.refresh()
        self.changed.emit()

    def _toggle(self, evidence: Evidence) -> None:
        wanted = set(self.chosen)
        self._wanted = wanted ^ {evidence.id}
        self._table.refresh()
        self.changed.emit()

    def _cells(self, evidence: Evidence) -> Cells:
        taken = self._wanted is None or evidence.id in self._wanted
        model = self.model
        high = model is not None and evidence.data_class > model.highest
        tone = Tone.TEXT if taken else Tone.THIRD
        mark = Ink("", Tone.ACCENT if taken else Tone.THIRD, icon=Icon.CHECK if taken else Icon.CIRCLE)
        return (
            (mark,),
            (Ink(evidence.path, tone),),
            (Ink(label(evidence.data_class), Tone.BLOCKED if high and taken else Tone.SECOND),),
            (Ink(number(evidence.lines), tone),),
        )


class _Picking(Table[Evidence]):
    """Space takes a row in or leaves it out."""

    toggled = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.row() is not None:
            if not event.isAutoRepeat():
                self.toggled.emit(self.row())
            return
        super().keyPressEvent(event)
