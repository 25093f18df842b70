"""How fast detection and masking are on source text, whether hostile lines slow them down, and what they find.

The source text is the sample bank's members with other numbers in each copy: three of ten lines are Japanese, and more
must be masked in it than in most sources. Recall, precision and look-alikes are those of ``tests/labelled``.
"""

import re
import sys
import time
from bisect import bisect_left
from collections.abc import Callable
from functools import partial

from desktop.detect import scan
from desktop.domain.evidence import Decoding, RecordFormat
from desktop.gate.masking import Masker
from desktop.gate.tokens import TokenBook, occurs_in
from desktop.text.sniff import sniff
from tests.bench.figure import Figure
from tests.detect.material import sample_bank
from tests.gate.test_structure_kept import MEMBERS, kept, programs
from tests.labelled.measure import NOT_SENT, PARTS, STRUCK_OUT, Score, by_kind, samples, touched

HOSTILE = (
    *(
        "a@a.",
        "password=",
        "MOVE 'x' TO PASSWORD ",
        "作成者",
        "1234567 ",
        "口座番号,",
        "-----BEGIN PRIVATE KEY-----",
        "⟦",
        "ｶﾞ",
    ),
    *("生年月日", "佐藤 太郎 ", "DSN=A.B.", "個人番号 1234", "a,b\t", "'", "　", "住所東京都千代田区"),
)
"""What lines are made of that hold nothing but beginnings of finds."""
_COPIES = 24
_QUARTER = 250_000
_TIMES = 3


def run() -> list[Figure]:
    """Speed, flatness, and a table by kind on stderr."""
    return [*_speed(), _flatness(), _structure(), *_found()]


def _speed() -> list[Figure]:
    text = source_text()
    megabytes = len(text.encode()) / 1e6
    scan(text[:100_000])
    scanned = _seconds(lambda: scan(text))
    masked = _seconds(lambda: Masker(TokenBook((), occurs_in((text,)))).mask(text, "cp932"))
    about = f"{megabytes:.1f} MB of source text in one thread"
    plain = text_without_finds()
    passed = _seconds(lambda: scan(plain))
    bare = len(plain.encode()) / 1e6
    return [
        Figure("masking: detectors, lines without finds", bare / passed, "MB/s", "", f"{bare:.1f} MB of such lines"),
        Figure("masking: detectors", megabytes / scanned, "MB/s", "", about),
        Figure("masking: detectors, tokens and columns", megabytes / masked, "MB/s", "≥ 20", about),
    ]


def source_text() -> str:
    """The sample bank's members, several times, with other seven-digit numbers in each copy."""
    members = "\n".join(sample_bank())

    def other(number: int) -> str:
        return re.sub(r"(?<!\d)\d{7}(?!\d)", lambda m: f"{(int(m[0]) * 7 + number * 13) % 10**7:07}", members)

    return "\n".join(map(other, range(_COPIES)))


def text_without_finds() -> str:
    """The lines of the sample bank's members where nothing is found and nothing nearly, several times."""
    plain: list[str] = []
    for member in sample_bank():
        found = scan(member)
        starts = sorted([hit.start for hit in found.hits] + [miss.start for miss in found.near])
        at = 0
        for line in member.split("\n"):
            if bisect_left(starts, at) == bisect_left(starts, at + len(line) + 1):
                plain.append(line)
            at += len(line) + 1
    return "\n".join(plain * _COPIES)


def _flatness() -> Figure:
    """The worst ratio of times a byte: a hostile line of 4 MB against one of 0.25 MB."""
    worst, piece = 0.0, ""
    for hostile in HOSTILE:
        small, large = (hostile * (size // len(hostile.encode())) for size in (_QUARTER, 16 * _QUARTER))
        ratio = _seconds(partial(scan, large), 2) / 16 / _seconds(partial(scan, small))
        print(f"  {hostile!r}: {ratio:.2f}", file=sys.stderr, flush=True)
        if ratio > worst:
            worst, piece = ratio, hostile
    return Figure(
        "masking: time a byte, hostile line of 4 MB", worst, "×", "≤ 1.5", f"0.25 MB; worst of {len(HOSTILE)}: {piece}"
    )


def _structure() -> Figure:
    """Units of source that stand where they stood once what must be masked is masked in its columns."""
    made = [kept(data, Decoding("cp932", RecordFormat.LF), "made.cbl") for data in programs()]
    made += [kept(data, sniff(data, path.name), path.name) for path in MEMBERS for data in [path.read_bytes()]]
    units, same = (sum(column) for column in zip(*made, strict=True))
    return Figure("masking: units that still parse alike", 100 * same / units, "%", "≥ 99", f"{units:,} units")


def _found() -> list[Figure]:
    figures: list[Figure] = []
    for part in PARTS:
        scores = by_kind(samples("places", part))
        print(table(scores), file=sys.stderr)
        lines = list(samples("look_alikes", part))
        places = sum(score.places for score in scores.values())
        struck = [score for kind, score in scores.items() if kind in NOT_SENT | STRUCK_OUT]
        masked = [score for kind, score in scores.items() if kind not in NOT_SENT | STRUCK_OUT and score.places]
        share = 100 * len(touched(lines)) / len(lines)
        about = f"labelled set, {part} part, {places:,} places"
        figures += [
            Figure(
                "masking: recall, not sent and struck out",
                min(s.recall for s in struck),
                "%",
                "≥ 99.5",
                f"worst kind of {len(struck)}; {about}",
            ),
            Figure(
                "masking: recall, masked",
                min(s.recall for s in masked),
                "%",
                "≥ 97",
                f"worst kind of {len(masked)}; {about}",
            ),
            Figure("masking: look-alikes touched", share, "%", "≤ 2", f"{len(lines):,} lines, {part} part"),
        ]
    return figures


def table(scores: dict[str, Score]) -> str:
    """Recall and precision by kind, as Markdown."""
    rows = [f"| {k} | {s.places:,} | {s.recall:.1f} | {s.precision:.1f} |" for k, s in scores.items()]
    return "\n".join(("| kind | places | recall % | precision % |", "|---|--:|--:|--:|", *rows))


def _seconds(work: Callable[[], object], times: int = _TIMES) -> float:
    """Processor time of the shortest of several runs: other programs of this machine do not count."""
    best = float("inf")
    for _ in range(times):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best
