"""Make weaknesses.txt from MITRE's XML: ``python generate.py cwec_v4.15.xml > weaknesses.txt``.

Weaknesses of later versions than the XML at hand stand in ``_LATER``.
"""

import sys
from pathlib import Path
from typing import Final

from defusedxml.ElementTree import parse

_RESEARCH_VIEW: Final = "1000"
_LATER: Final = {1427: (77,), 1428: (319,), 1429: (223,), 1431: (200,), 1434: (440,)}


def main(path: Path) -> None:
    """Print the list."""
    root = parse(path).getroot()
    space = root.tag.partition("}")[0] + "}"
    found: dict[int, tuple[int, ...]] = {}
    for weakness in root.find(f"{space}Weaknesses"):
        if weakness.attrib["Status"] != "Deprecated":
            related = [one.attrib for one in weakness.iter(f"{space}Related_Weakness")]
            parents = {
                int(one["CWE_ID"]) for one in related if one["Nature"] == "ChildOf" and one["View_ID"] == _RESEARCH_VIEW
            }
            found[int(weakness.attrib["ID"])] = tuple(sorted(parents))
    version = root.attrib["Version"]
    print(
        f"# Weaknesses of CWE {version} that are not deprecated, and 1427 to 1434 of later versions: number, "
        "then its parents in view 1000."
    )
    print("# (c) The MITRE Corporation; see LICENSE beside this file. Made by generate.py.")
    for number, parents in sorted({**found, **_LATER}.items()):
        print(number, *parents)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
