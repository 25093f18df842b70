"""Markings of a document's class: 社外秘, 取扱注意, 特定個人情報 … and their English forms."""

from typing import Final

from desktop.detect.detector import DROP, Candidate, Detector, Pattern, Verdict, hit
from desktop.domain.runs import MaskAction

_JAPANESE: Final = (
    *("社外秘", "部外秘", "行外秘", "店外秘", "関係者外秘", "厳秘", "極秘", "マル秘", "丸秘", "㊙", "取扱注意"),
    *("取扱い注意", "取り扱い注意"),
    *("社内限り", "社内限定", "行内限り", "行内限定", "関係者限り", "関係者限定", "持出禁止", "持ち出し禁止"),
    *("複写禁止", "特定個人情報", "要機密情報"),
)
_MARKS: Final = rf"(?P<v>(?:{'|'.join(sorted(_JAPANESE, key=len, reverse=True))}))"
_OTHER_WORDS: Final = (
    *("事項", "点", "義務", "密", "書", "保護", "ファイル", "等", "の取", "の適", "の保", "の提", "取扱", "に関"),
    *("を含", "裏", "に"),
)
"""Behind a marking these make it a word of a sentence: 取扱注意事項, 特定個人情報保護."""
_ENGLISH: Final = (
    r"(?P<v>(?-i:STRICTLY CONFIDENTIAL|COMPANY CONFIDENTIAL|BANK CONFIDENTIAL|HIGHLY CONFIDENTIAL"
    r"|CONFIDENTIAL|INTERNAL USE ONLY"
    r"|FOR INTERNAL USE ONLY|TOP SECRET|TLP:RED|TLP:AMBER(?:\+STRICT)?))"
)


def _marked(candidate: Candidate) -> Verdict:
    return DROP if candidate.after.lstrip().startswith(_OTHER_WORDS) else hit("marking")


DETECTOR: Final = Detector(
    "class_marking",
    "class_marking",
    MaskAction.MASKED,
    (
        Pattern(_MARKS, _marked, tuple(word for word in _JAPANESE if word != "㊙")),
        Pattern(
            rf"(?:^|[^A-Z\-_'\"]){_ENGLISH}(?:$|[^A-Z\-_'\"])",
            _marked,
            ("confidential", "internal use only", "top secret", "tlp:"),
        ),
    ),
)
