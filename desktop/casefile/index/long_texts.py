"""Words in the long texts of findings: descriptions, reasons, notes, all places and their quotes.

They are many times the titles' size, so they are not kept in memory: they are read through a stretch at a time, and
what was found is kept for the words last asked for.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from desktop.casefile.engine import Database
from desktop.text.fold import fold

Array = npt.NDArray[Any]
_STEP: Final = 4_000
"""Ids of findings in one stretch: some 20 ms, so that other questions are answered in between."""
_AT_ONCE: Final = 100_000
"""Characters that are folded in one call, which no other thread can run beside: some 2 ms."""
_KEPT: Final = 32
"""Words whose findings are remembered."""
_MANY: Final = 20_000
"""So many changed findings are not looked at again one by one."""
_OWN: Final = (
    """select id, concat_ws(' ', description, impact, root_cause, steps, recommendation, system, place, cve)
    from finding_text where id""",
    "select finding, text from annotation where finding",
    "select finding, concat_ws(' ', unit, target, quote) from occurrence where finding",
    "select finding, concat_ws(' ', unit, target, quote) from more_place where finding",
)
"""Texts that belong to one finding each."""
_SHARED: Final = (
    ("select id, body from shared_text", "select id, shared_description from finding_text where id"),
    ("select id, body from shared_text", "select id, shared_recommendation from finding_text where id"),
    (
        "select id, concat_ws(' ', reason, approval, approver, compensating) from decision",
        "select id, decision from finding where id",
    ),
    ("select id, name from path", "select finding, path from occurrence where finding"),
    ("select id, name from path", "select finding, path from more_place where finding"),
)
"""Texts that many findings share, and which finding has which: the texts are looked at once."""


@dataclass(slots=True)
class _Reading:
    """How far the texts were read for some words."""

    words: tuple[str, ...]
    shared: dict[str, list[set[int]]]
    """By word: for each of ``_SHARED`` the texts that hold it."""
    after: int = 0
    found: dict[str, set[int]] = field(default_factory=dict)


class LongTexts:
    """``read_on`` until it says that all was read; then ``found`` is whole."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._known: dict[str, set[int]] = {}
        self._reading: _Reading | None = None

    def found(self, word: str) -> Array:
        """Ids of findings whose long texts hold the folded word, as far as they were read."""
        return np.array(sorted(self._known.get(word, ())), np.uint32)

    def read_on(self, words: Sequence[str]) -> bool:
        """Look for folded words in one more stretch; True once all findings were looked at."""
        new = tuple(dict.fromkeys(word for word in words if word not in self._known))
        if not new:
            return True
        if self._reading is None or self._reading.words != new:
            self._reading = _Reading(new, self._in_shared(new), found={word: set() for word in new})
        reading = self._reading
        (last,) = self._db.execute(
            "select max(id) from (select id from finding where id > ? order by id limit ?)", [reading.after, _STEP]
        ).fetchone()
        if last is None:
            self._keep(reading.found)
            self._reading = None
            return True
        self._look(reading, "between ? and ?", [reading.after + 1, last])
        reading.after = last
        return False

    def refresh(self, ids: Sequence[int]) -> None:
        """Some findings' texts may be others now."""
        self._reading = None
        if len(ids) > _MANY:
            self._known.clear()
        elif self._known:
            words = tuple(self._known)
            again = _Reading(words, self._in_shared(words), found={word: set() for word in words})
            self._look(again, "in (select value from json_each(?))", [json.dumps([int(id) for id in ids])])
            for word, known in self._known.items():
                known.difference_update(ids)
                known |= again.found[word]

    def _keep(self, found: dict[str, set[int]]) -> None:
        self._known |= found
        while len(self._known) > max(_KEPT, len(found)):
            del self._known[next(iter(self._known))]

    def _in_shared(self, words: Sequence[str]) -> dict[str, list[set[int]]]:
        holding: dict[str, list[set[int]]] = {word: [set() for _ in _SHARED] for word in words}
        read: dict[str, list[tuple[int, str]]] = {}
        for at, (texts, _) in enumerate(_SHARED):
            if texts not in read:
                read[texts] = [(id, fold(text)) for id, text in self._db.execute(texts)]
            for word, id in _holding(read[texts], words):
                holding[word][at].add(id)
        return holding

    def _look(self, reading: _Reading, which: str, values: Sequence[object]) -> None:
        for sql in _OWN:
            rows = self._db.execute(f"{sql} {which}", values).fetchall()
            for piece in _pieces(rows):
                whole = fold("\n".join(text for _, text in piece))
                words = [word for word in reading.words if word in whole]
                if words:
                    for word, id in _holding([(id, fold(text)) for id, text in piece], words):
                        reading.found[word].add(id)
        for at, (_, having) in enumerate(_SHARED):
            wanted = {word: texts for word in reading.words if (texts := reading.shared[word][at])}
            if wanted:
                for id, text in self._db.execute(f"{having} {which}", values):
                    for word, texts in wanted.items():
                        if text in texts:
                            reading.found[word].add(id)


def _pieces(rows: Sequence[tuple[int, str]]) -> Iterator[Sequence[tuple[int, str]]]:
    """The rows in runs of some ``_AT_ONCE`` characters."""
    first = size = 0
    for at, (_, text) in enumerate(rows):
        size += len(text)
        if size >= _AT_ONCE:
            yield rows[first : at + 1]
            first, size = at + 1, 0
    if first < len(rows):
        yield rows[first:]


def _holding(texts: Sequence[tuple[int, str]], words: Sequence[str]) -> Iterator[tuple[str, int]]:
    return ((word, id) for id, text in texts for word in words if word in text)
