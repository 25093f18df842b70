"""The worker's life: limits, imports, lock, then one report or a batch of files, answered in frames."""

import base64
import os
from typing import Final

import msgspec

from desktop.intake.worker.command import BATCH, REPORT
from desktop.intake.worker.frames import HEADER, Frame, Job, Ready
from desktop.intake.worker.isolation import Limits, limit, lock
from desktop.intake.worker.sending import Sender

_CALLED_WRONGLY: Final = 2


def serve(arguments: list[str]) -> int:
    """Serve ``report JOB`` (stdin is the file) or ``batch`` (stdin: header, job, bytes, and so on); return the exit
    status."""
    limited = limit(Limits())
    if arguments[:1] not in ([REPORT], [BATCH]):
        return _CALLED_WRONGLY
    from desktop.intake.worker import reading

    batch = arguments[0] == BATCH
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
