"""The one entry of the program: the import worker, the typesetter, the command line, or the window.

The worker comes first and imports nothing else, so that a process that reads untrusted bytes holds nothing worth
having.
"""

import sys
from pathlib import Path


def main(argv: list[str] | None = None) -> int:
    """Run what ``argv`` (default: the process's own) asks for and return the exit code."""
    arguments = sys.argv[1:] if argv is None else argv
    if arguments[:1] == ["--worker"]:
        from desktop.intake.worker import serve

        return serve(arguments[1:])
    if arguments[:1] == ["--typeset"]:
        from desktop.reports.pdf import typeset

        return typeset(Path(arguments[1]))
    if not arguments or arguments[0] == "open":
        from desktop.ui.app import run

        return run(arguments[1:])
    from desktop.cli import run as run_command

    return run_command(arguments)


if __name__ == "__main__":
    sys.exit(main())
