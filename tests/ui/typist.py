"""A window in which somebody types words and never presses Enter, until it is killed.

``python -m tests.ui.typist FOLDER annotation|reason|note``: opens FOLDER's case, types, and says ``kept`` when a moment
without a key has passed.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.domain.ids import FindingId
from desktop.ui.app import start
from desktop.uses.cases import open_case
from tests.ui.stations import station_in

WORDS = "Seen on the test system, not yet sure"


def main() -> None:
    folder, where = Path(sys.argv[1]), sys.argv[2]
    app = QApplication([])
    station = station_in(folder)
    window = start(app, station)
    window.show()
    window.activateWindow()
    window.show_case(open_case(station, folder / "data" / "case.sekisho"))

    def type_words() -> None:
        bench = window.bench
        bench.findings.show_finding(FindingId(1))
        if bench.claim.facts is None or (where == "note" and bench.evidence.view.document is None):
            QTimer.singleShot(20, type_words)
            return
        pane = bench.evidence.view if where == "note" else bench.findings.view
        pane.setFocus()
        if where == "reason":
            bench.decision.digit(3)
            bench.decision.tab()
        else:
            bench.questions.annotate()
        line = QApplication.focusWidget()
        assert line is not None
        QTest.keyClicks(line, WORDS)
        QTimer.singleShot(1500, lambda: print("kept", flush=True))

    QTimer.singleShot(0, type_words)
    QTimer.singleShot(60_000, app.quit)
    app.exec()


if __name__ == "__main__":
    main()
