"""A built-in rule's finding can be told in the other language than it was filed in; what people wrote cannot."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from desktop.analysis.rules.exchange import TOOL, RuleInput
from desktop.analysis.rules.run import examine
from desktop.domain.evidence import Decoding, RecordFormat
from desktop.domain.findings import Finding, FindingRow
from desktop.domain.ids import EvidenceId, FindingId
from desktop.domain.levels import Anchor, Origin, Status, Verification
from desktop.uses.rule_words import in_language
from desktop.words import Lang

JCL = b"//DPJOB   JOB (1),'X',USER=DPBATCH,PASSWORD=YK7NIGHT\n//S1      EXEC PGM=IEFBR14\n"


def _filed(lang: Lang) -> Finding:
    given = RuleInput(EvidenceId(1), "a.jcl", JCL, Decoding("utf-8", RecordFormat.LF), "jcl")
    [examined] = examine([given], lang)
    reported = examined.reported[0]
    row = FindingRow(
        FindingId(1),
        reported.severity,
        reported.title,
        reported.cwe[0],
        1,
        "",
        Origin.SCANNER,
        TOOL.name,
        Verification.UNVERIFIED,
        "",
        Status.NEW,
        "",
        Anchor.FOUND,
        None,
        needs_second=False,
    )
    return Finding(
        row,
        reported.rule,
        reported.description,
        "",
        "",
        "",
        reported.recommendation,
        "",
        reported.cwe,
        (),
        "",
        "",
        "",
        "",
        (),
        (),
        None,
        (),
        None,
        None,
        datetime(2026, 11, 25, tzinfo=UTC),
        "",
    )


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("filed_in", Lang)
def test_a_rules_finding_is_told_as_if_it_had_been_filed_in_the_language(lang: Lang, filed_in: Lang) -> None:
    told, meant = in_language(_filed(filed_in), lang), _filed(lang)
    assert (told.row.title, told.description, told.recommendation) == (
        meant.row.title,
        meant.description,
        meant.recommendation,
    )
    assert told.impact, "the rule says what it leads to"


def test_what_a_person_wrote_stays() -> None:
    filed = _filed(Lang.JA)
    written = replace(filed, row=replace(filed.row, title="我々の題名"), description="我々の説明", impact="我々の影響")
    told = in_language(written, Lang.EN)
    assert (told.row.title, told.description, told.impact) == ("我々の題名", "我々の説明", "我々の影響")


def test_another_tools_finding_stays_whole() -> None:
    filed = _filed(Lang.JA)
    other = replace(filed, row=replace(filed.row, source="Semgrep"))
    assert in_language(other, Lang.EN) == other
