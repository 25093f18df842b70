"""Failures of the call itself."""

from dataclasses import dataclass

from desktop.domain.errors import SekishoError


class CliError(SekishoError):
    """Base of this room's failures."""


@dataclass(eq=False)
class WrongCall(CliError):
    """The words of the call are off; ``detail`` is argparse's own."""

    detail: str
