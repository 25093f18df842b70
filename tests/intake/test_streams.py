"""Laws of the readers below the formats: every value's bytes are exact, wherever the chunks are cut."""

import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.intake.formats import jsonstream, xmlstream
from desktop.intake.formats.base import Remark, clip, wide_encoding
from desktop.intake.formats.jsonhead import top_level
from desktop.intake.formats.jsonstream import Cut, JsonStream
from desktop.intake.formats.shaping import shaped
from desktop.intake.formats.xmlstream import Element, events
from desktop.intake.worker.transcoding import Utf8View

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)


@pytest.fixture(autouse=True)
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonstream, "CHUNK", 7)
    monkeypatch.setattr(xmlstream, "CHUNK", 11)
    monkeypatch.setattr("desktop.intake.worker.transcoding.STEP", 10)


def elements(data: bytes) -> tuple[list[bytes], list[Remark]]:
    remarks: list[Remark] = []
    reader = JsonStream(io.BytesIO(data), remarks.append, "")
    taken: list[bytes] = []
    try:
        for key in reader.members():
            assert key == "k"
            for _ in reader.elements():
                at, length, value = reader.take()
                assert data[at : at + length] == value
                taken.append(value)
    except Cut:
        pass
    return taken, remarks


@settings(deadline=None)
@given(st.lists(values, max_size=5), st.booleans(), st.booleans())
def test_elements_are_sliced_exactly(items: list[object], pretty: bool, ascii_only: bool) -> None:
    data = json.dumps({"k": items}, indent=2 if pretty else None, ensure_ascii=ascii_only).encode()
    taken, remarks = elements(data)
    assert [json.loads(value) for value in taken] == items and remarks == []


@settings(deadline=None)
@given(st.lists(values, min_size=1, max_size=4), st.data())
def test_a_cut_anywhere_keeps_what_stands_before(items: list[object], data: st.DataObject) -> None:
    whole = json.dumps({"k": items}).encode()
    at = data.draw(st.integers(1, len(whole) - 1))
    taken, _ = elements(whole[:at])
    read = [json.loads(value) for value in taken]
    # a number at the very end may go on: it is no longer the same, but it is the last
    assert read[:-1] == items[: max(0, len(read) - 1)] and len(read) <= len(items)


ODD = [b'{"a":NaN}', b'"a\nb"', b'"\\ud800"', b'{"a":1,}', b"-Infinity", b"[" * 2000 + b"]" * 2000, b'{"a":"\xff"}']


@settings(deadline=None)
@given(st.lists(st.sampled_from(ODD) | values.map(lambda value: json.dumps(value).encode()), max_size=5))
def test_odd_values_between_sound_ones_are_sliced_as_well(items: list[bytes]) -> None:
    taken, _ = elements(b'{"k":[' + b",".join(items) + b"]}")
    assert taken == items


@settings(deadline=None)
@given(st.dictionaries(st.text(max_size=5), values, max_size=4))
def test_the_outermost_keys_are_seen(document: dict[str, object]) -> None:
    seen = top_level(json.dumps(document, ensure_ascii=True))
    assert set(seen) == {json.dumps(key)[1:-1] for key in document}


@settings(deadline=None)
@given(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=60).filter(lambda text: not text.startswith("\ufeff")),
    st.sampled_from(["utf-16-le", "utf-16-be", "utf-32-le"]),
    st.booleans(),
    st.data(),
)
def test_a_wide_file_is_the_same_text_in_utf8_and_leads_back(
    text: str, encoding: str, mark: bool, data: st.DataObject
) -> None:
    original = (("\ufeff" if mark else "") + text).encode(encoding)
    view = Utf8View(io.BytesIO(original), encoding)
    assert view.read() == text.encode()
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = len(text[:start].encode()), len(text[:end].encode())
    view.seek(first)
    assert view.read(last - first) == text[start:end].encode()
    at, length = view.original((first, last - first))
    assert original[at : at + length].decode(encoding) == text[start:end]


def test_what_begins_wide_is_known_by_its_zeros() -> None:
    for encoding in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"):
        assert wide_encoding('{"a"'.encode(encoding)) == encoding
    assert wide_encoding(b'{"a": 1}') == "" and wide_encoding(b"") == ""


@settings(deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8), max_size=5))
def test_records_of_xml_are_sliced_exactly(texts: list[str]) -> None:
    from xml.sax.saxutils import escape, quoteattr

    parts = [
        f"<r a={quoteattr(text)}><x>{escape(text)}</x></r >" if n % 2 else f"<r a={quoteattr(text)}/>"
        for n, text in enumerate(texts)
    ]
    data = ("<d>" + " ".join(parts) + "</d>").encode()
    found = [event for event in events(io.BytesIO(data), ("r",)) if isinstance(event, Element)]
    assert [data[e.raw[0] : sum(e.raw)].decode() for e in found] == parts
    assert [e.get("a") for e in found] == texts


def test_forbidden_characters_cost_no_offset() -> None:
    data = b"<d><r><x>\x01\xff\xe3\x81</x></r><r/></d>"
    first, second = [event for event in events(io.BytesIO(data), ("r",)) if isinstance(event, Element)]
    assert first.said("x") == "????" and data[second.raw[0] : sum(second.raw)] == b"<r/>"


@given(st.text(max_size=30))
def test_no_text_leaves_a_format_that_a_case_cannot_hold(text: str) -> None:
    kept = clip(text, 20)
    kept.encode()
    assert "\0" not in kept and (len(text) > 20 or any("\ud800" <= c <= "\udfff" for c in text) or len(kept) <= 20)


def test_a_member_of_the_wrong_type_goes_and_the_rest_stays() -> None:
    from desktop.intake.formats.sarif_shapes import Result

    result, dropped = shaped({"ruleId": "a", "level": [], "locations": [{"physicalLocation": 7}, {}]}, Result)
    assert result.ruleId == "a" and len(result.locations) == 2
    assert set(dropped) == {"level", "locations[0].physicalLocation"}
