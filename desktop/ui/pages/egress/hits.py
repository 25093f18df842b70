"""The middle of the check: hits of one group in their lines, and the unit at hand as it is here and as it leaves."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.gate.edits import places
from desktop.gate.masking import MaskSpan
from desktop.gate.preview import Group
from desktop.ui.language import joined, number
from desktop.ui.pages.egress.choosable import ChoosableSheet
from desktop.ui.pages.egress.looking import Hit, hits_of
from desktop.ui.pages.egress.rewriting import Rewriting
from desktop.ui.pages.egress.sheet import Sheet, marks_after, marks_before
from desktop.ui.pages.egress.stretch import Stretch
from desktop.ui.pages.egress.words import group_words, why_words
from desktop.ui.theme.type import Size, px
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.ink import Ink, Line
from desktop.ui.widgets.keybutton import KeyButton
from desktop.ui.widgets.label import Label, Tone
from desktop.ui.widgets.panel import Panel, Side
from desktop.ui.widgets.rule import Rule
from desktop.ui.widgets.table import Cells, Column, Table
from desktop.uses.sending import PlanPreview

_CONTEXT = 36
"""Characters that stand before a hit in its line of the table."""


class Hits(Panel):
    """Hits of one group, and the unit of the one at hand before and after.

    ``moved`` sends the ``Hit`` at hand. In what leaves a stretch can be chosen, which the keys then mean.
    """

    moved = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._hit: Hit | None = None
        self._frozen = False
        self._title = Label(size=Size.TITLE, bold=True, elided=True)
        self._count = Label(tone=Tone.SECOND)
        self.table: Table[Hit] = Table(
            self.tr("Hits"),
            (
                Column(self.tr("Unit"), 160),
                Column(self.tr("Line"), 58, right=True),
                Column(self.tr("In its line")),
                Column(self.tr("Why"), 290),
            ),
            self._cells,
            row_height=26,
        )
        self.table.chosen.connect(self._on_hit)
        self.mask_key = KeyButton("M", self.tr("Mask this value everywhere"))
        self.leave_key = KeyButton("X", self.tr("Leave this unit out"))
        self.rewrite_key = KeyButton("E", self.tr("Write it anew"))
        self.back_key = KeyButton("Z", self.tr("Take the last change back"))
        self.fine_key = KeyButton("Space", self.tr("Fine as it is, next"))
        self.rewriting = Rewriting()
        self._before, self._after = Sheet(self.tr("Here")), ChoosableSheet(self.tr("What leaves"))
        self._after.chose.connect(self._enable)
        self.rewriting.ended.connect(lambda: self._after.setFocus(Qt.FocusReason.OtherFocusReason))
        self._unit = Label(tone=Tone.SECOND, elided=True)
        self._unit.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._facts = Label(tone=Tone.MASKED, elided=True)
        for one, other in ((self._before, self._after), (self._after, self._before)):
            one.verticalScrollBar().valueChanged.connect(other.verticalScrollBar().setValue)
            one.horizontalScrollBar().valueChanged.connect(other.horizontalScrollBar().setValue)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(px(20), px(12), px(20), px(10))
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
        keys = Flow(px(8))
        keys.setContentsMargins(px(20), px(8), px(20), px(8))
        for button in (self.mask_key, self.leave_key, self.rewrite_key, self.back_key, self.fine_key):
            keys.addWidget(button)
        sheets = QHBoxLayout()
        sheets.setSpacing(0)
        sheets.addWidget(self._half(Label(self.tr("Here"), bold=True), self._unit, self._before), 1)
        sheets.addWidget(self._half(Label(self.tr("What leaves"), bold=True), self._facts, self._after, Side.LEFT), 1)
        self._note = note = Label(
            self.tr("Choose a stretch of what leaves to mask it or to write it anew; each change is scanned again."),
            size=Size.SECONDARY,
            tone=Tone.SECOND,
            elided=True,
        )
        note.setContentsMargins(px(20), px(6), px(20), px(6))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.table, 4)
        column.addLayout(keys)
        column.addWidget(Rule())
        column.addLayout(sheets, 6)
        column.addWidget(self.rewriting)
        column.addWidget(note)

    def _half(self, title: Label, right: Label, sheet: Sheet, lines: Side = Side.NONE) -> QWidget:
        half = Panel(lines)
        half.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(half)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(px(4))
        row = QHBoxLayout()
        row.setContentsMargins(px(20), 0, px(16), 0)
        row.addWidget(title)
        row.addWidget(right, 1)
        right.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(row)
        column.addWidget(sheet, 1)
        return half

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._note.setVisible(self.height() > px(440))  # evidence needs the room more

    def show_group(self, shown: PlanPreview, group: Group, at: int = 0) -> None:
        """Show the lines of ``group``."""
        self._title.setText(group_words(group))
        self.table.show_rows(hits_of(shown, group), min(at, len(group.looks) - 1))

    def say_count(self, unseen: int) -> None:
        """How many lines were not on the screen yet."""
        total = self.table.count
        self._count.setText(self.tr("{seen} of {n} seen").format(seen=number(total - unseen), n=number(total)))

    def lines_seen(self) -> Sequence[int]:
        """Positions of the rows that are wholly on the screen."""
        first = max(0, self.table.rowAt(0))
        return range(first, self.table.last_seen() + 1)

    @property
    def stretch(self) -> Stretch | None:
        """The stretch of what leaves that was chosen."""
        hit, chosen = self._hit, self._after.chosen
        if hit is None or chosen is None or hit.planned.blocked_by:
            return None
        return Stretch(hit.unit, hit.planned, *chosen)

    @property
    def at_hand(self) -> Stretch | None:
        """What would be written anew: the stretch that was chosen, else the hit at hand; with whole stand-ins."""
        chosen = self.stretch
        if chosen is None and self._hit is not None and not self._hit.planned.blocked_by:
            chosen = _stretch_of(self._hit)
        return chosen.whole() if chosen is not None else None

    def freeze(self, frozen: bool) -> None:
        """Whether this plan may not be changed any more: somebody else has approved it as it is."""
        self._frozen = frozen
        self._enable()

    def allow_back(self, possible: bool) -> None:
        """Whether there is a change to take back."""
        self.back_key.setEnabled(possible and not self._frozen)

    def _on_hit(self, hit: Hit | None) -> None:
        self._hit = hit
        self.rewriting.end()
        if hit is None:
            self._before.clear()
            self._after.clear()
        else:
            self._show_unit(hit)
        self._enable()
        self.moved.emit(hit)

    def _show_unit(self, hit: Hit) -> None:
        unit, first = hit.unit, hit.planned.first_line
        self._unit.setText(unit.name)
        at_hand = hit.line if hit.span is not None else 0
        self._before.show_text(unit.original, marks_before(unit), first, at_hand)
        if hit.planned.blocked_by:
            self._after.clear()
            self._facts.setText(self.tr("nothing of this unit leaves"))
            return
        self._after.show_text(unit.masked.text, marks_after(unit), first, at_hand)
        at = _stretch_of(hit)
        self._after.put_caret(at.start if at else 0)
        tokens = self.tr("{n} tokens").format(n=number(hit.planned.tokens))
        masks = self.tr("{n} masks", "", hit.planned.masked).format(n=number(hit.planned.masked))
        digest = hit.planned.body_digest
        self._facts.setText(joined(tokens, masks, f"SHA-256 {digest[:8]}…" if digest else ""))

    def _enable(self) -> None:
        hit = self._hit
        free = hit is not None and not hit.planned.blocked_by and not self._frozen
        self.mask_key.setEnabled(free and (self.stretch is not None or (hit is not None and hit.span is not None)))
        self.leave_key.setEnabled(free)
        self.rewrite_key.setEnabled(free and self.at_hand is not None)
        if self._frozen:
            self.back_key.setEnabled(False)

    def _cells(self, hit: Hit) -> Cells:
        if hit.span is None:
            lines = joined(f"{number(hit.planned.first_line)}–{number(hit.planned.last_line)}")
            context: Line = (Ink(self.tr("the whole unit, lines {lines}").format(lines=lines), Tone.SECOND),)
        else:
            context = (
                Ink(hit.before.lstrip()[-_CONTEXT:], Tone.SECOND, code=True, size=Size.TEXT),
                Ink(hit.text, Tone.WARN, bold=True, code=True, ground="warn_tint", size=Size.TEXT),
                Ink(hit.after, Tone.SECOND, code=True, size=Size.TEXT),
            )
        return (
            (Ink(hit.unit.name),),
            (Ink(number(hit.line), Tone.SECOND),),
            context,
            (Ink(why_words(hit), Tone.SECOND),),
        )


def _stretch_of(hit: Hit) -> Stretch | None:
    """Where the hit stands in what leaves; None where it means the whole unit."""
    span, spans = hit.span, hit.unit.masked.spans
    if span is None:
        return None
    if isinstance(span, MaskSpan):
        place = next((place for one, place in zip(spans, places(spans), strict=True) if one == span), None)
        return Stretch(hit.unit, hit.planned, *place) if place else None
    shift = sum(len(one.token) - (one.end - one.start) for one in spans if one.end <= span.start)
    return Stretch(hit.unit, hit.planned, span.start + shift, span.end + shift)
