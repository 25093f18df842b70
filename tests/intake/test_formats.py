"""Each format by its own sample, and the contract that all of them keep."""

import io
import json

import pytest

from desktop.domain.levels import Severity
from desktop.domain.places import HostPlace, PackagePlace, PathPlace
from desktop.domain.reported import Reported, Unread
from desktop.intake.errors import FormatError, OwnExport
from desktop.intake.formats import FORMATS, named, sniffed
from desktop.intake.formats.base import Format, Head, Options, Remark
from desktop.words.catalogue import SENTENCES
from tests.intake.conftest import read
from tests.intake.samples import SAMPLES, SARIF, Sample


@pytest.fixture(params=FORMATS, ids=lambda chosen: chosen.NAME)
def chosen(request: pytest.FixtureRequest) -> Format:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture
def sample(chosen: Format) -> Sample:
    assert chosen.NAME in SAMPLES, "a format without a sample"
    return SAMPLES[chosen.NAME]


def test_a_format_is_known_by_its_content_alone(chosen: Format, sample: Sample) -> None:
    assert sniffed(Head(sample.data, "wrong.suffix")) is chosen
    assert named(chosen.NAME) is chosen


def test_a_sample_is_read_losslessly(chosen: Format, sample: Sample) -> None:
    items = read(chosen.NAME, sample.data)
    assert len(items.found) == sample.findings
    assert items.found[0].title == sample.first_title
    assert items.unread == []


def test_every_finding_names_the_bytes_of_its_record(chosen: Format, sample: Sample) -> None:
    spans = [item.raw for item in read(chosen.NAME, sample.data).found]
    assert all(start > 0 and length > 0 and start + length <= len(sample.data) for start, length in spans)
    assert [start for start, _ in spans] == sorted({start for start, _ in spans}), "in order, and each its own"


def test_the_tool_is_named_before_its_findings(chosen: Format, sample: Sample) -> None:
    items = read(chosen.NAME, sample.data)
    first = next(at for at, item in enumerate(items) if isinstance(item, Reported))
    assert items.tools and items.index(items.tools[0]) < first


def test_what_a_file_cut_short_still_holds_is_kept(chosen: Format, sample: Sample) -> None:
    whole = read(chosen.NAME, sample.data).found
    last_record = whole[-1].raw[0]
    items = read(chosen.NAME, sample.data[: last_record + 20])
    assert [found.raw for found in items.found[: len(whole) - 1]] == [found.raw for found in whole[:-1]]
    if chosen.NAME != "csv":  # the rest of a table's line is a line
        assert items.unread and items.unread[-1].raw[0] == last_record
        assert items.remarks & {"CutOff", "XmlBreaks"}


def test_a_broken_byte_anywhere_never_escapes_as_a_traceback(chosen: Format, sample: Sample) -> None:

    for at in range(0, len(sample.data), 7):
        for byte in (b"\xff", b"\0", b"{", b'"', b"<"):
            broken = sample.data[:at] + byte + sample.data[at + 1 :]
            try:
                list(chosen.read(io.BytesIO(broken), Options()))
            except FormatError:
                continue


def test_every_remark_and_reason_has_its_sentences(chosen: Format, sample: Sample) -> None:
    half = len(sample.data) // 2
    for data in (sample.data, sample.data[:-30], sample.data[:half] + sample.data[half:].replace(b"1", b"\xff")):
        for item in read(chosen.NAME, data):
            if isinstance(item, Remark):
                assert item.code in SENTENCES
            if isinstance(item, Unread):
                assert item.why in SENTENCES


def test_sarif_takes_what_stands_after_the_results() -> None:
    first, second, third = read("sarif", SARIF).found
    assert (first.rule, first.severity, first.native_severity) == ("CBL-07", Severity.HIGH, "error")
    assert first.place == PathPlace("online/DPO0310.cbl", 12, 12, 8, "DPO0310.2300-KOZA", "MOVE A TO B(WS-LEN:1)")
    assert first.more_places == (PathPlace("copy/DPCKOZA.cpy", 3, 3),)
    assert first.cwe == (787,) and first.fingerprints == (("primaryLocationLineHash", "39fa2ee980eb94b0:1"),)
    assert json.loads(SARIF[first.raw[0] : first.raw[0] + first.raw[1]])["ruleIndex"] == 1
    assert (second.severity, second.cwe, second.recommendation) == (Severity.CRITICAL, (259,), "Take it out.")
    assert second.place == PathPlace("jcl/DPJ 0900.jcl", 2, 2) and second.extra["suppressed"] == "external known"
    assert third.severity is Severity.NONE and third.place is None and third.extra["kind"] == "pass"


def test_sarif_says_who_ran_and_when() -> None:
    (tool,) = read("sarif", SARIF).tools
    assert (tool.name, tool.version) == ("semgrep-jcl", "1.112.0")
    assert tool.started is not None and tool.started.isoformat() == "2026-11-20T09:04:00+00:00"


def _sarif(results: str, rules: str = "[]") -> bytes:
    return (
        '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"t","rules":'
        + rules
        + '}},"results":['
        + results
        + "]}]}"
    ).encode("utf-8", "surrogatepass")


@pytest.mark.parametrize(
    ("result", "remark"),
    [
        ('{"message":{"text":"a"},"rank":NaN}', "NotStrictJson"),
        ('{"message":{"text":"a\nb"}}', "NotStrictJson"),
        ('{"message":{"text":"a","x":"\\ud800"}}', "NotStrictJson"),
        ('{"message":{"text":"a"},}', "NotStrictJson"),
        ('{"message":{"text":"a"},"locations":null}', "Mended"),
        ('{"message":{"text":"a"},"level":7}', "Mended"),
        ('{"message":{"text":"a"},"ruleIndex":"3"}', "Mended"),
    ],
)
def test_a_sarif_result_that_departs_from_the_specification_is_read_with_a_remark(result: str, remark: str) -> None:
    items = read("sarif", _sarif('{"message":{"text":"before"}},' + result + ',{"message":{"text":"after"}}'))
    assert [found.title for found in items.found] == ["before", "a", "after"]
    assert remark in items.remarks


def test_a_report_of_this_program_is_not_taken_in_as_a_scanners_word() -> None:
    own = SAMPLES["sarif"].data.replace(b'"name": "semgrep-jcl"', b'"name": "Sekisho"')
    with pytest.raises(OwnExport):
        read("sarif", own)


def test_a_lone_surrogate_is_shown_by_its_number() -> None:
    (found,) = read("sarif", _sarif('{"message":{"text":"a\\ud800b"}}')).found
    assert found.description == "a⟦d800⟧b"
    found.description.encode()


def test_huge_and_negative_numbers_lose_no_result() -> None:
    lines = ("9" * 40, "-1", "1e3", "1.0", "true")
    results = ",".join(
        '{"message":{"text":"m"},"locations":[{"physicalLocation":'
        '{"artifactLocation":{"uri":"a"},"region":{"startLine":' + line + "}}}]}"
        for line in lines
    )
    items = read("sarif", _sarif(results))
    assert [found.place for found in items.found] == [PathPlace("a", n, n) for n in (0, 0, 1000, 1, 0)]


def test_a_result_nested_without_end_is_unread_and_the_others_are_kept() -> None:
    deep = '{"message":{"text":"deep"},"properties":' + "[" * 100_000 + "]" * 100_000 + "}"
    items = read("sarif", _sarif('{"message":{"text":"before"}},' + deep + ',{"message":{"text":"after"}}'))
    assert [found.title for found in items.found] == ["before", "after"]
    assert [unread.why for unread in items.unread] == ["NotReadable"]


def test_an_unclosed_nesting_of_a_million_ends_in_a_remark() -> None:
    items = read("sarif", b'{"version":"2.1.0","runs":' + b"[" * 1_000_000)
    assert items.found == [] and "CutOff" in items.remarks


def test_results_that_are_no_list_are_said() -> None:
    items = read("sarif", b'{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"t"}},"results":42}]}')
    assert items.found == [] and "NotAList" in items.remarks


def test_a_broken_rule_costs_no_other_rule() -> None:
    rules = '[{"id":"a","shortDescription":{"text":"Title of a"}},{"id":7,"name":null},{"id":"c","properties":[]}]'
    items = read("sarif", _sarif('{"ruleId":"a","message":{"text":"m"}}', rules))
    assert items.found[0].title == "Title of a"


def test_nessus_keeps_host_port_and_the_tools_words() -> None:
    first, second = read("nessus", SAMPLES["nessus"].data).found
    assert first.place == HostPlace("10.0.3.7", 23, "tcp", "telnet")
    assert (first.severity, first.native_severity, first.cwe) == (Severity.MEDIUM, "Medium", (319,))
    assert first.cvss == ("CVSS:3.0/AV:N/AC:H/PR:N/UI:N/S:U/C:L/I:L/A:L",)
    assert "口座 照会" in first.description and first.recommendation == "Use SSH."
    data = SAMPLES["nessus"].data
    for found in (first, second):
        record = data[found.raw[0] : found.raw[0] + found.raw[1]]
        assert record.startswith(b"<ReportItem") and record.endswith((b"</ReportItem>", b"/>"))


def test_nmap_takes_open_ports_and_says_what_it_left_out() -> None:
    items = read("nmap", SAMPLES["nmap"].data)
    first, second = items.found
    assert first.place == HostPlace("10.0.3.7", 23, "tcp", "telnet")
    assert (first.severity, first.cve, first.extra["hostname"]) == (
        Severity.CRITICAL,
        ("CVE-2020-10188",),
        "zos1.example",
    )
    assert second.title == "992/tcp" and second.severity is Severity.NONE
    assert items.remarks == {"PortsNotOpen", "HostScripts"}


def test_cyclonedx_takes_the_highest_rating_and_every_component() -> None:
    (found,) = read("cyclonedx", SAMPLES["cyclonedx"].data).found
    assert (found.severity, found.cwe, found.cve) == (Severity.CRITICAL, (184, 502), ("CVE-2018-7489",))
    assert found.cvss == ("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",)
    assert isinstance(found.place, PackagePlace) and found.place.version == "2.9.4"
    assert found.more_places == (PackagePlace("inner"),)
    assert found.extra["analysis"] == "not_affected; code_not_reachable"


def test_a_table_is_found_below_its_title_and_read_in_cp932() -> None:
    items = read("csv", SAMPLES["csv"].data)
    first, second = items.found
    assert first.place == PathPlace("batch/DPB0450.cbl", 120, 120)
    assert (first.severity, first.recommendation, first.extra) == (Severity.HIGH, "桁数を検査する", {"備考": "至急"})
    assert second.title == "平文の, パスワード" and second.severity is Severity.CRITICAL
    assert "CsvEncoding" in items.remarks


@pytest.mark.parametrize(("encoding", "mark"), [("utf-16-le", "\ufeff"), ("utf-16-be", "\ufeff"), ("utf-16-le", "")])
def test_a_table_in_utf_16_is_known_as_one(encoding: str, mark: str) -> None:
    data = f"{mark}Title\t深刻度\r\n残高\t重要\r\n".encode(encoding)
    assert sniffed(Head(data, "a.txt")) is named("csv")


def test_an_analysts_mapping_counts_before_the_headings() -> None:
    table = "甲;乙;severity\nx;本当の題;high\n".encode()
    (found,) = read("csv", table, {"title": "乙"}).found
    assert found.title == "本当の題" and found.extra == {"甲": "x"}


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
def test_tables_of_every_delimiter_and_encoding(delimiter: str, encoding: str) -> None:
    rows = [["Title", "Severity", "説明"], ["残高", "High", "a\nb"], ["x", "low", 'say "ー"']]
    text = "".join(delimiter.join('"' + cell.replace('"', '""') + '"' for cell in row) + "\r\n" for row in rows)
    data = text.encode(encoding)
    found = read("csv", data).found
    assert [(f.title, f.severity, f.description) for f in found] == [
        ("残高", Severity.HIGH, "a\nb"),
        ("x", Severity.LOW, 'say "ー"'),
    ]
    start, length = found[1].raw
    assert data[start : start + length].decode(encoding).startswith('"x"')
