"""Exports: what management, developers, regulators and working groups need, each finding in its standing.

``data`` gathers facts from the case, ``document`` says them in one language, and one module a format writes them. A
new format is a module with ``write(data, out, lang)`` and an entry in ``FORMATS``. No rule of deciding lives here, and
nothing is sent from here.
"""

from dataclasses import dataclass
from importlib import import_module
from typing import Final, cast

from desktop.reports.data import ReportData, Writer, gather
from desktop.words import Lang


@dataclass(frozen=True, slots=True)
class Export:
    """One format: its own name, and what it is good for."""

    title: str
    ja: str
    en: str

    def about(self, lang: Lang) -> str:
        """One sentence for whoever chooses."""
        return self.ja if lang is Lang.JA else self.en


FORMATS: Final = {
    "sarif": Export(
        "SARIF",
        "SARIF 2.1.0。ほかのツールやコードレビュー用です。",
        "SARIF 2.1.0, for other tools and code review.",
    ),
    "xlsx": Export(
        "Excel",
        "検出事項ごとに1行の表。並べ替えや進捗管理用です。",
        "A workbook with one row a finding, to sort and track.",
    ),
    "html": Export(
        "HTML",
        "画面で読む報告。1つのファイルで、外から何も読み込みません。",
        "A report to read on the screen; one file, nothing is loaded from outside.",
    ),
    "pdf": Export(
        "PDF",
        "印刷して提出する報告。ページ番号が付きます。",
        "A report to print and hand in, with page numbers.",
    ),
}
"""By the name of their module."""


def writer(name: str) -> Writer:
    """The module that writes format ``name``; loaded when asked for, since the libraries behind are large."""
    return cast(Writer, import_module(f"{__name__}.{name}"))


__all__ = ["FORMATS", "Export", "ReportData", "Writer", "gather", "writer"]
