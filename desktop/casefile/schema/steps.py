"""All steps in order. The next step is one module and one line here."""

from collections.abc import Callable
from typing import Any, Final

from sqlite_utils.migrations import Migrations

from desktop.casefile.schema import m0001_first

Step = Callable[[Any], None]

STEPS: Final[tuple[tuple[str, Step], ...]] = (("m0001_first", m0001_first.apply),)
VERSION: Final = len(STEPS)
"""Stored as ``PRAGMA user_version``; a file with a higher number is newer than this program."""

MIGRATIONS: Final = Migrations("sekisho")
for _name, _step in STEPS:
    MIGRATIONS(name=_name)(_step)
