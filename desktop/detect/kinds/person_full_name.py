"""Full names that stand without a label: a surname, a blank and a given name, each of the lists, in kanji or kana.

原価 計算 is none, nor is エラー ショリ: both halves must be names, so that the pair needs no word beside it.
"""

from typing import Final

from desktop.detect.detector import DROP, Candidate, Detector, Pattern, Verdict, hit
from desktop.detect.given_names import is_given_name, is_kana_given_name
from desktop.detect.japanese_names import HAN, WORK
from desktop.detect.surnames import is_any_surname, is_kana_surname
from desktop.domain.runs import MaskAction

_KANA: Final = r"[\p{Katakana}ー]"
_FULL: Final = hit("full-name")


def _kanji(candidate: Candidate) -> Verdict:
    surname, given = candidate.value.replace("・", " ").split(" ")
    return _FULL if is_any_surname(surname) and is_given_name(given) and not given.startswith(WORK) else DROP


def _kana(candidate: Candidate) -> Verdict:
    surname, given = candidate.value.replace("・", " ").split(" ")
    return _FULL if is_kana_surname(surname) and is_kana_given_name(given) else DROP


DETECTOR: Final = Detector(
    "person_full_name",
    "person_name",
    MaskAction.MASKED,
    (
        Pattern(
            rf"(?:^|[^\p{{Han}}々])(?P<v>{HAN}{{1,4}}[ ・](?:{HAN}{{1,3}}|\p{{Hiragana}}{{2,4}}))"
            rf"(?:$|[^\p{{Han}}\p{{Hiragana}}々])",
            _kanji,
        ),
        Pattern(rf"(?:^|[^\p{{Katakana}}ー])(?P<v>{_KANA}{{2,7}}[ ・]{_KANA}{{2,7}})(?:$|[^\p{{Katakana}}ー])", _kana),
    ),
)
