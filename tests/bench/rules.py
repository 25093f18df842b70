"""How the built-in rules do on the sample bank's labels, overall and by CWE, and how long they take.

The labels were written apart from the rules and before them; other labelled folders can be given to ``by_cwe``.
"""

import sys
import time
from pathlib import Path

from desktop.analysis.rules.run import examine
from desktop.analysis.rules.score import Row, inputs_of, score
from desktop.words import Lang
from tests.bench.figure import Figure

SAMPLE_BANK = Path(__file__).parents[2] / "resources" / "sample_bank"


def by_cwe(rows: list[Row]) -> str:
    """A Markdown table of recall and precision by CWE; the last line is the sum."""
    lines = ["| CWE | found | of | right | of findings | look-alikes reported | of |", "|---|---|---|---|---|---|---|"]
    for row in rows:
        name = f"CWE-{row.cwe}" if row.cwe else "all"
        cells = (name, row.found, row.weaknesses, row.right, row.findings, row.fooled, row.lookalikes)
        lines.append(f"| {' | '.join(map(str, cells))} |")
    return "\n".join(lines)


def run() -> list[Figure]:
    """Three shares and a time; the table by CWE goes to stderr."""
    rows = score(SAMPLE_BANK)
    print(by_cwe(rows), file=sys.stderr)
    whole = rows[-1]
    inputs = inputs_of(SAMPLE_BANK)
    lines = sum(max(one.data.count(b"\n"), len(one.data) // 80) for one in inputs)
    start = time.perf_counter()
    for _ in examine(inputs, Lang.EN):
        pass
    seconds = time.perf_counter() - start
    return [
        Figure("rules: weaknesses found", 100 * (whole.recall or 0), "%", "", f"{whole.weaknesses} labels"),
        Figure("rules: findings that are right", 100 * (whole.precision or 0), "%", "", f"{whole.findings} findings"),
        Figure("rules: look-alikes reported", whole.fooled, "", "", f"{whole.lookalikes} harmless look-alikes"),
        Figure("rules: time for 1,000 lines", 1000 * 1000 * seconds / lines, "ms", "", f"{lines:,} lines, all rules"),
    ]
