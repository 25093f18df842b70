"""A real squid on loopback that asks for a name and password, by one scheme or by several."""

import secrets
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

USER, PASSWORD = "sato", "pass @%/word!"
HOST = "models.example"
"""A name that only squid knows, as this machine."""
HELPERS = Path("/usr/lib/squid")
MISSING = "squid is not installed (Debian: squid)"
_NTLM = Path(__file__).with_name("squid_ntlm.py")


def squid_program() -> str | None:
    """Where squid is, or None."""
    return shutil.which("squid", path="/usr/sbin:/usr/bin:/usr/local/sbin")


@dataclass(frozen=True)
class Squid:
    """``log`` is squid's own of what was asked of it."""

    port: int
    process: subprocess.Popen[bytes]
    log: Path

    def asked(self) -> list[tuple[str, str]]:
        """(result, authority) of each request so far."""
        lines = [line.split() for line in self.log.read_text().splitlines()] if self.log.exists() else []
        return [(words[3], words[6]) for words in lines if not words[6].startswith("error:")]

    def cut(self) -> None:
        """End it in the middle of whatever passes."""
        self.process.kill()
        self.process.wait()


@contextmanager
def squid_serving(*schemes: str) -> Iterator[Squid]:
    """Serve until the block ends; ``schemes`` of basic, digest, ntlm and negotiate (which has no key here, and
    takes nobody's ticket)."""
    program = squid_program()
    assert program is not None, MISSING
    folder = Path(tempfile.mkdtemp(prefix="sekisho-squid-"))
    folder.chmod(0o777)  # squid gives up root for a user of its own
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    (folder / "hosts").write_text(f"127.0.0.1 {HOST}\n")
    hashed = subprocess.run(
        ["openssl", "passwd", "-apr1", "-stdin"], input=PASSWORD, capture_output=True, text=True, check=True
    )
    (folder / "basic").write_text(f"{USER}:{hashed.stdout}")
    (folder / "digest").write_text(f"{USER}:{PASSWORD}\n")
    (folder / "plain").write_text(PASSWORD)
    shutil.copy(_NTLM, folder / "ntlm.py")
    programs = {
        "basic": f"{HELPERS}/basic_ncsa_auth {folder}/basic",
        "digest": f"{HELPERS}/digest_file_auth {folder}/digest",
        "negotiate": f"{HELPERS}/negotiate_kerberos_auth -s HTTP/{HOST}",
        "ntlm": f"/usr/bin/python3 {folder}/ntlm.py {folder}/plain",
    }
    lines = [
        f"http_port 127.0.0.1:{port}",
        "pid_filename none",
        f"cache_log {folder}/cache.log",
        f"access_log stdio:{folder}/access.log",
        "cache deny all",
        f"coredump_dir {folder}",
        f"hosts_file {folder}/hosts",
        "dns_nameservers 127.0.0.1",
        f"visible_hostname {secrets.token_hex(4)}.test",
        "shutdown_lifetime 0 seconds",
        "pinger_enable off",
        *(f"auth_param {scheme} program {programs[scheme]}" for scheme in schemes),
        *(f"auth_param {scheme} children 1 startup=1" for scheme in schemes),
        *(["auth_param digest realm bank"] if "digest" in schemes else []),
        "acl known proxy_auth REQUIRED",
        "http_access allow known",
        "http_access deny all",
    ]
    (folder / "squid.conf").write_text("\n".join(lines) + "\n")
    with (folder / "out").open("wb") as out:
        process = subprocess.Popen([program, "-N", "-f", folder / "squid.conf"], stdout=out, stderr=out)
    try:
        _wait_for(port, process)
        yield Squid(port, process, folder / "access.log")
    finally:
        process.kill()  # asked politely, it takes two seconds; its helpers end with it
        process.wait(10)
        shutil.rmtree(folder, ignore_errors=True)


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 20
    while time.monotonic() < until and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError("squid did not start")
