"""The list's columns say what SQLite says, whatever was done in between."""

import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.casefile import Case, FindingIndex, Query
from desktop.casefile.actions import Annotate, SetField, SetSeverity, SetStatus, Tag
from desktop.casefile.errors import BadQuery, NothingToRedo
from desktop.casefile.index.titles import Titles
from desktop.domain.findings import Finding
from desktop.domain.ids import FindingId
from desktop.domain.levels import Anchor, Origin, Severity, Status
from desktop.domain.standing import Proof, proof, shows_severity
from desktop.text.fold import fold
from tests.casefile.conftest import Bench
from tests.casefile.samples import lead, own, report, unit

TITLES = (
    "残高照会 without a check",
    "ザンダカ overflow",
    "SQL injection",
    "sql INJECTION in 残高",
    "Card number in log",
    "Ｐａｔｈ traversal",
)
TODAY = date(2026, 11, 23)


def fill(case: Case) -> None:
    dice = random.Random(7)
    units = [
        unit(
            number,
            rule=f"R{number % 7}",
            path=f"src/{'ABC'[number % 3]}/M{number % 11}.cbl",
            title=dice.choice(TITLES),
            severity=dice.randrange(5),
            cwe=dice.choice(["", "89", "22", "89 564"]),
        )
        for number in range(300)
    ]
    case.do(report(units))
    for number in range(5):
        lead(case, f"claim {number}", Anchor.NOT_FOUND if number % 2 else Anchor.FOUND)
    own(case, "mine")
    case.do(SetStatus(tuple(map(FindingId, range(1, 60))), Status.FALSE_POSITIVE, "dead code"))
    case.do(Tag((FindingId(70), FindingId(71)), ("urgent",)))
    case.do(SetField(FindingId(70), "due", "2026-11-01"))
    case.do(SetField(FindingId(71), "due", "2027-11-01"))
    case.do(SetField(FindingId(72), "description", "A long story about 振込"))
    case.do(Annotate("note on 振込", FindingId(73)))


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    """Only read."""
    with Bench(tmp_path_factory.mktemp("index")).create() as case:
        fill(case)
        yield case


@pytest.fixture(scope="module")
def index(filled: Case) -> Iterator[FindingIndex]:
    made = filled.index()
    yield made
    made.close()


def rule_of(finding: Finding) -> str:
    return fold(finding.rule)


def path_of(finding: Finding) -> str:
    return fold(str(getattr(finding.places[0], "path", ""))) if finding.places else ""


def says(word: str) -> Callable[[Finding], bool]:
    return lambda f: word in fold(f.row.title) or word in rule_of(f) or word in path_of(f)


def shown(finding: Finding) -> Severity | None:
    return finding.row.severity if shows_severity(finding.row) else None


def undecided(finding: Finding) -> bool:
    return not finding.row.status.is_decision and finding.row.anchor is not Anchor.NOT_FOUND


CASES: dict[str, Callable[[Finding], bool]] = {
    "": lambda f: True,
    "残高": says("残高"),
    "ｻﾞﾝﾀﾞｶ": says("ザンダカ"),
    "SQL": says("sql"),
    '"sql injection"': says("sql injection"),
    "path": says("path"),
    "残高 sql": lambda f: says("残高")(f) and says("sql")(f),
    "-残高": lambda f: not says("残高")(f),
    "m1.cbl": says("m1.cbl"),
    "severity:high": lambda f: shown(f) is Severity.HIGH,
    "severity:high,critical": lambda f: (shown(f) or 0) >= Severity.HIGH,
    "severity:>=high": lambda f: (shown(f) or 0) >= Severity.HIGH,
    "severity:<medium": lambda f: shown(f) in (Severity.NONE, Severity.LOW),
    "cwe:<50": lambda f: any(number < 50 for number in f.cwe),
    "残高 sql nothing": lambda f: False,
    "-severity:low": lambda f: shown(f) is not Severity.LOW,
    "status:new": lambda f: f.row.status is Status.NEW,
    "origin:model": lambda f: f.row.origin is Origin.MODEL,
    "cwe:89": lambda f: 89 in f.cwe,
    "cwe:CWE-564": lambda f: 564 in f.cwe,
    "-cwe:564": lambda f: 564 not in f.cwe,
    "rule:r1": lambda f: "r1" in rule_of(f),
    "path:src/a": lambda f: "src/a" in path_of(f),
    "tag:urgent": lambda f: "urgent" in f.tags,
    "title:log": lambda f: "log" in fold(f.row.title),
    "source:scanner": lambda f: f.row.source == "scanner",
    "id:5": lambda f: f.id == 5,
    "id:>=300": lambda f: f.id >= 300,
    "due:<2026-12-01": lambda f: f.row.due is not None and f.row.due < date(2026, 12, 1),
    "text:振込": lambda f: f.id in (72, 73),
    "is:decided": lambda f: f.row.status.is_decision,
    "is:undecided": undecided,
    "is:lead": lambda f: undecided(f) and f.row.origin is Origin.MODEL,
    "is:unanchored": lambda f: not f.row.status.is_decision and f.row.anchor is Anchor.NOT_FOUND,
    "is:overdue": lambda f: f.id == 70,
    "is:edited": lambda f: bool(f.kept_beside),
    "is:dismissed": lambda f: f.row.status.is_dismissal,
    "CWE-89": lambda f: 89 in f.cwe,
    "ｃｗｅ－０５６４": lambda f: 564 in f.cwe,
    "-cwe-89": lambda f: 89 not in f.cwe,
    "重要": lambda f: shown(f) is Severity.HIGH,
    "未検証": lambda f: proof(f.row)[0] is Proof.UNVERIFIED,
    "否定": lambda f: proof(f.row)[0] is Proof.REFUTED,
    "誤検知": lambda f: f.row.status is Status.FALSE_POSITIVE,
    "severity:重要,緊急": lambda f: (shown(f) or 0) >= Severity.HIGH,
    'status:"false positive"': lambda f: f.row.status is Status.FALSE_POSITIVE,
    "origin:AI": lambda f: f.row.origin is Origin.MODEL,
    "重要 残高 -誤検知": lambda f: (
        shown(f) is Severity.HIGH and says("残高")(f) and f.row.status is not Status.FALSE_POSITIVE
    ),
    "nothing-has-this": lambda f: False,
}


@pytest.mark.parametrize("text", CASES)
def test_a_query_finds_what_reading_every_finding_finds(filled: Case, index: FindingIndex, text: str) -> None:
    query = Query.parse(text, today=TODAY)
    expected = {finding.id for finding in filled.read.every_finding() if CASES[text](finding)}
    found = index.query(query)
    assert set(found.ids.tolist()) == expected
    assert (found.count, index.count(query)) == (len(expected), len(expected))
    assert index.first(query, 20).tolist() == found.ids[:20].tolist()


IN_TEXTS = {
    "振込": {72, 73},
    "ﾌﾘｺﾐ": set(),
    "long STORY": {72},
    '"long story"': {72},
    "ＤＥＡＤ code": set(range(1, 60)),
    "urgent": set(),
    "-振込 long": set(),
}


@pytest.mark.parametrize(("text", "expected"), IN_TEXTS.items())
def test_words_are_found_in_descriptions_reasons_and_notes_once_those_are_read(
    filled: Case, text: str, expected: set[int]
) -> None:
    query = Query.parse(text, today=TODAY)
    index = filled.index()
    try:
        stretches = 1
        while not index.read_texts(query):
            stretches += 1
        assert stretches > 1
        found = index.query(query)
        assert set(found.ids.tolist()) == expected
        assert index.count(query) == found.count
        assert set(index.first(query, 500).tolist()) == expected
    finally:
        index.close()


def test_what_was_read_of_texts_follows_every_change(case: Case) -> None:
    case.do(report([unit(number) for number in range(3)]))
    query = Query.parse("振込", today=TODAY)
    index = case.index()

    def found() -> list[int]:
        while not index.read_texts(query):
            pass
        return sorted(index.query(query).ids.tolist())

    try:
        assert found() == []
        index.apply(case.do(Annotate("note on 振込", FindingId(2))))
        assert found() == [2]
        index.apply(case.do(SetStatus((FindingId(1),), Status.FALSE_POSITIVE, "振込 only")))
        assert found() == [1, 2]
        index.apply(case.do(report([unit(9, description="a 振込 is sent")], tool="other", name="other.sarif")))
        assert found() == [1, 2, 4]
        index.apply(case.undo())
        index.apply(case.undo())
        assert found() == [2]
    finally:
        index.close()


def base(finding: Finding) -> tuple[int, int]:
    severity = shown(finding)
    return (1 if severity is None else -severity, finding.id)


ORDERS: dict[str, Callable[[Finding], object]] = {
    "severity": lambda f: 0,
    "-severity": lambda f: (shown(f) is None, shown(f)),
    "id": lambda f: f.id,
    "-id": lambda f: -f.id,
    "title": lambda f: fold(f.row.title).encode()[:24],
    "hits": lambda f: -f.row.hits,
    "status": lambda f: f.row.status,
    "-status": lambda f: -f.row.status,
    "path": path_of,
    "rule": rule_of,
    "due": lambda f: (f.row.due is None, f.row.due or date.max),
    "-due": lambda f: (f.row.due is None, -(f.row.due or date.max).toordinal()),
}


@pytest.mark.parametrize("sort", ORDERS)
def test_an_order_is_true_and_the_most_severe_come_first_among_equals(
    filled: Case, index: FindingIndex, sort: str
) -> None:
    findings = list(filled.read.every_finding())
    expected = sorted(findings, key=lambda f: (ORDERS[sort](f), *base(f)))
    assert index.query(Query.parse(f"sort:{sort}")).ids.tolist() == [f.id for f in expected]


@pytest.mark.parametrize(
    ("group", "value"),
    [
        ("rule", lambda f: f.rule),
        ("severity", lambda f: s.name.lower() if (s := shown(f)) is not None else ""),
        ("status", lambda f: f.row.status.name.lower()),
        ("source", lambda f: f.row.source),
    ],
)
def test_groups_hold_their_findings_together_with_exact_counts(
    filled: Case, index: FindingIndex, group: str, value: Callable[[Finding], str]
) -> None:
    found = index.query(Query.parse(f"group:{group}"))
    by_id = {finding.id: value(finding) for finding in filled.read.every_finding()}
    named = [name for one in found.groups for name in [one.name] * one.count]
    assert [by_id[FindingId(id)] for id in found.ids.tolist()] == named


@pytest.mark.parametrize(
    "text",
    [
        "severity:hgih",
        "cwe:x",
        "due:tomorrow",
        "is:odd",
        "sort:colour",
        "group:colour",
        "colour:red",
        "tag:",
        '"open',
        "-sort:id",
    ],
)
def test_a_word_that_is_not_understood_is_named(text: str) -> None:
    with pytest.raises(BadQuery) as refused:
        Query.parse(f"残高 {text}")
    assert refused.value.word.strip('-"').split(":")[0] == text.strip('-"').split(":")[0]


@given(st.text(max_size=40))
def test_no_text_breaks_the_parser(text: str) -> None:
    try:
        Query.parse(text, today=TODAY)
    except BadQuery as refused:
        assert refused.word


def test_changes_are_taken_in_as_they_come(case: Case) -> None:
    fill(case)
    index = case.index()
    dice = random.Random(3)
    steps: list[Callable[[], object]] = [
        lambda: own(case, f"fresh {dice.random()}"),
        lambda: case.do(SetStatus((FindingId(dice.randint(60, 200)),), Status.NOT_AFFECTED, "not deployed")),
        lambda: case.do(SetSeverity((FindingId(dice.randint(1, 200)),), Severity(dice.randrange(5)))),
        lambda: case.do(
            SetField(FindingId(dice.randint(1, 200)), "title", dice.choice(["renamed 残高", "x", "長い " * 30]))
        ),
        lambda: case.do(report([unit(1000 + number, title="later") for number in range(30)])),
        case.undo,
        case.undo,
        case.redo,
    ]
    case.listen(index.apply)
    for _ in range(60):
        with suppress(NothingToRedo):
            dice.choice(steps)()
    fresh = case.index()
    for text in (
        "",
        "残高",
        "later",
        "fresh",
        "renamed",
        "is:decided",
        "sort:title",
        "sort:status",
        "severity:high",
        "長い",
    ):
        query = Query.parse(text)
        assert index.query(query).ids.tolist() == fresh.query(query).ids.tolist(), text
    fresh.close()
    index.close()


@given(
    st.lists(st.text("ab残高のx", max_size=12), max_size=40),
    st.text("ab残高のx", min_size=1, max_size=4),
)
@settings(max_examples=150)
def test_a_scan_finds_every_substring(titles: list[str], needle: str) -> None:
    found = Titles()
    if titles:
        import numpy as np

        found._append(np.frombuffer(("\n".join(titles) + "\n").encode(), np.uint8))
    assert found.found(needle.encode()).tolist() == [needle in title for title in titles]
    ranks = found.ranks().tolist()
    order = sorted(range(len(titles)), key=ranks.__getitem__)
    heads = [titles[row].encode()[:24] for row in order]
    assert heads == sorted(heads)


def test_queue_counts_from_sql_are_those_of_the_columns(filled: Case, index: FindingIndex) -> None:
    counts = filled.read.queue_counts(TODAY)
    for name, count in counts.items():
        text = "" if name == "all" else f"is:{name}"
        assert index.count(Query.parse(text, today=TODAY)) == count, name


def test_the_first_window_does_without_numpy() -> None:
    import subprocess
    import sys

    script = "import sys; import desktop.casefile; assert 'numpy' not in sys.modules"
    subprocess.run([sys.executable, "-c", script], check=True)
