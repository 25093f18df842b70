"""README's "How to add …", each tried on a copy of the program: one file and one registry line, and it is there."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ADDED = Path(__file__).resolve().parent / "adding"
COBOL = """\
       IDENTIFICATION DIVISION.
       PROGRAM-ID. A.
       PROCEDURE DIVISION.
       P1.
           STOP RUN.
"""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program, alone in a folder of its own."""
    folder = tmp_path_factory.mktemp("copy")
    shutil.copytree(ROOT / "desktop", folder / "desktop", ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "resources").symlink_to(ROOT / "resources", target_is_directory=True)
    return folder


def add(copy: Path, name: str, into: str) -> None:
    """The one file."""
    shutil.copy(ADDED / f"{name}.py", copy / into / f"{name}.py")


def register(copy: Path, registry: str, *lines: tuple[str, str]) -> None:
    """The one entry of the registry: what stands there now, and what stands there then."""
    path = copy / registry
    text = path.read_text("utf-8")
    for before, after in lines:
        assert text.count(before) == 1, "the registry has such a place"
        text = text.replace(before, after)
    path.write_text(text, "utf-8")


def sekisho(copy: Path, *arguments: str) -> list[dict[str, object]]:
    """What the copy prints with ``--json``."""
    environment = {**os.environ, "PYTHONPATH": str(copy)}
    command = [sys.executable, "-m", "desktop", *arguments, "--json"]
    ran = subprocess.run(command, env=environment, cwd=copy, capture_output=True, text=True, timeout=120)
    assert ran.returncode == 0, ran.stderr
    return [json.loads(line) for line in ran.stdout.splitlines()]


@pytest.fixture
def case(copy: Path, tmp_path: Path) -> str:
    """A case with one program in it."""
    path = tmp_path / "a.sekisho"
    (tmp_path / "A.cbl").write_text(COBOL, "ascii")
    sekisho(copy, "new", str(path), "--title", "A")
    sekisho(copy, "import", str(path), str(tmp_path / "A.cbl"))
    return str(path)


def test_a_format_is_one_file_and_one_line(copy: Path, case: str, tmp_path: Path) -> None:
    add(copy, "plain_lines", "desktop/intake/formats")
    register(
        copy,
        "desktop/intake/formats/__init__.py",
        ("nessus, nmap, sarif\n", "nessus, nmap, plain_lines, sarif\n"),
        ("nmap, csv_table)", "nmap, plain_lines, csv_table)"),
    )
    assert "plain-lines" in {one["name"] for one in sekisho(copy, "formats")}
    report = tmp_path / "report.txt"
    report.write_text("# plain-lines Lint\nA.cbl:5: [stop] Ends its callers\n", "ascii")
    sekisho(copy, "import", case, str(report))
    (finding,) = sekisho(copy, "findings", case)
    assert finding["title"] == "Ends its callers"


def test_a_rule_is_one_file_and_one_line(copy: Path, case: str) -> None:
    before = sekisho(copy, "analyse", case, "--model", "rules")[0]
    add(copy, "cobol_stop_run", "desktop/analysis/rules")
    register(
        copy,
        "desktop/analysis/rules/registry.py",
        ("    cobol_sqlcode,\n", "    cobol_sqlcode,\n    cobol_stop_run,\n"),
        ("    cobol_sqlcode.RULE,\n", "    cobol_sqlcode.RULE,\n    cobol_stop_run.RULE,\n"),
    )
    after = sekisho(copy, "analyse", case, "--model", "rules")[0]
    assert after["rules"] == int(str(before["rules"])) + 1 and after["new"] == 1


def test_an_export_is_one_file_and_one_entry(copy: Path, case: str, tmp_path: Path) -> None:
    add(copy, "tally", "desktop/reports")
    register(
        copy,
        "desktop/reports/__init__.py",
        ("FORMATS: Final = {\n", 'FORMATS: Final = {\n    "tally": Export("Tally", "数だけ。", "Counts alone."),\n'),
    )
    out = tmp_path / "out.tally"
    sekisho(copy, "export", case, "--format", "tally", "--out", str(out))
    assert out.exists()


def test_a_provider_is_one_file_and_one_line(copy: Path, case: str, tmp_path: Path) -> None:
    add(copy, "lm_studio", "desktop/analysis/providers")
    register(
        copy,
        "desktop/analysis/providers/__init__.py",
        ("    llama_cpp,\n", "    llama_cpp,\n    lm_studio,\n"),
        ("    *llama_cpp.PROVIDERS,\n", "    *llama_cpp.PROVIDERS,\n    *lm_studio.PROVIDERS,\n"),
    )
    policy = json.loads((ROOT / "resources" / "demo" / "policy.json").read_bytes())
    policy |= {"valid_from": "2020-01-01T00:00:00Z", "valid_until": "2120-01-01T00:00:00Z"}
    policy["models"][0] |= {"provider": "lm_studio", "api": "chat_completions"}
    (tmp_path / "policy.json").write_text(json.dumps(policy), "utf-8")
    sekisho(copy, "policy", "keygen", "--key", str(tmp_path / "key.pem"), "--name", "Bank")
    sekisho(copy, "policy", "sign", str(tmp_path / "policy.json"), "--key", str(tmp_path / "key.pem"))
    sekisho(copy, "policy", "use", str(tmp_path / "policy.json"))
    model = next(one for one in sekisho(copy, "models") if one.get("provider") == "lm_studio")
    assert model["can"]


def test_a_detector_is_one_file_and_one_line(copy: Path, tmp_path: Path) -> None:
    add(copy, "ledger_number", "desktop/detect/kinds")
    register(
        copy,
        "desktop/detect/registry.py",
        ("    mac_address,\n", "    ledger_number,\n    mac_address,\n"),
        ("    mac_address.DETECTOR,\n", "    ledger_number.DETECTOR,\n    mac_address.DETECTOR,\n"),
    )
    text = tmp_path / "a.txt"
    text.write_text("see LG-20260401 there\n", "ascii")
    (shown,) = sekisho(copy, "mask", str(text))
    assert [span["kind"] for span in shown["spans"]] == ["ledger_number"]  # type: ignore[attr-defined]
