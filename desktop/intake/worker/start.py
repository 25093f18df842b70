"""Start of the worker when the program is not frozen: ``python -I -S -B start.py SITE_PACKAGES MODE [JOB]``.

``-I -S`` leave out the user's folders and every ``.pth`` file, so the two folders that are needed are named here.
"""

import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).resolve().parents[3]), sys.argv[1]]
    from desktop.intake.worker import serve

    sys.exit(serve(sys.argv[2:]))
