"""A case of an older schema moves on, with a backup beside it; its journal says so."""

from collections.abc import Iterator
from typing import Any

import pytest
from sqlite_utils.migrations import Migrations

from desktop.casefile import case as kernel
from desktop.casefile import making, opening, verifying
from desktop.casefile.actions import SetStatus
from desktop.casefile.engine import connect
from desktop.casefile.schema import steps
from desktop.domain.levels import Status
from tests.casefile.conftest import KEY, Bench
from tests.casefile.samples import own


def add_owner(db: Any) -> None:
    db.table("finding").add_column("owner", int, not_null_default=0)


def fail(db: Any) -> None:
    add_owner(db)
    raise KeyError("half-way")


@pytest.fixture
def next_schema(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Iterator[None]:
    """A program that knows one step more."""
    migrations = Migrations("sekisho")
    for name, step in (*steps.STEPS, ("m0002_owner", request.param)):
        migrations(name=name)(step)
    yield from _patched(monkeypatch, migrations)


def _patched(monkeypatch: pytest.MonkeyPatch, migrations: Migrations) -> Iterator[None]:
    monkeypatch.setattr(opening, "MIGRATIONS", migrations)
    for module in (opening, making, kernel):
        monkeypatch.setattr(module, "VERSION", steps.VERSION + 1)
    verifying._fresh_shape.cache_clear()
    yield
    verifying._fresh_shape.cache_clear()


@pytest.fixture
def old(bench: Bench, request: pytest.FixtureRequest) -> bytes | None:
    """A case of today's schema, with a decision that can be undone."""
    key: bytes | None = request.param
    with bench.create(key=key) as case:
        finding = own(case)
        case.do(SetStatus((finding,), Status.FALSE_POSITIVE, "dead code"))
    return key


@pytest.mark.parametrize("old", [None, KEY], ids=["plain", "encrypted"], indirect=True)
@pytest.mark.parametrize("next_schema", [add_owner], indirect=True)
def test_an_older_case_moves_on_with_a_backup_and_stays_undoable(
    bench: Bench, old: bytes | None, next_schema: None
) -> None:
    with bench.open(key=old) as case:
        entry = case.read.history(limit=1)[0]
        assert entry.action == "migrate"
        assert (entry.fields["before"], entry.fields["after"], entry.fields["as_written"]) == (1, 2, True)
        assert case.verify().ok
        case.undo()
        assert case.read.findings()[0].row.status is Status.NEW
        assert case.verify().ok
        backup = bench.folder / str(entry.fields["backup"])
    db = connect(backup, old, read_only=True)
    try:
        assert db.execute("pragma user_version").fetchone()[0] == 1
        assert db.execute("select count(*) from journal").fetchone()[0] == 3
    finally:
        db.close()


@pytest.mark.parametrize("old", [None], ids=["plain"], indirect=True)
@pytest.mark.parametrize("next_schema", [fail], indirect=True)
def test_a_step_that_fails_leaves_the_case_as_it_was(bench: Bench, old: bytes | None, next_schema: None) -> None:
    with pytest.raises(KeyError):
        bench.open()
    db = connect(bench.path, None, read_only=True)
    try:
        assert db.execute("pragma user_version").fetchone()[0] == 1
        assert "owner" not in [row[1] for row in db.execute("pragma table_info(finding)")]
    finally:
        db.close()


@pytest.mark.parametrize("old", [None], ids=["plain"], indirect=True)
@pytest.mark.parametrize("next_schema", [add_owner], indirect=True)
def test_moving_on_does_not_cover_up_what_another_hand_changed_before(
    bench: Bench, old: bytes | None, next_schema: None
) -> None:
    db = connect(bench.path, None)
    db.execute("update finding set severity = 0")
    db.close()
    with bench.open() as case:
        assert case.read.history(limit=1)[0].fields["as_written"] is False
