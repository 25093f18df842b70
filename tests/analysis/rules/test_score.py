"""The score counts what it says, and the rules keep what they reached on the sample bank."""

import json
from pathlib import Path

import pytest

from desktop.analysis.rules.score import related, score
from tests.analysis.rules.sample import fixed
from tests.analysis.rules.samples import COBOL_SAMPLES

SAMPLE_BANK = Path(__file__).parents[3] / "resources" / "sample_bank"


def _labelled(folder: Path, kind: str, cwe: str = "CWE-129") -> Path:
    sample = next(one for one in COBOL_SAMPLES if one.rule == "cobol-unchecked-subscript")
    text = fixed(sample.weak)
    start = text.index("ROW-AMT (IX)")
    label = {"file": "a.cbl", "start": start, "end": start + 12, "cwe": cwe, "kind": kind}
    (folder / "a.cbl").write_text(text)
    (folder / "labels.json").write_text(json.dumps({"labels": [label]}))
    return folder


def test_a_weakness_that_is_found_counts_for_recall_and_precision(tmp_path: Path) -> None:
    row = score(_labelled(tmp_path, "weakness"))[0]
    assert (row.cwe, row.weaknesses, row.found, row.right, row.fooled) == (129, 1, 1, 1, 0)
    assert row.recall == 1
    assert row.precision == 1


def test_a_look_alike_that_is_reported_fools_the_rules(tmp_path: Path) -> None:
    row = score(_labelled(tmp_path, "lookalike"))[0]
    assert (row.weaknesses, row.right, row.lookalikes, row.fooled) == (0, 0, 1, 1)
    assert row.recall is None


def test_a_finding_of_another_kind_does_not_count(tmp_path: Path) -> None:
    row = score(_labelled(tmp_path, "weakness", "CWE-89"))[0]
    assert (row.found, row.findings) == (0, 0)


def test_numbers_of_one_family_are_related_and_others_are_not() -> None:
    assert related(129, 1285)
    assert related(89, 89)
    assert not related(89, 129)


@pytest.mark.slow
def test_the_rules_keep_what_they_reached_on_the_sample_bank() -> None:
    whole = score(SAMPLE_BANK)[-1]
    assert (whole.recall or 0) >= 0.9
    assert (whole.precision or 0) >= 0.95
    assert whole.fooled <= 2
