"""Labels name bytes that are there, and enough of both kinds."""

import re
from collections import Counter

import pytest
from stdnum import luhn
from stdnum.jp import in_

from tests.tools.sample_bank import anchor, members, places, read_labels

LABELS = read_labels()
MEMBERS = {member.file: member for member in members()}
WEAK = [label for label in LABELS["labels"] if label["kind"] == "weakness"]
ALIKE = [label for label in LABELS["labels"] if label["kind"] == "lookalike"]
ACTIONS = {"not_sent", "struck_out", "masked"}


def test_there_are_enough_weaknesses_classes_and_look_alikes():
    assert len(WEAK) >= 34 and len({label["cwe"] for label in WEAK}) >= 20
    assert len(ALIKE) >= 34
    assert len(WEAK) + len(ALIKE) == len(LABELS["labels"])


def test_ids_are_unique_and_say_their_kind_and_program():
    ids = Counter(label["id"] for label in LABELS["labels"])
    assert set(ids.values()) == {1}
    for label in LABELS["labels"]:
        kind, program, number = label["id"].split("-")
        assert (kind == "W") == (label["kind"] == "weakness")
        assert label["file"].rsplit("/")[-1].upper().startswith(program)
        assert number.isdigit()


def test_every_label_says_what_and_why_in_both_languages():
    for label in LABELS["labels"]:
        assert re.fullmatch(r"CWE-\d+", label["cwe"])
        for name in ("title", "why"):
            assert re.search("[ぁ-んァ-ヶ一-龠]", label[f"{name}_ja"])
            assert label[f"{name}_en"].isascii() or set(re.findall(r"[^\x00-\x7f]", label[f"{name}_en"])) <= set("–…")


@pytest.mark.parametrize(
    ("file", "place"), list(places(LABELS)), ids=lambda value: value if isinstance(value, str) else ""
)
def test_a_place_holds_the_bytes_of_its_quote(file, place):
    member = MEMBERS[file]
    assert 0 <= place["start"] < place["end"] <= len(member.data)
    assert member.line_at(place["start"]) == place["line"]
    if "quote" in place:
        assert member.quote(place["start"], place["end"]) == place["quote"]
        assert member.quoted(place["quote"]) == member.data[place["start"] : place["end"]]


def test_anchoring_leaves_a_bank_in_order_alone():
    labels = read_labels()
    assert anchor(labels) == []
    assert labels == LABELS


def test_a_look_alike_resembles_a_weakness_of_its_class():
    classes = {label["cwe"] for label in WEAK}
    assert {label["cwe"] for label in ALIKE} <= classes


def test_the_gate_has_something_of_every_kind_to_refuse_strike_out_and_mask():
    kinds = {(entry["kind"], entry["action"]) for entry in LABELS["sensitive"]}
    assert {action for _, action in kinds} == ACTIONS
    assert kinds >= {("my_number", "not_sent"), ("zengin", "not_sent"), ("card_number", "struck_out")}
    assert kinds >= {("password", "struck_out"), ("key", "struck_out")}
    assert {kind for kind, action in kinds if action == "masked"} == {
        "account", "email", "host", "ip", "name", "phone", "user_id",
    }  # fmt: skip


def test_check_digits_are_right_and_everything_is_fictional():
    quotes = {kind: [] for kind in ("my_number", "card_number", "email", "host", "ip")}
    for entry in LABELS["sensitive"]:
        quotes.get(entry["kind"], []).append(entry.get("quote"))
    assert all(in_.is_valid(number) for number in quotes["my_number"])
    assert all(luhn.is_valid(number.replace("-", "")) for number in quotes["card_number"])
    assert all(address.endswith(".example") for address in quotes["email"])
    assert all(host.endswith(".example") or "." not in host for host in quotes["host"])
    assert all(ip.startswith(("192.0.2.", "10.")) for ip in quotes["ip"])


def test_the_zengin_file_is_ten_records_whose_trailer_agrees():
    records = MEMBERS["data/ZENGIN.DAT"].records
    data = [record for record in records if record[:1] == b"2"]
    assert [len(record) for record in records] == [120] * 10
    assert int(records[8][1:7]) == len(data)
    assert int(records[8][7:19]) == sum(int(record[80:90]) for record in data)
