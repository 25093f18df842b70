"""Ask for a secret.

On the terminal without echo, else one line of stdin. Never an argument: those show in process lists.
"""

import getpass
import sys

from desktop.cli.console import Console
from desktop.uses.errors import NothingAsked
from desktop.words import say


def ask_secret(console: Console, code: str) -> str:
    """What was typed, without blanks at its ends; raises NothingAsked for nothing."""
    prompt = say(code, console.lang)
    typed = getpass.getpass(prompt) if sys.stdin.isatty() else sys.stdin.readline()
    if not typed.strip():
        raise NothingAsked
    return typed.strip()
