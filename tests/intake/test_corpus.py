"""Real scanners' outputs: as many of the tool's own units as the manifest counted, and no traceback for any file at
all."""

import json
from pathlib import Path
from typing import Any

import pytest

from desktop.intake import errors
from desktop.intake.child import Worker
from desktop.intake.worker.frames import Begun, Done, FoundBlock, Job, Message
from tests.intake.conftest import CORPUS

OURS = {
    "sarif": "sarif",
    "nessus_xml": "nessus",
    "nmap_xml": "nmap",
    "cyclonedx_json": "cyclonedx",
    "csv_generic": "csv",
    "generic_csv": "csv",
}
MANIFEST = CORPUS / "manifest.json"
ENTRIES: list[dict[str, Any]] = json.loads(MANIFEST.read_bytes()) if MANIFEST.exists() else []
COUNTED = [e for e in ENTRIES if e["format"] in OURS and (e.get("native") or {}).get("n") is not None]
BROKEN = [e for e in ENTRIES if e["format"] in OURS and (e.get("native") or {}).get("n") is None]


@pytest.fixture(scope="module")
def worker(corpus: Path):  # type: ignore[no-untyped-def]
    with Worker() as one:
        yield one


def read(worker: Worker, path: Path) -> list[Message]:
    data = path.read_bytes()
    job = Job(path.name, len(data))
    worker.give(job, data)
    return list(worker.answers(job, lambda: False))


def test_every_counted_file_holds_as_many_occurrences_as_the_manifest_says(worker: Worker, corpus: Path) -> None:
    wrong = []
    for entry in COUNTED:
        begun, *rest = read(worker, corpus / entry["file"])
        found = sum(len(message.rows) for message in rest if isinstance(message, FoundBlock))
        assert isinstance(begun, Begun)
        if (begun.format, found) != (OURS[entry["format"]], entry["native"]["n"]):
            wrong.append((entry["file"], begun.format, found, entry["native"]["n"]))
    assert wrong == []
    assert len(COUNTED) > 80


def test_every_broken_file_is_read_as_far_as_it_goes_or_said(worker: Worker, corpus: Path) -> None:
    for entry in BROKEN:
        begun, *rest = read(worker, corpus / entry["file"])
        assert isinstance(begun, Begun) and isinstance(rest[-1], Done)


def test_trailing_commas_cost_no_result(worker: Worker, corpus: Path) -> None:
    for entry in BROKEN:
        if "JSONDecodeError" in str(entry.get("native")):
            _begun, *rest = read(worker, corpus / entry["file"])
            assert sum(len(message.rows) for message in rest if isinstance(message, FoundBlock)) > 10


@pytest.mark.slow
def test_files_of_other_tools_never_break_the_worker(worker: Worker, corpus: Path) -> None:
    for entry in ENTRIES:
        try:
            messages = read(worker, corpus / entry["file"])
        except errors.FormatError:
            continue
        assert isinstance(messages[-1], Done)
