"""A quote stands where it was found in what was sent, in bytes of the evidence, or it stands nowhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.analysis.grounding import REACH, SHORTEST, WORDY, Claimed, Grounds, anchor_of
from desktop.analysis.sent import Sent
from desktop.domain.levels import Anchor
from desktop.domain.reported import Quote
from desktop.domain.runs import MaskAction
from desktop.gate.edits import put_in
from desktop.gate.masking import Masked, MaskSpan
from tests.analysis.bank import BANK, of_bank, original, sent, sources

ONLINE = of_bank("online/DPO0310.cbl")
ANYWHERE = Claimed()


def anchor(quote: str, unit: str = "", of: Sent | None = None) -> Anchor:
    return Grounds(of or sent(ONLINE)).ground(quote, Claimed(unit)).anchor


@pytest.mark.parametrize("name", sources())
def test_every_line_that_was_sent_is_found_as_exactly_its_own_bytes(name: str) -> None:
    one = of_bank(name)
    data = (BANK / name).read_bytes()
    unit = sent(one, masked=False)
    grounds = Grounds(unit)
    for number, line in enumerate(one.lines, 1):
        if sum(not c.isspace() for c in line) < SHORTEST or sum(c.isalnum() for c in line) < WORDY:
            continue
        if one.mapped.text.count(line) > 1:
            assert grounds.ground(line, Claimed("", number)).anchor is Anchor.FOUND, "the line tells which is meant"
            continue
        quote = grounds.ground(line, ANYWHERE)
        assert quote.anchor is Anchor.FOUND
        assert quote.place is not None
        assert quote.place.line == quote.place.end_line <= number
        found = data[quote.place.span.start : quote.place.span.end]
        assert (
            found
            == data[one.unit_span(quote.place.line, quote.place.line).start :][quote.place.column - 1 :][: len(found)]
        )
        assert quote.place.quote == line


def test_lines_copied_without_sequence_numbers_tags_and_blanks_are_found_with_their_lines() -> None:
    code = {n for n, line in enumerate(ONLINE.lines, 1) if line[6:7] == " " and line[7:72].strip()}
    first = next(n for n in sorted(code) if n > 60 and {n + 1, n + 2} <= code)
    numbers = [first, first + 1, first + 2]
    copied = "\n".join(ONLINE.lines[n - 1][7:72].strip() for n in numbers)
    quote = Grounds(sent(ONLINE)).ground(copied, ANYWHERE)
    assert quote.anchor is Anchor.FOUND
    assert quote.place is not None
    assert (quote.place.line, quote.place.end_line) == (numbers[0], numbers[2])


def test_a_quote_in_the_named_unit_is_found_and_in_another_one_moved() -> None:
    units = [unit for unit in ONLINE.member.units if unit.kind.value == "paragraph"]
    line = next(
        text
        for text in ONLINE.lines[units[0].first_line : units[0].last_line]
        if ONLINE.lines.count(text) == 1 and len(text[7:72].strip()) > 12
    )
    assert anchor(line, units[0].name) is Anchor.FOUND
    assert anchor(line, units[0].qualified.lower()) is Anchor.FOUND
    assert anchor(line, f"paragraph {units[0].name}") is Anchor.FOUND
    assert anchor(line, units[1].name) is Anchor.MOVED


def test_of_equal_lines_the_one_in_the_named_unit_is_taken() -> None:
    source = "".join(f"int f{n}(void) {{\n    strcpy(target, source);\n    return {n};\n}}\n" for n in range(3))
    one = original(source.encode(), "three.c")
    quote = Grounds(sent(one)).ground("strcpy(target, source);", Claimed("f2"))
    assert quote.place is not None
    assert (quote.anchor, quote.place.line, quote.place.unit) == (Anchor.FOUND, 10, "f2")


@pytest.mark.parametrize(
    "invented",
    [
        "      ****************************************************************",
        "-- ;;;; (((( )))) ----",
        "           MOVE WS-SECRET TO OUT-AREA.",
        "EXEC SQL DELETE FROM KOZA END-EXEC",
        "",
        "MOVE",
        "   \n  ",
        "\ud800\udfff nonsense quote",
    ],
)
def test_what_stands_nowhere_or_proves_nothing_is_not_found(invented: str) -> None:
    quote = Grounds(sent(ONLINE)).ground(invented, ANYWHERE)
    assert (quote.anchor, quote.place) == (Anchor.NOT_FOUND, None)


FUNCTION = "int f{n}(void) {{\n    strcpy(target, source);\n    return {n};\n}}\n"
THREE = original("".join(FUNCTION.format(n=n) for n in range(3)).encode(), "three.c")


@pytest.mark.parametrize(
    ("claimed", "anchor", "line", "shift"),
    [
        (Claimed("", 6), Anchor.FOUND, 6, 0),
        (Claimed("f1", 6), Anchor.FOUND, 6, 0),
        (Claimed("f1", 9), Anchor.MOVED, 6, -3),
        (Claimed("", 5), Anchor.MOVED, 6, 1),
        (Claimed("f0", 10), Anchor.MOVED, 2, -8),
        (Claimed("nowhere", 10), Anchor.MOVED, 10, 0),
        (Claimed("", 4), Anchor.NOT_FOUND, 0, 0),  # as near to line 2 as to line 6
        (Claimed("", 10 + REACH + 1), Anchor.NOT_FOUND, 0, 0),
        (Claimed("", 0), Anchor.NOT_FOUND, 0, 0),  # of three places none is meant
        (Claimed("nowhere", 0), Anchor.NOT_FOUND, 0, 0),
    ],
)
def test_of_equal_lines_only_the_one_that_is_meant_counts(
    claimed: Claimed, anchor: Anchor, line: int, shift: int
) -> None:
    quote = Grounds(sent(THREE)).ground("strcpy(target, source);", claimed)
    assert (quote.anchor, quote.place.line if quote.place else 0, quote.shift) == (anchor, line, shift)


def test_a_quote_on_another_line_than_claimed_is_anchored_anew_with_its_shift() -> None:
    for claimed in range(1, 13):
        quote = Grounds(sent(THREE)).ground("return 1;", Claimed("", claimed))
        assert quote.place is not None
        assert (quote.place.line, quote.shift) == (7, 7 - claimed)
        assert quote.anchor is (Anchor.FOUND if claimed == 7 else Anchor.MOVED)


def test_further_quotes_of_a_claim_are_looked_for_beside_the_first() -> None:
    grounds = Grounds(sent(THREE))
    first, second = grounds.grounded(["return 2;", "strcpy(target, source);"], ANYWHERE)
    assert second.place is not None
    assert (first.anchor, second.place.line, second.shift) == (Anchor.FOUND, 10, 0)
    assert grounds.grounded([], ANYWHERE) == ()
    alone, *_ = grounds.grounded(["strcpy(target, source);", "return 2;"], ANYWHERE)
    assert alone.anchor is Anchor.NOT_FOUND


@given(st.data())
def test_a_line_with_one_character_changed_is_not_found(data: st.DataObject) -> None:
    line = data.draw(st.sampled_from([text for text in ONLINE.lines if len(text.strip()) > 20]))
    inked = [i for i, c in enumerate(line) if not c.isspace()]
    at = data.draw(st.sampled_from(inked))
    changed = f"{line[:at]}§{line[at + 1 :]}"
    assert anchor(changed) is Anchor.NOT_FOUND


def test_only_what_was_sent_counts_and_not_the_rest_of_the_file() -> None:
    half = sent(ONLINE, 1, 100)
    outside = next(line for line in ONLINE.lines[150:] if ONLINE.lines.count(line) == 1 and len(line.strip()) > 20)
    assert anchor(outside, of=half) is Anchor.NOT_FOUND
    assert anchor(outside) is Anchor.FOUND


def test_a_quote_with_a_masked_value_leads_to_the_value_itself() -> None:
    unit = sent(of_bank("jcl/DPJ0900.jcl"))
    span = next(s for s in unit.masked.spans if s.token.strip("*"))
    at = unit.text.index(span.token)
    line = unit.text[unit.text.rfind("\n", 0, at) + 1 :].partition("\n")[0]
    quote = Grounds(unit).ground(line, ANYWHERE)
    assert quote.anchor is Anchor.FOUND
    assert quote.place is not None
    assert unit.plain[span.start : span.end] in quote.place.quote
    assert span.token not in quote.place.quote


@given(st.data())
def test_every_stretch_of_masked_text_leads_back_to_what_stood_there(data: st.DataObject) -> None:
    plain = data.draw(st.text("abcdefgh\n", min_size=1, max_size=60))
    edges = sorted(data.draw(st.sets(st.integers(0, len(plain)), max_size=8)))
    spans = tuple(
        MaskSpan(low, high, "kind", MaskAction.MASKED, data.draw(st.text("#@", min_size=1, max_size=6)))
        for low, high in zip(edges[::2], edges[1::2], strict=False)
    )
    unit = Sent(original(plain.encode(), "a.txt"), 0, len(plain), Masked(put_in(plain, spans), spans, (), ()), "M")
    start = data.draw(st.integers(0, len(unit.text) - 1))
    end = data.draw(st.integers(start + 1, len(unit.text)))
    first, last = unit.back(start, end)
    inside = tuple(
        MaskSpan(s.start - first, s.end - first, s.kind, s.action, s.token)
        for s in spans
        if first <= s.start and s.end <= last
    )
    assert unit.text[start:end] in put_in(plain[first:last], inside)
    kept = Sent.kept(unit.original, unit.keep(unit.masked, Masked("", (), (), ())))
    assert (kept.text, kept.first, kept.length, kept.marker) == (unit.text, 0, len(plain), "M")


def test_a_claim_stands_on_its_weakest_quote() -> None:
    def quotes(*anchors: Anchor) -> list[Quote]:
        return [Quote("", one, None) for one in anchors]

    assert anchor_of(quotes(Anchor.FOUND, Anchor.FOUND)) is Anchor.FOUND
    assert anchor_of(quotes(Anchor.FOUND, Anchor.MOVED)) is Anchor.MOVED
    assert anchor_of(quotes(Anchor.FOUND, Anchor.NOT_FOUND, Anchor.MOVED)) is Anchor.NOT_FOUND
    assert anchor_of([]) is Anchor.NOT_FOUND
