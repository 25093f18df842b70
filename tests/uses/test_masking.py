"""``sekisho mask`` on files as they come: what it says is bytes of the file, and what cannot be read is told."""

from pathlib import Path

import pytest

from desktop.intake.errors import CannotOpen
from desktop.text.codecs import encode
from desktop.uses.errors import CannotRead, NotAFileToMask
from desktop.uses.masking import mask_record, words_of


def _file(folder: Path, data: bytes) -> Path:
    path = folder / "evidence.txt"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "cp932", "euc_jp"])
def test_spans_are_bytes_of_the_file_in_its_own_encoding(tmp_path: Path, encoding: str) -> None:
    text = "勘定系の連絡票\n口座番号 1480233 のお客様\n担当 永井 正博 まで連絡すること\n" * 5
    data = encode(text, encoding)
    record = mask_record(_file(tmp_path, data))
    spans = record["spans"]
    assert isinstance(spans, list)
    assert {data[s["start"] : s["end"]].decode(encoding) for s in spans} == {"1480233", "永井 正博"}


def test_a_file_in_two_encodings_is_masked_where_it_reads(tmp_path: Path) -> None:
    data = "口座番号 1480233\n".encode("cp932") * 3 + b"\xff\xfe\x80\n" + "電話 03-5550-0163\n".encode()
    record = mask_record(_file(tmp_path, data))
    spans = record["spans"]
    assert isinstance(spans, list)
    assert {data[s["start"] : s["end"]] for s in spans} >= {b"1480233", b"03-5550-0163"}


@pytest.mark.parametrize("data", [b"\0" * 5_000, bytes(range(256)) * 200, b"x", b"\n", b"\xff" * 100])
def test_bytes_that_are_no_text_are_looked_at_and_do_no_harm(tmp_path: Path, data: bytes) -> None:
    record = mask_record(_file(tmp_path, data))
    spans = record["spans"]
    assert isinstance(spans, list)
    assert all(0 <= s["start"] < s["end"] <= len(data) for s in spans)


def test_one_line_of_a_megabyte_that_is_all_finds_is_data_and_not_sent(tmp_path: Path) -> None:
    record = mask_record(_file(tmp_path, ("口座番号 1480233 " * 40_000).encode()))
    assert (record["blocked"], record["reason"]) == (True, "bulk_data")


def test_one_line_of_a_megabyte_without_finds_is_sent_as_it_is(tmp_path: Path) -> None:
    record = mask_record(_file(tmp_path, b"MOVE A TO B. " * 80_000))
    assert (record["blocked"], record["spans"]) == (False, [])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
def test_the_words_of_a_list_are_masked_in_any_width_and_case(tmp_path: Path, encoding: str) -> None:
    words = tmp_path / "words.txt"
    words.write_bytes("# 計画\n\n ツバメ計画\nKAWASEMI\n".encode(encoding))
    data = "ツバメ計画、ﾂﾊﾞﾒ計画、ｋａｗａｓｅｍｉ、ツバメ\n".encode()
    record = mask_record(_file(tmp_path, data), words=words_of(words))
    spans = record["spans"]
    assert isinstance(spans, list)
    assert [data[s["start"] : s["end"]].decode() for s in spans] == ["ツバメ計画", "ﾂﾊﾞﾒ計画", "ｋａｗａｓｅｍｉ"]
    assert {s["kind"] for s in spans} == {"project_name"}


def test_a_list_that_is_no_text_or_no_file_is_told(tmp_path: Path) -> None:
    words = tmp_path / "words.txt"
    with pytest.raises(CannotRead):
        words_of(words)
    words.write_bytes(b"\x81\x20\xff")
    with pytest.raises(CannotRead):
        words_of(words)


def test_an_empty_file_holds_nothing_to_mask(tmp_path: Path) -> None:
    record = mask_record(_file(tmp_path, b""))
    assert (record["blocked"], record["spans"]) == (False, [])


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotOpen):
        mask_record(tmp_path / "nowhere")
    with pytest.raises(NotAFileToMask):
        mask_record(tmp_path)
