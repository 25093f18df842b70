"""Percentages that deny nothing, moments in the report's own zone, and lines that are counted once."""

from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.coverage import Coverage, LineRange, ReadBy
from desktop.domain.evidence import Decoding, Evidence, RecordFormat
from desktop.domain.ids import EvidenceId, ImportId, Sha256
from desktop.domain.levels import DataClass
from desktop.reports.reach import reach_of
from desktop.reports.saying import Saying, share
from desktop.words import Lang

JST = timezone(timedelta(hours=9))


@given(st.integers(0, 10**7), st.integers(1, 10**7), st.sampled_from(Lang))
def test_some_is_never_none_and_a_part_never_all(part: int, rest: int, lang: Lang) -> None:
    assert (share(part, part + rest, lang) == "0%") == (part == 0)
    assert share(part, part + rest, lang) != "100%"
    assert share(rest, rest, lang) == "100%"


def test_a_moment_is_told_in_the_zone_in_which_the_report_was_made() -> None:
    made = datetime(2026, 11, 25, 8, 0, tzinfo=JST)
    late = datetime(2026, 11, 24, 15, 30, tzinfo=UTC)
    assert Saying(Lang.JA, made).moment(late) == "2026年11月25日 00:30"
    assert Saying(Lang.EN, made).moment(late) == "25 Nov 2026 00:30"
    assert Saying(Lang.EN, made).zone_at(late) == "UTC+09:00"
    assert Saying(Lang.EN, made.astimezone(UTC)).zone_at(late) == "UTC"
    assert Saying(Lang.EN, made.astimezone(timezone(timedelta(hours=-3, minutes=-30)))).zone_at(late) == "UTC-03:30"


def test_english_months_are_english_whatever_the_machine_speaks() -> None:
    said = [Saying(Lang.EN, datetime(2026, 1, 1, tzinfo=UTC)).day(date(2026, month, 9)) for month in range(1, 13)]
    assert said == [
        f"9 {name} 2026"
        for name in ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    ]


@given(st.lists(st.sampled_from([ReadBy(flags) for flags in range(16)]), min_size=1, max_size=30))
def test_each_line_counts_once_for_the_most_trusted_who_read_it(readers: list[ReadBy]) -> None:
    ranges = tuple(LineRange(line, line, by) for line, by in enumerate(readers, 1))
    reach = reach_of(_source(len(readers)), Coverage(EvidenceId(1), "a.cbl", len(readers), 0, ranges))
    assert reach.person + reach.model + reach.rules + reach.nobody == len(readers)
    assert reach.person == sum(ReadBy.PERSON in by for by in readers)
    assert reach.nobody == sum(not by & (ReadBy.PERSON | ReadBy.MODEL | ReadBy.RULES) for by in readers)


def test_a_source_that_nobody_has_begun_is_unread_as_a_whole() -> None:
    assert reach_of(_source(12), None).nobody == 12


def _source(lines: int) -> Evidence:
    return Evidence(
        EvidenceId(1),
        Sha256("0" * 64),
        "a.cbl",
        80 * lines,
        "source",
        "cobol",
        DataClass.CONFIDENTIAL,
        Decoding("utf-8", RecordFormat.LF),
        lines,
        0,
        datetime(2026, 11, 25, tzinfo=UTC),
        ImportId(1),
    )
