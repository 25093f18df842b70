"""Looking before sending, sending over real HTTP to a scripted server, and the ledger afterwards."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop.domain.ids import FindingId
from desktop.domain.runs import Outcome, RunState
from desktop.gate.second_person import read_request
from desktop.ui.pages import egress, ledger, policy, run
from desktop.ui.pages.egress.page import EgressPage, Stage
from desktop.ui.pages.host import PageHost
from desktop.ui.pages.page import Page
from desktop.ui.pages.run import RunPage
from desktop.ui.session import Session
from desktop.ui.widgets.banner import Banner
from desktop.ui.widgets.label import Label
from desktop.ui.widgets.table import Table
from desktop.uses.imports import import_paths
from tests.scripted_server import Asked, Reply, Says, ScriptedServer
from tests.ui.pages.allowed import allow
from tests.ui.pages.conftest import named

Show = Callable[[Page], PageHost]

PROGRAM = """\
       IDENTIFICATION DIVISION.
       PROGRAM-ID. DPB0900.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
      * 担当 山本一郎  口座番号 1480233
       01  WK-KEY      PIC 9(7) VALUE 1048576.
       01  WK-HOST     PIC X(9) VALUE 'DPSRV01'.
       PROCEDURE DIVISION.
       1000-SHOKI.
           MOVE WK-IN TO WK-SQL-STATEMENT.
"""


def _finds(asked: Asked) -> Reply:
    claim = {
        "quotes": ["MOVE WK-IN TO WK-SQL-STATEMENT."],
        "unit": "",
        "title": "Input reaches a statement unchecked",
        "cwe": 89,
        "severity": "high",
        "description": "It is never checked.",
        "impact": "Other branches can be read.",
        "recommendation": "Bind it.",
    }
    return Says(json.dumps({"findings": [claim]}))


@pytest.fixture
def sources(session: Session, tmp_path: Path) -> Session:
    """The case with one small program."""
    folder = tmp_path / "batch"
    folder.mkdir()
    (folder / "DPB0900.cbl").write_text(PROGRAM, encoding="utf-8")
    import_paths(session.case, [folder])
    return session


@pytest.fixture
def allowed(sources: Session, scripted: ScriptedServer) -> Session:
    """The case, and leave to send it to a scripted server."""
    scripted.script = _finds
    allow(sources.station, sources.case, scripted.endpoint)
    return sources


def _checked(session: Session, qtbot: QtBot, show: Show, monkeypatch: pytest.MonkeyPatch) -> EgressPage:
    monkeypatch.setattr(EgressPage, "MOMENT", 0.05)
    page = egress.make(session, None)
    assert isinstance(page, EgressPage)
    host = show(page)
    # The evidence and the policy are read first, which takes its time on a busy machine.
    qtbot.waitUntil(
        lambda: page.footing().main is not None and page.footing().main.enabled,  # type: ignore[union-attr]
        timeout=30_000,
    )
    qtbot.keyClick(host, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page._stage is Stage.CHECK, timeout=30_000)
    return page


def _look_at_all(page: EgressPage, qtbot: QtBot) -> None:
    looking = page._looking
    assert looking is not None
    table = named(page, Table, "Hits")
    for _ in range(200):
        if not looking.left:
            return
        if table.at == table.count - 1:
            qtbot.waitUntil(lambda: looking.unseen(page._group) == 0)
        qtbot.keyClick(table, Qt.Key.Key_Space)
    raise AssertionError([group.name for group in looking.left])


def _said(page: Page) -> str:
    return "\n".join(banner.words for banner in page.findChildren(Banner) if banner.isVisible())


def _sent_text(page: EgressPage) -> str:
    assert page._looking is not None
    return "\n".join(unit.masked.text for unit in page._looking.shown.units if not unit.masked.blocked)


def test_near_misses_come_first_and_sending_waits_until_everything_was_on_the_screen(
    allowed: Session, qtbot: QtBot, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = _checked(allowed, qtbot, show, monkeypatch)
    assert page._group == "near"
    main = page.footing().main
    assert main is not None and main.keys == "Space"
    assert not page.footing().others[0].enabled, "the button that sends is not to be pressed yet"
    page._on_screen = ((), 1e18)  # nothing was on the screen for a moment yet
    table = named(page, Table, "Hits")
    table.go_to(table.count - 1)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert page._looking is not None
    assert not page._looking.is_ticked("near"), "an end that was jumped to ticks nothing"
    page._on_screen = ((), 0.0)
    _look_at_all(page, qtbot)
    main = page.footing().main
    assert main is not None and main.text.startswith("Send") and main.enabled


def test_a_value_is_masked_everywhere_by_one_key_and_a_unit_left_out_by_another(
    allowed: Session, qtbot: QtBot, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = _checked(allowed, qtbot, show, monkeypatch)
    assert "1048576" in _sent_text(page)
    table = named(page, Table, "Hits")
    at = next(n for n in range(table.count) if table.row(n).text == "1048576")
    table.go_to(at)
    qtbot.keyClick(table, Qt.Key.Key_M)
    qtbot.waitUntil(lambda: page._stage is Stage.CHECK and "1048576" not in _sent_text(page), timeout=30_000)
    qtbot.keyClick(named(page, Table, "Hits"), Qt.Key.Key_X)
    qtbot.waitUntil(lambda: page._stage is Stage.CHECK and _sent_text(page) == "", timeout=30_000)
    _look_at_all(page, qtbot)
    assert not page.footing().main.enabled, "there is nothing left to send"  # type: ignore[union-attr]


def test_what_was_looked_at_is_kept_when_the_plan_changes_elsewhere(
    allowed: Session, qtbot: QtBot, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = _checked(allowed, qtbot, show, monkeypatch)
    looking = page._looking
    assert looking is not None
    name = next(group.name for group in looking.groups if group.name.startswith("masked:"))
    looking.saw(name, range(99), 1.0)
    group = looking.group(name)
    assert group is not None
    looking.saw(name, range(len(group.looks)), 1.0)
    looking._states[name].ticked = True
    table = named(page, Table, "Hits")
    table.go_to(0)
    qtbot.keyClick(table, Qt.Key.Key_M)
    qtbot.waitUntil(lambda: page._looking is not looking and page._stage is Stage.CHECK, timeout=30_000)
    assert page._looking is not None
    if page._looking.group(name) is not None and len(page._looking.group(name).looks) == len(group.looks):  # type: ignore[union-attr]
        assert page._looking.is_ticked(name)


def test_an_approved_plan_is_sent_checked_and_filed_and_the_ledger_holds_the_exact_bytes(
    allowed: Session, qtbot: QtBot, show: Show, monkeypatch: pytest.MonkeyPatch, scripted: ScriptedServer
) -> None:
    page = _checked(allowed, qtbot, show, monkeypatch)
    _look_at_all(page, qtbot)
    with qtbot.waitSignal(allowed.page_wanted, timeout=10_000) as wanted:
        qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert wanted.args is not None and wanted.args[0] == "run"
    plan = allowed.case.read.plans()[0]
    assert plan.approved_by == "Sato"
    assert {look[0] for look in plan.looked} == {group.name for group in page._looking.groups}  # type: ignore[union-attr]
    running = run.make(allowed, wanted.args[1])
    assert isinstance(running, RunPage)
    show(running)
    qtbot.waitUntil(lambda: running._seen.run is not None and running._seen.run.state is RunState.DONE, timeout=30_000)
    [exchange] = allowed.case.read.exchanges()
    assert exchange.outcome is Outcome.ANSWERED
    assert "1 leads" in running.footing().note or "1 lead" in running.footing().note
    book = ledger.make(allowed, ("finding", exchange.findings[0]))
    show(book)
    text = book.findChild(QPlainTextEdit)
    assert text is not None
    sent = allowed.case.read.body(exchange.id)
    qtbot.waitUntil(lambda: text.toPlainText() == sent.decode())
    assert scripted.asked[0].body == sent
    assert "山本" not in text.toPlainText()
    with qtbot.waitSignal(allowed.finding_wanted) as finding:
        qtbot.keyClick(book, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert finding.args == [exchange.findings[0]]


def test_without_policy_and_authorisation_the_page_says_so_and_offers_what_can_be_done(
    sources: Session, qtbot: QtBot, show: Show
) -> None:
    page = egress.make(sources, None)
    show(page)
    qtbot.waitUntil(lambda: bool(_said(page)))
    assert "policy" in _said(page)
    assert "authorisation" in _said(page)
    assert [button.text for button in page.footing().others] == ["Leave", "Record an authorisation"]  # type: ignore[union-attr]
    assert not page.footing().main.enabled  # type: ignore[union-attr]


def test_every_objection_of_the_gate_is_shown_when_it_refuses(
    sources: Session, qtbot: QtBot, show: Show, monkeypatch: pytest.MonkeyPatch, scripted: ScriptedServer
) -> None:
    allow(sources.station, sources.case, scripted.endpoint, highest_class="public", purposes=["other"])
    page = _checked(sources, qtbot, show, monkeypatch)
    _look_at_all(page, qtbot)
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(_said(page).splitlines()) == 2)
    assert not scripted.asked


def test_where_the_policy_wants_two_people_a_request_is_written_and_nothing_is_sent(
    sources: Session,
    qtbot: QtBot,
    show: Show,
    monkeypatch: pytest.MonkeyPatch,
    scripted: ScriptedServer,
    tmp_path: Path,
) -> None:
    allow(sources.station, sources.case, scripted.endpoint, second_person_for=["confidential"])
    page = _checked(sources, qtbot, show, monkeypatch)
    _look_at_all(page, qtbot)
    main = page.footing().main
    assert main is not None and main.text == "Ask for the second person"
    out = tmp_path / "request.json"
    page._write_request(out)
    qtbot.waitUntil(lambda: "request.json is written." in _said(page))
    asked = read_request(out.read_bytes()).said
    assert asked.terms.plan == sources.case.read.plans()[0].digest
    assert asked.asked_by == "Sato"


def test_the_policy_page_tries_evidence_against_a_model(allowed: Session, qtbot: QtBot, show: Show) -> None:
    page = policy.make(allowed, None)
    show(page)
    qtbot.waitUntil(lambda: page.footing().main.enabled, timeout=10_000)  # type: ignore[union-attr]
    words = "\n".join(label.text() for label in page.findChildren(Label) if label.isVisible())
    assert "Suzuki" in words, "who signed it"
    assert f"up to the class “{'Confidential'}”" in words
    with qtbot.waitSignal(allowed.page_wanted) as wanted:
        qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert wanted.args is not None and wanted.args[0] == "egress"


def test_an_empty_ledger_and_no_run_say_one_sentence_and_one_action(session: Session, qtbot: QtBot, show: Show) -> None:
    book = ledger.make(session, ("finding", FindingId(1)))
    show(book)
    qtbot.waitUntil(
        lambda: any(
            label.isVisible() and label.text() == "Nothing left the building for this finding."
            for label in book.findChildren(Label)
        )
    )
    none = run.make(session, None)
    show(none)
    qtbot.waitUntil(lambda: none.footing().note == "Nothing has been sent from this case.")  # type: ignore[union-attr]
