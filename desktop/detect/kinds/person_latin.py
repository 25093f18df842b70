"""Names of people in Latin letters: AUTHOR, the programmer of a JOB card, NAME=, a label or a date of a change log.

One of the words must be some surname in Latin letters; DAILY BATCH is none.
"""

from typing import Final

from desktop.detect.detector import DROP, Candidate, Detector, Pattern, Verdict, near
from desktop.detect.surnames import is_latin_surname
from desktop.domain.runs import MaskAction

_NAME: Final = r"(?:[A-Z]\.[ ]?)?[A-Z]{3,14}(?:[ ,.]{1,2}[A-Z]{2,14})?"
_LABELS: Final = ("作成", "担当", "承認", "修正", "変更", "更新", "氏名", "名義", "責任者", "レビュー")
_DATE: Final = r"(?:\d{2,4}|[HSR]\d{1,2})[./\-]\d{1,2}[./\-]\d{1,2}"


def _author(candidate: Candidate) -> Verdict:
    words = candidate.value.replace(".", " ").replace(",", " ").split()
    return Verdict(True, "author") if any(map(is_latin_surname, words)) else near("not-a-surname")


def _logged(candidate: Candidate) -> Verdict:
    """A single word is no name: one needs an initial or a given name beside it."""
    words = candidate.value.replace(".", " ").replace(",", " ").split()
    return Verdict(True, "change-log") if len(words) > 1 and any(map(is_latin_surname, words)) else DROP


DETECTOR: Final = Detector(
    "person_latin",
    "person_name",
    MaskAction.MASKED,
    (
        Pattern(
            r"(?:@AUTHOR|SIGNED-OFF-BY:|REVIEWED-BY:|CO-AUTHORED-BY:|ACKED-BY:|TESTED-BY:|COMMITTER:"
            r"|\bAUTHOR:|\bFROM:)[ ]+\"?"
            r"(?P<v>[A-Z][A-Z.'\-]{0,20}(?:[ ,]{1,2}[A-Z][A-Z.'\-]{1,20}){1,2})",
            _author,
            ("@author", "-by:", "committer:", "author:", "from:"),
        ),
        Pattern(r"\bAUTHOR[.:][ ]+(?P<v>[A-Z][A-Z.,\- ]{1,40}[A-Z])", _author, ("author",)),
        Pattern(r"^//[\w@#$]{1,8}[ ]+JOB[ ]+[^\n']{0,40}'(?P<v>[A-Z][A-Z.,\- ]{1,19})'", _author, (" job ",)),
        Pattern(
            rf"\b(?:NAME|SHIMEI|CUSTOMER)[ ]?[=:][ ]?[\"']?(?P<v>{_NAME})\b", _logged, ("name", "shimei", "customer")
        ),
        Pattern(rf"(?:{'|'.join(_LABELS)})(?:者|人)?[ :]{{1,6}}(?P<v>{_NAME})\b", _logged, _LABELS),
        Pattern(rf"{_DATE}[ ]{{1,6}}(?P<v>{_NAME})\b", _logged),
    ),
)
