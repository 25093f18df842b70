"""The second person's desk in the window: looked at, signed yes or no, refused where the gate would not take it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.gate.second_person import ask, read_answer, read_request
from desktop.gate.signing import KeyPair, keygen, signer
from desktop.ui.pages import answering
from desktop.ui.pages.answering import AnsweringPage
from desktop.ui.widgets.label import Label
from desktop.ui.widgets.lineedit import LineEdit
from desktop.uses.workstation import Workstation, utc_now
from tests.gate.test_second_person import ASKED
from tests.ui.pages.checking import Show, said

SATO, SUZUKI = keygen("Sato's workstation"), keygen("Suzuki")
Opened = Callable[[KeyPair], AnsweringPage]


@pytest.fixture
def request_file(tmp_path: Path) -> Path:
    """A request of Mori, asked a moment ago."""
    path = tmp_path / "request.json"
    path.write_bytes(ask(read_request(ASKED).said.terms, ("Mori", "mori"), signer(SATO.private_pem), utc_now()))
    return path


@pytest.fixture
def open_with(station: Workstation, request_file: Path, show: Show, qtbot: QtBot) -> Opened:
    """The page with the request on show and a key chosen."""

    def open_it(pair: KeyPair) -> AnsweringPage:
        key = request_file.with_suffix(".pem")
        key.write_bytes(pair.private_pem)
        page = answering.make(station, request_file)
        assert isinstance(page, AnsweringPage)
        show(page)
        qtbot.waitUntil(lambda: page.footing().main is not None)
        page.take_key(key)
        return page

    return open_it


def _words(page: AnsweringPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(Label) if label.isVisible())


def test_what_is_asked_is_read_and_signed(open_with: Opened, request_file: Path, qtbot: QtBot) -> None:
    page = open_with(SUZUKI)
    words = _words(page)
    assert all(fact in words for fact in ("Mori", "Deposits", "Internal", "another one, or none"))
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    answer = request_file.with_suffix(".answer.json")
    qtbot.waitUntil(lambda: "request.answer.json is written" in said(page))
    assert read_answer(answer.read_bytes()).said.approves
    assert read_answer(answer.read_bytes()).key == SUZUKI.public.key


def test_a_no_needs_its_reason(open_with: Opened, request_file: Path, qtbot: QtBot) -> None:
    page = open_with(SUZUKI)
    no = lambda: next(button for button in page.footing().others if button.text == "Say no")  # noqa: E731
    assert not no().enabled
    [reason] = page.findChildren(LineEdit)
    qtbot.keyClicks(reason, "Too many units")
    main = page.footing().main
    assert main is not None and not main.enabled, "who writes a reason does not approve by a stray key"
    no().run()
    qtbot.waitUntil(lambda: "is written" in said(page))
    answer = read_answer(request_file.with_suffix(".answer.json").read_bytes()).said
    assert (answer.approves, answer.reason) == (False, "Too many units")


def test_the_senders_own_key_is_refused_and_nothing_is_written(
    open_with: Opened, request_file: Path, qtbot: QtBot
) -> None:
    page = open_with(SATO)
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "belongs to the sender's workstation" in said(page))
    assert not request_file.with_suffix(".answer.json").exists()


def test_a_changed_request_is_not_even_shown(
    station: Workstation, request_file: Path, show: Show, qtbot: QtBot
) -> None:
    request_file.write_bytes(request_file.read_bytes().replace(b'"units":1', b'"units":9'))
    page = answering.make(station, request_file)
    assert isinstance(page, AnsweringPage)
    show(page)
    qtbot.waitUntil(lambda: "changed after it was signed" in _words(page))
    assert page.footing().main is None
