"""The packaged program: built as ``make dist`` builds it, it makes a case, reads it, and shows it in a real window."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[2]
_BANK = _ROOT / "resources" / "sample_bank"


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program's folder, built away from the checkout."""
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
    places = ["--distpath", str(folder / "dist"), "--workpath", str(folder / "work")]
    subprocess.run([*build, *places, "build.spec"], cwd=_ROOT, check=True, capture_output=True)
    return folder / "dist" / "sekisho" / "sekisho"


def _run(*words: object, **more: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, **more}
    return subprocess.run([str(word) for word in words], env=environment, capture_output=True, text=True, timeout=120)


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.skipif(sys.platform != "linux", reason="the virtual screen is X's")
def test_the_built_program_reads_evidence_in_its_worker_and_opens_the_case_in_a_window(
    program: Path, tmp_path: Path
) -> None:
    case = tmp_path / "case.sekisho"
    assert _run(program, "new", case).returncode == 0
    brought = _run(
        program, "import", case, _BANK / "online", _BANK / "copy", _BANK / "scans" / "flawfinder-20261101.sarif"
    )
    assert brought.returncode == 0, brought.stdout + brought.stderr
    assert _run(program, "analyse", case, "--model", "rules").returncode == 0
    assert _run(program, "export", case, "--format", "pdf", "--out", tmp_path / "report.pdf").returncode == 0
    assert _run(program, "verify", case).returncode == 0
    shown = _run("xvfb-run", "-a", program, "open", case, "--and-quit", QT_QPA_PLATFORM="xcb")
    assert shown.returncode == 0, shown.stderr
