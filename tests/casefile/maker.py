"""A process that makes a case and is killed while it does: at a chosen call, or from outside, making one after another.

``python -m tests.casefile.maker FOLDER yes|no CALL`` where CALL is ``module:name``, or ``-`` to go on until the kill.
"""

import os
import signal
import sys
from importlib import import_module
from pathlib import Path

from tests.casefile.conftest import KEY, Bench


def _die(*_: object, **__: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def main() -> None:
    folder, encrypted, call = sys.argv[1:]
    bench, key = Bench(Path(folder)), KEY if encrypted == "yes" else None
    if call == "-":
        print("ready", flush=True)
        number = 0
        while True:
            number += 1
            bench.create(key=key, path=bench.folder / f"{number}.sekisho").close()
            print(number, flush=True)
    module, name = call.split(":")
    setattr(import_module(module), name, _die)
    bench.create(key=key)


if __name__ == "__main__":
    main()
