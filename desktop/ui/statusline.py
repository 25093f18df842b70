"""The status line: file and lock, what is saved, one job; what was sent today, the policy, and whether one is
online.
"""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.jobs import Job, Jobs
from desktop.ui.language import joined, number
from desktop.ui.theme.icons import Icon
from desktop.ui.theme.type import Size, px
from desktop.ui.widgets.bar import Bar
from desktop.ui.widgets.button import Button, Kind
from desktop.ui.widgets.iconlabel import IconLabel
from desktop.ui.widgets.label import Label
from desktop.ui.widgets.panel import Panel, Side


@dataclass(frozen=True, slots=True)
class Saved:
    """What the left end says."""

    file: str
    editable: bool
    encrypted: bool
    entries: int


@dataclass(frozen=True, slots=True)
class Reach:
    """What the right end says. ``state`` is ``managed``, ``unmanaged`` or ``offline``; never hidden."""

    state: str
    policy: str
    sent: int
    cost: str


class StatusLine(Panel):
    """26 px at the bottom of every screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Side.TOP, parent, ground="window")
        self._file = IconLabel(Icon.LOCK)
        self._saved = IconLabel(Icon.CHECK)
        self._sent = IconLabel(Icon.SEND)
        self._policy = IconLabel(Icon.STAMP, whole=True)
        self._state = IconLabel(Icon.GLOBE, bold=True, whole=True)
        self._job = JobLine()
        row = QHBoxLayout(self)
        row.setContentsMargins(px(14), 0, px(14), 0)
        row.setSpacing(px(24))
        row.addWidget(self._file)
        row.addWidget(self._saved)
        row.addWidget(self._job)
        row.addStretch(1)
        for widget in (self._sent, self._policy, self._state):
            row.addWidget(widget)
        self.setFixedHeight(px(26))
        self.show_saved(None)

    def show_saved(self, saved: Saved | None) -> None:
        """The open case's file, or that there is none."""
        self._saved.setVisible(saved is not None)
        self._file.setVisible(saved is not None)
        self._sent.setVisible(saved is not None)
        if saved is None:
            return
        self._file.show_words(
            joined(
                saved.file,
                self.tr("only you can edit") if saved.editable else self.tr("opened to read"),
                self.tr("encrypted") if saved.encrypted else self.tr("not encrypted"),
            ),
            tone="text2" if saved.editable else "warn",
        )
        self._saved.show_words(self.tr("{n} entries, saved", "", saved.entries).format(n=number(saved.entries)))

    def show_reach(self, reach: Reach) -> None:
        """What may leave this workstation, and what did today."""
        self._sent.show_words(joined(self.tr("Sent today {n}").format(n=number(reach.sent)), reach.cost))
        self._policy.show_words(reach.policy)
        self._policy.setVisible(bool(reach.policy))
        words = {"managed": self.tr("Online"), "unmanaged": self.tr("Unmanaged"), "offline": self.tr("Offline")}
        tone = "text" if reach.state == "managed" else "warn"
        self._state.show_words(words[reach.state], tone=tone)
        self._state.set_icon(Icon.OFFLINE if reach.state == "offline" else Icon.GLOBE)

    def watch(self, jobs: Jobs) -> None:
        """Show the job at hand of an open case."""
        self._job.watch(jobs)


class JobLine(QWidget):
    """One job: words, bar, pause, cancel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs: Jobs | None = None
        self._job: Job | None = None
        self._held = False
        self._words = Label(size=Size.SECONDARY, bold=True)
        self._bar = Bar()
        self._bar.setFixedWidth(px(96))
        self._pause = Button("", kind=Kind.QUIET, icon=Icon.PAUSE)
        self._cancel = Button("", kind=Kind.QUIET, icon=Icon.CLOSE)
        for button, name in ((self._pause, self.tr("Pause")), (self._cancel, self.tr("Cancel"))):
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.setFixedSize(px(22), px(22))
        self._pause.clicked.connect(self._hold)
        self._cancel.clicked.connect(self._stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        for widget in (self._words, self._bar, self._pause, self._cancel):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), px(24))

    def watch(self, jobs: Jobs) -> None:
        """Follow the jobs of a case."""
        self._jobs = jobs
        jobs.changed.connect(self._take)
        self._take()

    def _take(self) -> None:
        self._job = self._jobs.current if self._jobs else None
        self._held = False
        self.setVisible(self._job is not None)
        if self._job is not None:
            self._job.progressed.connect(self._show)
            self._pause.setVisible(self._job.pausable)
            self._pause.set_icon(Icon.PAUSE)
            self._show()

    def _show(self) -> None:
        job = self._job
        if job is None:
            return
        done = f"{number(job.done)} / {number(job.total)}" if job.total else ""
        left = job.seconds_left
        rest = ""
        if left is not None:
            minutes = max(1, round(left / 60))
            rest = (
                self.tr("about {n} min", "", minutes).format(n=minutes) if left >= 45 else self.tr("less than a minute")
            )
        self._words.setText(joined(f"{job.title} {done}".strip(), rest))
        self._bar.show_progress(job.done, job.total)

    def _hold(self) -> None:
        if self._job is not None:
            self._held = not self._held
            self._job.ticks.pause(self._held)
            self._pause.set_icon(Icon.PLAY if self._held else Icon.PAUSE)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.ticks.cancel()
