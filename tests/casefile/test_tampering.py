"""What another hand changes in the file is found."""

import hashlib
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desktop.casefile import Case
from desktop.casefile.actions import (
    Annotate,
    ApprovePlan,
    Authorise,
    EndRun,
    MarkRead,
    RecordAnswer,
    RecordSending,
    SaveQuery,
    SetField,
    SetStatus,
    SetVerification,
    StartRun,
    StorePlan,
    Tag,
    TakeAnswer,
)
from desktop.casefile.engine import Database, connect
from desktop.casefile.errors import CaseDamaged, RulesChanged
from desktop.casefile.heads import Heads
from desktop.casefile.schema import Layout
from desktop.casefile.summaries import ImportNote
from desktop.casefile.verifying import verify
from desktop.domain.ids import EvidenceId, ExchangeId, PlanId, RunId, Sha256
from desktop.domain.levels import Anchor, CheckedHow, Severity, Status, Verification
from desktop.domain.places import BytePlace, Span
from desktop.domain.plans import DraftUnit, PlanDraft, TokenText
from desktop.domain.reported import Lead, LeadFlag, Quote
from desktop.domain.runs import Authorisation, Outcome, RunState, SecondPerson
from tests.casefile.conftest import KEY, START, Bench, Device
from tests.casefile.samples import PATH, own, report, source, unit

NOTE = ImportNote("[1]", "cut-off", (3, 4), {"n": 1})


def fill(case: Case) -> None:
    """Something in every table."""
    finding = own(case)
    evidence = source(case)
    case.do(report([unit(1, more=(unit(2).place,)), unit(2, description="long " * 100)], note=NOTE))
    case.do(SetStatus((finding,), Status.CONFIRMED, "seen", CheckedHow.READ_THE_CODE))
    case.do(SetVerification((finding,), Verification.REPRODUCED, "ran it"))
    case.do(SetField(finding, "title", "Better"))
    case.do(Tag((finding,), ("old",)))
    case.do(Annotate("note", finding))
    case.do(Authorise(Authorisation("bank", "CISO", "deposits", START.date())))
    case.do(MarkRead(evidence, 1, 2))
    case.do(SaveQuery("mine", "is:undecided"))
    run(case, evidence)


def run(case: Case, evidence: EvidenceId) -> None:
    """A plan, approved; a run with one exchange and what came of it; a token."""
    body = b'{"model": "m-1"}'
    digest = Sha256(hashlib.sha256(body).hexdigest())
    unit_ = DraftUnit(evidence, PATH, "MAIN", Span(0, 31), 1, 1, body, digest, 10, 1, (), b"[]")
    token = TokenText("⟦ACCT-0001⟧", "account", "1234567")
    draft = PlanDraft(
        digest, "m", "m-1", START, (unit_,), 10, 20, Decimal("0.1"), "USD", {"class": "internal"}, (token,)
    )
    plan = PlanId(case.do(StorePlan(draft)).made)
    case.do(ApprovePlan(plan, digest, (("near", "Sato", 1.5, 3),)))
    case.do(TakeAnswer(plan, digest, SecondPerson("Suzuki", "0" * 16, True, "", digest, b"{}")))
    started = RunId(case.do(StartRun(plan, "m-1", 1)).made)
    sending = RecordSending(started, plan, 1, "m-1", "openai", "https://x/v1", digest, "Sato", body, digest)
    exchange = ExchangeId(case.do(sending).made)
    place = BytePlace(evidence, PATH, Span(7, 21), 1, 1, 8, "MAIN", "IDENTIFICATION")
    quotes = (
        Quote("IDENTIFICATION", Anchor.FOUND, place),
        Quote("DIVISION", Anchor.FOUND, replace(place, span=Span(22, 30))),
    )
    claim = Lead("claim", Severity.HIGH, 89, "d", "i", "r", quotes, Anchor.FOUND, flags=(LeadFlag.FOREIGN_TOKEN,))
    case.do(RecordAnswer(exchange, Outcome.ANSWERED, b"reply", "m-1", leads=(claim,)))
    case.do(EndRun(started, RunState.DONE))


@contextmanager
def opened(bench: Bench) -> Iterator[tuple[Database, Heads]]:
    """The file of a case that was closed, in another hand, and what its machine remembers."""
    db = connect(bench.path, None)
    case_id = db.execute("select case_id from case_info").fetchone()[0]
    yield db, Heads(bench.state_dir, case_id, bench.device)
    db.close()


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Database, Heads]]:
    bench = Bench(tmp_path_factory.mktemp("tampered"))
    with bench.create() as case:
        fill(case)
    with opened(bench) as both:
        yield both


def problems(db: Database, heads: Heads) -> list[str]:
    return [problem.code for problem in verify(db, heads.remembered(), "").problems]


def another(value: Any, column: str) -> Any:
    match value:
        case int():
            return value + 1
        case str():
            return f"{value}x"
        case bytes():
            return value + b"x"
        case None:
            return b"x" if column == "many" else "x" if column == "machine" else 1
    raise TypeError(value)


def other_text(value: Any) -> Any:
    return f"{value}y" if isinstance(value, str) else value


def silence(db: Database) -> None:
    for change in ("update", "delete"):
        db.execute(f"drop trigger journal_no_{change}")


def restore(db: Database) -> None:
    for change in ("update", "delete"):
        never = "select raise(abort, 'the journal is append-only')"
        db.execute(f"create trigger journal_no_{change} before {change} on journal begin {never}; end")


def test_an_untouched_case_verifies(filled: tuple[Database, Heads]) -> None:
    assert problems(*filled) == []


def test_no_table_is_left_out_of_this_proof(filled: tuple[Database, Heads]) -> None:
    db, _ = filled
    empty = [
        table for table in Layout.of(db).columns if not db.execute(f"select count(*) from [{table}]").fetchone()[0]
    ]
    assert empty == []


def changed_columns(db: Database, heads: Heads) -> dict[str, bool]:
    """Change each column of each table in turn; whether it was found."""
    found = {}
    for table, columns in Layout.of(db).columns.items():
        row = newest_row(db, table, columns)
        for column, value in zip(columns, row, strict=True):
            with hidden(db):
                db.execute(f"update [{table}] set [{column}] = ? where id = ?", [another(value, column), row[0]])
                restore(db)
                found[f"{table}.{column}"] = bool(problems(db, heads))
    return found


def changed_rows(db: Database, heads: Heads) -> dict[str, bool]:
    """Remove a row of each table, and add one, in turn; whether it was found."""
    found = {}
    for table, columns in Layout.of(db).columns.items():
        row = newest_row(db, table, columns)
        with hidden(db):
            db.execute(f"delete from [{table}] where id = ?", [row[0]])
            restore(db)
            found[f"removed {table}"] = bool(problems(db, heads))
        with hidden(db):
            marks = ", ".join("?" * len(columns))
            db.execute(f"insert into [{table}] values ({marks})", [row[0] + 1, *map(other_text, row[1:])])
            restore(db)
            found[f"added {table}"] = bool(problems(db, heads))
    return found


@contextmanager
def hidden(db: Database) -> Iterator[None]:
    """Another hand at work, without the journal's guards; all is taken back afterwards."""
    db.execute("begin")
    silence(db)
    yield
    db.execute("rollback")


def newest_row(db: Database, table: str, columns: Sequence[str]) -> tuple[Any, ...]:
    names = ", ".join(f"[{column}]" for column in columns)
    row: tuple[Any, ...] = db.execute(f"select {names} from [{table}] order by id desc limit 1").fetchone()
    return row


def test_every_changed_column_of_every_table_is_found(filled: tuple[Database, Heads]) -> None:
    found = changed_columns(*filled)
    assert [column for column, seen in found.items() if not seen] == []
    assert len(found) > 250


def test_a_removed_and_an_added_row_of_every_table_are_found(filled: tuple[Database, Heads]) -> None:
    assert [change for change, seen in changed_rows(*filled).items() if not seen] == []


def test_swapping_values_between_rows_is_found(filled: tuple[Database, Heads]) -> None:
    db, heads = filled
    db.execute("begin")
    first, second = [row[0] for row in db.execute("select t from fold order by id limit 2")]
    db.execute(
        "update fold set t = case t when ? then ? else ? end where t in (?, ?)", [first, second, first, first, second]
    )
    assert problems(db, heads) == ["verify.rows-changed"]
    db.execute("rollback")


def test_a_row_far_away_is_found_and_looked_for_quickly(filled: tuple[Database, Heads]) -> None:
    db, heads = filled
    db.execute("begin")
    db.execute("insert into rule (id, name) values (?, 'x')", [1 << 60])
    assert problems(db, heads) == ["verify.rows-changed"]
    db.execute("rollback")


def test_dropping_a_guard_is_found(filled: tuple[Database, Heads]) -> None:
    db, heads = filled
    for statement in ("drop trigger journal_no_update", "drop index finding_rule", "create table more (id integer)"):
        db.execute("begin")
        db.execute(statement)
        assert "verify.schema-changed" in problems(db, heads)
        db.execute("rollback")


def test_the_journal_refuses_update_and_delete(filled: tuple[Database, Heads]) -> None:
    db, _ = filled
    for statement in ("update journal set who = 'x'", "delete from journal"):
        with pytest.raises(Exception, match="append-only"):
            db.execute(statement)


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "encrypted"])
def test_entries_cut_off_with_their_rows_are_found_by_the_head_kept_outside(bench: Bench, key: bytes | None) -> None:
    older = bench.folder / "older.sekisho"
    with bench.create(key=key) as case:
        finding = own(case)
    shutil.copy(bench.path, older)
    with bench.open(key=key) as case:
        case.do(SetStatus((finding,), Status.FALSE_POSITIVE, "dead code"))
    shutil.copy(older, bench.path)
    with bench.open(key=key, read_only=True) as case:
        assert [problem.code for problem in case.standing] == ["verify.cut-off"]
        report_ = case.verify()
        assert not report_.ok
        assert [(p.code, p.fields["remembered"]) for p in report_.problems] == [("verify.cut-off", 3)]


def test_an_older_copy_may_be_worked_on_but_the_journal_says_so(bench: Bench) -> None:
    with bench.create() as case:
        finding = own(case)
    older = bench.path.read_bytes()
    with bench.open() as case:
        case.do(SetStatus((finding,), Status.FALSE_POSITIVE, "dead code"))
    bench.path.write_bytes(older)
    with bench.open() as case:
        noticed = case.read.history(limit=1)[0]
        assert (noticed.action, noticed.fields["remembered"], noticed.fields["found"]) == ("notice_older_copy", 3, 2)
        own(case, "work goes on")
        assert [problem.code for problem in case.verify().problems] == ["verify.older-copy"], "it stays said"


@pytest.mark.parametrize("gone", [True, False], ids=["removed", "rewritten"])
def test_a_rewritten_case_is_not_laundered_by_the_next_entry(bench: Bench, gone: bool) -> None:
    with bench.create() as case:
        own(case)
        other = bench.folder / "other.sekisho"
        shutil.copy(case.path, other)
        own(case, "the true second one")
    elsewhere = replace(bench, folder=bench.folder / "elsewhere")
    elsewhere.folder.mkdir()
    with elsewhere.open(path=other) as theirs:
        own(theirs, "another second one")
    shutil.copy(other, bench.path)
    heads = next((bench.state_dir / "heads").iterdir())
    if gone:
        heads.unlink()
    with bench.open() as case:
        own(case, "work goes on")
        found = [problem.code for problem in case.verify().problems]
        assert "verify.older-copy" in found
    with bench.open() as case:
        own(case, "and on")
        assert "verify.older-copy" in [problem.code for problem in case.verify().problems]


def test_a_case_with_rules_of_its_own_opens_to_read_only(bench: Bench) -> None:
    with bench.create() as case:
        own(case)
    db = connect(bench.path, None)
    db.execute("create trigger helpful after insert on journal begin update finding set flags = 0; end")
    db.close()
    with pytest.raises(RulesChanged) as refused:
        bench.open()
    assert refused.value.name == "helpful"
    with bench.open(read_only=True) as case:
        assert case.read.findings()


def test_a_head_that_this_device_did_not_sign_is_said(bench: Bench) -> None:
    with bench.create() as case:
        own(case)
        path = next((bench.state_dir / "heads").iterdir())
    path.write_text(path.read_text().replace('"entries": 2', '"entries": 1'))
    with bench.open(read_only=True) as case:
        assert "verify.head-not-ours" in [problem.code for problem in case.verify().problems]


def test_another_machine_knows_no_head_and_says_so(bench: Bench, tmp_path: Path) -> None:
    with bench.create() as case:
        own(case)
    device = Device(Ed25519PrivateKey.generate())
    with Case.open(bench.path, actor="Mori", device=device, state_dir=tmp_path / "other") as elsewhere:
        verified = elsewhere.verify()
        assert verified.ok
        assert not verified.remembered


def test_a_machine_that_wrote_here_and_knows_no_head_any_more_says_so(bench: Bench) -> None:
    with bench.create() as case:
        own(case)
    shutil.rmtree(bench.state_dir / "heads")
    with bench.open(read_only=True) as case:
        assert [problem.code for problem in case.standing] == ["verify.head-missing"]
        assert not case.verify().ok


def test_a_case_is_remembered_from_its_first_entry_on(bench: Bench) -> None:
    bench.create().close()
    with bench.open(read_only=True) as case:
        assert case.verify().remembered
    with opened(bench) as (db, _):
        db.execute("drop trigger journal_no_update")
        db.execute("update journal set who = 'Mori'")
    with bench.open(read_only=True) as case:
        assert not case.verify().ok


def test_a_maker_that_was_killed_before_it_remembered_accuses_nobody(bench: Bench) -> None:
    bench.create().close()
    shutil.rmtree(bench.state_dir / "heads")
    with bench.open() as case:
        assert case.standing == ()
        verified = case.verify()
        assert (verified.ok, verified.remembered) == (True, False)


def test_verification_can_be_given_up_and_then_claims_nothing(case: Case) -> None:
    own(case)
    verified = case.verify(cancelled=lambda: True)
    assert not verified.ok
    assert not verified.finished
    assert verified.problems == ()


def test_a_tampered_case_can_still_be_read(bench: Bench) -> None:
    with bench.create() as case:
        case.do(SetStatus((own(case),), Status.FALSE_POSITIVE, "dead code"))
    with opened(bench) as (db, _):
        silence(db)
        db.execute("update journal set fields = '{torn', undoes = 77 where id = 3")
        db.execute("update inverse set body = x'00'")
    with bench.open(read_only=True) as case:
        assert [entry.action for entry in case.read.history()] == ["set_status", "add_finding", "begin"]
        assert case.poll() is None
        with pytest.raises(CaseDamaged):
            case.undo()
        assert not case.verify().ok
