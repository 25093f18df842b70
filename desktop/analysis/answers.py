"""What an answer must look like: the schema that is asked for, and the strict reading of what came.

Everything is bounded: an unbounded string lets a small model run to its limit, and an answer of 100,000 findings is an
attack and no answer.
"""

import json
from enum import Enum
from typing import Annotated, Any, Final, Literal

import msgspec
from msgspec import Meta

MOST_FINDINGS: Final = 8
_MOST_QUOTES: Final = 3
_QUOTE, _NAME, _TITLE, _LONG, _SHORT = 400, 120, 200, 1_500, 600
_WHOLE: Final = _QUOTE + _NAME + _TITLE + _LONG + 2 * _SHORT
_LEAST, _LINE = 16, 60
"""Characters that a text, and a quote, may have however short an answer must be."""
_PLENTY, _A_FINDING = 2_000, 500
"""Tokens of an answer in which nothing needs to be short, and of one finding."""
_BRACKETS: Final = 140
"""Tokens of names and brackets. Below ``_PLENTY`` a character counts as two tokens: small models repeat themselves."""
_SLACK: Final = 4
"""How much longer than asked a text may be before the answer is refused: some providers know no bounds of strings."""
_MOST_CWE: Final = 9_999
_MOST_LINE: Final = 9_999_999


class SchemaForm(Enum):
    """How much of JSON Schema a provider's strict mode takes; what it does not take makes it refuse the request."""

    SHAPES = "shapes"
    """Types, enums, required fields and closed objects only."""
    RANGES = "ranges"
    """Also ranges of numbers and how many items an array has."""
    LENGTHS = "lengths"
    """Also how long a string may be: servers that build a grammar of the schema."""


SeverityName = Literal["critical", "high", "medium", "low", "none"]


class ClaimedFinding(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One weakness as the model tells it. Nothing in it has been checked."""

    quotes: Annotated[list[Annotated[str, Meta(max_length=_QUOTE * _SLACK)]], Meta(max_length=_MOST_QUOTES * _SLACK)]
    unit: Annotated[str, Meta(max_length=_NAME * _SLACK)]
    line: Annotated[int, Meta(ge=0, le=_MOST_LINE)]
    """Of the first quote, as the model counts; 0 where it does not say."""
    title: Annotated[str, Meta(max_length=_TITLE * _SLACK)]
    cwe: Annotated[int, Meta(ge=0, le=_MOST_CWE)]
    severity: SeverityName
    description: Annotated[str, Meta(max_length=_LONG * _SLACK)]
    impact: Annotated[str, Meta(max_length=_SHORT * _SLACK)]
    recommendation: Annotated[str, Meta(max_length=_SHORT * _SLACK)]


class ClaimedFindings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A whole answer."""

    findings: Annotated[list[ClaimedFinding], Meta(max_length=MOST_FINDINGS * _SLACK)]


def read(text: str) -> ClaimedFindings | None:
    """The answer in ``text``, or None if it is not exactly of the schema; a name told twice is not."""
    try:
        claimed = msgspec.json.decode(text.encode("utf-8"), type=ClaimedFindings)
        json.loads(text, object_pairs_hook=_each_once)
    except (msgspec.MsgspecError, UnicodeEncodeError, RecursionError, _ToldTwice):
        return None
    return claimed


class _ToldTwice(Exception):
    """Ends within this module."""


def _each_once(pairs: list[tuple[str, object]]) -> None:
    if len({name for name, _ in pairs}) != len(pairs):
        raise _ToldTwice


def schema(form: SchemaForm, most_tokens: int) -> dict[str, Any]:
    """JSON schema of the answer, with as many bounds as the provider's strict mode takes.

    Fields stand in the order in which a model should think: first what it saw, then what it makes of it. Where the
    answer may have few tokens (``most_tokens``), few and short findings are asked for: a half one is none.
    """
    scarce = most_tokens < _PLENTY
    findings = 1 if scarce else min(MOST_FINDINGS, most_tokens // _A_FINDING)
    quotes = 1 if scarce else _MOST_QUOTES
    part = min(1.0, max(most_tokens - _BRACKETS, 1) / (2 * _WHOLE)) if scarce else 1.0

    def text(most: int, least: int = _LEAST) -> dict[str, Any]:
        return {"type": "string", **_if(form is SchemaForm.LENGTHS, maxLength=max(least, int(most * part)))}

    ranged = form is not SchemaForm.SHAPES
    finding = {
        "quotes": {"type": "array", "minItems": 1, **_if(ranged, maxItems=quotes), "items": text(_QUOTE, _LINE)},
        "unit": text(_NAME),
        "line": {"type": "integer", **_if(ranged, minimum=0, maximum=_MOST_LINE)},
        "title": text(_TITLE),
        "cwe": {"type": "integer", **_if(ranged, minimum=0, maximum=_MOST_CWE)},
        "severity": {"type": "string", "enum": ["critical", "high", "medium", "low", "none"]},
        "description": text(_LONG),
        "impact": text(_SHORT),
        "recommendation": text(_SHORT),
    }
    return _object({"findings": {"type": "array", **_if(ranged, maxItems=findings), "items": _object(finding)}})


def _if(condition: bool, **bounds: int) -> dict[str, int]:
    return bounds if condition else {}


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}
