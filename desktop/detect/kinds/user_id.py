"""User ids: RACF ids (seven or eight characters) on JOB cards and commands, logins behind USER=, ユーザID, 職員番号."""

from typing import Final

from desktop.detect.detector import DROP, Candidate, Column, Detector, Pattern, Verdict, hit, near
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
_RACF: Final = r"[A-Z@#$][A-Z0-9@#$]{1,7}"
_HOST_KEYWORDS: Final = ("USER=", "OWNER=", "NOTIFY=", "USER(", "OWNER(", "NOTIFY(", "USERID=")
_STAFF: Final = (
    r"(?:ユーザー?[ ]?(?:ID|名|コード)|(?:職員|行員|社員|従業員)(?:番号|コード|ID|NO)"
    r"|(?:担当者|利用者|オペレーター?)(?:ID|コード"
    r"|番号)|ログイン(?:ID|名))"
)


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


def _listed(candidate: Candidate) -> Verdict:
    """Behind ID( of a PERMIT; ``*`` is everybody."""
    return hit("racf") if candidate.value.isupper() and candidate.value.lower() not in _NOT_IDS else DROP


def _logged(candidate: Candidate) -> Verdict:
    """Behind LOGON, which is a word of messages too."""
    is_word = candidate.value.isalpha() and candidate.after[:1] != "/"
    return DROP if is_word else _named(candidate)


def _is_id(cell: str) -> bool:
    return cell.lower() not in _NOT_IDS


_FIELDS: Final = ("user", "login", "operator", "op-id", "op_id", "ope-id", "ope_id", "shain", "shokuin", "koin")

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
            rf"{_STAFF}[ ]?[:=は「(]{{0,2}}[ ]{{0,4}}(?P<v>[A-Z0-9][A-Z0-9_\-]{{2,19}})\b",
            _named,
            ("ユーザ", "職員", "行員", "社員", "担当者", "利用者", "オペレータ", "従業員", "ログイン"),
        ),
        Pattern(
            r"(?:USER[\-_]?ID|LOGIN[\-_]?ID|USERID|OPERATOR[\-_]?ID|OPE?[\-_]ID|SHAIN[\-_]?(?:NO|CD|BANGO)"
            r"|SHOKUIN[\-_]?(?:NO|CD|BANGO)|KOIN[\-_]?(?:NO|CD))"
            r"[\w\-]{0,20}[ \t]{1,40}[^'\"\n]{0,60}?(?:\n[^'\"\n]{0,60}?)?\bVALUES?[ ]+['\"]"
            r"(?P<v>[A-Z0-9@#$_]{2,20})['\"]",
            _named,
            _FIELDS,
            lines=2,
        ),
        Pattern(
            r"\bMOVE[ ]+['\"](?P<v>[A-Z0-9@#$_]{2,20})['\"][ ]+TO[ ]+[\w\-]{0,28}"
            r"(?:USER[\-_]?ID|LOGIN[\-_]?ID|USERID|OPERATOR[\-_]?ID|SHAIN[\-_]?(?:NO|CD|BANGO)"
            r"|SHOKUIN[\-_]?(?:NO|CD|BANGO)|KOIN[\-_]?(?:NO|CD))",
            _named,
            _FIELDS,
        ),
        Pattern(rf"\bLOGON[ ]+(?:APPLID\([^)\n]{{1,8}}\)[ ]+)?(?P<v>{_RACF})(?:/|[ ]*$)", _logged, ("logon",)),
        Pattern(rf"\bID\((?P<v>{_RACF}(?:[ ,]{_RACF}){{0,8}})\)", _listed, ("id(",)),
        Pattern(
            r"\b(?:LOGIN|LOG IN|LOGGED IN|LOGON|SIGNED ON|USERNAME|ACCOUNT)[ ]+(?:AS|BY)?[ ]?:?[ ]*"
            r"(?P<v>[A-Z][A-Z0-9_.\-]{1,31}\d[A-Z0-9_.\-]{0,8})\b",
            _named,
            ("log", "signed on", "username", "account"),
        ),
        Pattern(
            r"\b(?:SUDO|SU|RUNUSER):[ ]+" r"(?P<v>[A-Z_][A-Z0-9_\-]{1,31})[ ]+:", _named, ("sudo:", "su:", "runuser:")
        ),
        Pattern(
            r"\b(?:FOR|BY|OF)[ ](?:INVALID[ ])?USER[ ](?P<v>[A-Z_][A-Z0-9_\-]{2,31})\b"
            r"|\b(?:ACCEPTED|FAILED)[ ](?:PASSWORD|PUBLICKEY)[ ]FOR[ ]([A-Z_][A-Z0-9_\-]{2,31})[ ]FROM",
            _named,
            ("user ", "accepted ", "failed "),
        ),
        Pattern(
            r"\b(?:SSH|SCP|SFTP|RSYNC)\b[^\n@]{0,80}?[ ](?P<v>[A-Z_][A-Z0-9_\-]{1,31})@[A-Z0-9]",
            _named,
            ("ssh", "scp", "sftp", "rsync"),
        ),
        Pattern(
            r"\b[A-Z][A-Z0-9+.\-]{1,20}://(?P<v>[A-Z0-9_][A-Z0-9_.\-]{1,31})" r"(?::[^\s/@\"'<>]{1,64})?@",
            _named,
            ("://",),
        ),
        Pattern(
            r"\b(?:SQLPLUS|SQLLDR|EXPDP|IMPDP|EXP|IMP|RMAN)\b[^\n]{0,60}?[ =\"']"
            r"(?P<v>[A-Z][\w$#]{1,30})/[^\s@/\"']{1,64}(?:@|[\s\"']|$)",
            _named,
            ("sqlplus", "sqlldr", "expdp", "impdp", "exp ", "imp ", "rman"),
        ),
        Pattern(r"\bCONNECT[ ]+TO[ ]+\w{1,30}[ ]+USER[ ]+(?P<v>[A-Z][\w$#]{1,30})\b", _named, ("connect to",)),
        Pattern(r"\bCONNECT[ ]+(?P<v>[A-Z][\w$#]{1,30})/[^\s@/;\"']{1,64}", _named, ("connect ",)),
        Pattern(
            r"\bEXEC[ ]+(?:PGM=)?FTP\w*\b(?:[^\n]*\n){1,12}?//[\w.]{0,8}[ ]+DD[ ]+(?:\*|DATA)[^\n]*\n"
            r"(?:[^\n/][^\n]*\n)?[ ]*(?:USER[ ]+)?(?P<v>[A-Z][A-Z0-9_@#$\-]{2,30}\d)(?:[ ]+\S{2,64})?[ ]*\n",
            _named,
            ("ftp",),
            lines=20,
        ),
        Pattern(rf"\b(?:PASSWORD|PW)[ ]+(?P<v>{_RACF})[ ]+[A-Z0-9@#$]{{4,8}}[ ]*$", _named, ("password ", "pw ")),
        Pattern(
            r"\b(?:ADDUSER|ALTUSER|DELUSER|LISTUSER)[ ]+\(?(?P<v>[A-Z@#$][A-Z0-9@#$]{2,7})\b"
            r"|\b(?:CONNECT|REMOVE)[ ]+\(?([A-Z@#$][A-Z0-9@#$]{2,7})\)?[ ]+(?:GROUP|OWNER|AUTHORITY)\(",
            _named,
            ("user ", "connect ", "remove "),
        ),
    ),
    (
        Column(
            (
                *(
                    "ユーザid",
                    "ユーザーid",
                    "ユーザ名",
                    "ユーザー名",
                    "職員番号",
                    "行員番号",
                    "社員番号",
                    "担当者コード",
                    "ログインid",
                    "オペレータid",
                ),
                *("user_id", "userid", "user id", "username", "login", "operator_id", "employee"),
            ),
            r"[A-Z0-9@#$][A-Z0-9@#$_.\-]{2,19}",
            _is_id,
        ),
    ),
)
