"""A workstation of the test's own, a real case on it, and a host that shows pages as the window does."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.secrets import SessionStore
from desktop.ui.language import speak
from desktop.ui.pages.host import PageHost
from desktop.ui.pages.page import Page
from desktop.ui.session import Session
from desktop.ui.theme.look import Look
from desktop.uses.cases import new_case
from desktop.uses.imports import import_paths
from desktop.uses.workstation import DEFAULTS, Workstation
from desktop.words import Lang
from tests.scripted_server import ScriptedServer
from tests.ui.pages.allowed import allow
from tests.ui.pages.checking import PROGRAM, finds


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[Look]:
    """Our fonts and palette, in English."""
    made = Look(qapp, {"theme": "light", "text_size": 100})
    speak(qapp, Lang.EN)
    yield made
    made.setParent(None)
    made.deleteLater()


@pytest.fixture
def station(tmp_path: Path) -> Workstation:
    """Sato's workstation: its folders are the test's, its keyring lasts as long as the test."""
    folders = {name: tmp_path / name for name in ("state", "config", "data")}
    for folder in folders.values():
        folder.mkdir()
    return Workstation(
        "Sato",
        Lang.EN,
        folders["state"],
        folders["config"],
        folders["data"],
        settings=dict(DEFAULTS),
        keyring=SessionStore(),
        session=SessionStore(),
        account="sato",
    )


@pytest.fixture
def session(station: Workstation, qtbot: QtBot) -> Iterator[Session]:
    """An open case without anything in it."""
    case = new_case(station, station.data_dir / "case.sekisho", title="Deposits 2026", encrypt=False).case
    session = Session(case, station)
    yield session
    session.close()


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
    scripted.script = finds
    allow(sources.station, sources.case, scripted.endpoint)
    return sources


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Callable[[Page], PageHost]]:
    """Shows a page in a host of 1180 by 680, the smallest window."""
    hosts: list[PageHost] = []

    def open_in_host(page: Page) -> PageHost:
        host = PageHost()
        host.resize(1180, 680)
        hosts.append(host)
        host.open(page)
        with qtbot.waitActive(host):
            host.show()
            host.activateWindow()
        page.setFocus()
        return host

    yield open_in_host
    for host in hosts:
        host.close_page()
        host.close()
        host.deleteLater()


def named(parent: QWidget, kind: type[Any], name: str) -> Any:
    """The one visible widget of ``kind`` in ``parent`` whose text or accessible name is ``name``."""
    found = [
        widget
        for widget in parent.findChildren(kind)
        if name in (widget.accessibleName(), getattr(widget, "text", str)()) and widget.isVisibleTo(parent)
    ]
    assert len(found) == 1, (name, [w.accessibleName() for w in parent.findChildren(kind)])
    return found[0]
