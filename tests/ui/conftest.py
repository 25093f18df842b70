"""A window on a real case: sources, a model's leads, tools' findings and an analyst's own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.casefile import Case
from desktop.domain.ids import FindingId
from desktop.domain.levels import Anchor, Severity
from desktop.domain.places import BytePlace, Span
from desktop.ui.collecting import Collector
from desktop.ui.language import speak
from desktop.ui.theme.look import Look
from desktop.ui.window import Window
from desktop.uses.cases import new_case
from desktop.uses.workstation import Workstation
from desktop.words import Lang
from tests.casefile.samples import lead, own, report, source, unit
from tests.ui.stations import station_in

MEMBER = (
    b"000100 IDENTIFICATION DIVISION.                                         DPO0310 \n"
    b"000200 PROGRAM-ID. DPO0310.                                             DPO0310 \n"
    b"000300 PROCEDURE DIVISION.                                              DPO0310 \n"
    b"000400 1000-SHOKI.                                                      DPO0310 \n"
    b"000500     MOVE WK-IN TO WK-SQL.                                        DPO0310 \n"
    b"000600     PERFORM 2000-YOMU.                                           DPO0310 \n"
    b"000700 2000-YOMU.                                                       DPO0310 \n"
    b"000800     MOVE WK-SQL TO WK-OUT.                                       DPO0310 \n"
)
PATH = "online/DPO0310.cbl"


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[Look]:
    """Our fonts and palette, in English."""
    speak(qapp, Lang.EN)
    collector = Collector(qapp)
    made = Look(qapp, {"theme": "light", "text_size": 100})
    yield made
    made.setParent(None)
    made.deleteLater()
    collector.end()
    collector.deleteLater()


@pytest.fixture
def station(tmp_path: Path) -> Workstation:
    """Sato's workstation: its folders are the test's, its keyring lasts as long as the test."""
    return station_in(tmp_path)


@pytest.fixture
def case(station: Workstation) -> Case:
    """Two leads with places, one whose quote was not found, a tool's three findings and one of the analyst's own."""
    made = new_case(station, station.data_dir / "case.sekisho", title="Deposits 2026", encrypt=False).case
    evidence = source(made, PATH, MEMBER)
    first = BytePlace(evidence, PATH, Span(338, 359), 5, 5, 12, "DPO0310 ▸ 1000-SHOKI", "MOVE WK-IN TO WK-SQL.")
    second = BytePlace(evidence, PATH, Span(578, 600), 8, 8, 12, "DPO0310 ▸ 2000-YOMU", "MOVE WK-SQL TO WK-OUT.")
    lead(made, "Dynamic SQL is built from the entered branch number", places=(first, second))
    lead(made, "COMMAREA is read without checking its length", places=(second,))
    lead(made, "Quoted nowhere", anchor=Anchor.NOT_FOUND)
    own(made, "Inquiry is accepted outside business hours", Severity.CRITICAL)
    made.do(report([unit(number) for number in range(3)]))
    return made


@pytest.fixture
def window(look: Look, station: Workstation, qtbot: QtBot) -> Iterator[Window]:
    """The window without a case."""
    made = Window(station, look)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def bench(window: Window, case: Case, qtbot: QtBot) -> Window:
    """The window on the case, its list filled, its first finding at hand, the keys in the list."""
    window.show_case(case)
    qtbot.waitUntil(lambda: window.bench.claim.facts is not None)
    window.bench.findings.view.setFocus()
    qtbot.waitUntil(window.bench.findings.view.hasFocus)
    return window


@pytest.fixture
def press(qtbot: QtBot) -> Callable[..., None]:
    """Press keys where the keys are, as a keyboard does."""

    def to_focus(*keys: Qt.Key | str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            target = QApplication.focusWidget()
            assert isinstance(target, QWidget)
            if isinstance(key, str) and len(key) > 1:
                qtbot.keyClicks(target, key)
            else:
                qtbot.keyClick(target, key, modifier)

    return to_focus


@pytest.fixture
def select(qtbot: QtBot) -> Callable[[Window, str], FindingId]:
    """Put the cursor on the finding whose title begins so, and wait until its claim is shown."""

    def on(window: Window, title: str) -> FindingId:
        rows = window.session.case.read.rows([int(one) for one in window.bench.findings.model.ids])
        found = next(row.id for row in rows if row.title.startswith(title))
        assert window.bench.findings.view.show_finding(found)
        qtbot.waitUntil(lambda: (facts := window.bench.claim.facts) is not None and facts.row.id == found)
        return found

    return on
