"""PDF by typst, in a process of its own: tagged, fonts embedded, text searchable.

The template reads the document as JSON from a folder that holds nothing else, and prints strings as strings: text of
a model or a scanner is never markup, so it cannot read files or run anything.
"""

import json
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from desktop.reports.data import ReportData
from desktop.reports.document import compose
from desktop.reports.errors import TypesettingFailed
from desktop.reports.glyphs import shown
from desktop.reports.templates import FONTS, TEMPLATES
from desktop.words import Lang
from desktop.worker.command import environment, own_command

_SECONDS: Final = 600


def write(data: ReportData, out: Path, lang: Lang) -> None:
    """Write the report in ``lang``; raises TypesettingFailed."""
    with tempfile.TemporaryDirectory(prefix="sekisho-") as made:
        root = Path(made)
        (root / "report.json").write_text(json.dumps(shown(compose(data, lang)), ensure_ascii=True), encoding="ascii")
        shutil.copyfile(TEMPLATES / "report.typ", root / "report.typ")
        try:
            subprocess.run(
                own_command("--typeset", str(root)),
                check=True,
                timeout=_SECONDS,
                env=dict(environment()),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            shutil.copyfile(root / "report.pdf", out)
        except (subprocess.SubprocessError, FileNotFoundError):
            failed = True
        else:
            failed = False
    if failed:
        raise TypesettingFailed


def typeset(root: Path) -> int:
    """The process's side: ``report.typ`` and ``report.json`` in ``root`` become ``report.pdf`` there."""
    import typst

    typst.compile(
        str(root / "report.typ"),
        output=str(root / "report.pdf"),
        root=str(root),
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        pdf_standards=["ua-1"],
    )
    return 0
