"""What holds on this workstation, looked up off the window's thread: the policy, and so whether anything may leave."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.levels import Status
from desktop.ui.threads import Working
from desktop.uses.workstation import Workstation, utc_now

_AGAIN = 60_000
"""Milliseconds: a policy may end while the window is open."""


class Machine(QObject):
    """``changed`` when ``state`` or ``policy`` are known anew. Loading a policy costs imports, so it is never on the
    first window's way.
    """

    changed = Signal()

    def __init__(self, station: Workstation, parent: QObject) -> None:
        super().__init__(parent)
        self._station = station
        self.state = "offline"
        self.serial: int | None = None
        self.in_force = False
        self._reasons: dict[str, tuple[str, ...]] = {}
        self._working = Working("machine", self)
        self._timer = QTimer(self)
        self._timer.setInterval(_AGAIN)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Ask again what holds."""
        self._working.do(self._effective, self._take)

    def presets(self, status: Status) -> Sequence[str]:
        """The policy's reasons for a decision, none where it names none."""
        return self._reasons.get(status.name.lower(), ())

    def close(self) -> None:
        """End the thread."""
        self._timer.stop()
        self._working.close()

    def _effective(self) -> tuple[str, int | None, bool, dict[str, tuple[str, ...]]]:
        from desktop.uses.policies import effective_policy

        found = effective_policy(self._station, utc_now())
        policy = found.policy
        reasons = dict(policy.reasons) if policy else {}
        return str(found.state), policy.serial if policy else None, not found.reasons, reasons

    def _take(self, found: tuple[str, int | None, bool, dict[str, tuple[str, ...]]]) -> None:
        self.state, self.serial, self.in_force, self._reasons = found
        self.changed.emit()
