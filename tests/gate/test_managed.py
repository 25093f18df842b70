"""Whether only a machine policy counts: by what stands in the machine's folder, and by what the package asks for."""

from pathlib import Path

import pytest

from desktop.gate.managed import is_managed


@pytest.fixture
def open_trust(tmp_path: Path) -> Path:
    """A package that lets an analyst's own policy count."""
    file = tmp_path / "trust.json"
    file.write_text('{"schema": 1, "managed_only": false, "need": 1, "keys": []}')
    return file


def test_a_file_in_the_machines_folder_governs_whatever_it_says(tmp_path: Path, open_trust: Path) -> None:
    folder = tmp_path / "machine"
    assert not is_managed((folder,), open_trust)
    folder.mkdir()
    assert not is_managed((folder,), open_trust)
    (folder / "policy.json").write_bytes(b"no policy at all")
    assert is_managed((folder,), open_trust)


@pytest.mark.parametrize("said", ['{"managed_only": true}', "{}", "[]", "{torn", '{"managed_only": 0}'])
def test_a_package_that_asks_for_one_or_is_damaged_governs(tmp_path: Path, said: str) -> None:
    file = tmp_path / "trust.json"
    file.write_text(said)
    assert is_managed((), file)


def test_a_package_without_its_trust_governs(tmp_path: Path) -> None:
    assert is_managed((), tmp_path / "none.json")
