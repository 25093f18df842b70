"""The child process that reads untrusted bytes: limited from its first line, locked before it reads, answering in
frames, holding no handle to a case.
"""

from desktop.intake.worker.isolation import Limits, limit


def serve(arguments: list[str]) -> int:
    """Be a worker: ``report JOB`` (stdin is the file) or ``batch`` (files come through stdin); return the exit
    status."""
    limited = limit(Limits())
    from desktop.intake.worker.serving import serve_limited  # only now, under the limits

    return serve_limited(limited, arguments)


__all__ = ["serve"]
