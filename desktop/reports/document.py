"""The report as a document in one language: plain strings, lists and tables that HTML and PDF both set.

Every word is chosen here and in the modules that this one puts together, so that the two say the same. Nothing in it
is markup: templates print strings as they are.
"""

from collections.abc import Iterator
from typing import Any, Final

from desktop.domain.levels import Severity
from desktop.domain.standing import Standing
from desktop.reports.claims import HOLLOW, MARK, claim
from desktop.reports.data import Profile, ReportData
from desktop.reports.item import Item
from desktop.reports.left_out import LEFT_OUT
from desktop.reports.reach import Reach, reach_by_source
from desktop.reports.saying import Saying, plain
from desktop.reports.tables import (
    DETAILED,
    coverage_section,
    dismissed_section,
    held_back,
    reach_said,
    sendings_section,
    unanchored_section,
)
from desktop.words import Lang, label

_CLAIMS: Final = (
    ("decided", (Standing.REPRODUCED, Standing.DECIDED)),
    ("reported", (Standing.REPORTED,)),
    ("leads", (Standing.LEAD,)),
)
_IN_ORDER: Final = (
    Standing.REPRODUCED,
    Standing.DECIDED,
    Standing.REPORTED,
    Standing.LEAD,
    Standing.DISMISSED,
    Standing.UNANCHORED,
)

_RUNNING: Final = 40

Document = dict[str, Any]


def compose(data: ReportData, lang: Lang) -> Document:
    """The whole report as JSON-able values."""
    saying = Saying(lang, data.made)
    kept, more = _parts(data)
    title = plain(data.info.title).strip() or saying("title")
    return {
        "lang": str(lang),
        "title": title,
        "running": _cut(title),
        "kind": saying("title"),
        "tlp": str(data.info.tlp),
        "class": label(data.info.data_class, lang),
        "notes": list(_notes(data, saying)),
        "facts": list(_facts(data, saying)),
        "summary": _summary(data, saying),
        "parts": [
            {
                "name": name,
                "heading": saying(f"part.{name}"),
                "lead": saying(f"part.{name}.lead"),
                "items": [claim(item, saying) for item in kept[name]],
                "held_back": held_back(more[name], saying),
            }
            for name, _ in _CLAIMS
        ],
        "sections": [
            dismissed_section(kept["dismissed"], more["dismissed"], saying),
            unanchored_section(kept["unanchored"], more["unanchored"], saying),
            sendings_section(data.exchanges, saying),
            coverage_section(reach_by_source(data.evidence, data.coverage), saying),
        ],
        "rules": _rules(data, saying),
        "words": {name: saying(name) for name in ("rules", "nothing", "contents", "summary", "notes")},
    }


def _cut(title: str) -> str:
    """For the head of every page, where a long title would push the data class away."""
    return title if len(title) <= _RUNNING else f"{title[:_RUNNING]}…"


def compose_about(data: ReportData, lang: Lang) -> list[tuple[str, str | int]]:
    """The facts, counts and reading rules as (name, value), for formats made of tables."""
    saying = Saying(lang, data.made)
    told: list[tuple[str, str | int]] = [
        (saying("title"), plain(data.info.title)),
        (saying("class"), f"{label(data.info.data_class, lang)} · {data.info.tlp}"),
    ]
    told += [(saying("note") if not number else "", said) for number, said in enumerate(_notes(data, saying))]
    told += [(name, value) for name, value in _facts(data, saying)]
    told += [(label(kind, lang), data.counts[kind]) for kind in _IN_ORDER]
    told += [(saying("read"), reach_said(_reach(data), saying))]
    return told + [(saying("rules") if not number else "", rule) for number, rule in enumerate(_rules(data, saying))]


def _parts(data: ReportData) -> tuple[dict[str, list[Item]], dict[str, int]]:
    """Findings by part, the gravest first, and how many each part holds back."""
    part_of = {kind: name for name, kinds in _CLAIMS for kind in kinds} | {kind: kind.value for kind in LEFT_OUT}
    kept: dict[str, list[Item]] = {name: [] for name in dict.fromkeys(part_of.values())}
    more = dict.fromkeys(kept, 0)
    for item in data.items():
        name = part_of[item.standing]
        kept[name].append(item)
        if len(kept[name]) >= 2 * DETAILED:
            more[name] += _keep_gravest(kept[name])
    for name, items in kept.items():
        more[name] += _keep_gravest(items)
    return kept, more


def _keep_gravest(items: list[Item]) -> int:
    items.sort(key=lambda item: (-(item.severity or Severity.NONE), item.finding.id))
    dropped = max(0, len(items) - DETAILED)
    del items[DETAILED:]
    return dropped


def _notes(data: ReportData, saying: Saying) -> Iterator[str]:
    """What a reader must know before anything else."""
    open_, leads = data.counts[Standing.REPORTED], data.counts[Standing.LEAD]
    if open_ or leads or data.second_missing:
        yield saying("draft", open=open_, leads=leads, second=data.second_missing)
    if data.profile is Profile.REDACTED:
        yield saying("redacted")


def _facts(data: ReportData, saying: Saying) -> Iterator[list[str]]:
    info = data.info
    yield [saying("made"), f"{saying.moment(data.made)} ({saying.zone_at(data.made)}) · {plain(data.by)}"]
    if allowed := info.authorisation:
        told = (
            ("owner", allowed.owner),
            ("allowed-by", allowed.by),
            ("allowed-until", saying.day(allowed.until)),
            ("scope", allowed.scope),
            ("reference", allowed.reference),
        )
        yield [saying("authorisation"), "\n".join(f"{saying(name)}: {plain(said)}" for name, said in told if said)]
    else:
        yield [saying("authorisation"), saying("none-recorded")]
    tools = ", ".join(plain(f"{tool.name} {tool.version}".strip()) for tool in data.tools)
    yield [saying("tools"), tools or saying("none-recorded")]
    models = sorted({plain(run.model) for run in data.runs if run.plan is not None})
    yield [saying("models"), ", ".join(models) or saying("no-model")]
    yield [saying("journal"), saying("journal-is", entries=info.entries, head=info.head)]


def _summary(data: ReportData, saying: Saying) -> dict[str, Any]:
    """Counts by standing, the claims among them by severity, and beside them how far anybody has read."""
    severities = tuple(reversed(Severity))
    claims = [kind for kind in _IN_ORDER if kind not in LEFT_OUT]
    return {
        "columns": [saying("column.standing"), *(f"{_marks(s)} {label(s, saying.lang)}" for s in severities)],
        "total_word": saying("column.total"),
        "rows": [
            {
                "standing": kind.value,
                "word": label(kind, saying.lang),
                "counts": [f"{data.severities[kind, severity]:,}" for severity in severities],
                "total": f"{data.counts[kind]:,}",
            }
            for kind in claims
        ],
        "left_out": [[label(kind, saying.lang), f"{data.counts[kind]:,}"] for kind in _IN_ORDER if kind in LEFT_OUT],
        "claimed": saying("summary.claimed"),
        "reach": reach_said(_reach(data), saying),
    }


def _marks(severity: Severity) -> str:
    return MARK[severity] if MARK[severity] == HOLLOW[severity] else f"{MARK[severity]}{HOLLOW[severity]}"


def _reach(data: ReportData) -> Reach:
    return sum((reach for _, reach in reach_by_source(data.evidence, data.coverage)), Reach())


def _rules(data: ReportData, saying: Saying) -> list[str]:
    names = ("read", "lead", "severity", "journal", *(("redacted",) if data.profile is Profile.REDACTED else ()))
    return [saying(f"rule.{name}") for name in names]
