"""The connection page: keys entered, replaced and cleared, and a check that says which step fails."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.secrets import Secret, SecretTooLong, SessionStore
from desktop.ui.pages import connection
from desktop.ui.pages.connection import ConnectionPage
from desktop.ui.pages.connection.secretpart import SecretPart
from desktop.ui.pages.connection.steps import Steps
from desktop.ui.pages.host import PageHost
from desktop.ui.pages.page import Page
from desktop.ui.pages.policy import PolicyPage
from desktop.ui.session import Session
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.label import Label
from desktop.ui.widgets.lineedit import LineEdit
from desktop.uses.credentials import KeptWhere, where_kept, where_proxy_login_kept
from desktop.uses.workstation import Workstation, utc_now
from tests.net.proxy import proxying
from tests.net.server import Server, serving
from tests.net.station import ENTRY, KEY, give_key, govern
from tests.ui.pages.conftest import named

Show = Callable[[Page], PageHost]


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as served:
        yield served


def words(parent: QWidget | None) -> str:
    assert parent is not None
    return "\n".join(label.text() for label in parent.findChildren(Label) if label.isVisibleTo(parent))


def opened(station: Workstation, show: Show, qtbot: QtBot) -> ConnectionPage:
    page = connection.make(station, ENTRY)
    assert isinstance(page, ConnectionPage)
    show(page)
    part = page.findChildren(SecretPart)[0]
    qtbot.waitUntil(lambda: "kept" in words(part).lower())
    return page


def check(page: ConnectionPage, qtbot: QtBot) -> str:
    """Press the button, and give back the steps as they then stand."""
    qtbot.mouseClick(named(page.window(), Button, "Check connection"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "being checked" not in page.footing().note and "yet" not in page.footing().note)
    qtbot.waitUntil(lambda: words(page.findChild(Steps)) != "")  # new rows are shown a moment later
    return words(page.findChild(Steps))


def test_a_key_is_entered_replaced_and_cleared_and_never_shown(
    station: Workstation, server: Server, qtbot: QtBot, show: Show
) -> None:
    govern(station, server.url("/model"))
    page = opened(station, show, qtbot)
    part = page.findChildren(SecretPart)[0]
    line = named(part, LineEdit, "Key")
    assert line.echoMode() is QLineEdit.EchoMode.Password
    assert not named(part, Button, "Keep").isEnabled()
    assert not named(part, Button, "Clear").isEnabled()
    qtbot.keyClicks(line, KEY)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "keyring" in words(part))
    assert where_kept(station, ENTRY, utc_now()) is KeptWhere.KEYRING
    assert line.text() == ""
    assert KEY not in words(page)
    qtbot.keyClicks(line, "another")
    qtbot.mouseClick(named(part, Button, "Replace"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: line.text() == "")
    qtbot.waitUntil(named(part, Button, "Clear").isEnabled)
    qtbot.mouseClick(named(part, Button, "Clear"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "None is kept" in words(part))
    assert where_kept(station, ENTRY, utc_now()) is KeptWhere.NOWHERE


def test_a_key_that_the_keyring_does_not_take_stays_in_the_line_and_the_reason_stands_below(
    station: Workstation, server: Server, qtbot: QtBot, show: Show
) -> None:
    class Short(SessionStore):
        def set(self, service: str, name: str, secret: Secret) -> None:
            raise SecretTooLong(len(secret.reveal()), 4)

    station = replace(station, keyring=Short())
    govern(station, server.url("/model"))
    page = opened(station, show, qtbot)
    part = page.findChildren(SecretPart)[0]
    line = named(part, LineEdit, "Key")
    qtbot.keyClicks(line, "12345")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Key too long (5)" in words(part))
    assert line.text() == "12345"


def test_a_check_where_all_is_well_ticks_every_step(
    station: Workstation, server: Server, qtbot: QtBot, show: Show
) -> None:
    govern(station, server.url("/model"))
    give_key(station)
    page = opened(station, show, qtbot)
    assert words(page.findChild(Steps)).count("–") == 7
    told = check(page, qtbot)
    assert told.count("✓") == 7
    assert "can be reached" in page.footing().note
    assert len(server.seen) == 1


@pytest.mark.parametrize(
    ("path", "passed", "sentence"),
    [("/401", 5, "refuses the key"), ("/403", 6, "may not use"), ("/302", 4, "elsewhere")],
)
def test_the_step_that_fails_is_marked_with_its_reason_below(
    station: Workstation, server: Server, qtbot: QtBot, show: Show, path: str, passed: int, sentence: str
) -> None:
    govern(station, server.url(path))
    give_key(station)
    told = check(opened(station, show, qtbot), qtbot)
    assert (told.count("✓"), told.count("✕"), told.count("–")) == (passed, 1, 6 - passed)
    assert sentence in told


def test_the_proxy_on_the_way_is_named_and_takes_its_login(
    station: Workstation, server: Server, qtbot: QtBot, show: Show
) -> None:
    with proxying() as proxy:
        station = replace(station, proxies={"HTTPS_PROXY": f"http://127.0.0.1:{proxy.port}"})
        govern(station, "https://models.example/v1")
        page = opened(station, show, qtbot)
        part = page.findChildren(SecretPart)[1]
        qtbot.waitUntil(part.isVisible)
        assert f"through the proxy 127.0.0.1:{proxy.port}" in words(page)
        qtbot.keyClicks(named(part, LineEdit, "User name"), "sato")
        qtbot.keyClicks(named(part, LineEdit, "Password"), "pass: word")
        qtbot.mouseClick(named(part, Button, "Keep"), Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: "keyring" in words(part))
        assert where_proxy_login_kept(station, "127.0.0.1", proxy.port) is KeptWhere.KEYRING


def test_closing_the_page_cuts_a_check_that_would_last(
    station: Workstation, server: Server, qtbot: QtBot, show: Show
) -> None:
    govern(station, server.url("/silent"))
    give_key(station)
    page = opened(station, show, qtbot)
    qtbot.mouseClick(named(page.window(), Button, "Check connection"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(server.seen) == 1)
    assert words(page.findChild(Steps)).count("…") == 7
    page.closed()  # returns only when the thread of the check has ended
    assert not server.going.is_set(), "the server still holds its answer back"


def test_the_policys_page_leads_here(session: Session, server: Server, qtbot: QtBot, show: Show) -> None:
    govern(session.station, server.url("/model"))
    page = PolicyPage(session)
    asked: list[tuple[str, object]] = []
    page.page_wanted.connect(lambda name, argument: asked.append((name, argument)))
    show(page)
    qtbot.waitUntil(lambda: named(page.window(), Button, "Key and connection").isEnabled())
    qtbot.mouseClick(named(page.window(), Button, "Key and connection"), Qt.MouseButton.LeftButton)
    assert asked == [("connection", ENTRY)]


def test_without_a_policy_the_page_says_why_there_is_nothing_to_check(
    station: Workstation, qtbot: QtBot, show: Show
) -> None:
    page = connection.make(station, None)
    show(page)
    qtbot.waitUntil(lambda: "no model" in words(page))
    assert not named(page.window(), Button, "Check connection").isEnabled()
