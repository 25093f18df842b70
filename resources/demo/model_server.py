"""Serve the tiny real model on loopback: ``python model_server.py MODEL [PORT]``; needs xllamacpp.

The key that callers must present is read from the first line of stdin. Prints ``READY ADDRESS`` when it answers;
speaks OpenAI's Responses and Chat Completions and Anthropic's Messages APIs (llama.cpp's own server); ends with
SIGTERM, Ctrl+C or the end of stdin.
"""

import os
import signal
import sys
import threading
from pathlib import Path
from typing import Final

NAME: Final = "smollm2-135m"
"""The model id that it answers to."""
SLOTS: Final = 2
CONTEXT: Final = 4096
"""Tokens that one request and its answer may have together."""


def serve(model: Path, port: int, key: str) -> None:
    """Answer until the process is ended."""
    import xllamacpp

    parameters = xllamacpp.CommonParams()
    parameters.model.path = str(model)
    parameters.hostnames = ["127.0.0.1"]
    parameters.port = port
    parameters.n_ctx = CONTEXT * SLOTS
    parameters.n_parallel = SLOTS
    parameters.warmup = False
    # One thread: on a busy machine several wait for each other, spinning, and are some thirty times slower.
    parameters.cpuparams.n_threads = parameters.cpuparams_batch.n_threads = 1
    parameters.model_alias = {NAME}
    parameters.api_keys = [key]
    parameters.use_jinja = True
    server = xllamacpp.Server(parameters)
    print("READY", server.listening_address, flush=True)
    threading.Thread(target=_end_with_stdin, daemon=True).start()
    signal.pause() if hasattr(signal, "pause") else threading.Event().wait()


def _end_with_stdin() -> None:
    """Whoever started this process is gone when its stdin ends; the server must not outlive it."""
    sys.stdin.read()
    os._exit(0)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
    signal.signal(signal.SIGINT, lambda *_: os._exit(0))
    serve(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0, sys.stdin.readline().strip())
