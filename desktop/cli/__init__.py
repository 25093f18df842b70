"""The headless twin: parse, call a use, show. One file a sub-command under ``commands/``, one name in its registry.

Exit codes are ``ExitCode`` (DESIGN §8). With ``--json`` stdout carries one JSON object a line; messages go to stderr.
"""

from desktop.cli.run import run

__all__ = ["run"]
