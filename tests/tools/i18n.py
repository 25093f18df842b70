"""Brings the window's translations up to date: ``python -m tests.tools.i18n`` (lupdate, then lrelease).

New words appear in ``resources/i18n/sekisho_ja.ts`` as unfinished; a test fails until they are translated. The English
file holds plurals only. What is no longer in the code is dropped.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "i18n"
SOURCES = ROOT / "desktop" / "ui"


def run(*command: str) -> None:
    """Run one of Qt's tools beside this Python."""
    tool = Path(sys.executable).parent / command[0]
    subprocess.run([str(tool), *command[1:]], check=True, cwd=ROOT, stdout=subprocess.DEVNULL)


def sources() -> list[str]:
    """Every file of the window that may hold words."""
    return [str(path.relative_to(ROOT)) for path in sorted(SOURCES.rglob("*.py"))]


def update(folder: Path = FOLDER) -> None:
    """Gather the words of the code into the .ts files."""
    for lang, plural in (("ja", ()), ("en", ("-pluralonly",))):
        where = str(folder / f"sekisho_{lang}.ts")
        options = ("-no-obsolete", "-locations", "none", "-source-language", "en_GB", "-target-language", lang)
        run("pyside6-lupdate", *sources(), *options, *plural, "-ts", where)


def release(folder: Path = FOLDER) -> None:
    """Compile the .ts files."""
    for lang in ("ja", "en"):
        run("pyside6-lrelease", str(folder / f"sekisho_{lang}.ts"), "-qm", str(folder / f"sekisho_{lang}.qm"))


if __name__ == "__main__":
    update()
    release()
