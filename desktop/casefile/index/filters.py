"""Which rows a query names."""

from collections.abc import Sequence
from typing import Any, Final, TypeGuard

import numpy as np
import numpy.typing as npt

from desktop.casefile.index.columns import Columns
from desktop.casefile.index.cwes import MoreCwes
from desktop.casefile.index.dictionaries import Dictionaries
from desktop.casefile.index.long_texts import LongTexts
from desktop.casefile.index.query import Is, Numbers, Op, Term, Words
from desktop.casefile.index.titles import Titles
from desktop.casefile.stored import FLAG_GONE, FLAG_KEPT, FLAG_SECOND
from desktop.domain.levels import Anchor, Origin, Status, Verification
from desktop.domain.standing import Proof

Array = npt.NDArray[Any]
Mask = npt.NDArray[np.bool_]

_DECIDED: Final = np.array([status.is_decision for status in Status])
_DISMISSED: Final = np.array([status.is_dismissal for status in Status])
_OPEN: Final = ~_DISMISSED & (np.arange(len(Status)) < Status.FIXED)
_FEW: Final = 4_096
"""So few titles are quicker looked at one by one than all are scanned."""
_ZERO_IS_NONE: Final = frozenset({"due", "import", "run"})
_IN_TITLES: Final = frozenset({"any", "title"})


class Filters:
    """Tests terms on columns, titles and names."""

    def __init__(self, columns: Columns, titles: Titles, names: Dictionaries, cwes: MoreCwes, texts: LongTexts) -> None:
        self._columns = columns
        self._titles = titles
        self._names = names
        self._cwes = cwes
        self._texts = texts

    def mask(self, terms: Sequence[Term], today: int) -> Mask:
        """Rows that all terms hold of: facets first, then words, the rarest first, on what is left."""
        mask: Mask = self._names.visible()[self._columns["import"]]
        words = [term for term in terms if scanned(term)]
        for term in terms:
            if not scanned(term):
                mask &= self._holds(term, today) ^ term.no
        for term in sorted(words, key=lambda term: (term.no, self._titles.frequency(_needle(term)))):
            rows = np.flatnonzero(mask) if np.count_nonzero(mask) <= _FEW else None
            if rows is None:
                mask &= self._says(term) ^ term.no
            else:
                mask[:] = False
                mask[self.saying(rows, [term])] = True
        return mask

    def saying(self, rows: Array, words: Sequence[Words]) -> Array:
        """Those of a few rows that all words hold of."""
        for term in words:
            named = self._named_rows(term, rows)
            says = [
                by_name or any(self._titles.has(row, value.encode()) for value in term.values)
                for row, by_name in zip(rows.tolist(), named.tolist(), strict=True)
            ]
            rows = rows[np.array(says, bool) ^ term.no]
        return rows

    def _says(self, term: Words) -> Mask:
        found = self._named_rows(term, None)
        for value in term.values:
            found = found | self._titles.found(value.encode())
        return found

    def _named_rows(self, term: Words, rows: Array | None) -> Mask:
        """Whether a rule or path says it, for some rows or for all."""
        rules, files = self._columns["rule"], self._columns["file"]
        if rows is not None:
            rules, files = rules[rows], files[rows]
        if term.field == "title":
            return np.zeros(len(rules), bool)
        named: Mask = self._names.has("rule", term.values)[rules] | self._names.has("path", term.values)[files]
        if term.field == "any":
            also = self._called(term) | self._listed(self._texts.found(term.values[0]))
            named |= also if rows is None else also[rows]
        return named

    def _called(self, term: Words) -> Mask:
        """Whether a word names the finding's CWE, severity, status or proof, as they are shown."""
        called = np.zeros(len(self._columns), bool)
        for column, value in term.names:
            match column:
                case "cwe" | "severity":
                    called |= self._holds(Numbers(column, ((Op.IS, value),)), 0)
                case "proof":
                    called |= self._proof() == value
                case "status":
                    called |= self._columns["status"] == value
        return called

    def _proof(self) -> Array:
        """By row: the place in ``Proof`` of what is said of it (``standing.proof``)."""
        verification = self._columns["verification"]
        decided = _DECIDED[self._columns["status"]] & (self._columns["anchor"] != Anchor.NOT_FOUND)
        dismissed = _DISMISSED[self._columns["status"]] | (verification == Verification.REFUTED)
        proofs = tuple(Proof)
        unproved = np.where(decided, proofs.index(Proof.NOT_REPRODUCED), proofs.index(Proof.UNVERIFIED))
        seen = np.where(verification == Verification.REPRODUCED, proofs.index(Proof.REPRODUCED), unproved)
        said: Array = np.where(dismissed, proofs.index(Proof.REFUTED), seen)
        return said

    def _holds(self, term: Term, today: int) -> Mask:
        match term:
            case Numbers("cwe", tests):
                ids, numbers = self._cwes.pairs()
                first = _compared(self._columns["cwe"], tests) & (self._columns["cwe"] > 0)
                return first | self._listed(ids[_compared(numbers, tests)])
            case Numbers("severity", tests):
                anchored: Mask = self._columns["anchor"] != Anchor.NOT_FOUND
                return _compared(self._columns["severity"], tests) & anchored
            case Numbers(column, tests):
                found = _compared(self._columns[column], tests)
                return found & (self._columns[column] > 0) if column in _ZERO_IS_NONE else found
            case Is(state):
                return self._is(state, today)
            case Words("rule" | "path" | "source" as field, values):
                named: Mask = self._names.has(field, values)[self._columns["file" if field == "path" else field]]
                return named
            case Words("text", values):
                while not self._texts.read_on(values):
                    pass
                return self._listed(np.concatenate([self._texts.found(value) for value in values]))
            case Words(field, values):
                return self._listed(self._names.findings_with(field, values))

    def _listed(self, ids: Array) -> Mask:
        mask = np.zeros(len(self._columns), bool)
        mask[self._columns.rows_of(ids)] = True
        return mask

    def _is(self, state: str, today: int) -> Mask:
        status, flags = self._columns["status"], self._columns["flags"]
        decided: Mask = _DECIDED[status]
        dismissed: Mask = _DISMISSED[status]
        unanchored: Mask = self._columns["anchor"] == Anchor.NOT_FOUND
        by_model: Mask = self._columns["origin"] == Origin.MODEL
        match state:
            case "decided":
                return decided
            case "undecided":
                return np.logical_not(decided | unanchored)
            case "lead":
                return by_model & np.logical_not(decided | unanchored)
            case "unanchored":
                return unanchored & np.logical_not(decided)
            case "second":
                return _flagged(flags, FLAG_SECOND)
            case "overdue":
                due, still = self._columns["due"], _OPEN[status]
                overdue: Mask = (due > 0) & (due < today) & still
                return overdue
            case "gone":
                return _flagged(flags, FLAG_GONE)
            case "edited":
                return _flagged(flags, FLAG_KEPT)
            case "dismissed":
                return dismissed
            case _:
                return decided & ~dismissed


def scanned(term: Term) -> TypeGuard[Words]:
    """Whether a term looks into titles."""
    return isinstance(term, Words) and term.field in _IN_TITLES


def _needle(term: Words) -> bytes:
    return term.values[0].encode()


def _flagged(flags: Array, flag: int) -> Mask:
    found: Mask = flags & np.uint8(flag) != 0
    return found


def _compared(column: Array, tests: Sequence[tuple[Op, int]]) -> Mask:
    """Rows of which one of the tests holds."""
    found = np.zeros(len(column), bool)
    for op, value in tests:
        match op:
            case Op.IS:
                found |= column == value
            case Op.LESS:
                found |= column < value
            case Op.MORE:
                found |= column > value
            case Op.AT_MOST:
                found |= column <= value
            case Op.AT_LEAST:
                found |= column >= value
    return found
