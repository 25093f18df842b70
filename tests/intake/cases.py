"""A case to import into, and small reports to import."""

import json
from pathlib import Path

from desktop.casefile import Case
from desktop.casefile.case import Clock, utc_now


class Device:
    """Signs nothing that anybody checks here."""

    id = "test-device"

    def sign(self, message: bytes) -> bytes:
        return message[:1] * 64


def new_case(folder: Path, clock: Clock = utc_now) -> Case:
    """An empty plain case."""
    folder.mkdir(parents=True, exist_ok=True)
    return Case.create(
        folder / "a.sekisho", title="t", actor="佐藤", device=Device(), state_dir=folder / "state", clock=clock
    )


def result(rule: str, line: int, snippet: str, text: str = "m", level: str = "warning") -> dict[str, object]:
    """One result of a SARIF report."""
    region = {"startLine": line, "snippet": {"text": snippet}}
    place = {"physicalLocation": {"artifactLocation": {"uri": "batch/DPB0450.cbl"}, "region": region}}
    return {"ruleId": rule, "level": level, "message": {"text": text}, "locations": [place]}


def sarif(path: Path, *results: dict[str, object], tool: str = "semgrep-jcl", start: str = "") -> Path:
    """A report in that file. ``start`` is when the tool says that it began."""
    path.parent.mkdir(parents=True, exist_ok=True)
    run: dict[str, object] = {"tool": {"driver": {"name": tool, "version": "1"}}, "results": list(results)}
    if start:
        run["invocations"] = [{"executionSuccessful": True, "startTimeUtc": start}]
    path.write_text(json.dumps({"version": "2.1.0", "runs": [run]}), encoding="utf-8")
    return path
