"""User ids: RACF ids (seven or eight characters) on JOB cards and commands, logins behind USER=, ユーザID, 職員番号."""

from typing import Final

from desktop.detect.detector import DROP, Candidate, Detector, Pattern, Verdict, hit, near
from desktop.domain.runs import MaskAction

_NOT_IDS: Final = frozenset(
    [
        "user",
        "userid",
        "username",
        "name",
        "id",
        "null",
        "none",
        "true",
        "false",
        "string",
        "str",
        "char",
        "value",
        "spaces",
        "space",
        "using",
        "password",
        "current",
        "session",
        "default",
        "public",
        "system",
        "admin",
        "root",
        "get",
        "set",
        "self",
        "this",
        "int",
    ]
)
_HOST_KEYWORDS: Final = ("USER=", "OWNER=", "NOTIFY=", "USER(", "OWNER(", "NOTIFY(", "USERID=")
_STAFF: Final = r"(?:ユーザー?(?:ID|名)|(?:職員|行員|社員)(?:番号|コード)|担当者(?:ID|コード))"


def _labelled(candidate: Candidate) -> Verdict:
    value = candidate.value.lower()
    if value in _NOT_IDS or candidate.after[:1] in ("(", "["):
        return DROP
    is_host_keyword = candidate.value.isupper() and candidate.before.endswith(_HOST_KEYWORDS) and len(value) <= 8
    if not any(c.isdigit() for c in value) and not is_host_keyword:
        return near("looks-like-a-word")
    return hit("label")


def _named(candidate: Candidate) -> Verdict:
    return DROP if candidate.value.lower() in _NOT_IDS else hit("label")


DETECTOR: Final = Detector(
    "user_id",
    "user_id",
    MaskAction.MASKED,
    (
        Pattern(
            r"\b(?:USER|USERID|USER_ID|USER-ID|UID|LOGIN|NOTIFY|OWNER)[\"']?[ ]?[=:(][ ]?[\"']?"
            r"(?P<v>[A-Z@#$][A-Z0-9@#$_]{2,19})\b",
            _labelled,
            ("user", "uid", "login", "notify", "owner"),
        ),
        Pattern(
            rf"{_STAFF}[ ]?[:=は]?[ ]?(?P<v>[A-Z0-9][A-Z0-9_\-]{{2,19}})\b",
            _named,
            ("ユーザ", "職員", "行員", "社員", "担当者"),
        ),
        Pattern(
            r"\b(?:ADDUSER|ALTUSER|DELUSER|LISTUSER)[ ]+\(?(?P<v>[A-Z@#$][A-Z0-9@#$]{2,7})\b"
            r"|\b(?:CONNECT|REMOVE)[ ]+\(?([A-Z@#$][A-Z0-9@#$]{2,7})\)?[ ]+(?:GROUP|OWNER|AUTHORITY)\(",
            _named,
            ("user ", "connect ", "remove "),
        ),
    ),
)
