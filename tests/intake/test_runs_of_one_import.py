"""Several runs of one tool in one import do to a case what they would do one after the other, as one entry."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.casefile import Case
from desktop.casefile.actions import SetSeverity, SetStatus
from desktop.casefile.schema import Layout
from desktop.domain.ids import FindingId
from desktop.domain.levels import CheckedHow, Severity, Status
from desktop.intake.at_once import import_at_once
from desktop.intake.commit import Choices, Imported, commit
from desktop.intake.preview import preview
from desktop.intake.previews import ChangeKind, FileKind, Preview, Standing
from desktop.intake.reading import Workers
from desktop.intake.settling import settled
from tests.casefile.dump import GROWING
from tests.intake.cases import new_case, result, sarif

BANK = Path(__file__).resolve().parents[2] / "resources" / "sample_bank"
NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
FIRST, SECOND = (BANK / "scans" / f"flawfinder-{day}.sarif" for day in ("20261101", "20261120"))


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    """One process for all tests of this file."""
    with Workers() as shared:
        yield shared


@pytest.fixture
def bring(workers: Workers) -> Any:
    """Preview and import these files in one go."""

    def brought(case: Case, *paths: Path, choices: Choices | None = None) -> tuple[Preview, Imported]:
        seen = preview(case.read, paths, workers=workers)
        return seen, commit(case, seen, choices, workers=workers)

    return brought


def rows(case: Case) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of the case that does not say which entry wrote it."""
    found: dict[str, list[tuple[Any, ...]]] = {}
    with case.reader() as reader:
        layout = Layout.of(reader._db)
        for table, columns in layout.columns.items():
            if table in GROWING or table in ("case_info", "_sqlite_migrations"):
                continue
            kept = [at for at, name in enumerate(columns) if name != "seq"]
            read = reader._db.execute(f"{layout.select(table)} order by id").fetchall()
            found[table] = [tuple(row[at] for at in kept) for row in read]
    return found


def shown(seen: Preview) -> dict[str, tuple[int, int, int, int, int]]:
    """Counts of each report."""
    return {one.name: (one.new, one.same, one.moved, one.gone, one.ask) for one in seen.files if one.matcher}


def pair(tmp_path: Path) -> tuple[Case, Case]:
    return new_case(tmp_path / "together", clock=lambda: NOW), new_case(tmp_path / "apart", clock=lambda: NOW)


def same_as_one_by_one(bring: Any, tmp_path: Path, before: Sequence[Path], runs: Sequence[Path]) -> Case:
    """Import ``runs`` in one go into one case and one by one into another, and compare all; returns the first."""
    together, apart = pair(tmp_path)
    for case in (together, apart):
        for path in before:
            bring(case, path)
        if before:
            ids = sorted(one.id for one in case.read.findings())
            case.do(SetStatus((ids[0],), Status.FALSE_POSITIVE, "試験用"))
            case.do(SetStatus((ids[1],), Status.CONFIRMED, "読んだ", how=CheckedHow.READ_THE_CODE))
            case.do(SetSeverity((ids[1],), Severity.LOW))
    one_by_one: dict[str, tuple[int, int, int, int, int]] = {}
    for path in runs:
        one_by_one |= shown(bring(apart, path)[0])
    seen, done = bring(together, *reversed(runs))
    assert shown(seen) == one_by_one
    assert rows(together) == rows(apart)
    assert {name: (one.new, one.same, one.moved, one.gone) for name, one in done.reports.items()} == {
        name: counts[:4] for name, counts in one_by_one.items()
    }
    assert together.verify().ok
    apart.close()
    return together


def test_the_later_run_of_a_real_tool_is_compared_with_the_earlier_one(bring: Any, tmp_path: Path) -> None:
    with same_as_one_by_one(bring, tmp_path, (), (FIRST, SECOND)) as case:
        assert [entry.action for entry in case.read.history()].count("import") == 1
        assert case.read.info().findings == 45
        case.undo()
        assert case.read.info().findings == case.read.info().evidence == 0
        case.redo()
        assert case.read.info().findings == 45 and case.verify().ok


def test_the_preview_says_what_a_report_is_compared_with(tmp_path: Path, workers: Workers) -> None:
    with new_case(tmp_path) as case:
        seen = preview(case.read, [SECOND, FIRST], workers=workers)
        later, earlier = seen.files
        assert shown(seen) == {FIRST.name: (39, 0, 0, 0, 0), SECOND.name: (6, 4, 31, 4, 0)}
        assert earlier.compared_with is None
        assert later.compared_with is not None and later.compared_with.what == FIRST.name
        assert later.compared_with.when is None and "RunOfThisImport" in {note.why for note in later.notes}
        gone = [row for row in later.rows if row.change is ChangeKind.GONE]
        assert len(gone) == 4 and all(row.title and row.before == Standing(Status.NEW, "") for row in gone)
        assert case.read.info().findings == case.read.info().evidence == 0


def three(tmp_path: Path) -> list[Path]:
    """Three runs: one finding stays, one moves twice, one goes and comes back, one goes, and new ones come."""
    stays, back, goes = result("R1", 10, "MOVE A"), result("R3", 30, "MOVE C"), result("R5", 50, "MOVE E")
    return [
        sarif(tmp_path / "in" / "scan-9.sarif", stays, result("R2", 20, "MOVE B"), back, goes),
        sarif(
            tmp_path / "in" / "scan-10.sarif", stays, result("R2", 25, "MOVE B", level="error"), result("R6", 1, "X")
        ),
        sarif(tmp_path / "in" / "scan-11.sarif", stays, result("R2", 27, "MOVE B"), back, result("R7", 2, "Y")),
    ]


def test_three_runs_do_what_they_do_one_after_the_other(bring: Any, tmp_path: Path) -> None:
    with same_as_one_by_one(bring, tmp_path, (), three(tmp_path)) as case:
        assert case.read.info().findings == 6


def test_three_runs_over_a_case_with_decisions_do_what_they_do_one_after_the_other(bring: Any, tmp_path: Path) -> None:
    first, *later = three(tmp_path)
    again = sarif(tmp_path / "in" / "scan-12.sarif", result("R6", 5, "X"), result("R3", 30, "MOVE C"))
    with same_as_one_by_one(bring, tmp_path, (first,), (*later, again)) as case:
        before = rows(case)
        case.undo()
        assert case.read.info().findings == 4
        case.redo()
        assert {name: rows(case)[name] for name in ("finding", "occurrence", "import")} == {
            name: before[name] for name in ("finding", "occurrence", "import")
        }


def test_a_run_in_the_middle_that_is_cut_off_proves_nothing_gone(bring: Any, tmp_path: Path) -> None:
    runs = three(tmp_path)
    whole = runs[1].read_bytes()
    runs[1].write_bytes(whole[: whole.index(b'"R2"') - 3])
    with same_as_one_by_one(bring, tmp_path, (), runs) as case:
        assert [one.gone for one in reversed(case.read.imports())] == [0, 0, 1]


def test_runs_count_by_the_tools_own_time_before_their_names(bring: Any, tmp_path: Path) -> None:
    new = sarif(tmp_path / "a.sarif", result("R", 2, "x"), start="2026-11-20T09:00:00Z")
    old = sarif(tmp_path / "b.sarif", result("R", 1, "x"), result("S", 9, "y"), start="2026-11-06T09:00:00Z")
    with new_case(tmp_path / "case") as case:
        seen, _ = bring(case, new, old)
        assert shown(seen) == {"a.sarif": (0, 0, 1, 1, 0), "b.sarif": (2, 0, 0, 0, 0)}
        assert [one.what for one in case.read.imports()] == ["a.sarif", "b.sarif"], "the newest first"


def test_reports_of_different_tools_leave_each_other_alone(bring: Any, tmp_path: Path) -> None:
    files = [
        sarif(tmp_path / "a.sarif", result("R", 1, "x"), tool="one"),
        sarif(tmp_path / "b.sarif", result("R", 1, "x"), result("S", 2, "y"), tool="two"),
        sarif(tmp_path / "c.sarif", result("R", 4, "x"), tool="one"),
    ]
    with same_as_one_by_one(bring, tmp_path, (), files) as case:
        assert case.read.info().findings == 3


def test_the_same_file_twice_is_there_already(tmp_path: Path, workers: Workers) -> None:
    path = sarif(tmp_path / "a" / "scan.sarif", result("R", 1, "x"))
    other = tmp_path / "b" / "scan.sarif"
    other.parent.mkdir()
    other.write_bytes(path.read_bytes())
    with new_case(tmp_path / "case") as case:
        seen = preview(case.read, [path, other], workers=workers)
        assert [one.kind for one in seen.files] == [FileKind.REPORT, FileKind.KNOWN]
        commit(case, seen, workers=workers)
        assert case.read.info().findings == 1 and len(case.read.occurrences(FindingId(1))) == 1


def test_leaving_the_earlier_run_out_makes_the_later_one_the_first(bring: Any, tmp_path: Path) -> None:
    first, second, third = three(tmp_path)
    with new_case(tmp_path / "case") as case:
        out = frozenset({second.name})
        seen, _ = bring(case, first, second, third, choices=Choices(left_out=out))
        settled_so = Preview(settled(case.read, seen.files, left_out=out))
        assert shown(seen)[third.name] == (1, 2, 1, 1, 0)
        assert [(one.what, one.new, one.gone) for one in reversed(case.read.imports())] == [
            (first.name, 4, 0),
            (third.name, 1, 1),
        ]
        assert settled_so.files[2].compared_with is not None
    with new_case(tmp_path / "other") as case:
        bring(case, first)
        bring(case, third)
        assert [(one.what, one.new, one.gone) for one in reversed(case.read.imports())] == [
            (first.name, 4, 0),
            (third.name, 1, 1),
        ]


def test_a_question_about_the_earlier_run_of_the_same_import_can_be_answered(tmp_path: Path, workers: Workers) -> None:
    def elsewhere(line: int, path: str) -> dict[str, object]:
        one = result("R", line, "EXEC SQL", text=path)
        place = {"artifactLocation": {"uri": path}, "region": {"startLine": line, "snippet": {"text": "EXEC SQL"}}}
        return one | {"locations": [{"physicalLocation": place}]}

    first = sarif(tmp_path / "scan-1.sarif", result("R", 431, "EXEC SQL"))
    second = sarif(tmp_path / "scan-2.sarif", elsewhere(436, "batch/A.cbl"), elsewhere(512, "batch/B.cbl"))
    with new_case(tmp_path / "case") as case:
        seen = preview(case.read, [first, second], workers=workers)
        (row,) = [row for row in seen.files[1].rows if row.change is ChangeKind.ASK]
        assert row.question is not None
        answers = {second.name: {row.question.after[1].group: row.question.before[0].finding}}
        commit(case, seen, Choices(answers=answers), workers=workers)
        assert case.read.info().findings == 2
        assert [getattr(one.place, "line", 0) for one in case.read.occurrences(FindingId(1))] == [512]


def test_an_import_at_once_of_large_reports_compares_them_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.intake.reading.SMALL", 10)
    monkeypatch.setattr("desktop.intake.preview.SMALL", 10)
    with new_case(tmp_path / "case") as case:
        done = import_at_once(case, [SECOND, FIRST])
        assert shown(Preview(done.files)) == {FIRST.name: (39, 0, 0, 0, 0), SECOND.name: (6, 4, 31, 4, 0)}
        assert case.read.info().findings == 45 and case.verify().ok


RESULTS = st.builds(
    lambda rule, line, snippet: result(f"R{rule}", line, f"quote {snippet}"),
    st.integers(0, 1),
    st.integers(1, 6),
    st.integers(0, 3),
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(RESULTS, max_size=6), min_size=2, max_size=4))
def test_any_runs_do_what_they_do_one_after_the_other(
    bring: Any, tmp_path_factory: pytest.TempPathFactory, runs: list[list[dict[str, object]]]
) -> None:
    folder = tmp_path_factory.mktemp("runs")
    noted = [
        sarif(folder / f"scan-{number}.sarif", *found, result("S", number, f"of run {number}"))
        for number, found in enumerate(runs, 1)
    ]
    same_as_one_by_one(bring, folder, (), noted).close()
