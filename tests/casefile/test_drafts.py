"""Words that are not in the case yet."""

import pytest

from desktop.casefile import Case
from tests.casefile.conftest import KEY, Bench

WORDS = "残高照会の前に検査がない " + "x" * 50


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "encrypted"])
def test_words_are_there_again_until_they_are_emptied(bench: Bench, key: bytes | None) -> None:
    with bench.create(key=key) as case:
        drafts = case.drafts()
        assert dict(drafts.all()) == {}
        drafts.keep("note 1", "older")
        drafts.keep("note 2", "two")
        drafts.keep("note 1", WORDS)
    drafts.close()
    with bench.open(key=key) as case:
        again = case.drafts()
        assert list(again.all().items()) == [("note 2", "two"), ("note 1", WORDS)]
        again.keep("note 1", "")
        again.keep("note 2", "")
        assert dict(again.all()) == {}
        again.close()
    assert case.path.exists()
    everything = b"".join(file.read_bytes() for file in bench.folder.rglob("*") if file.is_file())
    assert WORDS.encode() not in everything


def test_an_encrypted_case_has_no_plain_drafts(bench: Bench) -> None:
    with bench.create(key=KEY) as case:
        drafts = case.drafts()
        drafts.keep("note 1", WORDS)
        drafts.close()
    for file in bench.folder.rglob("*"):
        assert not file.is_file() or WORDS.encode() not in file.read_bytes()


def test_drafts_are_no_change_to_the_case(case: Case) -> None:
    before = case.read.info()
    drafts = case.drafts()
    drafts.keep("note 1", WORDS)
    drafts.close()
    assert case.read.info() == before


def test_a_broken_file_is_put_aside(bench: Bench) -> None:
    with bench.create() as case:
        drafts = case.drafts()
        drafts.keep("note 1", WORDS)
        drafts.close()
        (file,) = (bench.state_dir / "drafts").iterdir()
        file.write_bytes(b"not a database at all" * 100)
        drafts = case.drafts()
        assert dict(drafts.all()) == {}
        drafts.keep("note 1", "new")
        drafts.close()
    assert {one.suffix for one in (bench.state_dir / "drafts").iterdir()} == {".drafts", ".unreadable"}
