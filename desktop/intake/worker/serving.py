"""The worker's life after its limits: imports, lock, then one report or a batch of files, answered in frames."""

import base64
import gc
import os
from typing import Final

import msgspec

from desktop.intake.worker.command import BATCH, REPORT
from desktop.intake.worker.frames import HEADER, Frame, Job, Ready
from desktop.intake.worker.isolation import Isolation, lock
from desktop.intake.worker.sending import Sender

_CALLED_WRONGLY: Final = 2


def serve_limited(limited: Isolation, arguments: list[str]) -> int:
    """Import, lock, serve. A batch on stdin is a header, a job and its bytes, and so on."""
    if arguments[:1] not in ([REPORT], [BATCH]):
        return _CALLED_WRONGLY
    from desktop.intake.worker import reading

    batch = arguments[0] == BATCH
    gc.disable()  # formats make no cycles, and looking for them is a third of the time; memory has its limit
    reading.warm_up(sources=batch)
    given = os.fdopen(0, "rb")
    out = Sender(os.fdopen(1, "wb", buffering=0))
    locked = lock()
    out.send(Frame.READY, Ready(limited.held + locked.held, limited.missing + locked.missing))
    if not batch:
        job = msgspec.msgpack.decode(base64.urlsafe_b64decode(arguments[1]), type=Job)
        reading.read_report(out, job, given)
        return 0
    decoder = msgspec.msgpack.Decoder(Job)
    while header := given.read(HEADER.size):
        job = decoder.decode(given.read(HEADER.unpack(header)[0]))
        reading.read_any(out, job, given.read(job.size))
    return 0
