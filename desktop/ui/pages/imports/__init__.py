"""Bringing files in: choose, look at what would change and why, then one entry that undo takes back whole (UX §6)."""

from collections.abc import Iterable
from pathlib import Path

from desktop.ui.pages.imports.page import ImportPage
from desktop.ui.pages.page import Page
from desktop.ui.session import Session


def make(session: Session, argument: object) -> Page:
    """``argument`` are the Paths that were dropped or chosen already, or None."""
    paths = tuple(path for path in argument if isinstance(path, Path)) if isinstance(argument, Iterable) else ()
    return ImportPage(session, paths)
