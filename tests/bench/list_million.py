"""A list of a million findings: twenty queries cold and warm, one decision synced, 100,000 at once and undone.

Cold is the first time that a question is asked of columns just loaded; warm is each of twenty times after that. The
rows are made as an import makes them; titles mix Japanese and English.
"""

import io
import random
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from desktop.casefile import Case, Query
from desktop.casefile.actions import ImportBatch, Original, Report, SetStatus
from desktop.domain.ids import FindingId
from desktop.domain.levels import DataClass, Status
from desktop.domain.reported import Tool
from desktop.identity.units import FlatPlace, UnitRow
from tests.bench.figure import Figure

FINDINGS: Final = 1_000_000
QUERIES: Final = (
    "is:undecided",
    "severity:critical,high is:undecided",
    "severity:>=medium status:new sort:due",
    "cwe:89",
    "rule:rule-12",
    "path:mod7/file4",
    "残高",
    "ｻﾞﾝﾀﾞｶ severity:high",
    "overflow sort:title",
    "の",
    "e sort:-severity",
    "no title has this",
    "認証 -sql sort:path",
    "sort:title",
    "sort:path",
    "sort:hits severity:critical",
    "group:rule",
    "group:file severity:high",
    "is:decided group:severity",
    "id:>999000 sort:-id",
)
_WORDS: Final = (
    *("残高", "照会", "入力検証", "認証", "振込", "口座番号", "パスワード", "ザンダカ"),
    *("cred", "overflow", "buffer", "SQL", "injection", "token", "path", "traversal"),
)


def run() -> list[Figure]:
    """Times in milliseconds and seconds; ``loaded`` is until any question can be answered."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Case.create(
            folder / "million.sekisho", title="b", actor="b", device=Device(), state_dir=folder / "state"
        ) as case:
            _fill(case)
            return [*_asked(case), *_decided(case)]


class Device:
    """A device whose signatures cost nothing: it is not what is measured."""

    id = "bench"

    def sign(self, data: bytes) -> bytes:
        return data[:1] * 64


def _fill(case: Case) -> None:
    report = Report("sarif", Tool("bench"), _units())
    original = Original("b", lambda: io.BytesIO(b"b"), "report", DataClass.INTERNAL, report=report)
    case.do(ImportBatch("b", (original,)))


def _units() -> Iterator[list[UnitRow]]:
    dice = random.Random(1)
    rows: list[UnitRow] = []
    for number in range(FINDINGS):
        title = f"{' '.join(dice.choices(_WORDS, k=4))} の不備 in f{number % 99_991}"
        rule, file = int(dice.paretovariate(0.6)) % 4_000, int(dice.paretovariate(0.5)) % 50_000
        place = FlatPlace(2, f"src/mod{file % 50}/file{file}.cbl", number + 1, 0, 8)
        cwe = ("120", "89", "22 89")[number % 3]
        rows.append(UnitRow(f"rule-{rule}", title, number * 7 % 5, place, f"Call {number} copies bytes", cwe=cwe))
        if len(rows) == 400:
            yield rows
            rows = []
    yield rows


def _asked(case: Case) -> list[Figure]:
    start = time.perf_counter()
    index = case.index()
    loaded = time.perf_counter() - start
    cold, warm, whole = [], [], []
    with case.reader() as reader:
        for turn in range(21):
            for text in QUERIES:
                query = Query.parse(text)
                start = time.perf_counter()
                reader.rows(index.first(query, 50).tolist())
                (warm if turn else cold).append(time.perf_counter() - start)
                start = time.perf_counter()
                index.query(query)
                whole.append(time.perf_counter() - start)
    index.close()
    of = f"{FINDINGS:,} findings, {len(QUERIES)} queries"
    return [
        Figure("columns and titles loaded", loaded, "s", "", f"{FINDINGS:,} findings"),
        Figure("first 50 rows with their texts, cold, slowest", max(cold) * 1e3, "ms", "≤ 100", of),
        Figure("first 50 rows with their texts, warm, p99", _p99(warm) * 1e3, "ms", "≤ 100", of),
        Figure("all ids, exact count and groups, p99", _p99(whole) * 1e3, "ms", "", of),
    ]


def _decided(case: Case) -> list[Figure]:
    dice = random.Random(2)
    times = []
    for _ in range(500):
        finding = FindingId(dice.randint(1, FINDINGS))
        start = time.perf_counter()
        case.do(SetStatus((finding,), Status.FALSE_POSITIVE, "dead code"))
        times.append(time.perf_counter() - start)
    many = tuple(map(FindingId, sorted(dice.sample(range(1, FINDINGS), 100_000))))
    start = time.perf_counter()
    case.do(SetStatus(many, Status.NOT_AFFECTED, "not deployed"))
    middle = time.perf_counter()
    case.undo()
    end = time.perf_counter()
    return [
        Figure("one decision, journal synced, p99", _p99(times) * 1e3, "ms", "≤ 30", f"{FINDINGS:,} findings"),
        Figure("100,000 decided at once", middle - start, "s", "≤ 3", "one entry"),
        Figure("… and undone", end - middle, "s", "≤ 3", "one entry"),
    ]


def _p99(times: list[float]) -> float:
    return sorted(times)[len(times) * 99 // 100]
