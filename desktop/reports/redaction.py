"""The redacted profile: no quote of evidence, and every text masked as if it were to leave for a model.

Tokens are the case's own, so that a reader with the case can put the values back. A value that has no token yet is
struck out: a report makes no token, for it writes nothing to the case.
"""

from dataclasses import replace
from typing import Final

from desktop.casefile import Reader
from desktop.domain.findings import Annotation, Decision, Finding, Occurrence
from desktop.domain.places import BytePlace, HostPlace, PathPlace, Place, UrlPlace
from desktop.gate.masking import STRUCK, Masker
from desktop.gate.tokens import Token, TokenBook
from desktop.reports.item import Item

_CACHE: Final = 4_096


class Redaction:
    """Masks what a report would print of the case behind ``reader``."""

    def __init__(self, reader: Reader) -> None:
        known = [Token(token.text, token.kind, token.value) for token in reader.tokens()]
        self._known = frozenset(token.text for token in known)
        self._masker = Masker(TokenBook(known, occurs=lambda _: False))
        self._seen: dict[str, str] = {}

    def text(self, text: str) -> str:
        """``text`` with everything masked that the gate would mask, strike out or refuse."""
        if not text:
            return text
        known = self._seen.get(text)
        if known is None:
            if len(self._seen) >= _CACHE:
                self._seen.clear()
            known = self._seen[text] = self._masked(text)
        return known

    def _masked(self, text: str) -> str:
        shown, at = [], 0
        for span in self._masker.mask(text).spans:
            shown += [text[at : span.start], span.token if span.token in self._known else STRUCK]
            at = span.end
        return "".join((*shown, text[at:]))

    def place(self, place: Place | None) -> Place | None:
        """``place`` without its quote, host names masked."""
        match place:
            case BytePlace() | PathPlace():
                return replace(place, quote="")
            case HostPlace():
                return replace(place, host=self.text(place.host))
            case UrlPlace():
                return replace(place, url=self.text(place.url), parameter=self.text(place.parameter))
            case _:
                return place

    def item(self, item: Item) -> Item:
        """``item`` as the redacted profile shows it."""
        return replace(
            item,
            finding=self._finding(item.finding),
            occurrences=tuple(self._occurrence(occurrence) for occurrence in item.occurrences),
            annotations=tuple(self._annotation(annotation) for annotation in item.annotations),
        )

    def _finding(self, finding: Finding) -> Finding:
        return replace(
            finding,
            row=replace(finding.row, title=self.text(finding.row.title), place=self.text(finding.row.place)),
            description=self.text(finding.description),
            impact=self.text(finding.impact),
            root_cause=self.text(finding.root_cause),
            steps=self.text(finding.steps),
            recommendation=self.text(finding.recommendation),
            system=self.text(finding.system),
            places=tuple(shown for place in finding.places if (shown := self.place(place))),
            decision=self._decision(finding.decision),
        )

    def _decision(self, decision: Decision | None) -> Decision | None:
        return decision and replace(
            decision, reason=self.text(decision.reason), compensating=self.text(decision.compensating)
        )

    def _occurrence(self, occurrence: Occurrence) -> Occurrence:
        return replace(occurrence, place=self.place(occurrence.place))

    def _annotation(self, annotation: Annotation) -> Annotation:
        return replace(annotation, quote="", text=self.text(annotation.text))
