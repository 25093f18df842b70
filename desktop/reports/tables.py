"""The parts of a report that are tables: what was left out, what was sent, what was read."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any, Final

from desktop.domain.evidence import Evidence
from desktop.domain.runs import Exchange
from desktop.reports.item import Item
from desktop.reports.left_out import by_whom, reasons, why
from desktop.reports.reach import Reach
from desktop.reports.saying import Saying, plain
from desktop.words import label

DETAILED: Final = 1_000
"""Rows printed at most in each part; the rest is counted, and stands in the XLSX export."""
_NUMBERS: Final = frozenset(
    {"bytes", "masked", "lines", "by-person", "only-model", "only-rules", "unread", "undecoded"}
)


def held_back(count: int, saying: Saying) -> str:
    """That ``count`` more are there, or nothing."""
    return saying("held-back", count=count) if count > 0 else ""


def dismissed_section(items: Sequence[Item], more: int, saying: Saying) -> dict[str, Any]:
    """What a person judged to be no weakness here, each with who, when and why."""
    columns = (("id", 1.0), ("title", 5.0), ("source", 2.4), ("ground", 2.9), ("reason", 5.0))
    rows = [_dismissed(item, saying) for item in items]
    return _section("dismissed", saying, saying("part.dismissed.lead"), [_table(columns, rows, saying, struck=1)], more)


def _dismissed(item: Item, saying: Saying) -> list[str]:
    row, decision = item.finding.row, item.finding.decision
    day = saying.day(saying.local(decision.when).date()) if decision else ""
    return [
        f"#{item.finding.id}",
        plain(row.title),
        plain(row.source),
        "\n".join(filter(None, (why(item, saying), plain(by_whom(item)), day))),
        plain(reasons(item, saying)),
    ]


def unanchored_section(items: Sequence[Item], more: int, saying: Saying) -> dict[str, Any]:
    """What a model said without a quote that is in the evidence: number, title and model, and nothing of its claim."""
    columns = (("id", 1.0), ("title", 11.0), ("source", 4.0))
    rows = [[f"#{item.finding.id}", plain(item.finding.row.title), plain(item.finding.row.source)] for item in items]
    return _section("unanchored", saying, saying("part.unanchored.lead"), [_table(columns, rows, saying)], more)


def sendings_section(exchanges: Sequence[Exchange], saying: Saying) -> dict[str, Any]:
    """What was sent, in groups of the same model, destination and approval."""
    columns = (("when", 3.2), ("unit-digest", 8.0), ("bytes", 1.5), ("masked", 1.4), ("outcome", 2.6))
    tables = [
        _table(columns, [_sent(one, saying) for one in group], saying, caption=caption)
        for caption, group in groupby(exchanges[:DETAILED], key=lambda one: _to_whom(one, saying))
    ]
    outcomes = Counter(one.outcome for one in exchanges)
    told = saying.separated(f"{label(outcome, saying.lang)} {count:,}" for outcome, count in outcomes.items())
    lead = saying("part.sendings.lead", count=len(exchanges), outcomes=told) if exchanges else saying("nothing-sent")
    return _section("sendings", saying, lead, tables, len(exchanges) - DETAILED) | {"nothing": ""}


def model_of(sent: Exchange) -> str:
    """The model asked, and the one that answered where it calls itself otherwise."""
    other = sent.model_returned not in ("", sent.model_asked)
    return f"{sent.model_asked} → {sent.model_returned}" if other else sent.model_asked


def _to_whom(sent: Exchange, saying: Saying) -> str:
    parts = (model_of(sent), f"{sent.provider} {sent.endpoint}", saying("approved", by=sent.approved_by))
    return plain(" · ".join(parts))


def _sent(sent: Exchange, saying: Saying) -> list[str]:
    return [
        saying.moment(sent.when),
        f"{plain(sent.unit)}\n{sent.body_digest}",
        f"{sent.bytes_sent:,}",
        f"{sent.masked:,}",
        label(sent.outcome, saying.lang),
    ]


def coverage_section(sources: Sequence[tuple[Evidence, Reach]], saying: Saying) -> dict[str, Any]:
    """Every source with who has read how many of its lines, and the sum of all."""
    columns = (
        ("file", 4.6), ("language", 1.6), ("encoding", 2.3), ("lines", 1.3), ("by-person", 1.1),
        ("only-model", 1.3), ("only-rules", 1.6), ("unread", 1.4), ("undecoded", 2.0),
    )  # fmt: skip
    rows = [
        [plain(one.path), one.language, f"{one.decoding.encoding} {one.decoding.record_format}", *numbers_of(reach)]
        for one, reach in sources[:DETAILED]
    ]
    every = sum((reach for _, reach in sources), Reach())
    total = [saying("column.total"), "", "", *numbers_of(every)]
    table = _table(columns, rows, saying, total=total)
    return _section("coverage", saying, reach_said(every, saying), [table], len(sources) - DETAILED) | {"nothing": ""}


def reach_said(reach: Reach, saying: Saying) -> str:
    """Who has read how much, in one sentence, each line counted once."""
    if not reach.files:
        return saying("read.no-source")
    shares = {
        name: f"{lines:,} ({saying.share(lines, reach.lines)})"
        for name, lines in (
            ("person", reach.person), ("model", reach.model), ("rules", reach.rules), ("nobody", reach.nobody)
        )
    }  # fmt: skip
    return saying("part.coverage.lead", files=reach.files, lines=reach.lines, undecoded=reach.undecoded, **shares)


def numbers_of(reach: Reach) -> list[str]:
    """The columns of a reach, as they are printed."""
    told = (reach.lines, reach.person, reach.model, reach.rules, reach.nobody, reach.undecoded)
    return [f"{number:,}" for number in told]


def _section(name: str, saying: Saying, lead: str, tables: list[dict[str, Any]], more: int) -> dict[str, Any]:
    shown = [table for table in tables if table["rows"]]
    return {
        "name": name,
        "heading": saying(f"part.{name}"),
        "lead": lead,
        "tables": shown,
        "nothing": "" if shown else saying("nothing"),
        "held_back": held_back(more, saying),
    }


def _table(
    columns: Iterable[tuple[str, float]],
    rows: list[list[str]],
    saying: Saying,
    *,
    caption: str = "",
    total: list[str] | None = None,
    struck: int = -1,
) -> dict[str, Any]:
    """``columns`` are names and shares of the width; ``struck`` is the column that is crossed out."""
    named = tuple(columns)
    return {
        "caption": caption,
        "columns": [saying(f"column.{name}") for name, _ in named],
        "widths": [width for _, width in named],
        "numeric": [name in _NUMBERS for name, _ in named],
        "rows": rows,
        "total": total or [],
        "struck": struck,
    }
