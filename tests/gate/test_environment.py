"""The environment changes nothing of what leaves, and a refusal touches no network."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.gate.environment import scrub

POISON = {
    "OPENAI_API_KEY": "poison",
    "OPENAI_BASE_URL": "http://evil.example/v1",
    "OPENAI_CUSTOM_HEADERS": "authorization: Bearer poison\nx-evil: 1",
    "OPENAI_ORG_ID": "org-poison",
    "OPENAI_PROJECT_ID": "proj-poison",
    "OPENAI_LOG": "debug",
    "OPENAI_ADMIN_KEY": "poison",
    "ANTHROPIC_API_KEY": "poison",
    "ANTHROPIC_LOG": "debug",
    "AZURE_OPENAI_ENDPOINT": "http://evil.example",
    "AWS_PROFILE": "poison",
    "GOOGLE_CLOUD_PROJECT": "poison",
    "OTEL_EXPORTER_OTLP_ENDPOINT": "http://evil.example",
    "HTTPS_PROXY": "http://u:poison@evil.example:3128",
    "http_proxy": "http://evil.example:3128",
    "ALL_PROXY": "socks5://evil.example",
    "SSL_CERT_FILE": "/tmp/evil.pem",
    "SSLKEYLOGFILE": "/tmp/keys",
    "QT_PLUGIN_PATH": "/tmp/evil",
    "PYTHON_KEYRING_BACKEND": "evil.Backend",
}
SEND = """
import sys
from pathlib import Path
from desktop.gate.environment import scrub
scrub()
from tests.gate.test_sending import Desk, ask
from tests.scripted_server import running
with running() as server:
    desk = Desk(server, Path(sys.argv[1]))
    ask(desk.open().http, server.endpoint)
    desk.transport.close()
    (asked,) = server.asked
    headers = sorted((n.lower(), v) for n, v in asked.headers.items() if n.lower() != "host")
    print(asked.body.hex(), headers)
"""
REFUSE = """
import sys
seen = []
sys.addaudithook(lambda name, arguments: seen.append(name) if name.startswith(("socket.", "urllib.")) else None)
from desktop.gate.errors import Refused
from desktop.gate.objections import Standing, Spent
from desktop.gate.clearance import clear
from tests.gate.bank import NOW, sending
one = sending()
try:
    clear(one.out, one.effective, None, Standing("Mallory", False, None, Spent()), NOW)
except Refused as refused:
    print(len(refused.objections), [name for name in seen])
"""


def run(code: str, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **more}
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )


def test_a_poisoned_environment_sends_the_same_bytes_and_headers(tmp_path: Path) -> None:
    clean = run(SEND, str(tmp_path / "clean"))
    poisoned = run(SEND, str(tmp_path / "poisoned"), **POISON)
    assert poisoned.stdout == clean.stdout
    assert "poison" not in poisoned.stdout + poisoned.stderr
    assert "authorization" in clean.stdout


def test_a_refusal_opens_no_socket_and_asks_no_name_server() -> None:
    count, seen = run(REFUSE).stdout.split(" ", 1)
    assert int(count) >= 4
    assert json.loads(seen.replace("'", '"')) == []


@pytest.mark.parametrize("name", POISON)
def test_each_variable_is_taken_away(name: str) -> None:
    environment = {name: POISON[name], "PATH": "/bin", "QT_QPA_PLATFORM": "offscreen", "LANG": "ja_JP.UTF-8"}
    scrubbed = scrub(environment)
    assert scrubbed.names == (name,)
    assert environment == {"PATH": "/bin", "QT_QPA_PLATFORM": "offscreen", "LANG": "ja_JP.UTF-8"}


@pytest.mark.parametrize(
    ("variable", "handed_on"),
    [
        ("http://u:poison@evil.example:3128", "http://evil.example:3128"),
        ("u:poison@evil.example:3128", "evil.example:3128"),
        ("http://u:poi@son://poison@evil.example/", "http://evil.example/"),
        ("http://evil.example", "http://evil.example"),
    ],
)
def test_proxies_are_handed_on_without_their_passwords(variable: str, handed_on: str) -> None:
    scrubbed = scrub({"HTTPS_PROXY": variable})
    assert scrubbed.proxies == {"HTTPS_PROXY": handed_on}
    assert "poison" not in repr(scrubbed)
