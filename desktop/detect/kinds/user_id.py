"""User ids behind a label: USER= of a JOB card, ユーザID, 職員番号, a field of a program, the column of a table."""

from typing import Final

from desktop.detect.detector import DROP, Candidate, Column, Detector, Pattern, Verdict
from desktop.detect.labelled import labelled
from desktop.detect.user_ids import RACF, is_id, judge_mixed, judge_named, judge_operand, judge_racf
from desktop.domain.runs import MaskAction

_STAFF: Final = (
    r"(?:RACF|TSO|ログオン|ログイン|ユーザー?|利用者|オペレーター?|担当者|作業者|実行者|登録者|更新者|承認者|操作者"
    r"|管理者|行員|職員|社員|従業員|係員)[ ・]?(?:ID|名|コード|番号|CD|NO\.?)"
)
_STAFF_WORDS: Final = (
    *("racf", "tsoid", "tso id", "tso名", "tso名", "tso・", "tsoコード", "tso番号", "tsocd", "tsono", "tso コ"),
    *("tso 番", "tso 名", "tso cd", "tso no", "ログオン", "ログイン", "ユーザ", "利用者", "オペレータ"),
    *("担当者", "作業者", "実行者"),
    *("登録者", "更新者", "承認者", "操作者", "管理者", "行員", "職員", "社員", "従業員", "係員"),
)
_NAMED: Final = (
    r"(?:SIGNON|LOGIN|LOGON|DB|FTP|SQL|OPE|CONNECT)[\-_]USER\b|"
    r"(?:USER|LOGIN|LOGON|OPERATOR|OPE|TSO|RACF)[\-_ ]?(?:ID|NAME|NM|CD|CODE)\b"
    r"|(?:SHAIN|SYAIN|SHOKUIN|SYOKUIN|KOIN|KOUIN|EMP|EMPLOYEE|STAFF|TANTO|TANTOSHA)[\-_ ]?(?:ID"
    r"|NO|CD|CODE|NUM|BANGO)\b"
)
_NAMED_WORDS: Final = (
    *("user", "login", "logon", "operator", "ope-", "ope_", "opeid", "tso-", "tso_", "tso ", "tsoid"),
    *("tsoname", "tsonm", "tsocd", "tsocode", "racf", "shain", "syain"),
    *("shokuin", "syokuin"),
    *("koin", "kouin", "emp", "staff", "tanto"),
)

_ROLE: Final = r"(?:HOSHU|HOSYU|KANRI|UNYOU?|SOU?SA|ADMIN|MAINT|SUPER|TOKKEN|RIYOU?SHA|RIYOSYA|BATCH|SHONIN|SYONIN)"
_ROLE_WORDS: Final = (
    *("hoshu", "hosyu", "kanri", "unyo", "sosa", "sousa", "admin", "maint", "super", "tokken", "riyo", "batch"),
    *("shonin", "syonin"),
)
"""What the users of a program are called in the names of its fields."""
_JAPANESE_ROLES: Final = ("保守", "運用", "管理", "特権", "緊急", "共通")


def _quoted(candidate: Candidate) -> Verdict:
    """A literal that a program gives to a user: also one without a digit."""
    return judge_named(candidate) if candidate.value.isalnum() else DROP


DETECTOR: Final = Detector(
    "user_id",
    "user_id",
    MaskAction.MASKED,
    (
        Pattern(
            r"\b(?:USER|USERID|USER_ID|USER-ID|UID|LOGIN|NOTIFY|OWNER)[\"']?[ ]?[=:(][ ]?[\"']?"
            r"(?P<v>[A-Z@#$][A-Z0-9@#$_]{2,19})\b",
            judge_operand,
            ("user", "uid", "login", "notify", "owner"),
        ),
        Pattern(
            rf"{_STAFF}[ ]?[:=は「(]{{0,2}}[ ]{{0,4}}(?P<v>[A-Z0-9][A-Z0-9_\-]{{2,19}})\b", judge_named, _STAFF_WORDS
        ),
        Pattern(
            r"(?:ユーザー?|利用者|オペレーター?)[ :「]{1,2}(?P<v>[A-Z][A-Z0-9_.\-]{2,19})\b",
            judge_mixed,
            ("ユーザ", "利用者", "オペレータ"),
        ),
        Pattern(
            rf"(?:運用|実行|作業|操作|登録|承認|担当|管理|保守|接続|認証|起動|投入)ID[ ]?[:=は「(][ ]?(?P<v>{RACF})\b",
            judge_mixed,
            ("用id", "行id", "業id", "作id", "録id", "認id", "当id", "理id", "守id", "続id", "証id", "動id", "入id"),
        ),
        Pattern(rf"\bMOVE[ ]+['\"](?P<v>{RACF})['\"][ ]+TO[ ]+(?:[\w\-]{{1,28}}-)?USER\b", judge_racf, ("user",)),
        Pattern(
            rf"\b[\w\-]{{0,24}}{_ROLE}[\-_]?(?:ID|USER)\b[^'\".\n]{{0,60}}"
            rf"(?:\n[^'\".\n]{{0,60}})?\bVALUE[ ]+(?:IS[ ]+)?"
            rf"['\"](?P<v>{RACF})[ ]*['\"]",
            judge_racf,
            _ROLE_WORDS,
            lines=2,
        ),
        Pattern(
            rf"\bMOVE[ ]+['\"](?P<v>{RACF})[ ]*['\"][ ]+TO[ ]+[\w\-]{{0,24}}{_ROLE}[\-_]?(?:ID|USER)\b",
            judge_racf,
            _ROLE_WORDS,
        ),
        Pattern(
            rf"(?:保守|運用|管理者?|特権|緊急|共通)用?(?:ID|ユーザー?)?[ :=(]{{1,3}}(?P<v>{RACF})\b",
            judge_mixed,
            _JAPANESE_ROLES,
        ),
        Pattern(
            r"\b(?:USER|USERID|USER_ID|USERNAME|LOGIN)[\"']?[ ]{0,4}(?::=|={1,2}|:)[ ]{0,4}"
            r"[\"'](?P<v>[A-Z][A-Z0-9_.\-]{3,19})[\"']",
            _quoted,
            ("user", "login"),
        ),
        *labelled(r"\b[A-Z0-9@#$][A-Z0-9@#$_.\-]{2,30}", judge_mixed, (), _NAMED, _NAMED_WORDS),
    ),
    (
        Column(
            (
                *("ユーザid", "ユーザーid", "ユーザ名", "ユーザー名", "職員番号", "行員番号", "社員番号"),
                *("担当者コード",),
                *("ログインid", "オペレータid", "利用者id", "社員cd", "担当者id", "user_id", "userid"),
                *("user id", "username"),
                *("user_name", "login", "operator_id", "employee", "shain_cd", "shain_no", "emp_no"),
                *("staff_no", "account"),
            ),
            r"[A-Z0-9@#$][A-Z0-9@#$_.\-]{0,18}[0-9][A-Z0-9@#$_.\-]{0,8}",
            is_id,
        ),
        Column(("user", "ユーザ"), r"[A-Z@#$][A-Z0-9@#$_.\-]{1,18}[0-9][A-Z0-9@#$_.\-]{0,8}", is_id),
    ),
)
