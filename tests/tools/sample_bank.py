"""Read and edit the sample bank's members, whose bytes are the only truth, and keep its labels on their places.

    python -m tests.tools.sample_bank show online/DPO0310.cbl > member.txt
    python -m tests.tools.sample_bank put online/DPO0310.cbl member.txt
    python -m tests.tools.sample_bank anchor

``put`` leaves the bytes of every unchanged line alone. ``anchor`` finds each label's quote again, nearest to
where it was.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any

from desktop.text.codecs import decode, encode

BANK = Path(__file__).parents[2] / "resources" / "sample_bank"
ENDS = {"lf": b"\n", "crlf": b"\r\n"}


@dataclass(frozen=True)
class StoredMember:
    """One entry of ``members.json``: how the bytes of ``file`` are to be read."""

    file: str
    encoding: str
    format: str
    """``lf``, ``crlf``, or ``fb`` and the record length in bytes."""
    language: str

    @cached_property
    def data(self) -> bytes:
        """The bytes as stored."""
        return (BANK / self.file).read_bytes()

    @property
    def length(self) -> int:
        """Bytes of a fixed record; 0 where lines have ends."""
        return int(self.format[2:]) if self.format.startswith("fb") else 0

    @cached_property
    def records(self) -> list[bytes]:
        """The lines without their ends, fixed records with their blanks."""
        if self.length:
            return [self.data[at : at + self.length] for at in range(0, len(self.data), self.length)]
        return self.data.removesuffix(ENDS[self.format]).split(ENDS[self.format])

    def text(self, record: bytes) -> str:
        """``record`` as text, bytes that cannot be read as ⟦fe⟧."""
        return decode(record, self.encoding).text

    def quote(self, start: int, end: int) -> str:
        """Bytes ``start`` to ``end`` as text; a line feed stands between fixed records."""
        if not self.length:
            return self.text(self.data[start:end])
        cuts = [start, *range((start // self.length + 1) * self.length, end, self.length), end]
        return "\n".join(self.text(self.data[a:b]) for a, b in pairwise(cuts))

    def quoted(self, quote: str) -> bytes:
        """The bytes of ``quote``, the other way round."""
        return encode(quote.replace("\n", "") if self.length else quote, self.encoding)

    def line_at(self, offset: int) -> int:
        """The line of a byte, from 1."""
        return offset // self.length + 1 if self.length else self.data.count(b"\n", 0, offset) + 1

    def packed(self, lines: list[str]) -> bytes:
        """``lines`` as this member stores them; raises ValueError where a fixed record is too long."""
        known = {self.text(record).rstrip(): record for record in self.records}
        if not self.length:
            return b"".join(known.get(line, encode(line, self.encoding)) + ENDS[self.format] for line in lines)
        blank = encode(" ", self.encoding)
        records = [known.get(line) or encode(line, self.encoding).ljust(self.length, blank) for line in lines]
        for number, record in enumerate(records, 1):
            if len(record) != self.length:
                raise ValueError(f"{self.file}:{number}: {len(record)} bytes in a record of {self.length}")
        return b"".join(records)


def members() -> list[StoredMember]:
    """All members, in the order of ``members.json``."""
    return [StoredMember(**entry) for entry in json.loads((BANK / "members.json").read_text("utf-8"))["members"]]


def read_labels() -> dict[str, Any]:
    """``labels.json``."""
    labels: dict[str, Any] = json.loads((BANK / "labels.json").read_text("utf-8"))
    return labels


def places(labels: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every entry with a place, and the file that it lies in."""
    for label in labels["labels"]:
        yield label["file"], label
        for other in label.get("related", ()):
            yield label["file"], other
    for entry in labels["sensitive"]:
        yield entry["file"], entry


def anchor(labels: dict[str, Any]) -> list[str]:
    """Move every place to its quote, in ``labels`` itself; the quotes that are gone, as ``file:line: quote``."""
    by_file = {member.file: member for member in members()}
    gone = []
    for file, place in places(labels):
        member = by_file[file]
        if "quote" not in place:
            place["end"] = len(member.data)
            continue
        wanted = member.quoted(place["quote"])
        found = [match.start() for match in re.finditer(re.escape(wanted), member.data)]
        if not found:
            gone.append(f"{file}:{place['line']}: {place['quote']}")
            continue
        _, place["start"] = min((abs(at - place["start"]), at) for at in found)
        place["end"] = place["start"] + len(wanted)
        place["line"] = member.line_at(place["start"])
    return gone


def write_labels(labels: dict[str, Any]) -> None:
    """Write ``labels.json``, one entry a line so that a change shows as one line."""
    parts = [f'{{"schema":{labels["schema"]}']
    for name in ("labels", "sensitive"):
        rows = ",\n ".join(json.dumps(row, ensure_ascii=False) for row in labels[name])
        parts.append(f'"{name}":[\n {rows}\n]')
    (BANK / "labels.json").write_text(",".join(parts) + "}\n", "utf-8", newline="\n")


def main(arguments: list[str]) -> int:
    """Run one of the three commands."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    show, put = commands.add_parser("show"), commands.add_parser("put")
    commands.add_parser("anchor")
    show.add_argument("member")
    put.add_argument("member")
    put.add_argument("text", type=Path)
    asked = parser.parse_args(arguments)
    if asked.command == "anchor":
        labels = read_labels()
        gone = anchor(labels)
        write_labels(labels)
        print(*gone, sep="\n", end="\n" if gone else "")
        return 1 if gone else 0
    member = next(member for member in members() if member.file == asked.member)
    if asked.command == "show":
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
        print(*(member.text(record).rstrip() for record in member.records), sep="\n")
        return 0
    (BANK / member.file).write_bytes(member.packed(asked.text.read_text("utf-8").splitlines()))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
