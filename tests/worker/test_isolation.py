"""What a worker may not do, and how the program starts itself as one."""

import json
import os
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import msgspec
import pytest

from desktop.worker.command import environment, worker_command

ROOT = Path(__file__).resolve().parents[2]
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="the lock of Linux")


PROBE = """
import errno, json, os, socket, subprocess, sys, threading
sys.path[:0] = [ROOT, PACKAGES]
from desktop.worker.isolation import Limits, limit, lock
import ctypes
limit(Limits(memory=512 << 20))
secret = os.open(__file__, os.O_RDONLY)
os.close(secret)
lock()
def tried(what):
    try:
        what()
    except (PermissionError, MemoryError, RuntimeError) as refused:
        return type(refused).__name__
    except OSError as refused:
        return errno.errorcode[refused.errno]
    return "DONE"
answers = {
    "open": tried(lambda: open(__file__)),
    "write": tried(lambda: open("/tmp/sekisho-probe", "w")),
    "list": tried(lambda: os.listdir("/")),
    "stat": tried(lambda: os.stat("/etc/passwd")),
    "unlink": tried(lambda: os.unlink("/tmp/sekisho-none")),
    "socket": tried(lambda: socket.socket()),
    "unix": tried(lambda: socket.socket(socket.AF_UNIX)),
    "fork": tried(os.fork),
    "exec": tried(lambda: os.execv("/bin/true", ["true"])),
    "kill": tried(lambda: os.kill(os.getppid(), 0)),
    "thread": tried(lambda: threading.Thread(target=print).start()),
    "memory": tried(lambda: bytearray(1 << 30)),
    "ptrace": "PermissionError" if ctypes.CDLL(None, use_errno=True).ptrace(0, 0, 0, 0) != 0 else "DONE",
}
os.write(1, json.dumps(answers).encode())
"""


@LINUX
def test_inside_the_lock_nothing_can_be_opened_reached_or_started(tmp_path: Path) -> None:
    packages = str(Path(msgspec.__file__).parents[1])
    probe = tmp_path / "probe.py"
    probe.write_text(f"ROOT = {str(ROOT)!r}\nPACKAGES = {packages!r}\n" + textwrap.dedent(PROBE))
    ran = subprocess.run([sys.executable, "-I", "-S", "-B", str(probe)], capture_output=True, env={}, timeout=30)
    said = json.loads(ran.stdout)
    assert said.pop("memory") == "MemoryError"
    assert said.pop("thread") == "RuntimeError"
    assert set(said.values()) == {"PermissionError"}, said


@LINUX
def test_an_endless_loop_is_ended_by_the_processor_limit(tmp_path: Path) -> None:
    probe = tmp_path / "probe.py"
    probe.write_text(
        f"import sys\nsys.path.insert(0, {str(ROOT)!r})\n"
        "from desktop.worker.isolation import Limits, limit, lock\n"
        "limit(Limits(cpu=1))\nlock()\nwhile True: pass\n"
    )
    began = time.monotonic()
    ran = subprocess.run([sys.executable, "-I", "-S", "-B", str(probe)], capture_output=True, env={}, timeout=60)
    assert ran.returncode < 0 and time.monotonic() - began < 50


def test_windows_gets_what_it_needs_to_start_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    assert environment() == {"OPENBLAS_NUM_THREADS": "1"}
    monkeypatch.setattr("desktop.worker.command.os.name", "nt")
    monkeypatch.setenv("SYSTEMROOT", "C:\\Windows")
    monkeypatch.setenv("TOKEN", "x")
    assert environment() == {"OPENBLAS_NUM_THREADS": "1", "SYSTEMROOT": "C:\\Windows"}


def test_a_frozen_program_starts_itself_as_its_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    assert worker_command()[1:4] == ["-I", "-S", "-B"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert worker_command() == [sys.executable, "--worker"]


def test_what_is_no_service_is_a_wrong_call() -> None:
    for service in ([], ["shell"], ["--help"]):
        assert subprocess.run([*worker_command(), *service], capture_output=True, timeout=60).returncode == 2


NOBODY = 65534
SERVICES = (["batch"], ["structure"], ["rules", "en", "0"])


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="only root can become somebody else")
@pytest.mark.parametrize("service", SERVICES, ids=lambda service: service[0])
def test_every_service_starts_for_a_user_whose_process_may_start_no_thread(service: list[str]) -> None:
    try:
        subprocess.run([sys.executable, "-c", f"open({__file__!r})"], user=NOBODY, cwd="/", check=True)
    except (PermissionError, subprocess.CalledProcessError):
        pytest.skip("the interpreter or this checkout cannot be read by others")
    command = [*worker_command(), *service]
    ran = subprocess.run(command, input=b"", capture_output=True, user=NOBODY, cwd="/", env=environment(), timeout=60)
    assert ran.returncode == 0 and ran.stdout, "it said that it is ready, and ended where nothing was asked"
