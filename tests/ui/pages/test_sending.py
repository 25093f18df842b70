"""Looking before sending, sending over real HTTP to a scripted server, and the ledger afterwards."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop.domain.ids import FindingId
from desktop.domain.runs import Outcome, RunState
from desktop.gate.second_person import read_request
from desktop.ui.pages import egress, ledger, policy, run
from desktop.ui.pages.egress.page import Stage
from desktop.ui.pages.run import RunPage
from desktop.ui.session import Session
from desktop.ui.widgets.label import Label
from desktop.ui.widgets.table import Table
from desktop.uses.policies import make_key, sign_policy
from desktop.uses.workstation import utc_now
from tests.scripted_server import ScriptedServer
from tests.ui.pages.allowed import TEMPLATE, allow
from tests.ui.pages.checking import Show, checked, look_at_all, said, sent_text
from tests.ui.pages.conftest import named


def test_near_misses_come_first_and_sending_waits_until_everything_was_on_the_screen(
    allowed: Session, qtbot: QtBot, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = checked(allowed, qtbot, show, monkeypatch)
    assert page.check.group == "near"
    main = page.footing().main
    assert main is not None and main.keys == "Space"
    assert not page.footing().others[0].enabled, "the button that sends is not to be pressed yet"
    page.check._on_screen = ((), 1e18)  # nothing was on the screen for a moment yet
    table = named(page, Table, "Hits")
    table.go_to(table.count - 1)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert page.check.looking is not None
    assert not page.check.looking.is_ticked("near"), "an end that was jumped to ticks nothing"
    page.check._on_screen = ((), 0.0)
    look_at_all(page, qtbot)
    main = page.footing().main
    assert main is not None and main.text.startswith("Send") and main.enabled


def test_a_value_is_masked_everywhere_by_one_key_and_a_unit_left_out_by_another(
    allowed: Session, qtbot: QtBot, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = checked(allowed, qtbot, show, monkeypatch)
    assert "1048576" in sent_text(page)
    table = named(page, Table, "Hits")
    at = next(n for n in range(table.count) if table.row(n).text == "1048576")
    table.go_to(at)
    qtbot.keyClick(table, Qt.Key.Key_M)
    qtbot.waitUntil(lambda: page.stage is Stage.CHECK and "1048576" not in sent_text(page), timeout=30_000)
    qtbot.keyClick(named(page, Table, "Hits"), Qt.Key.Key_X)
    qtbot.waitUntil(lambda: page.stage is Stage.CHECK and sent_text(page) == "", timeout=30_000)
    look_at_all(page, qtbot)
    assert not page.footing().main.enabled, "there is nothing left to send"  # type: ignore[union-attr]


def test_what_was_looked_at_is_kept_when_the_plan_changes_elsewhere(
    allowed: Session, qtbot: QtBot, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = checked(allowed, qtbot, show, monkeypatch)
    looking = page.check.looking
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
    qtbot.waitUntil(lambda: page.check.looking is not looking and page.stage is Stage.CHECK, timeout=30_000)
    assert page.check.looking is not None
    if page.check.looking.group(name) is not None and len(page.check.looking.group(name).looks) == len(group.looks):  # type: ignore[union-attr]
        assert page.check.looking.is_ticked(name)


def test_an_approved_plan_is_sent_checked_and_filed_and_the_ledger_holds_the_exact_bytes(
    allowed: Session, qtbot: QtBot, show: Show, monkeypatch: pytest.MonkeyPatch, scripted: ScriptedServer
) -> None:
    page = checked(allowed, qtbot, show, monkeypatch)
    look_at_all(page, qtbot)
    with qtbot.waitSignal(allowed.page_wanted, timeout=10_000) as wanted:
        qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert wanted.args is not None and wanted.args[0] == "run"
    plan = allowed.case.read.plans()[0]
    assert plan.approved_by == "Sato"
    assert {look[0] for look in plan.looked} == {group.name for group in page.check.looking.groups}  # type: ignore[union-attr]
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
    qtbot.waitUntil(lambda: bool(said(page)))
    assert "policy" in said(page)
    assert "authorisation" in said(page)
    assert [button.text for button in page.footing().others] == ["Leave", "Record an authorisation"]  # type: ignore[union-attr]
    assert not page.footing().main.enabled  # type: ignore[union-attr]


def test_every_objection_of_the_gate_is_shown_when_it_refuses(
    sources: Session, qtbot: QtBot, show: Show, monkeypatch: pytest.MonkeyPatch, scripted: ScriptedServer
) -> None:
    allow(sources.station, sources.case, scripted.endpoint, highest_class="public", purposes=["other"])
    page = checked(sources, qtbot, show, monkeypatch)
    look_at_all(page, qtbot)
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(said(page).splitlines()) == 2)
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
    page = checked(sources, qtbot, show, monkeypatch)
    look_at_all(page, qtbot)
    main = page.footing().main
    assert main is not None and main.text == "Ask for the second person"
    out = tmp_path / "request.json"
    assert page.check.looking is not None
    looked = page.check.looking.records("Sato")
    page.second.write_request(page.check.looking.shown.plan, looked, out, page.on_asked)
    qtbot.waitUntil(lambda: "request.json is written." in said(page))
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


def test_a_signed_policy_is_brought_in_from_the_page(session: Session, qtbot: QtBot, show: Show) -> None:
    station = session.station
    now = utc_now()
    made = json.loads(TEMPLATE.read_bytes())
    made |= {"valid_from": f"{now - timedelta(hours=1):%Y-%m-%dT%H:%M:%SZ}"}
    made |= {"valid_until": f"{now + timedelta(days=9):%Y-%m-%dT%H:%M:%SZ}"}
    file, key = station.data_dir / "bank.json", station.data_dir / "key.pem"
    file.write_text(json.dumps(made), encoding="utf-8")
    page = policy.make(session, None)
    show(page)
    assert isinstance(page, policy.PolicyPage)
    qtbot.waitUntil(lambda: (foot := page.footing()) is not None and "signature" in foot.note)
    page._bring_in(file)
    qtbot.waitUntil(lambda: "bank.json" in said(page), timeout=10_000)
    make_key(station, "Suzuki", key)
    sign_policy(file, key)
    page._bring_in(file)
    qtbot.waitUntil(lambda: page.heading().subtitle == made["issuer"], timeout=10_000)
