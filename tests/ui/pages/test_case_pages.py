"""Making, opening and authorising cases, the first start and the settings."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.casefile import Case
from desktop.casefile.opening import peek
from desktop.domain.levels import DataClass, Tlp
from desktop.ui.pages import authorise, first_run, new_case, open_case, settings
from desktop.ui.pages.host import PageHost
from desktop.ui.pages.page import Page
from desktop.ui.session import Session
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.dayedit import DayEdit, parse_day
from desktop.ui.widgets.label import Label
from desktop.ui.widgets.lineedit import LineEdit
from desktop.ui.widgets.table import Table
from desktop.uses import cases
from desktop.uses.workstation import Workstation, load_settings, remember_case
from tests.ui.pages.conftest import named

Show = Callable[[Page], PageHost]


def _words(page: Page) -> str:
    return "\n".join(label.text() for label in page.findChildren(Label) if label.isVisible())


def test_a_new_case_is_encrypted_and_its_recovery_key_is_shown_once(
    station: Workstation, qtbot: QtBot, show: Show
) -> None:
    page = new_case.make(station, None)
    host = show(page)
    made: list[Case] = []
    page.case_ready.connect(made.append)
    title = page.focusProxy()
    assert isinstance(title, LineEdit)
    qtbot.keyClicks(title, "Deposits: 2026/27")
    qtbot.keyClick(host, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "Recovery key of" in _words(page))
    path = station.data_dir / "Deposits- 2026-27.sekisho"
    assert peek(path).encrypted
    shown = next(label.text() for label in page.findChildren(Label) if label.accessibleName() == "Recovery key")
    assert not made
    host.back()
    assert host.page is page, "a key that is shown once is not put away by a stray Esc"
    qtbot.keyClick(host, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(made) == 1
    made[0].close()
    key = shown.replace("\n", "-")
    station.keyring.delete("", "")
    opened = cases.open_case(station, path, recovery_key=key)
    assert opened.read.info().data_class is DataClass.CONFIDENTIAL
    opened.close()


def test_a_case_takes_the_class_and_tlp_that_were_chosen(station: Workstation, qtbot: QtBot, show: Show) -> None:
    page = new_case.make(station, None)
    host = show(page)
    made: list[Case] = []
    page.case_ready.connect(made.append)
    qtbot.keyClicks(page.focusProxy(), "Cards")
    for words in ("Data class: Restricted", "TLP: RED", "Encryption: Plain"):
        qtbot.mouseClick(named(page, Button, words), Qt.MouseButton.LeftButton)
    qtbot.keyClick(host, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(made))
    info = made[0].read.info()
    assert (info.title, info.data_class, info.tlp, info.encrypted) == ("Cards", DataClass.RESTRICTED, Tlp.RED, False)
    made[0].close()


def test_a_case_without_title_or_over_another_file_is_not_made(station: Workstation, qtbot: QtBot, show: Show) -> None:
    (station.data_dir / "Cards.sekisho").write_bytes(b"something else")
    page = new_case.make(station, None)
    show(page)
    assert not page.footing().main.enabled  # type: ignore[union-attr]
    qtbot.keyClicks(page.focusProxy(), "Cards")
    assert page.footing().main.enabled, "a free name is found"  # type: ignore[union-attr]
    name = named(page, LineEdit, "File name")
    name.setText("")
    qtbot.keyClicks(name, "Cards")
    assert not page.footing().main.enabled  # type: ignore[union-attr]
    assert "There is a file of this name already. Choose another name." in _words(page)


def test_a_folder_that_a_cloud_client_keeps_is_refused_in_plain_words(
    station: Workstation, qtbot: QtBot, show: Show, tmp_path: Path
) -> None:
    folder = tmp_path / "OneDrive - Bank"
    folder.mkdir()
    page = new_case.make(station, None)
    host = show(page)
    assert isinstance(page, new_case.NewCasePage)
    page.set_folder(folder)
    qtbot.keyClicks(page.focusProxy(), "Cards")
    qtbot.keyClick(host, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "OneDrive" in _words(page) and "Recovery key of" not in _words(page))
    assert not list(folder.glob("*.sekisho"))


def test_a_case_of_another_machine_opens_with_its_recovery_key(station: Workstation, qtbot: QtBot, show: Show) -> None:
    made = cases.new_case(station, station.data_dir / "away.sekisho", title="Away", encrypt=True)
    made.case.close()
    station.keyring.delete("", "")
    _forget_everything(station)
    page = open_case.make(station, made.case.path)
    host = show(page)
    opened: list[Case] = []
    page.case_ready.connect(opened.append)
    qtbot.waitUntil(lambda: "This machine has no key for this case." in page.footing().note)  # type: ignore[union-attr]
    key = named(page, LineEdit, "Recovery key")
    qtbot.keyClicks(key, "ABCD-EFGH")
    qtbot.keyClick(key, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.footing().main.enabled)  # type: ignore[union-attr]
    assert not opened
    assert made.recovery_key is not None
    key.setText(made.recovery_key)
    qtbot.keyClick(host, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(opened))
    assert opened[0].read.info().title == "Away"
    opened[0].close()


def test_a_case_that_another_person_edits_can_be_opened_to_read(
    station: Workstation, session: Session, qtbot: QtBot, show: Show
) -> None:
    page = open_case.make(station, session.case.path)
    host = show(page)
    opened: list[Case] = []
    page.case_ready.connect(opened.append)
    qtbot.waitUntil(lambda: "Sato" in _words(page))
    qtbot.keyClick(host, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(opened))
    assert not opened[0].editable
    opened[0].close()


def test_recent_cases_stand_on_the_page_and_enter_opens_one(
    station: Workstation, session: Session, tmp_path: Path, qtbot: QtBot, show: Show
) -> None:
    gone = tmp_path / "gone.sekisho"
    gone.touch()
    for path in (gone, session.case.path):
        remember_case(station, path)
    gone.unlink()
    page = open_case.make(station, None)
    host = show(page)
    table = page.findChild(Table)
    assert isinstance(table, Table) and table.count == 1, "what is gone is not offered"
    opened: list[Case] = []
    page.case_ready.connect(opened.append)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Sato" in _words(page), timeout=10_000)
    qtbot.keyClick(host, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(opened))
    opened[0].close()


def test_an_authorisation_is_recorded_and_the_page_goes_away(session: Session, qtbot: QtBot, show: Show) -> None:
    page = authorise.make(session, None)
    host = show(page)
    until = session.station.today() + timedelta(days=90)
    assert not page.footing().main.enabled  # type: ignore[union-attr]
    for words, value in (
        ("Owner of the target", "Deposits"),
        ("Authorised by", "CISO"),
        ("Scope", "Source of the deposit system"),
    ):
        qtbot.keyClicks(named(page, LineEdit, words), value)
    day = page.findChild(DayEdit)
    assert day is not None
    qtbot.keyClicks(day, "2020-01-01")
    assert "This day is over. Choose a later one." in _words(page)
    day.clear()
    qtbot.keyClicks(day, until.isoformat())
    with qtbot.waitSignal(page.left):
        qtbot.keyClick(host, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    given = session.case.read.info().authorisation
    assert given is not None
    assert (given.owner, given.by, given.until) == ("Deposits", "CISO", until)


def test_a_day_is_understood_as_people_write_it() -> None:
    for words in ("2027-03-31", "2027/3/31", "20270331", "2027年3月31日", "２０２７．３．３１"):
        assert str(parse_day(words)) == "2027-03-31"
    assert parse_day("2027-02-30") is None
    assert parse_day("31.3.2027") is None


def test_each_setting_is_kept_at_once_and_said_to_the_window(
    station: Workstation, qtbot: QtBot, show: Show, qapp: QApplication
) -> None:
    page = settings.make(station, None)
    show(page)
    said: list[dict[str, object]] = []
    page.settings_changed.connect(said.append)
    for words in ("Theme: Dark", "Text size: 125 %", "Density of the list: Compact", "Language: 日本語"):
        qtbot.mouseClick(named(page, Button, words), Qt.MouseButton.LeftButton)
    kept = load_settings(station.settings_file)
    assert (kept["theme"], kept["text_size"], kept["density"], kept["language"]) == ("dark", 125, "compact", "ja")
    assert said[-1] == kept


def test_arrow_keys_move_a_choice(station: Workstation, qtbot: QtBot, show: Show) -> None:
    page = settings.make(station, None)
    show(page)
    chosen = named(page, Button, "Theme: As the system")
    chosen.setFocus()
    qtbot.keyClick(chosen, Qt.Key.Key_Right)
    assert load_settings(station.settings_file)["theme"] == "light"


def _forget_everything(station: Workstation) -> None:
    from desktop.secrets import forget_case_key

    for store in (station.keyring, station.session):
        for path in station.data_dir.glob("*.sekisho"):
            case_id = peek(path).case_id
            if case_id is not None:
                forget_case_key(store, case_id)


def test_the_first_start_asks_for_language_and_name_and_keeps_them(
    station: Workstation, qtbot: QtBot, show: Show
) -> None:
    page = first_run.make(station, None)
    host = show(page)
    qtbot.mouseClick(named(page, Button, "Language: 日本語"), Qt.MouseButton.LeftButton)
    assert "ようこそ" in page.heading().title, "the page speaks the language at once"
    name = page.focusProxy()
    assert isinstance(name, LineEdit)
    name.setText("佐藤")
    begin = next(b for b in page.findChildren(Button) if b.isVisibleTo(page) and "新しい案件" in b.text())
    qtbot.mouseClick(begin, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.page_wanted) as wanted:
        qtbot.keyClick(host, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert wanted.args == ["new_case", None]
    kept = load_settings(station.settings_file)
    assert (kept["language"], kept["name"]) == ("ja", "佐藤")
