"""The one entry of the program: the import worker, the typesetter, the command line, or the window.

The worker comes first and imports nothing else, so that a process that reads untrusted bytes holds nothing worth
having.
"""

import sys
from pathlib import Path
from typing import Final

_CALLED_WRONGLY: Final = 2


def main(argv: list[str] | None = None) -> int:
    """Run what ``argv`` (default: the process's own) asks for and return the exit code."""
    arguments = sys.argv[1:] if argv is None else argv
    if arguments[:1] == ["--worker"]:
        return _work(arguments[1:])
    if arguments[:1] == ["--typeset"]:
        from desktop.reports.pdf import typeset

        return typeset(Path(arguments[1]))
    if not arguments or arguments[0] == "open":
        from desktop.ui.app import run

        return run(arguments[1:])
    from desktop.cli import run as run_command

    return run_command(arguments)


def _work(arguments: list[str]) -> int:
    """Be a worker: limits first, and only then whatever its service imports."""
    from desktop.worker.isolation import Limits, limit

    match arguments[:1]:
        case ["report" | "batch"]:
            limited = limit(Limits())
            from desktop.intake.worker.serving import serve
        case ["structure"]:
            limited = limit(Limits())
            from desktop.source.serving import serve
        case ["rules"]:
            limited = limit(Limits(memory=2 << 30, cpu=4 * 3600))  # a whole system is held at once
            from desktop.analysis.rules.serving import serve
        case _:
            return _CALLED_WRONGLY
    return serve(limited, arguments)


if __name__ == "__main__":
    sys.exit(main())
