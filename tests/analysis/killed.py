"""A run in a process of its own, for tests that kill it.

``python -m tests.analysis.killed FOLDER ENDPOINT PLAN [RUN]``: the key is read from the first line of stdin.
"""

import sys
from pathlib import Path

from desktop.domain.ids import PlanId, RunId
from tests.analysis.desk import open_desk


def main() -> None:
    folder, endpoint, plan, *run = sys.argv[1:]
    desk = open_desk(Path(folder), endpoint, key=sys.stdin.readline().strip())
    print("READY", flush=True)
    desk.run(PlanId(int(plan)), RunId(int(run[0])) if run else None)
    desk.case.close()


if __name__ == "__main__":
    main()
