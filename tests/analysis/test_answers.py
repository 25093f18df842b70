"""An answer is exactly of the schema, or it is no answer."""

import json
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.analysis import answers
from desktop.analysis.answers import SchemaForm

FINDING: dict[str, Any] = {
    "quotes": ["MOVE WS-A TO WS-B(I)."],
    "unit": "2300-KOZA",
    "line": 0,
    "title": "添字の検査がない",
    "cwe": 129,
    "severity": "high",
    "description": "d",
    "impact": "i",
    "recommendation": "r",
}


def test_what_the_schema_allows_is_read() -> None:
    said = answers.read(json.dumps({"findings": [FINDING]}, ensure_ascii=False))
    assert said is not None
    assert (said.findings[0].title, said.findings[0].cwe) == ("添字の検査がない", 129)
    assert answers.read('{"findings": []}') is not None


@pytest.mark.parametrize(
    "broken",
    [
        "",
        "null",
        "[]",
        "{}",
        '{"findings": [',
        '{"findings": null}',
        'Here you are: {"findings": []}',
        '```json\n{"findings": []}\n```',
        '{"findings": [], "also": 1}',
        json.dumps({"findings": [{**FINDING, "severity": "catastrophic"}]}),
        json.dumps({"findings": [{**FINDING, "cwe": "CWE-129"}]}),
        json.dumps({"findings": [{**FINDING, "cwe": -1}]}),
        json.dumps({"findings": [{**FINDING, "cwe": 1e400}]}),
        json.dumps({"findings": [{**FINDING, "cwe": float("nan")}]}),
        json.dumps({"findings": [{**FINDING, "line": 10**400}]}),
        json.dumps({"findings": [{**FINDING, "line": -1}]}),
        json.dumps({"findings": [FINDING]})[:-1] + ', "findings": []}',
        json.dumps({"findings": [FINDING]}).replace('"cwe": 129', '"cwe": 129, "cwe": 79'),
        json.dumps({"findings": [{**FINDING, "quotes": "one"}]}),
        json.dumps({"findings": [{**FINDING, "confirmed": True}]}),
        json.dumps({"findings": [{name: value for name, value in FINDING.items() if name != "quotes"}]}),
        json.dumps({"findings": [{**FINDING, "title": "x" * 100_000}]}),
        json.dumps({"findings": [FINDING] * 100_000}),
        "[" * 100_000,
        '{"findings": [' * 50_000,
        "\ud800",
    ],
)
def test_everything_else_is_broken(broken: str) -> None:
    assert answers.read(broken) is None


@given(st.text())
def test_no_text_whatever_is_more_than_an_answer_or_none(text: str) -> None:
    assert answers.read(text) is None


@pytest.mark.parametrize("form", SchemaForm)
def test_the_schema_is_valid_strict_and_agrees_with_the_reading(form: SchemaForm) -> None:
    schema = answers.schema(form, 4_000)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate({"findings": [FINDING]}, schema)
    text = json.dumps(schema)
    assert text.count('"additionalProperties": false') == text.count('"properties"') == text.count('"required"')
    assert ("maxLength" in text) is (form is SchemaForm.LENGTHS)
    assert ("maximum" in text) is ("maxItems" in text) is (form is not SchemaForm.SHAPES)
    assert schema["properties"]["findings"]["items"]["required"] == list(FINDING)


def test_where_few_tokens_are_left_few_and_short_findings_are_asked_for() -> None:
    small, large = (answers.schema(SchemaForm.LENGTHS, most)["properties"]["findings"] for most in (256, 4_000))
    assert (small["maxItems"], large["maxItems"]) == (1, answers.MOST_FINDINGS)

    def longest(schema: dict[str, Any]) -> int:
        fields = schema["items"]["properties"]
        texts = sum(field.get("maxLength", 0) for field in fields.values())
        return int(texts + fields["quotes"]["maxItems"] * fields["quotes"]["items"]["maxLength"])

    assert longest(small) < 256
    assert longest(large) > 3_000
