"""No word of the window is without its translation, and what is compiled is what was translated."""

import ast
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET  # our own files
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication

from desktop.ui.language import clock, language, long_date, short_date, speak
from desktop.ui.queues import QUEUES
from desktop.uses.workstation import utc_now
from desktop.words import Lang
from tests.tools.i18n import FOLDER, update

FIELD = re.compile(r"\{\w*\}")


def messages(path: Path) -> list[tuple[str, str, list[str], bool]]:
    """Context, source, translations, and whether it is finished."""
    found = []
    for context in ET.parse(path).getroot().findall("context"):
        for message in context.findall("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]
            name, source = context.findtext("name") or "", message.findtext("source") or ""
            found.append((name, source, forms, translation.get("type") is None))
    return found


@pytest.fixture(scope="module")
def gathered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The .ts files as they would be after gathering the words of the code anew."""
    folder = tmp_path_factory.mktemp("i18n")
    for path in FOLDER.glob("*.ts"):
        shutil.copy(path, folder)
    update(folder)
    return folder


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_word_in_the_code_is_translated(gathered: Path, lang: str) -> None:
    missing = [
        (context, source)
        for context, source, forms, finished in messages(gathered / f"sekisho_{lang}.ts")
        if not finished or not all(forms)
    ]
    assert not missing


def asked_for(path: Path) -> Iterator[tuple[str, str]]:
    """Context and words of every ``tr`` and ``translate`` in a file."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    calls = [(node, "") for node in ast.walk(tree)]
    calls += [(node, one.name) for one in ast.walk(tree) if isinstance(one, ast.ClassDef) for node in ast.walk(one)]
    for node, context in calls:
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        words = [one.value for one in node.args[:2] if isinstance(one, ast.Constant) and isinstance(one.value, str)]
        if name == "tr" and context and words:
            yield context, words[0]
        elif name in ("translate", "QT_TRANSLATE_NOOP") and len(words) == 2:
            yield words[0], words[1]


def test_every_word_that_the_code_asks_for_is_gathered(gathered: Path) -> None:
    there = {(context, source) for context, source, _, _ in messages(gathered / "sekisho_ja.ts")}
    wanted = {one for path in (FOLDER.parents[1] / "desktop" / "ui").rglob("*.py") for one in asked_for(path)}
    assert wanted and not wanted - there


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_translation_has_the_fields_of_its_source(lang: str) -> None:
    for context, source, forms, _ in messages(FOLDER / f"sekisho_{lang}.ts"):
        for form in filter(None, forms):
            assert set(FIELD.findall(form)) == set(FIELD.findall(source)), (context, source)


def test_japanese_words_end_no_button_in_dots_and_use_no_exclamation_mark() -> None:
    for context, source, forms, _ in messages(FOLDER / "sekisho_ja.ts"):
        for form in forms:
            assert "！" not in form, (context, source)
            assert not form.endswith(("...", "…")) or source.startswith("…"), (context, source)


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_compiled_file_holds_every_translation(lang: str, qapp: QApplication) -> None:
    translator = QTranslator()
    assert translator.load(f"sekisho_{lang}", str(FOLDER))
    for context, source, forms, _ in messages(FOLDER / f"sekisho_{lang}.ts"):
        assert translator.translate(context, source, "", 2 if len(forms) > 1 else -1 if forms else 0) in forms


def test_dates_and_times_are_written_as_the_language_writes_them(qapp: QApplication) -> None:
    day = utc_now().date().replace(month=3, day=5)
    speak(qapp, Lang.JA)
    assert language() is Lang.JA
    assert long_date(day) == f"{day.year}年3月5日"
    assert short_date(day, day) == " 3月 5日"
    assert QCoreApplication.translate("Queues", QUEUES[0].words) == "未判断"
    speak(qapp, Lang.EN)
    assert long_date(day) == f"5 Mar {day.year}"
    assert re.fullmatch(r"\d\d:\d\d", clock(utc_now()))


def test_an_english_plural_is_a_plural(qapp: QApplication) -> None:
    speak(qapp, Lang.EN)
    one = QCoreApplication.translate("Foot", "{n} bytes not decoded", "", 1)
    many = QCoreApplication.translate("Foot", "{n} bytes not decoded", "", 2)
    assert (one, many) == ("{n} byte not decoded", "{n} bytes not decoded")


def test_the_window_starts_in_japanese_too(tmp_path: Path) -> None:
    code = (
        "import sys; from PySide6.QtWidgets import QApplication\n"
        "from dataclasses import replace\n"
        "from desktop.ui.app import start\n"
        "from desktop.uses.workstation import this_workstation\n"
        "from desktop.words import Lang\n"
        "app = QApplication([])\n"
        "window = start(app, this_workstation(Lang.JA)); window.show(); app.processEvents()\n"
        "print(window.action('resort').text()); window.close()"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert "並べ直す" in found.stdout.decode()
