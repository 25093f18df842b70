"""The import page on the sample bank's own scans: preview, questions, import, undo."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop.casefile.actions import SetSeverity, SetStatus
from desktop.domain.ids import FindingId
from desktop.domain.levels import CheckedHow, DataClass, Severity, Status
from desktop.intake.previews import FilePreview
from desktop.text.codecs import ENCODINGS
from desktop.ui.pages import imports
from desktop.ui.pages.host import PageHost
from desktop.ui.pages.imports.encoding import EncodingChoice
from desktop.ui.pages.imports.page import ImportPage
from desktop.ui.pages.imports.state import Stage
from desktop.ui.pages.page import Page
from desktop.ui.session import Session
from desktop.ui.viewer.view import EvidenceView
from desktop.ui.widgets.banner import Banner
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.keybutton import KeyButton
from desktop.ui.widgets.label import Label
from desktop.ui.widgets.sidelist import SideList
from desktop.ui.widgets.table import Table
from desktop.uses.imports import import_paths
from tests.ui.pages.conftest import named

Show = Callable[[Page], PageHost]
BANK = Path(__file__).resolve().parents[3] / "resources" / "sample_bank"
SCANS = BANK / "scans"


def _previewed(session: Session, qtbot: QtBot, show: Show, *paths: Path) -> ImportPage:
    page = imports.make(session, paths)
    assert isinstance(page, ImportPage)
    show(page)
    qtbot.waitUntil(lambda: page._stage is Stage.PREVIEW, timeout=30_000)
    qtbot.waitUntil(page.isVisible)
    return page


def _cells(page: ImportPage, column: int) -> list[str]:
    table = named(page, Table, "Changes")
    return [table.model().index(row, column).data() for row in range(table.count)]


def _said(page: Page) -> str:
    return "\n".join(banner.words for banner in page.findChildren(Banner) if banner.isVisible())


def _go_on(page: ImportPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


@pytest.fixture
def scanned(session: Session) -> Session:
    """The case with the earlier of two runs of one tool, some of it decided."""
    import_paths(session.case, [SCANS / "flawfinder-20261101.sarif"])
    ids = tuple(FindingId(n) for n in range(1, 40))
    for one in ids:
        session.case.do(SetStatus((one,), Status.CONFIRMED, "Read it", CheckedHow.READ_THE_CODE, typed=True))
    session.case.do(SetSeverity(ids[3:6], Severity.CRITICAL))
    return session


def test_a_second_run_says_what_changes_and_names_decided_findings_that_are_gone(
    scanned: Session, qtbot: QtBot, show: Show
) -> None:
    page = _previewed(scanned, qtbot, show, SCANS / "flawfinder-20261120.sarif")
    changes = _cells(page, 0)
    assert changes[0] == "Gone", "what somebody decided comes first"
    assert {"Gone", "Person's value", "Moved", "New"} <= set(changes)
    assert "Decisions and annotations stay." in _said(page)
    kept = _cells(page, 2)[changes.index("Person's value")]
    assert "Critical (Sato)" in kept
    assert "(tool)" in kept
    assert scanned.case.read.info().findings == 39, "nothing has changed yet"


def test_an_import_is_one_entry_and_is_undone_whole(scanned: Session, qtbot: QtBot, show: Show) -> None:
    page = _previewed(scanned, qtbot, show, SCANS / "flawfinder-20261120.sarif", BANK / "jcl")
    before = scanned.case.read.info()
    qtbot.mouseClick(named(page, Button, "Data class: Restricted"), Qt.MouseButton.LeftButton)
    _go_on(page, qtbot)
    qtbot.waitUntil(lambda: page._stage is Stage.DONE, timeout=30_000)
    after = scanned.case.read.info()
    assert after.findings > before.findings
    assert after.entries == before.entries + 1
    added = [e for e in scanned.case.read.evidence() if e.path.startswith("jcl/")]
    assert {e.data_class for e in added} == {DataClass.RESTRICTED}
    qtbot.mouseClick(named(page.window(), Button, "Undo the import"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page._stage is Stage.PREVIEW, timeout=30_000)
    assert scanned.case.read.info().findings == before.findings
    assert "undone" in _said(page)


def test_what_is_left_out_is_not_imported(session: Session, qtbot: QtBot, show: Show) -> None:
    page = _previewed(session, qtbot, show, SCANS / "nmap-loopback.xml", BANK / "jcl")
    chosen = page.findChild(SideList)
    assert chosen is not None
    assert chosen.go_to("jcl/")
    qtbot.keyClick(chosen, Qt.Key.Key_X)
    _go_on(page, qtbot)
    qtbot.waitUntil(lambda: page._stage is Stage.DONE, timeout=30_000)
    assert [e.path for e in session.case.read.evidence()] == ["nmap-loopback.xml"]


def test_two_runs_of_a_tool_are_compared_with_each_other_and_one_left_out_with_none(
    session: Session, qtbot: QtBot, show: Show
) -> None:
    first, second = (SCANS / f"flawfinder-{day}.sarif" for day in ("20261101", "20261120"))
    page = _previewed(session, qtbot, show, first, second)
    chosen = page.findChild(SideList)
    assert chosen is not None and chosen.go_to(second.name)
    assert f"compared with {first.name} of this import" in [label.text() for label in page.findChildren(Label)]
    assert _cells(page, 0).count("Gone") == 4
    chosen.go_to(first.name)
    qtbot.keyClick(chosen, Qt.Key.Key_X)
    chosen.go_to(second.name)
    qtbot.waitUntil(lambda: set(_cells(page, 0)) == {"New"})
    assert page.footing().note.startswith("41 findings join, 0 move, 0 get a mark")  # type: ignore[union-attr]
    _go_on(page, qtbot)
    qtbot.waitUntil(lambda: page._stage is Stage.DONE, timeout=30_000)
    assert session.case.read.info().findings == 41


def test_a_question_is_answered_by_digit_and_the_older_finding_stays_the_same(
    session: Session, qtbot: QtBot, show: Show, tmp_path: Path
) -> None:
    first, second = tmp_path / "first.sarif", tmp_path / "second.sarif"
    first.write_text(_sarif(("DPB0450.cbl", 431)), encoding="utf-8")
    second.write_text(_sarif(("DPB0200.cbl", 436), ("DPB0610.cbl", 512)), encoding="utf-8")
    import_paths(session.case, [first])
    session.case.do(SetStatus((FindingId(1),), Status.FALSE_POSITIVE, "Cannot be reached"))
    page = _previewed(session, qtbot, show, second)
    changes = _cells(page, 0)
    assert changes.count("Moved?") == 1
    assert "New" not in changes, "what is in question is not counted as new too"
    table = named(page, Table, "Changes")
    table.go_to(changes.index("Moved?"))
    qtbot.waitUntil(lambda: len([b for b in page.findChildren(KeyButton) if b.isVisible()]) == 3)
    assert "left open" in page.footing().detail  # type: ignore[union-attr]
    qtbot.keyClick(table, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: sorted(_cells(page, 0)) == ["Moved", "New"])
    _go_on(page, qtbot)
    qtbot.waitUntil(lambda: page._stage is Stage.DONE, timeout=30_000)
    kept = session.case.read.finding(FindingId(1))
    assert kept.row.status is Status.FALSE_POSITIVE
    newest = max(session.case.read.occurrences(FindingId(1)), key=lambda one: one.id)
    assert newest.place is not None
    assert getattr(newest.place, "line", 0) == 512


def test_files_are_taken_by_dropping_them(session: Session, qtbot: QtBot, show: Show) -> None:
    page = imports.make(session, None)
    assert isinstance(page, ImportPage)
    show(page)
    assert page.footing() is not None
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(SCANS / "nmap-loopback.xml"))])
    drop = QDropEvent(
        QPointF(50, 50),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.dropEvent(drop)
    qtbot.waitUntil(lambda: page._stage is Stage.PREVIEW, timeout=30_000)


def test_a_broken_file_is_said_in_plain_words_and_the_others_are_read(
    session: Session, qtbot: QtBot, show: Show, tmp_path: Path
) -> None:
    empty = tmp_path / "empty.sarif"
    empty.write_bytes(b"")
    page = _previewed(session, qtbot, show, empty, SCANS / "nmap-loopback.xml")
    chosen = page.findChild(SideList)
    assert chosen is not None
    assert chosen.go_to("empty.sarif")
    qtbot.waitUntil(lambda: "empty.sarif is empty." in _said(page))
    _go_on(page, qtbot)
    qtbot.waitUntil(lambda: page._stage is Stage.DONE, timeout=30_000)


def test_reading_can_be_stopped_and_then_nothing_has_changed(session: Session, qtbot: QtBot, show: Show) -> None:
    page = imports.make(session, (BANK,))
    assert isinstance(page, ImportPage)
    host = show(page)
    qtbot.waitUntil(lambda: page._done > 0, timeout=30_000)
    host.back()
    assert host.page is page
    qtbot.waitUntil(lambda: page._stage is Stage.CHOOSE, timeout=30_000)
    assert session.case.read.info().evidence == 0


def _sarif(*places: tuple[str, int]) -> str:
    """A report of one rule whose quote is the same everywhere."""
    results = [
        {
            "ruleId": "unchecked",
            "message": {"text": "Not checked"},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": path},
                        "region": {"startLine": line, "snippet": {"text": "EXEC SQL"}},
                    }
                }
            ],
        }
        for path, line in places
    ]
    run = {"tool": {"driver": {"name": "lint", "version": "1"}}, "results": results}
    return json.dumps({"version": "2.1.0", "runs": [run]})


def _mixed(tmp_path: Path) -> Path:
    """A folder of two sources in cp932 whose bytes are also something else."""
    folder = tmp_path / "src"
    folder.mkdir()
    text = "       IDENTIFICATION DIVISION.\r\n       PROGRAM-ID. {name}.\r\n      * 口座の残高を照会する。\r\n"
    for name in ("A", "B"):
        (folder / f"{name}.cbl").write_bytes(text.format(name=name).encode("cp932") * 5)
    return folder


def _sources(page: ImportPage) -> Table[FilePreview]:
    found: Table[FilePreview] = named(page, Table, "Files")
    return found


def _labels(of: QWidget) -> list[str]:
    return [label.text() for label in of.findChildren(Label) if label.isVisible()]


def _button(choice: EncodingChoice, words: str) -> KeyButton:
    return next(b for b in choice.findChildren(KeyButton) if b.isVisible() and words in b.accessibleName())


def _first_lines(page: ImportPage) -> str:
    view = named(page, EvidenceView, "First lines")
    return view.document.text_of_line(3) if view.isVisible() and view.document is not None else ""


def test_a_source_shows_its_encoding_with_reasons_and_is_read_by_another_before_it_is_imported(
    session: Session, qtbot: QtBot, show: Show, tmp_path: Path
) -> None:
    page = _previewed(session, qtbot, show, _mixed(tmp_path))
    qtbot.waitUntil(lambda: "口座の残高" in _first_lines(page))
    choice = page.findChild(EncodingChoice)
    assert choice is not None
    said = _labels(choice)
    assert said[0] == "Encoding of A.cbl"
    assert "every byte is read" in said[1]
    offered = [button.accessibleName() for button in choice.findChildren(KeyButton)]
    assert offered[0].startswith("1 cp932 Japanese Windows")
    at = next(n for n, words in enumerate(offered, 1) if "euc-jp" in words)
    qtbot.keyClick(page, Qt.Key(Qt.Key.Key_0 + at))
    assert page.footing().main.enabled is False  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: "⟦" in _first_lines(page), timeout=30_000)
    assert [_sources(page).model().index(row, 2).data() for row in (0, 1)] == ["euc-jp", "cp932"]
    assert session.case.read.info().evidence == 0
    _go_on(page, qtbot)
    qtbot.waitUntil(lambda: page._stage is Stage.DONE, timeout=30_000)
    kept = {e.path: e.decoding for e in session.case.read.evidence()}
    assert {path: how.encoding for path, how in kept.items()} == {"src/A.cbl": "euc_jp", "src/B.cbl": "cp932"}
    assert kept["src/A.cbl"].why == ("analyst",)


def test_an_encoding_is_given_to_all_marked_files_and_found_out_again(
    session: Session, qtbot: QtBot, show: Show, tmp_path: Path
) -> None:
    page = _previewed(session, qtbot, show, _mixed(tmp_path))
    table = _sources(page)
    qtbot.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    choice = page.findChild(EncodingChoice)
    assert choice is not None
    qtbot.waitUntil(lambda: _labels(choice)[:1] == ["Encoding of 2 files"])
    qtbot.mouseClick(_button(choice, "Another encoding"), Qt.MouseButton.LeftButton)
    [menu] = [menu for menu in choice.findChildren(QMenu) if menu.isVisible()]
    assert len(menu.actions()) == len(ENCODINGS)
    wanted = next(action for action in menu.actions() if action.text().startswith("cp939"))
    wanted.trigger()
    menu.close()
    qtbot.waitUntil(lambda: page._job is None, timeout=30_000)
    assert [table.model().index(row, 2).data().split(" ")[0] for row in (0, 1)] == ["cp939", "cp939"]
    assert len(choice.files) == 2, "they stay marked"
    qtbot.waitUntil(lambda: "chosen by a person" in _labels(choice))
    qtbot.mouseClick(_button(choice, "Found out again"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page._job is None, timeout=30_000)
    assert [table.model().index(row, 2).data() for row in (0, 1)] == ["cp932", "cp932"]


def test_what_could_not_be_read_is_counted_beside_the_list(
    session: Session, qtbot: QtBot, show: Show, tmp_path: Path
) -> None:
    report = tmp_path / "a.sarif"
    run = {"tool": {"driver": {"name": "lint"}}, "results": [{"ruleId": "R", "message": {"text": "m"}}, 7, 8]}
    report.write_text(json.dumps({"version": "2.1.0", "runs": [run]}), encoding="utf-8")
    page = _previewed(session, qtbot, show, report)
    qtbot.waitUntil(lambda: any(words.startswith("2 of 3 unreadable") for words in _labels(page)))
