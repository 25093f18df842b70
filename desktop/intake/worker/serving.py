"""The services of reading: one report, or a batch of files, answered in frames."""

import gc
from typing import IO

import msgspec

from desktop.intake.worker import reading
from desktop.intake.worker.frames import Job
from desktop.intake.worker.jobs import REPORT, decoded
from desktop.worker.frames import Sender, job_of
from desktop.worker.isolation import Isolation
from desktop.worker.serving import behind_lock


def serve(limited: Isolation, arguments: list[str]) -> int:
    """Be the worker for ``arguments`` (a service of ``jobs`` and what it takes); return the exit status."""
    gc.disable()  # formats make no cycles, and looking for them is a third of the time; memory has its limit
    if arguments[0] == REPORT:
        job = decoded(arguments[1])
        reading.warm_up(sources=False)
        return behind_lock(limited, lambda out, given: reading.read_report(out, job, given))
    reading.warm_up(sources=True)
    return behind_lock(limited, _batch)


def _batch(out: Sender, given: IO[bytes]) -> None:
    """On stdin a header, a job and its bytes, and so on."""
    decoder = msgspec.msgpack.Decoder(Job)
    while said := job_of(given):
        job = decoder.decode(said)
        reading.read_any(out, job, given.read(job.size))
