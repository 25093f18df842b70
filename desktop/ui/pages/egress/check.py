"""The check: groups, hits in their units, and the terms; what was on the screen long enough counts as seen."""

from collections.abc import Sequence
from time import monotonic

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.detect import NearMiss
from desktop.gate.edits import EDITED
from desktop.ui.pages.egress.changes import Changes
from desktop.ui.pages.egress.groups import Groups
from desktop.ui.pages.egress.hits import Hits
from desktop.ui.pages.egress.looking import Hit, Looking
from desktop.ui.pages.egress.stretch import Stretch
from desktop.ui.pages.egress.terms import Terms
from desktop.ui.theme.type import px
from desktop.uses.sending import PlanPreview

_LEFT = 288
_TICK = 200
"""Milliseconds between two looks at what is on the screen."""


class Check(QWidget):
    """``changed`` when the footing must be asked anew, ``plan_again`` when the plan must be made with other wishes."""

    changed = Signal()
    plan_again = Signal()

    def __init__(self, moment: float, parent: QWidget | None = None) -> None:
        """``moment``: seconds that a line must be on the screen to count as seen."""
        super().__init__(parent)
        self.looking: Looking | None = None
        self.changes = Changes("")
        self.group = ""
        self.busy = False
        """While the plan is being made again, or sent."""
        self._moment = moment
        self._frozen = False
        self._hit: Hit | None = None
        self._on_screen: tuple[Sequence[int], float] = ((), monotonic())
        self.groups, self.hits, self.terms = Groups(), Hits(), Terms()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.groups)
        row.addWidget(self.hits, 1)
        row.addWidget(self.terms)
        self._connect()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self.look)

    def _connect(self) -> None:
        self.groups.picked.connect(self._on_group)
        self.hits.moved.connect(self._on_hit)
        self.hits.mask_key.clicked.connect(self._mask)
        self.hits.leave_key.clicked.connect(self._leave_out)
        self.hits.rewrite_key.clicked.connect(self._rewrite)
        self.hits.back_key.clicked.connect(self._take_back)
        self.hits.fine_key.clicked.connect(self.go_on)
        self.hits.rewriting.written.connect(self._on_written)
        self.hits.rewriting.ended.connect(self.changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.groups.setFixedWidth(min(px(_LEFT), self.width() * 24 // 100))

    @property
    def frozen(self) -> bool:
        """Whether the plan may not be changed any more."""
        return self._frozen

    @property
    def rewriting(self) -> bool:
        """Whether own words are being typed."""
        return self.hits.rewriting.isVisibleTo(self)

    def begin(self, answer_in: str) -> None:
        """A plan is about to be made from the beginning: no wishes, nothing looked at."""
        self._timer.stop()
        self.looking, self.group, self._hit = None, "", None
        self.changes = Changes(answer_in)

    def show_plan(self, shown: PlanPreview, *, frozen: bool = False) -> None:
        """Show a plan, where the one before it stood. ``frozen``: as another person has approved it."""
        older, self.looking = self.looking, Looking(shown)
        self._frozen = frozen
        self.changes.planned()
        if frozen:
            self.looking.restore(shown.plan.looked)
        elif older is not None:
            self.looking.take_over(older)
        self.groups.show_groups(self.looking)
        at = self.hits.table.at
        name = self.group if self.looking.group(self.group) else self._next_group()
        self.groups.list.go_to(name)
        self._show_group(name, max(at, 0))
        self.hits.freeze(frozen)
        self.hits.allow_back(self.changes.can_take_back)
        self._timer.start()
        self.setFocusProxy(self.hits.table)
        self.hits.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # Looking

    def _next_group(self) -> str:
        looking = self.looking
        if looking is None:
            return ""
        left = looking.left
        return left[0].name if left else (looking.groups[0].name if looking.groups else "")

    def _on_group(self, name: object) -> None:
        if isinstance(name, str) and name != self.group:
            self._show_group(name)

    def _show_group(self, name: str, at: int = 0) -> None:
        group = self.looking.group(name) if self.looking else None
        if self.looking is None or group is None:
            return
        self.group = name
        self._on_screen = ((), monotonic())
        self.hits.show_group(self.looking.shown, group, at)
        self.hits.say_count(self.looking.unseen(name))
        self.changed.emit()

    def _on_hit(self, hit: Hit | None) -> None:
        self._hit = hit

    def look(self) -> None:
        """Lines count as seen that stay on the screen of the active window for a moment."""
        looking = self.looking
        if looking is None or not self.group or not self.isVisible() or not self.isActiveWindow():
            self._on_screen = ((), monotonic())
            return
        lines, now = self.hits.lines_seen(), monotonic()
        before, since = self._on_screen
        if tuple(before) != tuple(lines):
            self._on_screen = (lines, now)
        elif now - since >= self._moment:
            looking.saw(self.group, lines, now - since)
            self._on_screen = (lines, now)
            self.hits.say_count(looking.unseen(self.group))
            self.changed.emit()

    def go_on(self) -> None:
        """Fine as it is: the next line, and at the end the group is done and the next one begins."""
        looking, table = self.looking, self.hits.table
        if looking is None:
            return
        if table.at < table.count - 1:
            table.go_to(table.at + 1)
            return
        if looking.reach_end(self.group):
            self.groups.show_groups(looking)
            if looking.left:
                name = self._next_group()
                self.groups.list.go_to(name)
                self._show_group(name)
        self.changed.emit()

    # Changing

    def _free(self) -> bool:
        return not (self.busy or self._frozen)

    def _mask(self) -> None:
        """Mask everywhere what was chosen in what leaves, else the value of the hit at hand."""
        if not self._free():
            return
        hit, stretch = self._hit, self.hits.stretch
        if stretch is None and hit is not None and hit.span is not None and hit.span.kind == EDITED:
            stretch = self.hits.at_hand
        if stretch is not None:
            self._plan_if(self.changes.mask_stretch(stretch))
        elif hit is not None and hit.span is not None and not hit.planned.blocked_by:
            again = isinstance(hit.span, NearMiss) or (hit.span.kind, hit.text) not in self.changes.wishes.mask_too
            self._plan_if(again and self.changes.mask((hit.span.kind, hit.text)))

    def _leave_out(self) -> None:
        hit = self._hit
        if self._free() and hit is not None and not hit.planned.blocked_by:
            self._plan_if(self.changes.leave_out(hit.planned))

    def _rewrite(self) -> None:
        stretch = self.hits.at_hand
        if self._free() and stretch is not None:
            self.hits.rewriting.begin(stretch)
            self.changed.emit()

    def _on_written(self, stretch: Stretch, words: str) -> None:
        if self._free():
            self._plan_if(self.changes.rewrite(stretch, words))

    def _take_back(self) -> None:
        if self._free():
            self._plan_if(self.changes.take_back())

    def _plan_if(self, changed: bool) -> None:
        if changed:
            self.plan_again.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.busy and not event.isAutoRepeat() and not event.modifiers():
            run = {
                Qt.Key.Key_Space: self.go_on,
                Qt.Key.Key_M: self._mask,
                Qt.Key.Key_X: self._leave_out,
                Qt.Key.Key_E: self._rewrite,
                Qt.Key.Key_Z: self._take_back,
            }.get(Qt.Key(event.key()))
            if run is not None:
                run()
                return
        super().keyPressEvent(event)
