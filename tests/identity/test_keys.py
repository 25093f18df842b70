"""What makes two reports of one weakness the same."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.identity import Keyer, UnitRow
from desktop.identity.keys import without_numbers
from desktop.identity.units import FlatPlace, flat_place, place_of, well_formed

COBOL = "           MOVE WS-KOZA-NO TO SQL-TEXT."
PLACE = FlatPlace(2, "src/DPO0310.cbl", 120, 0, 12, "2300-KOZA-SHOKAI", COBOL)
ROW = UnitRow("sql-injection", "SQL injection", 3, PLACE, "Line 120 builds SQL")

TEXT = st.text(max_size=30)
ROWS = st.builds(
    lambda rule, path, unit, quote, message, prints: UnitRow(
        rule, "t", 1, FlatPlace(2, path, 1, 0, 1, unit, quote), message, fingerprints=tuple(prints)
    ),
    TEXT,
    TEXT,
    TEXT,
    TEXT,
    TEXT,
    st.lists(st.tuples(TEXT, TEXT), max_size=2),
)


def at(**changes: object) -> UnitRow:
    return ROW._replace(place=PLACE._replace(**changes))  # type: ignore[arg-type]


def test_a_line_number_is_no_part_of_an_identity() -> None:
    keyer = Keyer("scanner")
    assert keyer.keys(at(line=480, column=1)) == keyer.keys(ROW)


def test_blanks_and_full_width_forms_are_no_difference() -> None:
    keyer = Keyer("scanner")
    assert keyer.keys(at(quote=" MOVE  WS-KOZA-NO\tTO SQL-TEXT．")) == keyer.keys(
        at(quote="MOVE WS-KOZA-NO TO SQL-TEXT.")
    )


def test_rule_path_paragraph_window_and_tool_are_each_a_difference() -> None:
    keys = [
        Keyer("scanner").keys(row).place
        for row in (
            ROW,
            ROW._replace(rule="other"),
            at(path="src/DPO0311.cbl"),
            at(unit="2400-KOZA-SHOKAI"),
            at(quote="MOVE WS-KOZA-NO TO LOG-TEXT."),
        )
    ]
    keys.append(Keyer("other scanner").keys(ROW).place)
    assert len(set(keys)) == 6


def test_a_line_separates_findings_of_one_run_only_where_no_text_was_quoted() -> None:
    keyer = Keyer("scanner")
    assert keyer.keys(at(line=480)).group == keyer.keys(ROW).group
    bare, moved = at(quote=""), at(quote="", line=480)
    assert keyer.keys(bare).place == keyer.keys(moved).place
    assert keyer.keys(bare).group != keyer.keys(moved).group


def test_numbers_in_a_message_are_no_difference_but_numbers_in_a_quote_are() -> None:
    keyer = Keyer("scanner")
    one, other = (
        ROW._replace(place=PLACE._replace(quote="")),
        ROW._replace(place=PLACE._replace(quote=""), description="Line 481 builds SQL"),
    )
    assert keyer.keys(one).place == keyer.keys(other).place
    assert keyer.keys(at(quote="MOVE 1 TO X")).place != keyer.keys(at(quote="MOVE 2 TO X")).place
    assert without_numbers("at 10:20 in　field") == "at : in field"


def test_ports_of_a_host_and_not_versions_of_a_package_are_a_difference() -> None:
    keyer = Keyer("scanner")

    def key(place: FlatPlace) -> int:
        return keyer.keys(ROW._replace(place=place)).place

    assert key(FlatPlace(3, "h", 443, unit="tcp")) != key(FlatPlace(3, "h", 80, unit="tcp"))
    assert key(FlatPlace(3, "h", 443, unit="tcp", quote="http")) == key(
        FlatPlace(3, "h", 443, unit="tcp", quote="https")
    )
    assert key(FlatPlace(5, "log4j", unit="2.14", quote="a")) == key(FlatPlace(5, "log4j", unit="2.17", quote="b"))


@given(ROWS, ROWS)
def test_no_two_lists_of_parts_run_together(one: UnitRow, other: UnitRow) -> None:
    keyer = Keyer("scanner")
    first, second = keyer.keys(one), keyer.keys(other)
    if (one.rule, one.place.path, one.place.unit) != (other.rule, other.place.path, other.place.unit):
        assert first.place != second.place
    if first.fingerprint is not None and (one.rule, one.fingerprints) != (other.rule, other.fingerprints):
        assert first.fingerprint != second.fingerprint


@given(ROWS)
def test_keys_are_the_same_in_every_process_and_fit_a_column(row: UnitRow) -> None:
    keys = Keyer("scanner").keys(row)
    assert keys == Keyer("scanner").keys(row)
    assert all(-(1 << 63) <= key < 1 << 63 for key in keys if key is not None)


def test_a_key_never_changes_within_a_version() -> None:
    keys = Keyer("scanner").keys(ROW._replace(fingerprints=(("primaryLocationLineHash", "abc:1"),)))
    assert keys[:3] == (-1023398177075763282, -9014657757160939216, 8245770279359278500)


@given(st.text(st.characters(), max_size=20))
def test_well_formed_text_can_be_encoded_and_is_otherwise_unchanged(text: str) -> None:
    made = well_formed(text)
    made.encode("utf-8")
    assert well_formed(made) == made
    if not any("\ud800" <= c <= "\udfff" for c in text):
        assert made == text


@given(
    st.builds(FlatPlace, st.integers(1, 5), TEXT, st.integers(0, 9), st.integers(0, 9), st.integers(0, 9), TEXT, TEXT)
)
def test_a_flat_place_leads_back_to_the_place(flat: FlatPlace) -> None:
    place = place_of(flat)
    assert place is not None
    assert place_of(flat_place(place)) == place
