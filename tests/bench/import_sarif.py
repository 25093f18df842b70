"""Import of a generated SARIF of 200,000 results, held against the least that any import must do: ``json.loads`` and
a bare
``executemany`` of the same rows, without keys, checks, originals, search or journal.

Each in fresh processes, the better of two runs; memory is the resident sum of all processes of the import.
"""

import json
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

import psutil

from tests.bench.figure import Figure

RESULTS = 200_000
_RULES, _FILES = 500, 5_000

_FLOOR = """
import json, sys
from sqlcipher3 import dbapi2
run = json.loads(open(sys.argv[1], "rb").read())["runs"][0]
rows = []
for one in run["results"]:
    place = one["locations"][0]["physicalLocation"]
    region = place["region"]
    rows.append((one["ruleId"], one["level"], one["message"]["text"], place["artifactLocation"]["uri"],
        str(region["startLine"]), str(region["startColumn"]), str(region["endLine"]), region["snippet"]["text"],
        one["partialFingerprints"]["primaryLocationLineHash"], str(one["rank"])))
db = dbapi2.connect(sys.argv[2])
db.execute("pragma journal_mode=wal")
db.execute("pragma synchronous=normal")
db.execute("create table result (a text, b text, c text, d text, e text, f text, g text, h text, i text, j text)")
db.executemany("insert into result values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
db.commit()
"""

_IMPORT = """
import sys
from pathlib import Path
from desktop.casefile import Case
from desktop.intake.at_once import import_at_once
class Device:
    id = "bench"
    def sign(self, message):
        return message[:1] * 64
folder = Path(sys.argv[2])
with Case.create(folder / "a.sekisho", title="b", actor="b", device=Device(), state_dir=folder / "state") as case:
    done = import_at_once(case, [Path(sys.argv[1])])
    assert done.files[0].occurrences == int(sys.argv[3])
"""


def run() -> list[Figure]:
    """Time as a ratio, and peak memory."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        report = folder / "generated.sarif"
        generate(report, RESULTS)
        floors, imports, peaks = [], [], []
        for turn in range(2):
            work = folder / str(turn)
            work.mkdir()
            floors.append(_timed(_FLOOR, report, work / "floor.db")[0])
            seconds, peak = _timed(_IMPORT, report, work, str(RESULTS))
            imports.append(seconds)
            peaks.append(peak)
        size = report.stat().st_size
    floor = f"json.loads and executemany of the same rows ({min(floors):.1f} s)"
    return [
        Figure(
            f"import of {RESULTS:,} SARIF results ({size >> 20} MiB)", min(imports) / min(floors), "×", "≤ 2", floor
        ),
        Figure("its peak memory, all processes", max(peaks) / 1e6, "MB", "≤ 250", "resident sizes summed"),
    ]


def _timed(program: str, *arguments: object) -> tuple[float, int]:
    """Seconds of a fresh Python process, and the peak of its and its children's resident memory."""
    began = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-c", program, *map(str, arguments)])
    peak = 0
    ended = threading.Event()

    def watch() -> None:
        nonlocal peak
        while not ended.wait(0.05):
            peak = max(peak, _resident(process.pid))

    watcher = threading.Thread(target=watch)
    watcher.start()
    status = process.wait()
    seconds = time.perf_counter() - began
    ended.set()
    watcher.join()
    if status:
        raise subprocess.CalledProcessError(status, "bench")
    return seconds, peak


def _resident(pid: int) -> int:
    total = 0
    try:
        whole = psutil.Process(pid)
        for process in (whole, *whole.children(recursive=True)):
            total += process.memory_info().rss
    except psutil.Error:
        return 0
    return total


def generate(path: Path, results: int) -> None:
    """A minified SARIF with rules and artifacts after its results, some code flows and some Japanese, as producers
    do."""
    chance = random.Random(7)
    with path.open("w", encoding="utf-8") as file:
        file.write('{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"results":[')
        for number in range(results):
            file.write(("," if number else "") + _dumps(_result(chance, number)))
        files = [{"location": {"uri": f"src/dir{n % 50:02}/PRG{n:05}.cbl"}} for n in range(_FILES)]
        rules = [_rule(number) for number in range(_RULES)]
        driver = {"driver": {"name": "Generated", "version": "1", "rules": rules}}
        file.write(f'],"artifacts":{_dumps(files)},"tool":{_dumps(driver)}}}]}}')


_dumps: Callable[[object], str] = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _result(chance: random.Random, number: int) -> dict[str, object]:
    rule, member, line = chance.randrange(_RULES), chance.randrange(_FILES), chance.randrange(1, 5000)
    item = chance.randrange(100_000)
    text = (
        f"項目 WS-{item:05} を検査せずに使っています。"
        if chance.random() < 0.05
        else f"WS-{item:05} reaches S{chance.randrange(9999):04} without a check on every path of the paragraph."
    )
    place = {
        "physicalLocation": {
            "artifactLocation": {"uri": f"src/dir{member % 50:02}/PRG{member:05}.cbl", "index": member},
            "region": {
                "startLine": line,
                "startColumn": 8,
                "endLine": line,
                "endColumn": 60,
                "snippet": {"text": f"           MOVE WS-{item:05} TO WS-OUT-{chance.randrange(9999):04}."},
            },
        }
    }
    made: dict[str, object] = {
        "ruleId": f"R{rule:04}",
        "ruleIndex": rule,
        "level": chance.choice(["error", "warning", "note"]),
        "rank": number % 100,
        "message": {"text": text},
        "locations": [place],
        "partialFingerprints": {"primaryLocationLineHash": f"{chance.getrandbits(64):016x}:1"},
        "properties": {"precision": "high"},
    }
    if chance.random() < 0.02:
        made["codeFlows"] = [{"threadFlows": [{"locations": [{"location": place}] * 3}]}]
    return made


def _rule(number: int) -> dict[str, object]:
    return {
        "id": f"R{number:04}",
        "shortDescription": {"text": f"Rule {number} says something"},
        "fullDescription": {"text": f"Rule {number} at length. " * 6},
        "help": {"text": "Do this, then that. " * 20},
        "properties": {"tags": [f"external/cwe/cwe-{number % 900 + 1:03}"]},
    }
