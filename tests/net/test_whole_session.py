"""A whole session on the command line, watched from outside: whom it speaks to, and where its secrets turn up.

The policy names one host. The way there is a proxy that asks for a password; the model's key and the proxy's login are
in a real keyring. strace sees every call of every process that has to do with a network.
"""

import base64
import json
import os
import re
import shutil
import ssl
import subprocess
import sys
import threading
import urllib.parse
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import trustme

from desktop.uses.workstation import this_workstation
from tests.net import proxy as proxies
from tests.net.proxy import Proxy, proxying
from tests.net.server import Server, serving
from tests.net.station import ENTRY, govern
from tests.secret_service import Service

ROOT = Path(__file__).resolve().parents[2]
BANK = ROOT / "resources" / "sample_bank"
HOST = "models.example"
KEY = "sk-planted-qGzr7XmY2wVt9LpK4hNd"
PASSWORD = "proxy-planted-b8Rk3TzW6sQf"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed"),
]


@dataclass
class Session:
    """``said`` is all that the commands wrote, ``seen`` what stood in command lines and environments meanwhile."""

    folder: Path
    secret_service: Service
    proxy: Proxy
    far: Server
    trace: Path
    said: list[str] = field(default_factory=list)
    seen: list[bytes] = field(default_factory=list)

    def sekisho(self, *words: object, typed: str = "", codes: tuple[int, ...] = (0,)) -> list[dict[str, Any]]:
        """Run a command under strace and give back its records."""
        command = ["strace", "-f", "-qq", "-s", "256", "-e", "trace=network", "-A", "-o", str(self.trace)]
        command += [sys.executable, "-m", "desktop", *map(str, words)]
        variables = {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "HTTPS_PROXY": f"http://127.0.0.1:{self.proxy.port}",
        }
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=variables,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        over = threading.Event()
        watcher = threading.Thread(target=self._watch, args=(process.pid, over))
        watcher.start()
        out, err = process.communicate(typed, timeout=110)
        over.set()
        watcher.join()
        self.said += [out, err]
        assert process.returncode in codes, (words, out[-2000:], err[-2000:])
        return [json.loads(line) for line in out.splitlines()] if "--json" in words else []

    def _watch(self, pid: int, over: threading.Event) -> None:
        """Look at the command lines and environments of the process and all below it, again and again."""
        while not over.wait(0.05):
            for one in _below(pid):
                for name in ("cmdline", "environ"):
                    try:
                        self.seen.append(Path(f"/proc/{one}/{name}").read_bytes())
                    except OSError:  # it has just ended
                        continue

    def connections(self) -> set[tuple[str, str]]:
        """(address, port) of everything on a network that any process connected or sent to, or listened at."""
        found = set()
        asked = re.compile(r" (?:connect|bind|sendto|sendmsg|sendmmsg)\(")
        for line in filter(asked.search, self.trace.read_text("utf-8", "replace").splitlines()):
            for port, address in re.findall(r"sin_port=htons\((\d+)\), sin_addr=inet_addr\(\"([^\"]+)\"\)", line):
                found.add((address, port))
            for port, address in re.findall(r"sin6_port=htons\((\d+)\).*?inet_pton\(AF_INET6, \"([^\"]+)\"", line):
                found.add((address, port))
        return found


def _below(pid: int) -> list[int]:
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return []
    return [int(child) for child in children] + [one for child in children for one in _below(int(child))]


@pytest.fixture
def session(
    secret_service: Service, authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Session]:
    """Everything from the first start to the last export; what it left is looked at afterwards."""
    monkeypatch.setattr(proxies, "PASSWORD", PASSWORD)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(HOST).configure_cert(context)
    with serving(context) as far, proxying() as proxy:
        one = Session(tmp_path / "work", secret_service, proxy, far, tmp_path / "trace")
        one.folder.mkdir()
        pem = authority.cert_pem.bytes().decode()
        fields = {"ca_pem": [pem], "users": ["*"], "preview_required": False}
        govern(this_workstation(actor="Sato"), far.url("/model", HOST), **fields)
        _work(one)
        yield one


def _work(one: Session) -> None:
    """The commands of the session. The case is a plain one, in which a secret would be found."""
    case = one.folder / "case.sekisho"
    one.sekisho("open", "--and-quit")
    one.sekisho("credential", "set", ENTRY, typed=f"{KEY}\n")
    one.sekisho("credential", "set", "--proxy", f"127.0.0.1:{one.proxy.port}", typed=f"{proxies.USER}\n{PASSWORD}\n")
    one.sekisho("new", case, "--title", "試験")
    one.sekisho("authorise", case, "--owner", "A", "--by", "B", "--scope", "C", "--until", "2099-12-31")
    one.sekisho("import", case, BANK / "gateway", BANK / "jcl", BANK / "scans" / "bandit.sarif", codes=(0, 1))
    one.sekisho("analyse", case, "--model", "rules")
    one.sekisho("models", "--check")
    planned = one.sekisho("plan", case, "--model", ENTRY, "--json")
    digest = next(record["plan"] for record in planned if "objections" in record)
    one.sekisho("analyse", case, "--model", ENTRY, "--approve", digest, "--json")
    for command in ("findings", "ledger", "history", "info"):
        one.sekisho(command, case, "--json")
    one.sekisho("ledger", case, "--bodies", "--json")
    for format in ("sarif", "xlsx", "html", "pdf"):
        one.sekisho("export", case, "--format", format, "--out", one.folder / f"report.{format}")
    one.sekisho("verify", case)
    one.sekisho("credential", "check", ENTRY)
    # Wrong on purpose, so that failures are said too.
    one.sekisho("credential", "set", ENTRY, typed=f"{KEY}-wrong\n")
    one.sekisho("models", "no-such-model", "--check", codes=(3,))


def _spellings(secret: str) -> list[bytes]:
    """A secret as it could stand somewhere."""
    plain = secret.encode()
    return [
        plain,
        secret.encode("utf-16-le"),
        secret.encode("utf-16-be"),
        plain.hex().encode(),
        urllib.parse.quote(secret).encode(),
        # in base64 at each of the three places of a group, without the ends that depend on neighbours
        *(base64.b64encode(b" " * shift + plain)[4:-4] for shift in range(3)),
    ]


@pytest.mark.timeout(600)
def test_a_whole_session_speaks_to_the_one_way_that_it_has_and_writes_its_secrets_nowhere(session: Session) -> None:
    # Whom it spoke to.
    assert session.connections() == {("127.0.0.1", str(session.proxy.port))}
    trace = session.trace.read_text("utf-8", "replace")
    assert "SOCK_DGRAM" not in "".join(line for line in trace.splitlines() if "AF_INET" in line), "no name server"
    assert set(session.proxy.asked) == {f"{HOST}:{session.far.port}"}
    assert len(session.far.seen) >= 2, "the check and the run"
    assert all(seen.headers["authorization"] == f"Bearer {KEY}" for seen in session.far.seen)
    sockets = set(re.findall(r"connect\(\d+, \{sa_family=AF_UNIX, sun_path=@?\"([^\"]+)\"", trace))
    assert not [path for path in sockets if "resolve" in path], "nor one behind a socket"

    # What it wrote.
    files = [path for path in session.folder.parent.rglob("*") if path.is_file()]
    files += [path for path in Path(os.environ["XDG_STATE_HOME"]).parent.rglob("*") if path.is_file()]
    files.remove(session.trace)
    assert len(files) > 10
    told = "".join(session.said).encode()
    assert b"sk-" not in told
    assert not re.search(rb"QObject|QNetwork|qt\.network|Traceback", told)
    assert len(session.seen) > 50
    for secret in (KEY, PASSWORD):
        for spelling in _spellings(secret):
            assert not [path.name for path in files if spelling in path.read_bytes()]
            assert spelling not in told
            assert not any(spelling in one for one in session.seen)
    assert not list(session.folder.rglob("core*"))
