"""The two services of this worker, and how a job is said on a command line."""

import base64

import msgspec

from desktop.intake.worker.frames import Job

REPORT = "report"
"""One file, which is the worker's stdin, read by a format of scanner results only."""
BATCH = "batch"
"""Any number of files through stdin, read by a format or as source."""


def encoded(job: Job) -> str:
    """A job as one argument; not readable at a glance in a list of processes, and safe in every shell's quoting."""
    return base64.urlsafe_b64encode(msgspec.msgpack.encode(job)).decode("ascii")


def decoded(argument: str) -> Job:
    """The job that :func:`encoded` said."""
    return msgspec.msgpack.decode(base64.urlsafe_b64decode(argument), type=Job)
