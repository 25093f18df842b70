"""README says what the program is: its commands, its registries and its pictures are there."""

import re
from pathlib import Path

from desktop.cli.commands import COMMANDS
from desktop.words import Lang, say

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text("utf-8")


def test_the_table_of_commands_is_that_of_the_program() -> None:
    table = README.partition("<!-- help -->")[2].partition("<!-- /help -->")[0]
    rows = re.findall(r"^\| `sekisho ([a-z]+)` \| (.+) \|$", table, re.MULTILINE)
    assert dict(rows) == {name: say(f"help.{name}", Lang.EN) for name in COMMANDS}


def test_what_it_names_is_there() -> None:
    for name in re.findall(r"`((?:desktop|resources|tests)/[\w./*-]*)`", README):
        assert list(ROOT.glob(name.rstrip("/"))), name
    for picture in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", README):
        assert (ROOT / picture).is_file(), picture


def test_every_room_stands_in_its_table() -> None:
    table = README.partition("## The house")[2]
    rooms = {path.parent.name for path in (ROOT / "desktop").glob("*/__init__.py")}
    assert {name for name in rooms if f"`desktop/{name}`" not in table} == set()


def test_make_knows_what_it_promises() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for target in re.findall(r"(?:`|^ {4})make ([a-z-]+)", README, re.MULTILINE):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
