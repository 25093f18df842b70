"""Keys of approved models, and whether each can be reached and asked: step by step, in plain words."""

from desktop.ui.pages.connection.page import ConnectionPage
from desktop.ui.pages.page import Page
from desktop.uses.workstation import Workstation


def make(station: Workstation, argument: object) -> Page:
    """``argument`` is the id of the model to begin with, or None."""
    return ConnectionPage(station, argument if isinstance(argument, str) else "")
