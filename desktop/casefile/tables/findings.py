"""Findings as rows: writing one by one, and reading them for the list, whole, or with their occurrences."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from desktop.casefile.engine import Database
from desktop.casefile.rows import Rows, steps
from desktop.casefile.stored import FLAG_MORE_CWE, FLAG_SECOND, clean, day, days, moment
from desktop.domain.findings import Decision, FieldValue, Finding, FindingRow
from desktop.domain.ids import FindingId, ImportId, RunId, Seq
from desktop.domain.levels import Anchor, CheckedHow, Origin, Severity, Status, Verification
from desktop.domain.places import Place
from desktop.identity.units import FlatPlace, flat_place, short_place
from desktop.text.fold import fold

VISIBLE: Final = "f.import not in (select id from import where undone)"
"""A finding is there unless the import that brought it was undone."""
_DESCRIPTION: Final = "ifnull((select body from shared_text where id = t.shared_description), t.description)"
_RECOMMENDATION: Final = "ifnull((select body from shared_text where id = t.shared_recommendation), t.recommendation)"


@dataclass(frozen=True, slots=True)
class NewFinding:
    """What a person writes or a model claims. Texts may be empty; ``source`` is a person's, tool's or model's name."""

    origin: Origin
    source: str
    title: str
    severity: Severity
    places: tuple[Place, ...] = ()
    rule: str = ""
    description: str = ""
    impact: str = ""
    root_cause: str = ""
    steps: str = ""
    recommendation: str = ""
    system: str = ""
    cwe: tuple[int, ...] = ()
    cve: tuple[str, ...] = ()
    cvss31: str = ""
    cvss40: str = ""
    anchor: Anchor = Anchor.NOT_QUOTED
    run: RunId | None = None


def write_finding(rows: Rows, new: NewFinding) -> FindingId:
    """Write one finding with its texts, its folded title and one occurrence."""
    place = flat_place(new.places[0] if new.places else None)
    title = clean(" ".join(new.title.split()))
    id = rows.insert(
        "finding",
        severity=int(new.severity),
        origin=int(new.origin),
        anchor=int(new.anchor),
        source=rows.name_id("source", clean(new.source)),
        rule=rows.name_id("rule", clean(new.rule)),
        file=rows.name_id("path", clean(place.path)),
        cwe=new.cwe[0] if new.cwe else 0,
        flags=FLAG_MORE_CWE if len(new.cwe) > 1 else 0,
        hits=1,
        run=new.run or 0,
        seen=rows.at,
    )
    rows.insert(
        "finding_text",
        id=id,
        title=title,
        place=clean(short_place(place)),
        description=clean(new.description),
        impact=clean(new.impact),
        root_cause=clean(new.root_cause),
        steps=clean(new.steps),
        recommendation=clean(new.recommendation),
        system=clean(new.system),
        cwe=" ".join(map(str, new.cwe)),
        cve=" ".join(map(clean, new.cve)),
        cvss31=clean(new.cvss31),
        cvss40=clean(new.cvss40),
    )
    rows.insert("fold", id=id, t=fold(title))
    write_places(rows, FindingId(id), new.places)
    return FindingId(id)


def write_places(rows: Rows, finding: FindingId, places: Sequence[Place]) -> None:
    """One occurrence at the first place, with the others beside it."""
    first = flat_place(places[0] if places else None)
    occurrence = rows.insert("occurrence", finding=finding, **place_columns(rows, first))
    for place in places[1:]:
        rows.insert("more_place", finding=finding, occurrence=occurrence, **place_columns(rows, flat_place(place)))


def place_columns(rows: Rows, place: FlatPlace) -> dict[str, Any]:
    """A place as named columns, its path as its number in the dictionary."""
    columns = place._asdict()
    return {
        **columns,
        "path": rows.name_id("path", clean(place.path)),
        "unit": clean(place.unit),
        "quote": clean(place.quote),
    }


def read_rows(db: Database, ids: Sequence[int]) -> list[FindingRow]:
    """Rows of the list, in the order of ``ids``; ids that are not there are left out."""
    sql = f"""
        select f.id, f.severity, t.title, f.cwe, f.hits, t.place, f.origin, ifnull(s.name, ''), f.verification,
               ifnull(v.name, ''), f.status, ifnull(d.name, ''), f.anchor, f.due, f.flags
        from finding f join finding_text t on t.id = f.id left join source s on s.id = f.source
             left join source v on v.id = f.verified_by left join source d on d.id = f.decided_by
        where f.id in (select value from json_each(?)) and {VISIBLE}"""
    found = {}
    for some in steps([int(id) for id in ids]):
        found.update({row[0]: _row(row) for row in db.execute(sql, [str(some)])})
    return [found[id] for id in ids if id in found]


def _row(row: Any) -> FindingRow:
    (
        id,
        severity,
        title,
        cwe,
        hits,
        place,
        origin,
        source,
        verification,
        verified_by,
        status,
        decided_by,
        anchor,
        due,
        flags,
    ) = row
    return FindingRow(
        id=FindingId(id),
        severity=Severity(severity),
        title=title,
        cwe=cwe,
        hits=hits,
        place=place,
        origin=Origin(origin),
        source=source,
        verification=Verification(verification),
        verified_by=verified_by,
        status=Status(status),
        decided_by=decided_by,
        anchor=Anchor(anchor),
        due=day(due),
        needs_second=bool(flags & FLAG_SECOND),
    )


def read_findings(db: Database, ids: Sequence[int], places: Mapping[FindingId, tuple[Place, ...]]) -> list[Finding]:
    """Findings with all that is known of them, in the order of ``ids``; their places are given."""
    rows = {row.id: row for row in read_rows(db, ids)}
    there = str([int(id) for id in rows])
    tags = _grouped(
        db, "select x.finding, n.name from finding_tag x join tag n on n.id = x.tag", there, "x.finding, n.name"
    )
    kept = _grouped(db, "select finding, field, human, who, machine from kept", there, "finding, id")
    whole = {}
    sql = f"""
        select f.id, ifnull(r.name, ''), {_DESCRIPTION}, t.impact, t.root_cause, t.steps, {_RECOMMENDATION}, t.system,
               t.cwe, t.cve, t.cvss31, t.cvss40, t.severity_by, t.disclosure, f.import, f.run, f.seen, f.decision,
               (select o.why from occurrence o where o.finding = f.id
                and o.import not in (select id from import where undone) order by o.id desc limit 1)
        from finding f join finding_text t on t.id = f.id left join rule r on r.id = f.rule
        where f.id in (select value from json_each(?))"""
    for found in db.execute(sql, [there]):
        id = FindingId(found[0])
        (rule, description, impact, root_cause, how, recommendation, system, cwe, cve, cvss31, cvss40) = found[1:12]
        (severity_by, disclosure, import_id, run, seen, decision, why) = found[12:]
        whole[id] = Finding(
            row=rows[id],
            rule=rule,
            description=description,
            impact=impact,
            root_cause=root_cause,
            steps=how,
            recommendation=recommendation,
            system=system,
            cwe=tuple(int(number) for number in cwe.split()),
            cve=tuple(cve.split()),
            cvss31=cvss31,
            cvss40=cvss40,
            severity_by=severity_by or rows[id].source,
            disclosure=disclosure,
            tags=tuple(name for (name,) in tags.get(id, ())),
            places=places.get(id, ()),
            decision=read_decision(db, decision, needs_second=rows[id].needs_second) if decision else None,
            kept_beside=tuple(FieldValue(*values) for values in kept.get(id, ())),
            import_id=ImportId(import_id) if import_id else None,
            run_id=RunId(run) if run else None,
            first_seen=moment(seen),
            matched_why=WHY[why or 0],
        )
    return [whole[id] for id in rows]


WHY: Final = ("", "fingerprint", "place", "loose", "quote", "asked")
"""Why an occurrence was taken for one of an older finding, by ``occurrence.why``.

The key that matched, or a person's answer.
"""


def _grouped(db: Database, select: str, ids: str, order: str) -> dict[FindingId, list[tuple[Any, ...]]]:
    found: dict[FindingId, list[tuple[Any, ...]]] = {}
    sql = f"{select} where finding in (select value from json_each(?)) order by {order}"
    for finding, *values in db.execute(sql, [ids]):
        found.setdefault(FindingId(finding), []).append(tuple(values))
    return found


def read_decision(db: Database, id: int, *, needs_second: bool) -> Decision | None:
    """One decision."""
    row = db.execute(
        """select seq, who, at, reason, how, duplicate_of, until, asked, approver, approval, compensating
        from decision where id = ?""",
        [id],
    ).fetchone()
    if row is None:
        return None
    seq, who, at, reason, how, duplicate_of, until, asked, approver, approval, compensating = row
    return Decision(
        seq=Seq(seq),
        who=who,
        when=moment(at),
        reason=reason,
        how=CheckedHow(how) if how else None,
        duplicate_of=FindingId(duplicate_of) if duplicate_of else None,
        until=day(until),
        approver=approver,
        needs_second=needs_second,
        compensating=compensating,
        asked=asked,
        approval=approval,
    )


def read_last_reason(db: Database, status: Status, rule: str) -> str | None:
    """The newest reason that was given for this decision and this rule; findings without a rule have the empty one."""
    numbers = [0] if not rule else [id for (id,) in db.execute("select id from rule where name = ?", [rule])]
    sql = """select reason from decision where status = ? and rule in (select value from json_each(?))
        order by id desc limit 1"""
    row = db.execute(sql, [int(status), str(numbers)]).fetchone()
    return None if row is None else str(row[0])


def read_alike(db: Database, finding: FindingId, most: int) -> list[FindingId]:
    """Other findings of the same rule, then of the same file."""
    found: dict[FindingId, None] = {}
    for column in ("rule", "file"):
        sql = f"""select f.id from finding f where f.[{column}] = (select [{column}] from finding where id = ?)
            and f.[{column}] and f.id <> ? and {VISIBLE} order by f.id limit ?"""
        found.update(dict.fromkeys(FindingId(id) for (id,) in db.execute(sql, [finding, finding, most])))
    return list(found)[:most]


def read_on_same_line(db: Database, finding: FindingId, most: int) -> list[FindingId]:
    """Other findings at a line of a file that this one stands at too."""
    sql = f"""select distinct f.id
        from (select distinct path, line from occurrence where finding = ? and path and line limit 50) x
        join occurrence y on y.path = x.path and y.line = x.line join finding f on f.id = y.finding
        where f.id <> ? and {VISIBLE} order by f.id limit ?"""
    return [FindingId(id) for (id,) in db.execute(sql, [finding, finding, most])]


def count_queues(db: Database, today: date) -> dict[str, int]:
    """How many findings wait where, without the list's columns; the names are those of ``is:`` in a query."""
    decided = f"f.status > {int(Status.IN_REVIEW)}"
    lost = f"f.anchor = {int(Anchor.NOT_FOUND)}"
    open_still = (
        f"f.status not in ({', '.join(str(int(one)) for one in Status if one.is_dismissal or one >= Status.FIXED)})"
    )
    wanted = {
        "all": "1",
        "undecided": f"not ({decided}) and not ({lost})",
        "lead": f"not ({decided}) and not ({lost}) and f.origin = {int(Origin.MODEL)}",
        "unanchored": f"not ({decided}) and {lost}",
        "second": f"f.flags & {FLAG_SECOND} <> 0",
        "overdue": f"f.due and f.due < {days(today)} and {open_still}",
        "decided": decided,
    }
    sums = ", ".join(f"ifnull(sum({condition}), 0)" for condition in wanted.values())
    return dict(zip(wanted, db.execute(f"select {sums} from finding f where {VISIBLE}").fetchone(), strict=True))


def ids_after(db: Database, after: FindingId, limit: int) -> list[FindingId]:
    """The next ids in ascending order."""
    sql = f"select f.id from finding f where f.id > ? and {VISIBLE} order by f.id limit ?"
    return [FindingId(id) for (id,) in db.execute(sql, [after, limit])]
