"""The sample bank as a case to try things on: its sources and scanner results, and what the built-in rules say."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

from desktop.casefile import Case
from desktop.domain.levels import DataClass, Tlp
from desktop.uses.cases import SUFFIX, must_encrypt, new_case
from desktop.uses.imports import import_paths
from desktop.uses.rules import run_rules
from desktop.uses.workstation import Workstation
from desktop.words import Lang

SAMPLE_BANK: Final = Path(__file__).resolve().parents[2] / "resources" / "sample_bank"
_SCANS: Final = "scans"
_REPORTS: Final = frozenset({".sarif", ".xml", ".json", ".csv"})
_IN_NO_FORM: Final = frozenset({"bandit.json", "cppcheck.xml"})
"""Outputs in forms that are not read as results: as plain text they would stand among the sources."""
_NEXT_RUN: Final = "flawfinder-20261120.sarif"
"""A later run of a tool whose earlier run stands beside it."""


def sample_case(
    station: Workstation, name: str, progress: Callable[[int, int], None] | None = None, lang: Lang | None = None
) -> Case:
    """A new plain case in the workstation's own folder with the sample bank in it, under the analyst's ``name``."""
    station = replace(station, actor=name, lang=lang or station.lang)
    path, encrypt = _free(station.data_dir), must_encrypt(station)
    made = new_case(station, path, title=sample_title(station.lang), encrypt=encrypt, tlp=Tlp.AMBER_STRICT)
    for paths in sample_paths():
        import_paths(made.case, paths, data_class=DataClass.CONFIDENTIAL, progress=progress)
    run_rules(made.case, lang=station.lang)
    return made.case


def sample_paths() -> tuple[list[Path], list[Path]]:
    """What to import of the sample bank: sources and results first, then a tool's later run."""
    sources = [path for path in sorted(SAMPLE_BANK.iterdir()) if path.is_dir() and path.name != _SCANS]
    scans = sorted(path for path in (SAMPLE_BANK / _SCANS).iterdir() if path.suffix in _REPORTS)
    first = [path for path in scans if path.name not in (_NEXT_RUN, *_IN_NO_FORM)]
    return [*sources, *first], [SAMPLE_BANK / _SCANS / _NEXT_RUN]


def sample_title(lang: Lang) -> str:
    return "見本の銀行 預金・振込システム" if lang is Lang.JA else "Sample bank: deposits and transfers"


def _free(folder: Path) -> Path:
    path, number = folder / f"sample-bank{SUFFIX}", 2
    while path.exists():
        path, number = folder / f"sample-bank-{number}{SUFFIX}", number + 1
    return path
