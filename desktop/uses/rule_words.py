"""What a built-in rule said, in another language than the one it was filed in.

A finding of a rule is kept in the language of the day. Where its texts still are the rule's own, the rule can say them
again; what a person has written stays as it is.
"""

from dataclasses import replace
from typing import Final

from desktop.analysis.rules.exchange import TOOL
from desktop.analysis.rules.kit.rule import Rule, Text
from desktop.analysis.rules.registry import RULES
from desktop.analysis.rules.words import LABELS
from desktop.domain.findings import Finding
from desktop.words import Lang

_BY_ID: Final = {rule.id: rule for rule in RULES}


def in_language(finding: Finding, lang: Lang) -> Finding:
    """``finding`` as its rule says it in ``lang``; anything else than a built-in rule's finding as it is."""
    rule = _BY_ID.get(finding.rule) if finding.row.source == TOOL.name else None
    if rule is None:
        return finding
    to = rule.text(lang)
    return replace(
        finding,
        row=replace(finding.row, title=_title(finding.row.title, rule, to)),
        description=_description(finding.description, rule, to, lang),
        impact=to.impact if finding.impact in ("", rule.ja.impact, rule.en.impact) else finding.impact,
        recommendation=to.recommendation
        if finding.recommendation in (rule.ja.recommendation, rule.en.recommendation)
        else finding.recommendation,
    )


def _title(title: str, rule: Rule, to: Text) -> str:
    """The rule's title, which what it is about may follow."""
    for own in (rule.ja.title, rule.en.title):
        if title == own or title.startswith(f"{own}: "):
            return to.title + title[len(own) :]
    return title


def _description(description: str, rule: Rule, to: Text, lang: Lang) -> str:
    """The rule's description, and below it a line a place, which begins with the place's role."""
    for own in (rule.ja, rule.en):
        if description == own.description or description.startswith(f"{own.description}\n"):
            ways = description[len(own.description) + 1 :].splitlines()
            return "\n".join((to.description, *(_way(way, lang) for way in ways)))
    return description


def _way(way: str, lang: Lang) -> str:
    for said in LABELS.values():
        for label in said.values():
            if way.startswith(f"{label} "):
                return said[lang] + way[len(label) :]
    return way
