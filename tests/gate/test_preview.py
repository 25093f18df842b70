"""The preview: near misses first, what is not sent, what was masked, and a sample with what it proves."""

import pytest

from desktop.gate.masking import Masker
from desktop.gate.preview import Looked, Preview, PreviewUnit, left_to_look, preview, proves
from desktop.gate.tokens import TokenBook, occurs_in

TEXTS = [
    "担当：佐藤",
    "個人番号 621498320257",
    "電話 03-5550-0163 と a@b.co.jp",
    "件数 1234567 件",
    *["MOVE A TO B."] * 40,
]


def units() -> list[PreviewUnit]:
    masker = Masker(TokenBook((), occurs_in(TEXTS)))
    return [
        PreviewUnit(number, f"U{number}", text, masker.mask(text), changed=number in (3, 4))
        for number, text in enumerate(TEXTS)
    ]


def test_groups_stand_in_order_and_hold_one_line_a_hit() -> None:
    shown = preview(units(), 12, "seed")
    names = [group.name for group in shown.groups]
    assert names[:2] == ["near", "not_sent"]
    assert names[-1] == "sample"
    assert set(names[2:-1]) == {"masked:person_name", "masked:phone", "masked:email"}
    assert {look.unit for look in shown.groups[1].looks} == {1}


def test_what_is_not_sent_is_in_no_sample() -> None:
    for seed in map(str, range(20)):
        assert 1 not in preview(units(), 12, seed).sample


def test_the_sample_has_the_most_masked_the_changed_and_random_ones() -> None:
    shown = preview(units(), 12, "seed")
    assert {0, 2, 3, 4} <= set(shown.sample)
    assert shown.random == 12
    assert len(set(shown.sample)) == len(shown.sample)


def test_the_same_plan_draws_the_same_sample() -> None:
    assert preview(units(), 12, "a") == preview(units(), 12, "a")
    assert preview(units(), 12, "a").sample != preview(units(), 12, "b").sample


def test_a_run_smaller_than_the_sample_is_looked_at_whole() -> None:
    shown = preview(units()[:3], 12, "seed")
    assert (set(shown.sample), shown.random) == ({0, 2}, 2)


@pytest.mark.parametrize(("clean", "share"), [(0, 1.0), (12, 0.221), (30, 0.095), (59, 0.0495)])
def test_what_a_clean_sample_proves(clean: int, share: float) -> None:
    assert proves(clean) == pytest.approx(share, abs=0.001)


def test_groups_that_nobody_went_through_are_left() -> None:
    shown: Preview = preview(units(), 12, "seed")
    assert left_to_look(shown, []) == shown.looks
    done = [Looked(group.name, "Sato", 3.0, len(group.looks)) for group in shown.groups]
    assert left_to_look(shown, done) == 0
    assert left_to_look(shown, done[1:]) == len(shown.groups[0].looks)
