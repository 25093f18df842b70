"""Scanners' outputs are whole, speak of the bank's own files, and say nothing of the machine that they ran on."""

import csv
import json
import re
from collections import Counter
from xml.etree import ElementTree

import pytest

from tests.tools.sample_bank import BANK, members

SCANS = BANK / "scans"
FILES = {member.file: member for member in members()}
SARIF = sorted(path.name for path in SCANS.glob("*.sarif"))


def results(name):
    return [result for run in json.loads((SCANS / name).read_text("utf-8"))["runs"] for result in run["results"]]


def place_of(result):
    place = result["locations"][0]["physicalLocation"]
    return place["artifactLocation"]["uri"], place["region"]["startLine"]


def text_of(result):
    return result["ruleId"], result["locations"][0]["physicalLocation"]["region"]["snippet"]["text"]


@pytest.mark.parametrize("name", SARIF)
def test_a_sarif_log_names_lines_that_are_there(name):
    found = results(name)
    assert found
    if name == "flawfinder-20261101.sarif":
        return  # an earlier state of the gateway
    for result in found:
        file, line = place_of(result)
        assert 1 <= line <= len(FILES[file].records)


def test_two_runs_of_one_tool_differ_as_weeks_of_work_do():
    earlier, later = results("flawfinder-20261101.sarif"), results("flawfinder-20261120.sarif")
    before, after = Counter(map(text_of, earlier)), Counter(map(text_of, later))
    same, gone, new = before & after, before - after, after - before
    assert (same.total(), gone.total(), new.total()) == (36, 4, 6)
    unmoved = {(text_of(r), place_of(r)) for r in earlier} & {(text_of(r), place_of(r)) for r in later}
    assert 0 < len(unmoved) < same.total()


def test_the_other_outputs_are_whole():
    with (SCANS / "flawfinder-20261120.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows and all(row["File"] in FILES for row in rows)
    assert json.loads((SCANS / "bandit.json").read_text("utf-8"))["results"]
    bom = json.loads((SCANS / "sbom.cdx.json").read_text("utf-8"))
    assert bom["bomFormat"] == "CycloneDX" and len(bom["components"]) == 5
    nmap = ElementTree.parse(SCANS / "nmap-loopback.xml").getroot()
    assert {address.get("addr") for address in nmap.iter("address")} == {"127.0.0.1"}
    assert {state.get("state") for state in nmap.iter("state")} == {"open", "closed"}
    assert ElementTree.parse(SCANS / "cppcheck.xml").getroot().tag == "results"


@pytest.mark.parametrize("path", sorted(SCANS.iterdir()), ids=lambda path: path.name)
def test_every_absolute_path_in_an_output_is_the_banks_own(path):
    text = path.read_text("utf-8")
    absolute = re.findall(r"(?<![\w.:/*)-])/[a-z]+/[\w./-]*", text)
    assert {found for found in absolute if not found.startswith(("/dp/prod/", "/usr/", "/tmp/zgw"))} == set()
    assert not re.search(r"file://|[A-Z]:\\\\", text)
