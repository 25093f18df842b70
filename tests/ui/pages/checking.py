"""Going through the check before sending, as a person does with the keyboard."""

import json
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.ui.pages import egress
from desktop.ui.pages.egress.page import EgressPage, Stage
from desktop.ui.pages.host import PageHost
from desktop.ui.pages.page import Page
from desktop.ui.session import Session
from desktop.ui.widgets.banner import Banner
from tests.scripted_server import Asked, Reply, Says

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


def finds(asked: Asked) -> Reply:
    """A model that finds the one weakness."""
    claim = {
        "quotes": ["MOVE WK-IN TO WK-SQL-STATEMENT."],
        "unit": "",
        "line": 10,
        "title": "Input reaches a statement unchecked",
        "cwe": 89,
        "severity": "high",
        "description": "It is never checked.",
        "impact": "Other branches can be read.",
        "recommendation": "Bind it.",
    }
    return Says(json.dumps({"findings": [claim]}))


def checked(session: Session, qtbot: QtBot, show: Show, monkeypatch: pytest.MonkeyPatch) -> EgressPage:
    """The page with everything planned, standing at the check."""
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
    qtbot.waitUntil(lambda: page.stage is Stage.CHECK, timeout=30_000)
    return page


def look_at_all(page: EgressPage, qtbot: QtBot) -> None:
    """Go through every group to its end."""
    looking = page.check.looking
    assert looking is not None
    table = page.check.hits.table
    for _ in range(200):
        if not looking.left:
            return
        if table.at == table.count - 1:
            qtbot.waitUntil(lambda: looking.unseen(page.check.group) == 0)
        qtbot.keyClick(table, Qt.Key.Key_Space)
    raise AssertionError([group.name for group in looking.left])


def said(page: Page) -> str:
    """What the page's banners say."""
    return "\n".join(banner.words for banner in page.findChildren(Banner) if banner.isVisible())


def sent_text(page: EgressPage) -> str:
    """What would leave."""
    assert page.check.looking is not None
    return "\n".join(unit.masked.text for unit in page.check.looking.shown.units if not unit.masked.blocked)
