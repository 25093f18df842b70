"""The sub-commands, one module each with a ``COMMAND``; a new one is a file and a name here."""

from typing import Final

COMMANDS: Final = (
    "demo",
    "new",
    "info",
    "import",
    "evidence",
    "authorise",
    "formats",
    "models",
    "policy",
    "credential",
    "plan",
    "request",
    "approve",
    "analyse",
    "ledger",
    "findings",
    "mask",
    "annotate",
    "undo",
    "history",
    "export",
    "verify",
)
