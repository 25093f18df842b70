"""Which files a choice means, and that no name plays tricks."""

import os
from pathlib import Path

import pytest

from desktop.intake import errors, walking
from desktop.intake.walking import Chosen, PassedOver, shown_name, walk


def names(*paths: Path) -> list[str]:
    return [one.name for one in walk(paths) if isinstance(one, Chosen)]


def test_folders_are_walked_in_a_fixed_order_without_version_control(tmp_path: Path) -> None:
    for name in ("b/2.cbl", "b/1.cbl", "a.cbl", ".git/config", "c/.svn/entries", "c/3.cbl"):
        path = tmp_path / "src" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    assert names(tmp_path / "src") == ["src/a.cbl", "src/b/1.cbl", "src/b/2.cbl", "src/c/3.cbl"]
    passed = [one for one in walk([tmp_path / "src"]) if isinstance(one, PassedOver)]
    assert {(one.name, one.why) for one in passed} == {("src/.git", "VersionControl"), ("src/c/.svn", "VersionControl")}


def test_a_file_named_twice_is_taken_once(tmp_path: Path) -> None:
    path = tmp_path / "a.cbl"
    path.write_text("x")
    assert names(path, tmp_path, path) == ["a.cbl"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_links_and_devices_are_passed_over(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (tmp_path / "secret").write_text("x")
    (folder / "link").symlink_to(tmp_path / "secret")
    (folder / "loop").symlink_to(folder)
    os.mkfifo(folder / "pipe")
    (folder / "other.sekisho").write_text("x")
    assert names(folder) == []
    assert {(one.name, one.why) for one in walk([folder]) if isinstance(one, PassedOver)} == {
        ("in/link", "IsALink"),
        ("in/loop", "IsALink"),
        ("in/pipe", "NotAFile"),
        ("in/other.sekisho", "IsACase"),
    }


@pytest.mark.skipif(os.name == "nt", reason="no such names there")
def test_names_with_line_ends_bidi_and_broken_bytes_are_shown_as_they_are(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for raw in (b"a\nb.cbl", "evil\u202elbc.exe".encode(), b"\xff\xfe.cbl", "預金.cbl".encode()):
        Path(os.fsdecode(os.fsencode(folder) + b"/" + raw)).write_text("x")
    assert sorted(names(folder)) == sorted(
        ["in/a⟦000a⟧b.cbl", "in/evil⟦202e⟧lbc.exe", "in/⟦ff⟧⟦fe⟧.cbl", "in/預金.cbl"]
    )
    for name in names(folder):
        name.encode()


def test_a_name_of_letters_stays_as_it_is() -> None:
    assert shown_name("DPB0450.cbl") == "DPB0450.cbl" and shown_name("残高 照会.cbl") == "残高 照会.cbl"


def test_files_of_one_name_from_two_folders_are_told_apart(tmp_path: Path) -> None:
    for folder in ("one/in", "two/in", "three"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "scan.sarif").write_text("x")
    chosen = [tmp_path / "one" / "in", tmp_path / "two" / "in" / "scan.sarif", tmp_path / "three" / "scan.sarif"]
    assert names(*chosen) == ["in/scan.sarif", "two/in/scan.sarif", "three/scan.sarif"]
    assert names(tmp_path / "one" / "in", tmp_path / "two" / "in") == ["one/in/scan.sarif", "two/in/scan.sarif"]
    assert names(chosen[1], chosen[1]) == ["scan.sarif"]


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(errors.CannotOpen):
        list(walk([tmp_path / "none"]))


def test_too_many_files_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walking, "MOST_FILES", 3)
    for n in range(5):
        (tmp_path / f"{n}").write_text("x")
    with pytest.raises(errors.TooManyFiles):
        list(walk([tmp_path]))
