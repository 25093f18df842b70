"""The child process that reads untrusted bytes: locked down before it reads, answers in frames, holds no handle to a
case."""

from desktop.intake.worker.serve import serve

__all__ = ["serve"]
