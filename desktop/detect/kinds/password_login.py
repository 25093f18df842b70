"""Passwords in logins: user/password of Oracle tools and URLs, CONNECT … USING, IDENTIFIED BY, options of commands."""

from typing import Final

from desktop.detect.context import stands_in
from desktop.detect.detector import DROP, Candidate, Detector, Pattern, Verdict, near
from desktop.detect.secret_values import NAMES, WORDS, judge_mixed, judge_value
from desktop.domain.runs import MaskAction

_LITERAL: Final = r"(?:'(?P<v>[^'\n]{1,64})'|\"([^\"\n]{1,64})\")"


def _in_url(candidate: Candidate) -> Verdict:
    return DROP if candidate.value.isdigit() and len(candidate.value) < 6 else judge_value(candidate)


def _identified(candidate: Candidate) -> Verdict:
    is_sql = (
        stands_in(candidate.before, ("user ", "grant ", "role ", "link ", "to ", "connect "))
        or "'" in candidate.matched
    )
    is_mixed = any(map(str.isdigit, candidate.value)) and any(map(str.isalpha, candidate.value))
    return judge_value(candidate) if is_sql or is_mixed else near("sentence")


def _option(candidate: Candidate) -> Verdict:
    """Behind an option of one letter, which is a port or a page as well."""
    value = candidate.value
    return judge_value(candidate) if any(c.isalpha() for c in value) and not value.isalpha() else DROP


DETECTOR: Final = Detector(
    "password_login",
    "password",
    MaskAction.STRUCK_OUT,
    (
        Pattern(
            r"\b(?:SQLPLUS|SQLLDR|EXPDP|IMPDP|EXP|IMP|RMAN|TKPROF|PROC)[ ](?:[^\n]{0,60}?[ =\"'])?[\w$#]{1,30}/"
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
        Pattern(r"[ ]/USER:\S{1,64}[ ](?P<v>[^\s/]\S{1,63})", judge_value, ("/user:",)),
        Pattern(r"\bLFTP\b[^\n]{0,80}?[ ]-U[ ]?[^\s,]{1,64},(?P<v>[^\s]{2,64})", judge_value, ("lftp",)),
        Pattern(r"\bSSHPASS[ ]+-P[ ]?[\"']?(?P<v>[^\s\"']{2,64})", judge_value, ("sshpass",)),
        Pattern(r"\bNET[ ]+USER[ ]+[^\s/]{1,40}[ ](?P<v>[^\s/*]\S{1,63})", judge_value, ("net user ",)),
        Pattern(
            r"\b(?:SQLCMD|BCP|OSQL|ISQL|LDAPSEARCH|CERTUTIL|OPENSSL|KEYTOOL|UNZIP"
            r"|7Z)\b[^\n]{0,120}?[ ]-(?:P|W|STOREPASS|KEYPASS|PASSIN PASS:)[ ]?[\"']?(?P<v>[^\s\-\"'][^\s\"']{2,63})",
            _option,
            ("sqlcmd", "bcp", "osql", "isql", "ldapsearch", "certutil", "openssl", "keytool", "unzip", "7z"),
        ),
        Pattern(
            rf"[ ]--?(?:[A-Z]{{1,12}}\-?)?(?:{NAMES}|PASS)[ =][\"']?(?P<v>[^\s\-\"'][^\s\"']{{1,63}})",
            judge_value,
            WORDS,
        ),
        Pattern(
            r"\b(?:ZIP|RAR|UNRAR)\b[^\n]{0,80}?[ ]-P[ ]?[\"']?(?P<v>[^\s\-\"'][^\s\"']{2,63})", _option, ("zip", "rar")
        ),
        Pattern(r"\bECHO[ ]+(?:-N[ ]+)?[\"']?(?P<v>[^\s\"'|]{2,64})[\"']?[ ]*\|[ ]*SUDO[ ]+-S", judge_value, ("sudo",)),
        Pattern(
            r"[\"' ](?:[\w.\-]{1,32}):(?P<v>[^\s\"'|:]{2,64})[\"']?[ ]*\|[^\n|]{0,20}\bCHPASSWD\b",
            judge_value,
            ("chpasswd",),
        ),
        Pattern(
            r"\bNET[ ]+USE[ ]+[^\s]{0,8}[ ]*\\\\[^\s]{1,80}[ ]+(?P<v>[^\s/*][^\s]{1,63})", judge_value, ("net use",)
        ),
        Pattern(r"\bPASS(?:IN|OUT)?[ ]+PASS:(?P<v>[^\s\"']{2,64})", judge_value, ("pass:",)),
        Pattern(r"\bSECURESTRING[ ]+(?:-STRING[ ]+)?[\"'](?P<v>[^\"'\n]{2,64})[\"']", judge_value, ("securestring",)),
        Pattern(
            r"(?:ASSWORD|ASSPHRASE|ASSCODE|パスワード)[^\n]{0,20}\n[ \t]{0,20}"
            r"SEND(?:LN)?[ ]+(?:--?[ ]+)?[\"'](?P<v>[^\"'\\$\n]{2,64})",
            judge_value,
            ("assword", "assphrase", "asscode", "パスワード"),
            lines=2,
        ),
        Pattern(
            r"\b(?:GETCONNECTION|\w{0,30}(?:CREDENTIALS?|PASSWORDAUTHENTICATION|BASICAUTH\w{0,12})|LOGIN|LOGON|SIGNON|SIGNIN|AUTHENTICATE)"
            r"[ ]?\((?:[^;\n\"']{0,80},)?[ ]?[\"'][^\"'\n]{1,64}[\"'],[ ]?[\"'](?P<v>[^\"'\n]{2,64})[\"'][ ]?[,)]",
            judge_value,
            ("getconnection", "credential", "authenticat", "basicauth", "login", "logon", "signon", "signin"),
        ),
        Pattern(
            r"(?:認証情報|接続情報|ログイン情報|アカウント(?:情報)?)[\]】」)]?[ :=]{0,3}"
            r"[\w.\-@#]{2,40}[ ]?/[ ]?(?P<v>[!-.0-~]{4,64})",
            judge_mixed,
            ("認証情報", "接続情報", "ログイン情報", "アカウント"),
        ),
    ),
)
