"""``python -m tests.bench [NAME …]``: run all benches or those named; the table on stdout, progress on stderr.

With ``--readme`` the table also takes its place in README.md.
"""

import importlib
import pkgutil
import re
import sys
from pathlib import Path

import tests.bench
from tests.bench.figure import HEAD, Figure


def main(words: list[str]) -> int:
    """Run, print, and where asked for write into the README."""
    wanted = [word for word in words if not word.startswith("--")]
    rows: list[str] = []
    for module in pkgutil.iter_modules(tests.bench.__path__):
        if module.name in ("figure", "__main__") or (wanted and module.name not in wanted):
            continue
        bench = importlib.import_module(f"tests.bench.{module.name}")
        if not hasattr(bench, "run"):
            continue
        print(f"{module.name} …", file=sys.stderr, flush=True)
        figures: list[Figure] = bench.run()
        for figure in figures:
            print(figure.row(), file=sys.stderr, flush=True)
            rows.append(figure.row())
    table = "\n".join([HEAD, *rows])
    print(table)
    if "--readme" in words:
        readme = Path("README.md")
        text = readme.read_text(encoding="utf-8")
        readme.write_text(
            re.sub(r"<!-- figures -->.*?(?=\n## )", lambda _: f"<!-- figures -->\n\n{table}\n", text, flags=re.S),
            encoding="utf-8",
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
