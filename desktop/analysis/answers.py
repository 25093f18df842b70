"""What an answer must look like: the schema that is asked for, and the strict reading of what came.

Everything is bounded: an unbounded string lets a small model run to its limit, and an answer of 100,000 findings is an
attack and no answer.
"""

from typing import Annotated, Any, Final, Literal

import msgspec
from msgspec import Meta

MOST_FINDINGS: Final = 8
_MOST_QUOTES: Final = 3
_QUOTE, _NAME, _TITLE, _LONG, _SHORT = 400, 120, 200, 1_500, 600
_SLACK: Final = 4
"""How much longer than asked a text may be before the answer is refused: some providers know no bounds of strings."""
_MOST_CWE: Final = 9_999
SeverityName = Literal["critical", "high", "medium", "low", "none"]


class ClaimedFinding(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One weakness as the model tells it. Nothing in it has been checked."""

    quotes: Annotated[list[Annotated[str, Meta(max_length=_QUOTE * _SLACK)]], Meta(max_length=_MOST_QUOTES * _SLACK)]
    unit: Annotated[str, Meta(max_length=_NAME * _SLACK)]
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
    """The answer in ``text``, or None if it is not exactly of the schema."""
    try:
        return msgspec.json.decode(text.encode("utf-8"), type=ClaimedFindings)
    except (msgspec.MsgspecError, UnicodeEncodeError, RecursionError):
        return None


def schema(*, bounded: bool) -> dict[str, Any]:
    """JSON schema of the answer; ``bounded`` adds ``maxLength``, which OpenAI's strict mode does not take.

    Fields stand in the order in which a model should think: first what it saw, then what it makes of it.
    """

    def text(most: int) -> dict[str, Any]:
        return {"type": "string", "maxLength": most} if bounded else {"type": "string"}

    finding = {
        "quotes": {"type": "array", "minItems": 1, "maxItems": _MOST_QUOTES, "items": text(_QUOTE)},
        "unit": text(_NAME),
        "title": text(_TITLE),
        "cwe": {"type": "integer", "minimum": 0, "maximum": _MOST_CWE},
        "severity": {"type": "string", "enum": ["critical", "high", "medium", "low", "none"]},
        "description": text(_LONG),
        "impact": text(_SHORT),
        "recommendation": text(_SHORT),
    }
    return _object({"findings": {"type": "array", "maxItems": MOST_FINDINGS, "items": _object(finding)}})


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}
