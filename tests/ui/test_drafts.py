"""Words that were typed and not recorded outlive a kill of the window."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.casefile import Case
from desktop.casefile.actions import SetVerification
from desktop.domain.ids import FindingId
from desktop.domain.levels import Status, Verification
from desktop.ui.drafting import About
from desktop.ui.widgets.lineedit import LineEdit
from desktop.ui.window import Window
from desktop.uses.cases import open_case
from desktop.uses.workstation import Workstation
from tests.ui.test_triage import Press, Select
from tests.ui.typist import WORDS

ROOT = Path(__file__).parents[2]


def line_with_keys() -> str | None:
    line = QApplication.focusWidget()
    return line.text() if isinstance(line, LineEdit) else None


@pytest.mark.parametrize("where", ["annotation", "reason", "note"])
def test_words_outlive_a_kill_and_are_offered_where_they_were_typed(
    window: Window, case: Case, station: Workstation, where: str, qtbot: QtBot
) -> None:
    folder, entries = station.data_dir.parent, case.read.info().entries
    case.close()
    command = [sys.executable, "-m", "tests.ui.typist", str(folder), where]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=environment) as typist:
        assert typist.stdout is not None
        assert typist.stdout.readline() == "kept\n"
        typist.kill()
    window.show_case(open_case(station, case.path))
    # The other process has another device key, so both openings notice a head that is not theirs, and nothing else.
    since = window.session.case.read.history(limit=window.session.case.read.info().entries - entries, parts=True)
    assert {entry.action for entry in since} <= {"notice_older_copy"}
    entries += len(since)
    qtbot.waitUntil(lambda: window.bench.decision.said.startswith("1 line"))
    qtbot.waitUntil(lambda: window.bench.claim.facts is not None)
    window.bench.decision.take_offer()
    qtbot.waitUntil(lambda: line_with_keys() == WORDS)
    editor = QApplication.focusWidget()
    assert editor is not None
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.session.case.read.info().entries > entries)
    window.close_case()
    assert kept(station, case.path) == []
    with open_case(station, case.path) as again:
        texts = [note.text for note in again.read.annotations()]
        reasons = [entry.fields.get("reason_text") for entry in again.read.history()]
        assert WORDS in [*texts, *reasons]


def test_escape_and_another_row_lose_no_words(bench: Window, press: Press, select: Select, qtbot: QtBot) -> None:
    first = select(bench, "Finding 0")
    press("A", "half a thought", Qt.Key.Key_Escape)
    assert not bench.bench.decision.is_open
    second = select(bench, "Finding 1")
    press("A")
    assert line_with_keys() == ""
    press("other", Qt.Key.Key_Escape)
    assert bench.bench.findings.view.show_finding(first)
    qtbot.waitUntil(lambda: (facts := bench.bench.claim.facts) is not None and facts.finding.id == first)
    press("A")
    assert line_with_keys() == "half a thought"
    press(Qt.Key.Key_Escape)
    assert bench.session.drafts.words(About("annotation", (second,))) == "other"


def test_an_emptied_line_is_forgotten(
    bench: Window, press: Press, select: Select, case: Case, station: Workstation
) -> None:
    select(bench, "Finding 0")
    press("A", "x", Qt.Key.Key_Backspace, Qt.Key.Key_Escape)
    bench.close_case()
    assert kept(station, case.path) == []


def test_a_reason_comes_back_as_typed_and_goes_when_it_is_decided(
    bench: Window, press: Press, select: Select, qtbot: QtBot
) -> None:
    finding = select(bench, "Finding 0")
    press("3", Qt.Key.Key_Tab, "Checked by the caller", Qt.Key.Key_Escape)
    qtbot.waitUntil(bench.bench.findings.view.hasFocus)
    press("3", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bench.session.case.read.rows([finding])[0].status is Status.FALSE_POSITIVE)
    decision = bench.session.case.read.finding(FindingId(finding)).decision
    assert decision is not None
    assert decision.reason == "Checked by the caller"
    about = About("reason", (finding, int(Status.FALSE_POSITIVE)))
    qtbot.waitUntil(lambda: bench.session.drafts.words(about) == "")


def test_a_decision_that_the_case_refuses_keeps_its_reason(
    bench: Window, press: Press, select: Select, case: Case, station: Workstation, qtbot: QtBot
) -> None:
    finding = select(bench, "Finding 0")
    case.do(SetVerification((finding,), Verification.REFUTED, "not on the test system", typed=True))
    press("2", "2", Qt.Key.Key_Tab, "I read it again", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "refuted" in bench.bench.decision.said)
    press("2")
    press(Qt.Key.Key_Tab)
    assert line_with_keys() == "I read it again"
    bench.close_case()
    assert kept(station, case.path) == ["I read it again"]


def test_where_drafts_cannot_be_written_that_is_said_once(
    bench: Window, press: Press, select: Select, qtbot: QtBot, station: Workstation
) -> None:
    (station.state_dir / "drafts").write_text("a file where the folder should be")
    select(bench, "Finding 0")
    press("A", "words", Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: bench.bench.decision.said.startswith("What you type is not kept"))


def kept(station: Workstation, path: Path) -> list[str]:
    with open_case(station, path) as case:
        drafts = case.drafts()
        found = list(drafts.all().values())
        drafts.close()
    return found
