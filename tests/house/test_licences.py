"""The licence of every package that ships with the program is listed."""

from pathlib import Path

from tests.tools.licences import lines


def test_the_list_of_licences_names_every_shipped_package() -> None:
    listed = Path("resources/licences.txt").read_text(encoding="utf-8").splitlines()
    assert listed == list(lines()), "run: python -m tests.tools.licences > resources/licences.txt"
    assert not [line for line in listed if line.endswith("unknown")]
