"""What a report claims: a finding with its facts, texts and quotes, in the words of its standing."""

from collections.abc import Iterator
from typing import Any, Final

from desktop.domain.findings import Annotation, Finding
from desktop.domain.levels import Severity
from desktop.domain.standing import Standing, proof
from desktop.reports.item import Item
from desktop.reports.places import quote_of, where
from desktop.reports.saying import Saying, plain
from desktop.words import label

MARK: Final = {Severity.CRITICAL: "◆", Severity.HIGH: "▲", Severity.MEDIUM: "■", Severity.LOW: "●", Severity.NONE: "–"}
HOLLOW: Final = {
    Severity.CRITICAL: "◇",
    Severity.HIGH: "△",
    Severity.MEDIUM: "□",
    Severity.LOW: "○",
    Severity.NONE: "–",
}
_QUOTES: Final = 6


def claim(item: Item, saying: Saying) -> dict[str, Any]:
    """A finding that is printed in full."""
    finding, row = item.finding, item.finding.row
    return {
        "id": f"#{finding.id}",
        "standing": item.standing.value,
        "standing_word": label(item.standing, saying.lang),
        "severity": severity_of(item, saying),
        "level": item.severity.name.lower() if item.severity is not None else "",
        "title": plain(row.title),
        "facts": [[name, plain(value)] for name, value in _facts(item, saying) if value],
        "texts": [[name, plain(value)] for name, value in _texts(finding, saying) if value],
        "quotes": [
            {"where": plain(where(place)), "text": plain(quote)}
            for place in finding.places[:_QUOTES]
            if (quote := quote_of(place))
        ],
        "notes": [note(one, saying) for one in item.annotations],
    }


def severity_of(item: Item, saying: Saying) -> str:
    """Mark and word, the mark hollow for what only a model says; a dash where none may be shown."""
    if item.severity is None:
        return "—"
    marks = HOLLOW if item.standing is Standing.LEAD else MARK
    return f"{marks[item.severity]} {label(item.severity, saying.lang)}"


def verified(item: Item, saying: Saying) -> str:
    """The list's own word for whether somebody saw it happen, and who."""
    kind, who = proof(item.finding.row)
    return label(kind, saying.lang) + (f" · {who}" if who else "")


def second(finding: Finding, saying: Saying) -> str:
    """The second person, or that one is missing; empty where none is needed."""
    decision = finding.decision
    if decision is None:
        return ""
    return decision.approver or (saying("second-missing") if decision.needs_second else "")


def note(annotation: Annotation, saying: Saying) -> str:
    """Who wrote when and what."""
    lost = saying("lost") if annotation.lost else ""
    return f"{plain(annotation.who)} · {saying.moment(annotation.when)}: {plain(annotation.text)}{lost}"


def _facts(item: Item, saying: Saying) -> Iterator[tuple[str, str]]:
    finding, row, lang = item.finding, item.finding.row, saying.lang
    yield saying("place"), where(finding.places[0]) if finding.places else row.place
    yield saying("hits"), f"{row.hits:,}" if row.hits > 1 else ""
    yield "CWE", ", ".join(f"CWE-{cwe}" for cwe in finding.cwe)
    yield "CVE", ", ".join(finding.cve)
    yield "CVSS", ", ".join(vector for vector in (finding.cvss40, finding.cvss31) if vector)
    yield saying("system"), finding.system
    by_rule = f" · {finding.rule}" if finding.rule else ""
    yield saying("source"), f"{label(row.origin, lang)} · {row.source}{by_rule}"
    yield saying("severity-by"), finding.severity_by if finding.severity_by != row.source else ""
    yield saying("verification"), verified(item, saying)
    yield saying("status"), label(row.status, lang) + (f" · {row.decided_by}" if row.decided_by else "")
    if decision := finding.decision:
        yield saying("decided-on"), saying.day(saying.local(decision.when).date())
        yield saying("reason"), decision.reason
        yield saying("how"), label(decision.how, lang) if decision.how else ""
        yield saying("until"), saying.day(decision.until)
        yield saying("compensating"), decision.compensating
        yield saying("second"), second(finding, saying)
    yield saying("due"), saying.day(row.due)


def _texts(finding: Finding, saying: Saying) -> Iterator[tuple[str, str]]:
    """What is said beyond the title; many tools say the same in several fields."""
    said = {finding.row.title}
    for name in ("description", "impact", "root_cause", "steps", "recommendation"):
        text: str = getattr(finding, name)
        if text not in said:
            said.add(text)
            yield saying(name.replace("_", "-")), text
