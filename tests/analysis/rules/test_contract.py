"""Every rule finds its sample's weakness and falls silent when a guard is added, wherever the guard stands."""

import pytest

from desktop.analysis.rules.kit.rule import Rule, Text
from desktop.analysis.rules.registry import RULES
from desktop.domain.levels import Severity
from desktop.words import Lang
from tests.analysis.rules.sample import Sample, found, look, members, place
from tests.analysis.rules.samples import SAMPLES

GUARDS = [(sample, name) for sample in SAMPLES for name in sample.guards]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.rule)
def test_a_weakness_is_found_where_it_is(sample: Sample) -> None:
    quotes = [" ".join(place(one).quote.split()) for one in found(sample, sample.weak)]
    assert any(sample.at in quote for quote in quotes), quotes


@pytest.mark.parametrize(("sample", "guard"), GUARDS, ids=[f"{sample.rule}: {name}" for sample, name in GUARDS])
def test_a_guard_makes_the_rule_fall_silent(sample: Sample, guard: str) -> None:
    assert [place(one).quote for one in found(sample, sample.guarded(guard))] == []


def test_every_rule_has_a_sample_with_a_guard() -> None:
    assert {rule.id for rule in RULES} == {sample.rule for sample in SAMPLES if sample.guards}


def test_every_rule_has_its_own_id() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_says_everything_in_both_languages(rule: Rule) -> None:
    for lang in Lang:
        text = rule.text(lang)
        said = [getattr(text, name) for name in Text.__dataclass_fields__]
        assert all(said)
        assert all(part.isascii() is False for part in said) or lang is Lang.EN
    assert rule.ja.title != rule.en.title
    assert not any(ord(char) > 0x2FFF for char in "".join((rule.en.description, rule.en.recommendation)))
    assert rule.cwe and rule.severity is not Severity.NONE


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.rule)
def test_a_quote_is_the_text_at_its_place(sample: Sample) -> None:
    files = members(sample, sample.weak)
    for one in look(files):
        for at in (place(one), *(more for more in one.more_places if hasattr(more, "span"))):
            data = files[at.path].encode()
            assert at.quote.split() == data[at.span.start : at.span.end].decode().split()
            assert files[at.path].encode()[: at.span.start].count(b"\n") + 1 == at.line


@pytest.mark.parametrize("sample", [one for one in SAMPLES if "Kumo77x1" in one.weak], ids=lambda sample: sample.rule)
def test_a_secret_is_not_said_again_in_the_text_of_its_finding(sample: Sample) -> None:
    for one in found(sample, sample.weak):
        assert "Kumo77x1" not in "".join((one.title, one.description, one.recommendation, *one.extra.values()))
