"""Passwords in logins: user/password of Oracle tools and URLs, CONNECT … USING, IDENTIFIED BY, options of commands."""

from typing import Final

from desktop.detect.context import stands_in
from desktop.detect.detector import DROP, Candidate, Detector, Pattern, Verdict, near
from desktop.detect.secret_values import judge_value
from desktop.domain.runs import MaskAction

_LITERAL: Final = r"(?:'(?P<v>[^'\n]{1,64})'|\"([^\"\n]{1,64})\")"


def _in_url(candidate: Candidate) -> Verdict:
    return DROP if candidate.value.isdigit() and len(candidate.value) < 6 else judge_value(candidate)


def _identified(candidate: Candidate) -> Verdict:
    is_sql = stands_in(candidate.before, ("user ", "grant ", "role ", "link ", "to "))
    return judge_value(candidate) if is_sql else near("sentence")


DETECTOR: Final = Detector(
    "password_login",
    "password",
    MaskAction.STRUCK_OUT,
    (
        Pattern(
            r"\b(?:SQLPLUS|SQLLDR|EXPDP|IMPDP|EXP|IMP|RMAN|TKPROF|PROC)\b[^\n]{0,60}?[ =\"'][\w$#]{1,30}/"
            r"(?P<v>[^\s@/\"']{1,64})(?:@|[\s\"']|$)",
            judge_value,
            ("sqlplus", "sqlldr", "expdp", "impdp", "exp ", "imp ", "rman", "tkprof", "proc "),
        ),
        Pattern(r"\bUSERID=[\"']?[\w$#]{1,30}/(?P<v>[^\s@/\"']{1,64})", judge_value, ("userid=",)),
        Pattern(r"\bJDBC:ORACLE:\w{1,8}:[\w$#]{1,30}/(?P<v>[^\s@/\"']{1,64})@", judge_value, ("jdbc:",)),
        Pattern(r"\b[A-Z][A-Z0-9+.\-]{1,20}://[^\s:/@\"'<>]{1,64}:(?P<v>[^\s/@\"'<>]{1,64})@", _in_url, ("://",)),
        Pattern(r"\bCONNECT[ ]+[\w$#]{1,30}/(?P<v>[^\s@/;\"']{1,64})", judge_value, ("connect ",)),
        Pattern(
            rf"\bCONNECT\b[^;\"\n]{{0,100}}?(?:\n[^;\"\n]{{0,100}}?){{0,2}}?\bUSING[ ]+"
            rf"(?:\n[\d ]{{0,12}})?{_LITERAL}",
            judge_value,
            ("connect",),
            lines=4,
        ),
        Pattern(
            r"\bCONNECT[ ]+TO[ ]+\w{1,30}[ ]+USER[ ]+\S{1,64}[ ]+USING[ ]+(?P<v>[^\s:;'\"]{2,64})",
            judge_value,
            ("connect to",),
        ),
        Pattern(r"\bIDENTIFIED[ ]+BY[ ]+(?:VALUES[ ]+)?[\"']?(?P<v>[^\s\"';,]{2,64})", _identified, ("identified",)),
        Pattern(
            r"\b(?:MYSQL|MYSQLDUMP|MARIADB)\b[^\n]{0,80}?[ ]-P(?P<v>[^\s\-][^\s]{1,63})",
            judge_value,
            ("mysql", "mariadb"),
        ),
        Pattern(
            r"\b(?:CURL|WGET)\b[^\n]{0,120}?[ ](?:-U|--USER)[ =][\"']?[^\s:\"']{1,64}:(?P<v>[^\s\"']{1,64})",
            judge_value,
            ("curl", "wget"),
        ),
        Pattern(r"\bECHO[ ]+[\"']?(?P<v>[^\s\"'|]{2,64})[\"']?[ ]*\|[^\n|]{0,30}\bPASSWD\b", judge_value, ("echo ",)),
        Pattern(r"[ ]--?(?:PASSWORD|PASSWD|PASSPHRASE)[ ](?P<v>[^\s\-][^\s]{1,63})", judge_value, ("-pass",)),
    ),
)
