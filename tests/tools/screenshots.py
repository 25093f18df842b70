"""Pictures of every screen, in both languages and themes: ``python -m tests.tools.screenshots FOLDER [ja-light …]``.

They are held beside the design's own pictures with UX §9's fifteen questions. The case is the sample bank with what the
built-in rules and real scanners say of it, a model's leads, and some decisions.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.casefile import Case
from desktop.casefile.actions import Annotate, MarkRead, SetStatus, SetVerification
from desktop.domain.ids import FindingId
from desktop.domain.levels import Anchor, CheckedHow, Severity, Status, Verification
from desktop.domain.places import BytePlace
from desktop.secrets import SessionStore
from desktop.text.codecs import EBCDIC, encode
from desktop.ui.app import start
from desktop.ui.pages.egress.page import EgressPage
from desktop.ui.pages.imports.page import ImportPage
from desktop.ui.pages.page import Page
from desktop.ui.pages.registry import CASELESS, PAGES
from desktop.ui.viewer.view import EvidenceView
from desktop.ui.widgets.table import Table
from desktop.ui.window import SMALLEST, Window
from desktop.uses.samples import SAMPLE_BANK, sample_case
from desktop.uses.workstation import DEFAULTS, Workstation, save_settings
from desktop.words import Lang
from tests.casefile.samples import lead
from tests.ui.pages.allowed import allow

P = TypeVar("P", bound=Page)
SIZE = (1440, 900)
LIMITS: dict[str, Any] = {"tokens_in_request": 6000, "requests_run": 400, "cost_run": "6000", "cost_month": "300000"}
PRICE = {"currency": "JPY", "input": "1200", "output": "4800"}
NAMES = {Lang.JA: "佐藤", Lang.EN: "Sato"}
LEADS = {
    Lang.JA: ("入力された支店番号から動的SQLを組み立てている", "COMMAREA の長さを確かめずに読んでいる"),
    Lang.EN: ("Dynamic SQL is built from the entered branch number", "COMMAREA is read without checking its length"),
}
WORDS = {
    Lang.JA: (
        "前段で値を検査している",
        "コードを読み、手元で動かした",
        "画面は英数4桁。数字属性なし。",
        "入力検査は 1100 にもない",
    ),
    Lang.EN: (
        "The value is checked before",
        "Read it and ran it here",
        "The field takes any letter.",
        "Nothing tests it before",
    ),
}


def main(arguments: list[str]) -> int:
    """Make the pictures, one process a language and theme, because a process has one language."""
    folder = Path(arguments[0] if arguments else "build/screenshots").resolve()
    folder.mkdir(parents=True, exist_ok=True)
    wanted = arguments[1:] or [f"{lang}-{theme}" for lang in Lang for theme in ("light", "dark")]
    if len(wanted) == 1:
        lang, theme = wanted[0].split("-")
        take(folder, Lang(lang), theme)
        return 0
    for one in wanted:
        subprocess.run([sys.executable, "-m", "tests.tools.screenshots", str(folder), one], check=True)
    return 0


def take(folder: Path, lang: Lang, theme: str) -> None:
    """All screens of one language and theme."""
    app = QApplication([])
    with TemporaryDirectory() as home:
        station = workstation(Path(home), lang, theme)
        case = filled_case(station)
        window = start(app, station)
        window.resize(*SIZE)
        window.show()
        window.activateWindow()
        for name in screens(window, case, lang):
            settle(lambda: True, 0.5)
            window.grab().save(str(folder / f"{name}-{theme}-{lang}.png"))
        window.close()


def screens(window: Window, case: Case, lang: Lang) -> Iterator[str]:
    """Bring up one screen after another; yields the name of each when it stands."""
    yield "no-case"
    for page in CASELESS:
        window.open_page(page)
        yield f"page-{page}"
        window.back_to_bench()
    window.show_case(case)
    settle(lambda: window.bench.claim.facts is not None)
    select(window, LEADS[lang][0])
    yield "main"
    press("2", "2", Qt.Key.Key_Tab)
    commit(WORDS[lang][3])
    yield "strip"
    press(Qt.Key.Key_Escape)
    select(window, LEADS[lang][1])
    press("1")
    yield "undo-line"
    window.action("palette").trigger()
    yield "palette"
    press(Qt.Key.Key_Escape)
    window.action("keys").trigger()
    yield "keys"
    press(Qt.Key.Key_Escape)
    window.bench.findings.search("zzzz")
    settle(lambda: bool(window.bench.findings.empty_words))
    yield "no-match"
    window.bench.findings.search("")
    for page in PAGES:
        window.open_page(page)
        yield f"page-{page}"
        window.back_to_bench()
    yield from filled_pages(window, case)
    window.resize(*SMALLEST)
    yield "smallest"
    save_settings(window.session.station, text_size=150)
    window.open_page("settings")
    window.dress({"text_size": 150})
    window.back_to_bench()
    settle(lambda: window.bench.claim.facts is not None)
    yield "smallest-150"


def filled_pages(window: Window, case: Case) -> Iterator[str]:
    """The two pages that ask most of a reader, with something to read."""
    window.open_page("import", (next_scan(case.path.parent), SAMPLE_BANK / "jcl"))
    imports = shown(window, ImportPage)
    settle(lambda: imports.heading().step == 1)
    yield "page-import-preview"
    window.back_to_bench()
    window.open_page("import", (new_sources(case.path.parent),))
    imports = shown(window, ImportPage)
    settle(lambda: imports.heading().step == 1)
    files = next(table for table in imports.findChildren(Table) if table.isVisible())
    files.go_to(0)
    settle(lambda: bool(imports.findChildren(EvidenceView)) and imports.findChildren(EvidenceView)[0].isVisible())
    yield "page-import-sources"
    window.back_to_bench()
    allow(window.session.station, case, "http://127.0.0.1:9/v1", limits=LIMITS, price=PRICE)
    window.open_page("egress")
    egress = shown(window, EgressPage)
    settle(lambda: main_enabled(egress))
    press_main(egress)
    settle(lambda: egress.heading().step == 1)
    yield "page-egress-check"
    window.back_to_bench()


def shown(window: Window, kind: type[P]) -> P:
    """The page of this kind that the window shows."""
    found = [page for page in window.findChildren(kind) if page.isVisible()]
    assert len(found) == 1
    return found[0]


def main_enabled(page: Page) -> bool:
    """Whether the page's filled button can be pressed."""
    footing = page.footing()
    return footing is not None and footing.main is not None and footing.main.enabled


def press_main(page: Page) -> None:
    """Press the page's filled button."""
    footing = page.footing()
    assert footing is not None and footing.main is not None
    footing.main.run()


def next_scan(folder: Path) -> Path:
    """A later run of one tool: some of its results gone, others some lines further down."""
    report = json.loads((SAMPLE_BANK / "scans" / "flawfinder-20261120.sarif").read_bytes())
    results = report["runs"][0]["results"]
    del results[:5]
    for result in results[4:12]:
        result["locations"][0]["physicalLocation"]["region"]["startLine"] += 7
    path = folder / "flawfinder-20261125.sarif"
    path.write_text(json.dumps(report), encoding="utf-8")
    return path


def new_sources(folder: Path) -> Path:
    """A folder from a host and from PCs: four encodings, fixed blocks, one member that nobody can be sure of."""
    made = folder / "受領"
    made.mkdir()
    member = (
        "       IDENTIFICATION DIVISION.\n       PROGRAM-ID. DPB{:04}.\n"
        "      *    口座番号を照会する ｻﾞﾝﾀﾞｶ\n       PROCEDURE DIVISION.\n"
    )
    for number, encoding in enumerate(("cp930", "cp939", "cp932", "euc_jp"), 1):
        lines = member.format(number).splitlines() * 6
        if encoding in EBCDIC:
            data = b"".join(encode(line, encoding).ljust(80, b"\x40") for line in lines)
        else:
            data = encode("\r\n".join(lines), encoding)
        (made / f"DPB{number:04}.cbl").write_bytes(data)
    (made / "DPX0001.bin").write_bytes(b"\xb1\xb2\xb3 A\r\n" * 9)
    return made


def workstation(home: Path, lang: Lang, theme: str) -> Workstation:
    """A workstation that leaves the user's own alone."""
    folders = [home / name for name in ("state", "config", "data")]
    for folder in folders:
        folder.mkdir()
    settings = {**DEFAULTS, "theme": theme, "name": NAMES[lang]}
    made = Workstation(NAMES[lang], lang, *folders, settings=settings, keyring=SessionStore(), session=SessionStore())
    save_settings(made, **settings)
    return made


def filled_case(station: Workstation) -> Case:
    """The sample bank with a model's leads and an analyst's first decisions."""
    case = sample_case(station, station.actor, lang=station.lang)
    dismissed, confirmed, note, _ = WORDS[station.lang]
    places = [place for finding in case.read.findings(limit=200) for place in finding.places]
    sql = [place for place in places if isinstance(place, BytePlace) and place.path.endswith(".cbl")][:4]
    for number, title in enumerate(LEADS[station.lang]):
        lead(case, title, places=tuple(sql[number : number + 3]))
    lead(case, LEADS[station.lang][1], anchor=Anchor.NOT_FOUND)
    ids = [finding.id for finding in case.read.findings(limit=60)]
    case.do(SetStatus((ids[1],), Status.CONFIRMED, confirmed, CheckedHow.REPRODUCED, typed=True))
    case.do(SetVerification((ids[1],), Verification.REPRODUCED, confirmed, typed=True))
    case.do(SetStatus((ids[2],), Status.FALSE_POSITIVE, dismissed))
    case.do(SetStatus((ids[4],), Status.IN_REVIEW))
    place = sql[0]
    case.do(MarkRead(place.evidence, max(1, place.line - 20), place.line + 3))
    case.do(Annotate(note, evidence=place.evidence, span=place.span, quote=place.quote))
    return case


def select(window: Window, title: str) -> FindingId:
    """Put the cursor on the first finding of this title."""
    rows = window.session.case.read.rows([int(one) for one in window.bench.findings.model.ids])
    found = next(row.id for row in rows if row.title == title and row.severity >= Severity.NONE)
    window.bench.findings.view.show_finding(found)
    window.bench.findings.view.setFocus()
    settle(lambda: window.bench.claim.facts is not None and window.bench.claim.facts.row.id == found)
    return found


def press(*keys: Qt.Key | str) -> None:
    """Keys where the keys are."""
    for key in keys:
        if (widget := QApplication.focusWidget()) is not None:
            QTest.keyClick(widget, key)
        settle(lambda: True, 0.05)


def commit(words: str) -> None:
    """Words as an input method gives them: QTest's keys are ASCII."""
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(QApplication.focusWidget(), event)


def settle(done: Callable[[], bool], least: float = 0.2) -> None:
    """Let threads answer until ``done``, at most ten seconds."""
    start_at = time.monotonic()
    while time.monotonic() - start_at < 10:
        QApplication.processEvents()
        time.sleep(0.01)
        if time.monotonic() - start_at > least and done():
            return


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
