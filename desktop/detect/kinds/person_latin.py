"""Names of people in Latin letters: AUTHOR, the programmer of a JOB card, NAME=, a label or a date of a change log.

One of the words must be some surname in Latin letters; DAILY BATCH is none.
"""

from typing import Final

from desktop.detect.detector import DROP, Candidate, Detector, Pattern, Verdict, near
from desktop.detect.given_names import is_latin_given_name
from desktop.detect.surnames import is_latin_surname
from desktop.domain.runs import MaskAction

_NAME: Final = r"(?:[A-Z]\.[ ]?)?[A-Z]{3,14}(?:[ ,.]{1,2}[A-Z]{2,14})?"
_LABELS: Final = ("作成", "担当", "承認", "修正", "変更", "更新", "氏名", "名義", "責任者", "レビュー")
_SYLLABLE: Final = r"(?:(?:[BDFGHJKMNPRSTWYZ]|[BGHKMNPR]Y|SHY?|SY|CH|TS|TY|KK|TT|SS|PP|TCH|MM|NN)?[AIUEO]H?|N|M)"
_ROMAJI: Final = rf"{_SYLLABLE}{{2,6}}"
_SHORTEST: Final = 3
_DATE: Final = r"(?:\d{2,4}|[HSR]\d{1,2})[./\-]\d{1,2}[./\-]\d{1,2}"


def _is_name(word: str) -> bool:
    return is_latin_surname(word) or is_latin_given_name(word)


def _author(candidate: Candidate) -> Verdict:
    words = candidate.value.replace(".", " ").replace(",", " ").split()
    return Verdict(True, "author") if any(map(_is_name, words)) else near("not-a-surname")


def _logged(candidate: Candidate) -> Verdict:
    """A single word is no name: one needs an initial or a given name beside it."""
    words = candidate.value.replace(".", " ").replace(",", " ").split()
    return Verdict(True, "change-log") if len(words) > 1 and any(map(_is_name, words)) else DROP


def _full(candidate: Candidate) -> Verdict:
    """Without a label both words must be names, and written like names."""
    first, second = candidate.value.replace(",", " ").split()
    if first.islower() or second.islower() or len(first) < _SHORTEST or len(second) < _SHORTEST:
        return DROP
    is_pair = is_latin_surname(first) and is_latin_given_name(second)
    is_pair = is_pair or (is_latin_given_name(first) and is_latin_surname(second))
    return Verdict(True, "full-name") if is_pair else DROP


DETECTOR: Final = Detector(
    "person_latin",
    "person_name",
    MaskAction.MASKED,
    (
        Pattern(
            r"(?:@AUTHOR[ ]+|\b(?:SIGNED-OFF|REVIEWED|CO-AUTHORED|ACKED|TESTED|CREATED|UPDATED|MODIFIED|CHANGED"
            r"|WRITTEN|MADE|PREPARED"
            r"|APPROVED|CHECKED|MAINTAINED|REPORTED|ASSIGNED|PROGRAMMED|CODED)[\- ](?:BY|TO)[ ]?:?[ ]+"
            r"|\b(?:AUTHOR|FROM|TO|CC|COMMITTER|REVIEWER|APPROVER|ASSIGNEE|REPORTER|PROGRAMMER"
            r"|MAINTAINER|CONTACT|DEVELOPER|OPERATOR"
            r"|MANAGER|CODED|CHECKED|DESIGNED|TESTED|REVIEWED|APPROVED|PREPARED)[ ]{0,4}[:=\-][ ]*)\"?"
            r"(?P<v>[A-Z][A-Z.'\-]{0,20}(?:[ ,]{1,2}[A-Z][A-Z.'\-]{1,20}){1,2}|[A-Z]\.[A-Z]{3,14})",
            _author,
            (
                *(
                    "@author",
                    "ed by",
                    "ed-by",
                    "ten by",
                    "made by",
                    "made-by",
                    "off-by",
                    "ed to",
                    "author",
                    "from:",
                    "from :",
                ),
                *("from=", "to:", "to :", "cc:", "cc :", "committer", "reviewer"),
                *("approver", "assign", "reporter", "programmer", "maintainer", "contact", "developer", "operator"),
                *("manager", "coded", "checked", "designed", "tested", "reviewed", "approved", "prepared"),
            ),
        ),
        Pattern(r"\bAUTHOR[.:][ ]+(?P<v>[A-Z][A-Z.,\- ]{1,40}[A-Z])", _author, ("author",)),
        Pattern(r"^//[\w@#$]{1,8}[ ]+JOB[ ]+[^\n']{0,40}'(?P<v>[A-Z][A-Z.,\- ]{1,19})'", _author, (" job ",)),
        Pattern(
            rf"\b(?:NAME|SHIMEI|CUSTOMER)[ ]?[=:][ ]?[\"']?(?P<v>{_NAME})\b", _logged, ("name", "shimei", "customer")
        ),
        Pattern(rf"(?:{'|'.join(_LABELS)})(?:者|人)?[ :]{{1,6}}(?P<v>{_NAME})\b", _logged, _LABELS),
        Pattern(
            rf"\b(?:MR|MRS|MS|DR|MISS|DEAR)\.?[ ](?P<v>{_ROMAJI}(?:[ ]{_ROMAJI})?)\b",
            _author,
            ("mr ", "mr.", "mrs", "ms ", "ms.", "dr ", "dr.", "miss", "dear "),
        ),
        Pattern(rf"\b(?P<v>{_ROMAJI}(?:,[ ]?|[ ]{{1,2}}){_ROMAJI})\b", _full),
        Pattern(rf"{_DATE}[ ]{{1,6}}(?:BY[ ]{{1,3}})?(?P<v>{_NAME})\b", _logged),
    ),
)
