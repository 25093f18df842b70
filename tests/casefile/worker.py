"""A process that edits a case until it is killed, and says on stdout what was acknowledged."""

import io
import sys
from pathlib import Path

from desktop.casefile import Case
from desktop.casefile.actions import Annotate, ImportBatch, Original, Report, SetStatus
from desktop.domain.ids import FindingId
from desktop.domain.levels import DataClass, Status
from desktop.domain.reported import Tool
from tests.casefile.conftest import KEY, Bench
from tests.casefile.samples import own, unit


def triage(case: Case) -> None:
    """Decide, annotate, undo, for ever."""
    number = 0
    while True:
        finding = FindingId(number % 3 + 1)
        number += 1
        change = case.do(SetStatus((finding,), Status.FALSE_POSITIVE, f"reason {number}"))
        print(change.seq, flush=True)
        print(case.do(Annotate(f"note {number}", finding)).seq, flush=True)
        if number % 5 == 0:
            print(case.undo().seq, flush=True)


def imports(case: Case) -> None:
    """Import a report of 3,000 units, for ever."""
    run = 0
    while True:
        run += 1
        units = [unit(number, rule=f"R{run}") for number in range(3_000)]
        data = bytes(300_000) + str(run).encode()
        batches = [units[start : start + 200] for start in range(0, len(units), 200)]
        original = Original(
            f"scan{run}.sarif",
            lambda data=data: io.BytesIO(data),  # type: ignore[misc]
            "report",
            DataClass.INTERNAL,
            report=Report("sarif", Tool("scanner"), batches),
        )
        print(case.do(ImportBatch("scan", (original,))).seq, flush=True)


def main() -> None:
    mode, folder, encrypted = sys.argv[1:]
    bench = Bench(Path(folder))
    with bench.open(key=KEY if encrypted == "yes" else None) as case:
        own(case)
        own(case)
        own(case)
        print("ready", flush=True)
        {"triage": triage, "imports": imports}[mode](case)


if __name__ == "__main__":
    main()
