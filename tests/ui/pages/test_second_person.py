"""The second person's check in the window: asked for, answered elsewhere, taken in, sent once over real HTTP."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog
from pytestqt.qtbot import QtBot

from desktop.domain.runs import RunState
from desktop.gate.signing import KeyPair, keygen
from desktop.ui.pages import egress, run
from desktop.ui.pages.egress.page import EgressPage, Stage
from desktop.ui.pages.run import RunPage
from desktop.ui.session import Session
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.label import Label
from desktop.uses.second_person import answer_request, look_at_request
from tests.scripted_server import ScriptedServer
from tests.ui.pages.allowed import allow
from tests.ui.pages.checking import Show, checked, finds, look_at_all, said

SUZUKI = keygen("Suzuki")


@pytest.fixture
def two_people(sources: Session, scripted: ScriptedServer) -> Session:
    """The case under a policy that wants two people, with Suzuki as the approver."""
    scripted.script = finds
    approvers = [{"name": "Suzuki", "key": SUZUKI.public.key}]
    allow(sources.station, sources.case, scripted.endpoint, approvers, second_person_for=["confidential"])
    return sources


def _asked(page: EgressPage, qtbot: QtBot, out: Path) -> Path:
    """The analyst has looked at everything and asked for the second person."""
    look_at_all(page, qtbot)
    main = page.footing().main
    assert main is not None and main.text == "Ask for the second person"
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    _choose(page, qtbot, out)
    qtbot.waitUntil(lambda: f"{out.name} is written." in said(page))
    return out


def _choose(page: EgressPage, qtbot: QtBot, path: Path) -> None:
    """Choose ``path`` in the file dialog that the page has opened."""
    qtbot.waitUntil(lambda: any(one.isVisible() for one in page.findChildren(QFileDialog)))
    dialog = next(one for one in page.findChildren(QFileDialog) if one.isVisible())
    dialog.setDirectory(str(path.parent))
    dialog.selectFile(path.name)
    box = dialog.findChild(QDialogButtonBox)
    assert box is not None
    button = next(one for one in box.buttons() if box.buttonRole(one) is QDialogButtonBox.ButtonRole.AcceptRole)
    qtbot.waitUntil(button.isEnabled)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def _press(page: EgressPage, qtbot: QtBot, text: str) -> None:
    host = page.window()
    button = next(one for one in host.findChildren(Button) if one.isVisible() and one.text() == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def _answered(session: Session, request: Path, *, by: KeyPair = SUZUKI, refuse: str | None = None) -> Path:
    key, out = request.with_suffix(".pem"), request.with_suffix(".answer.json")
    key.write_bytes(by.private_pem)
    answer_request(session.station, look_at_request(session.station, request), key, out, refuse=refuse)
    return out


def _run_to_the_end(session: Session, page: EgressPage, qtbot: QtBot, show: Show) -> RunPage:
    page.window().activateWindow()  # a file dialog was in front of it
    qtbot.waitUntil(page.isActiveWindow)
    with qtbot.waitSignal(session.page_wanted, timeout=10_000) as wanted:
        qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert wanted.args is not None and wanted.args[0] == "run"
    running = run.make(session, wanted.args[1])
    assert isinstance(running, RunPage)
    show(running)
    qtbot.waitUntil(lambda: running._seen.run is not None and running._seen.run.state is RunState.DONE, timeout=30_000)
    return running


def test_the_answer_is_taken_in_on_another_day_and_the_very_plan_is_sent_once(
    two_people: Session,
    qtbot: QtBot,
    show: Show,
    monkeypatch: pytest.MonkeyPatch,
    scripted: ScriptedServer,
    tmp_path: Path,
) -> None:
    request = _asked(checked(two_people, qtbot, show, monkeypatch), qtbot, tmp_path / "request.json")
    answer = _answered(two_people, request)
    page = egress.make(two_people, None)  # the page of the next day has no plan yet
    assert isinstance(page, EgressPage)
    host = show(page)
    texts = lambda: [button.text for button in page.footing().others]  # noqa: E731
    qtbot.waitUntil(lambda: "Take the answer in" in texts(), timeout=30_000)
    _press(page, qtbot, "Take the answer in")
    _choose(page, qtbot, answer)
    qtbot.waitUntil(lambda: page.stage is Stage.CHECK, timeout=30_000)
    assert "Suzuki has approved this plan" in said(page)
    assert page.check.looking is not None and not page.check.looking.left, "what was looked at is still looked at"
    assert page.check.looking.shown.plan.digest == two_people.case.read.plans()[0].digest
    assert any(label.text() == "Suzuki" for label in page.check.terms.findChildren(Label))
    for key in (Qt.Key.Key_M, Qt.Key.Key_X, Qt.Key.Key_E, Qt.Key.Key_Z):
        qtbot.keyClick(page.check.hits.table, key)
    assert page.stage is Stage.CHECK and not page.check.rewriting, "what was approved is not changed any more"
    assert scripted.asked == []
    main = page.footing().main
    assert main is not None and main.text.startswith("Send") and main.enabled
    del host
    _run_to_the_end(two_people, page, qtbot, show)
    assert len(scripted.asked) == 1
    [exchange] = two_people.case.read.exchanges()
    assert exchange.approved_by == "Sato, Suzuki"
    again = egress.make(two_people, None)
    assert isinstance(again, EgressPage)
    show(again)
    again.second.read_answer(answer, again.on_answered)
    qtbot.waitUntil(lambda: "was sent already" in said(again), timeout=30_000)
    assert len(scripted.asked) == 1


def test_a_no_and_a_stranger_are_told_apart_and_nothing_can_be_sent(
    two_people: Session,
    qtbot: QtBot,
    show: Show,
    monkeypatch: pytest.MonkeyPatch,
    scripted: ScriptedServer,
    tmp_path: Path,
) -> None:
    page = checked(two_people, qtbot, show, monkeypatch)
    request = _asked(page, qtbot, tmp_path / "request.json")
    page.second.read_answer(_answered(two_people, request, refuse="Too many units"), page.on_answered)
    qtbot.waitUntil(lambda: "Too many units" in said(page), timeout=30_000)
    assert "“Suzuki”, said no" in said(page)
    page.second.read_answer(_answered(two_people, request, by=keygen("Tanaka"), refuse="no"), page.on_answered)
    qtbot.waitUntil(lambda: "none of the policy's approvers" in said(page), timeout=30_000)
    page.second.read_answer(request, page.on_answered)
    qtbot.waitUntil(lambda: "not readable as a second person's answer" in said(page), timeout=30_000)
    send = next(button for button in page.footing().others if button.text.startswith("Send"))
    assert not send.enabled
    assert scripted.asked == []
