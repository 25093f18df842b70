"""The report as a document in one language: plain strings, lists and tables that HTML and PDF both set.

Every word is chosen here, so that the two say the same. Nothing in it is markup: templates print strings as they are.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, Final

from desktop.domain.coverage import Coverage, ReadBy
from desktop.domain.findings import Annotation, Finding
from desktop.domain.levels import Severity
from desktop.domain.standing import Standing
from desktop.reports.data import Profile, ReportData
from desktop.reports.item import Item
from desktop.reports.places import quote_of, where
from desktop.words import Lang, label, say

MARK: Final = {Severity.CRITICAL: "◆", Severity.HIGH: "▲", Severity.MEDIUM: "■", Severity.LOW: "●", Severity.NONE: "–"}
HOLLOW: Final = {
    Severity.CRITICAL: "◇",
    Severity.HIGH: "△",
    Severity.MEDIUM: "□",
    Severity.LOW: "○",
    Severity.NONE: "–",
}
DETAILED: Final = 1_000
"""Findings printed in full at most in each part; the rest is counted, and stands in the XLSX and SARIF exports."""
_QUOTES: Final = 6
_PARTS: Final = (
    ("decided", (Standing.REPRODUCED, Standing.DECIDED)),
    ("reported", (Standing.REPORTED,)),
    ("leads", (Standing.LEAD,)),
    ("dismissed", (Standing.DISMISSED,)),
    ("unanchored", (Standing.UNANCHORED,)),
)

Document = dict[str, Any]


def compose(data: ReportData, lang: Lang) -> Document:
    """The whole report as JSON-able values."""
    saying = _Saying(lang)
    printed, held_back = _parts(data)
    return {
        "lang": str(lang),
        "title": plain(data.info.title),
        "kind": saying("report.title"),
        "tlp": str(data.info.tlp),
        "class": label(data.info.data_class, lang),
        "draft": saying("report.draft") if data.counts[Standing.LEAD] + data.counts[Standing.REPORTED] else "",
        "profile": saying("report.redacted") if data.profile is Profile.REDACTED else "",
        "facts": list(_facts(data, saying)),
        "summary": list(_summary(data, saying)),
        "parts": [_part(name, printed[name], held_back[name], saying) for name, _ in _PARTS],
        "sendings": _sendings(data, saying),
        "coverage": _coverage(data, saying),
        "rules": _rules(saying),
        "words": {name: saying(f"report.{name}") for name in ("rules", "nothing", "page")},
    }


def compose_about(data: ReportData, lang: Lang) -> list[tuple[str, str]]:
    """The facts, counts and reading rules as (name, value), for formats made of tables."""
    saying = _Saying(lang)
    told = [
        (saying("report.title"), plain(data.info.title)),
        ("TLP", str(data.info.tlp)),
        *((n, v) for n, v in _facts(data, saying)),
    ]
    told += [(count["word"], f"{count['count']:,}") for count in _summary(data, saying)]
    told += [(saying("report.profile"), saying("report.redacted"))] if data.profile is Profile.REDACTED else []
    return told + [(saying("report.rules") if not number else "", rule) for number, rule in enumerate(_rules(saying))]


class _Saying:
    def __init__(self, lang: Lang) -> None:
        self.lang = lang

    def __call__(self, code: str, **fields: object) -> str:
        return say(code, self.lang, fields)

    def moment(self, when: datetime) -> str:
        return when.strftime("%Y-%m-%d %H:%M UTC")


def _rules(saying: _Saying) -> list[str]:
    return [saying(f"report.rule.{name}") for name in ("read", "lead", "severity", "journal")]


def plain(text: str) -> str:
    """``text`` with control, bidi and private characters shown as ⟦hex⟧; line breaks and tabs stay."""
    return "".join(c if c.isprintable() or c in "\n\t" else f"⟦{ord(c):x}⟧" for c in text)


def _parts(data: ReportData) -> tuple[dict[str, list[Item]], dict[str, int]]:
    """Findings by part, the gravest first, and how many each part holds back."""
    part_of = {kind: name for name, kinds in _PARTS for kind in kinds}
    printed: dict[str, list[Item]] = {name: [] for name, _ in _PARTS}
    held_back = dict.fromkeys(printed, 0)
    for item in data.items():
        name = part_of[item.standing]
        printed[name].append(item)
        if len(printed[name]) >= 2 * DETAILED:
            held_back[name] += _keep_gravest(printed[name])
    for name, items in printed.items():
        held_back[name] += _keep_gravest(items)
    return printed, held_back


def _keep_gravest(items: list[Item]) -> int:
    items.sort(key=lambda item: (-item.finding.row.severity, item.finding.id))
    dropped = max(0, len(items) - DETAILED)
    del items[DETAILED:]
    return dropped


def _facts(data: ReportData, saying: _Saying) -> Iterator[list[str]]:
    info = data.info
    yield [saying("report.made"), f"{saying.moment(data.made)} · {plain(data.by)}"]
    if allowed := info.authorisation:
        yield [
            saying("report.authorisation"),
            saying("report.authorised", owner=allowed.owner, by=allowed.by, until=allowed.until, scope=allowed.scope),
        ]
    else:
        yield [saying("report.authorisation"), saying("report.none-recorded")]
    tools = ", ".join(plain(f"{tool.name} {tool.version}".strip()) for tool in data.tools)
    yield [saying("report.tools"), tools or saying("report.none-recorded")]
    models = sorted({plain(run.model) for run in data.runs if run.plan is not None})
    yield [saying("report.models"), ", ".join(models) or saying("report.no-model")]
    yield [saying("report.journal"), saying("report.journal-is", entries=info.entries, head=info.head)]


def _summary(data: ReportData, saying: _Saying) -> Iterator[dict[str, Any]]:
    for kind in (
        Standing.REPRODUCED,
        Standing.DECIDED,
        Standing.REPORTED,
        Standing.LEAD,
        Standing.DISMISSED,
        Standing.UNANCHORED,
    ):
        yield {"standing": kind.value, "word": label(kind, saying.lang), "count": data.counts[kind]}


def _part(name: str, items: list[Item], held_back: int, saying: _Saying) -> dict[str, Any]:
    return {
        "name": name,
        "heading": saying(f"report.part.{name}"),
        "lead": saying(f"report.part.{name}.lead"),
        "items": [_item(item, saying) for item in items],
        "held_back": saying("report.held-back", count=held_back) if held_back else "",
    }


def _item(item: Item, saying: _Saying) -> dict[str, Any]:
    finding, row, lang = item.finding, item.finding.row, saying.lang
    shapes = HOLLOW if item.standing in (Standing.LEAD, Standing.UNANCHORED) else MARK
    return {
        "id": f"#{finding.id}",
        "standing": item.standing.value,
        "standing_word": label(item.standing, lang),
        "severity": f"{shapes[item.severity]} {label(item.severity, lang)}" if item.severity is not None else "—",
        "level": item.severity.name.lower() if item.severity is not None else "",
        "title": plain(row.title),
        "facts": [[name, plain(value)] for name, value in _item_facts(item, saying) if value],
        "texts": [[name, plain(value)] for name, value in _item_texts(finding, saying) if value],
        "quotes": [
            {"where": plain(where(place)), "text": plain(quote)}
            for place in finding.places[:_QUOTES]
            if (quote := quote_of(place))
        ],
        "notes": [_note(note, saying) for note in item.annotations],
    }


def _note(note: Annotation, saying: _Saying) -> str:
    lost = saying("report.lost") if note.lost else ""
    return f"{plain(note.who)} · {saying.moment(note.when)}: {plain(note.text)}{lost}"


def _item_facts(item: Item, saying: _Saying) -> Iterator[tuple[str, str]]:
    finding, row, lang = item.finding, item.finding.row, saying.lang
    yield saying("report.place"), where(finding.places[0]) if finding.places else row.place
    yield saying("report.hits"), str(row.hits) if row.hits > 1 else ""
    yield "CWE", ", ".join(f"CWE-{cwe}" for cwe in finding.cwe)
    yield "CVE", ", ".join(finding.cve)
    yield "CVSS", ", ".join(vector for vector in (finding.cvss40, finding.cvss31) if vector)
    yield (
        saying("report.source"),
        f"{label(row.origin, lang)} · {row.source}" + (f" · {finding.rule}" if finding.rule else ""),
    )
    verified = label(row.verification, lang) + (f" · {row.verified_by}" if row.verified_by else "")
    yield saying("report.verification"), verified
    yield saying("report.status"), label(row.status, lang) + (f" · {row.decided_by}" if row.decided_by else "")
    if decision := finding.decision:
        yield saying("report.reason"), decision.reason
        yield saying("report.how"), label(decision.how, lang) if decision.how else ""
        yield saying("report.until"), decision.until.isoformat() if decision.until else ""
        yield saying("report.compensating"), decision.compensating
        second = decision.approver or (saying("report.second-missing") if decision.needs_second else "")
        yield saying("report.second"), second
    yield saying("report.due"), row.due.isoformat() if row.due else ""


def _item_texts(finding: Finding, saying: _Saying) -> Iterable[tuple[str, str]]:
    return (
        (saying("report.description"), finding.description),
        (saying("report.impact"), finding.impact),
        (saying("report.root-cause"), finding.root_cause),
        (saying("report.steps"), finding.steps),
        (saying("report.recommendation"), finding.recommendation),
    )


def _sendings(data: ReportData, saying: _Saying) -> dict[str, Any]:
    columns = ("when", "model", "provider", "unit", "bytes", "masked", "outcome", "approved-by", "digest")
    return {
        "heading": saying("report.sendings"),
        "lead": saying("report.sendings.lead", count=len(data.exchanges))
        if data.exchanges
        else saying("report.nothing-sent"),
        "columns": [saying(f"report.column.{name}") for name in columns],
        "numeric": [name in ("bytes", "masked") for name in columns],
        "rows": [
            [
                saying.moment(sent.when),
                plain(
                    sent.model_asked
                    + ("" if sent.model_returned in ("", sent.model_asked) else f" → {sent.model_returned}")
                ),
                plain(f"{sent.provider} · {sent.endpoint}"),
                plain(sent.unit),
                f"{sent.bytes_sent:,}",
                f"{sent.masked:,}",
                label(sent.outcome, saying.lang),
                plain(sent.approved_by),
                sent.body_digest[:16],
            ]
            for sent in data.exchanges[:DETAILED]
        ],
        "held_back": saying("report.held-back", count=len(data.exchanges) - DETAILED)
        if len(data.exchanges) > DETAILED
        else "",
    }


def _coverage(data: ReportData, saying: _Saying) -> dict[str, Any]:
    columns = ("file", "language", "encoding", "lines", "by-person", "by-model", "by-rules", "unread", "undecoded")
    sources = [evidence for evidence in data.evidence if evidence.kind == "source"]
    none = {
        evidence.id: Coverage(evidence.id, evidence.path, evidence.lines, evidence.undecoded, ())
        for evidence in sources
    }
    covered = [data.coverage.get(evidence.id, none[evidence.id]) for evidence in sources]
    total, unread = sum(c.lines for c in covered), sum(c.unread for c in covered)
    by_nobody_but_rules = sum(c.lines - c.count(ReadBy.PERSON | ReadBy.MODEL) for c in covered)
    return {
        "heading": saying("report.coverage"),
        "lead": saying(
            "report.coverage.lead",
            files=len(sources),
            lines=total,
            unread=unread,
            unseen=by_nobody_but_rules,
            undecoded=sum(c.undecoded for c in covered),
        ),
        "columns": [saying(f"report.column.{name}") for name in columns],
        "numeric": [name not in ("file", "language", "encoding") for name in columns],
        "rows": [
            [
                plain(evidence.path),
                evidence.language or evidence.kind,
                f"{evidence.decoding.encoding} {evidence.decoding.record_format}",
                *(
                    f"{n:,}"
                    for n in (
                        c.lines,
                        c.count(ReadBy.PERSON),
                        c.count(ReadBy.MODEL),
                        c.count(ReadBy.RULES),
                        c.unread,
                        c.undecoded,
                    )
                ),
            ]
            for evidence, c in list(zip(sources, covered, strict=True))[:DETAILED]
        ],
        "held_back": saying("report.held-back", count=len(sources) - DETAILED) if len(sources) > DETAILED else "",
    }
