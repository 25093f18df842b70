"""Ask for a secret.

On the terminal without echo, else one line of stdin. Never an argument: those show in process lists.
"""

import getpass
import sys

from desktop.cli.console import Console
from desktop.cli.errors import NothingTyped
from desktop.words import say


def ask_secret(console: Console, code: str) -> str:
    """What was typed, without blanks at its ends; raises NothingTyped for nothing."""
    prompt = say(code, console.lang)
    try:
        typed = getpass.getpass(prompt) if sys.stdin.isatty() else sys.stdin.readline()
    except EOFError:
        typed = ""
    if not typed.strip():
        raise NothingTyped
    return typed.strip()
