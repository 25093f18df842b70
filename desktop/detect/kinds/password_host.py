"""Passwords of the host: JOB cards, RACF commands, FTP in-stream logins, REXX, VSAM."""

from typing import Final

from desktop.detect.context import stands_in
from desktop.detect.detector import DROP, Candidate, Detector, Pattern, Verdict, hit, near
from desktop.detect.secret_values import judge_bare, judge_phrase, judge_value
from desktop.domain.runs import MaskAction

_COMMANDS: Final = (
    r"(?:ASCII|BINARY|BIN|EBCDIC|CD|LCD|PUT|GET|MPUT|MGET|TYPE|MODE|QUOTE|SITE|LOCSITE|QUIT|DIR|LS|PASSIVE"
    r"|PROMPT|DELETE"
    r"|RENAME|APPEND|STRU)"
)
_IN_STREAM: Final = r"\bEXEC[ ]+(?:PGM=)?FTP\w*\b(?:[^\n]*\n){1,12}?//[\w.]{0,8}[ ]+DD[ ]+(?:\*|DATA)[^\n]*\n"


def _keyword(candidate: Candidate) -> Verdict:
    """``PASSWORD(…)`` as an operand, not a subscript, a reference modification or a call."""
    value = candidate.value
    if candidate.before[-1:] in ("-", "_", ".", "$") or candidate.before[-1:].isalnum():
        return DROP
    if ":" in value or (value.isdigit() and len(value) < 4) or candidate.after.lstrip()[:1] in ("{", ";", ":"):
        return DROP
    if candidate.before[-1:] != "'" and any(sign in value for sign in "-_"):
        return near("identifier")
    return judge_phrase(candidate)


def _in_session(candidate: Candidate) -> Verdict:
    """``user ID PASSWORD`` of FTP: among its other commands, or like no sentence."""
    is_session = stands_in(candidate.above(6), ("open ", "ftp", "dd *", "connect ", "dd data"))
    is_mixed = any(c.isdigit() for c in candidate.value) and not candidate.line.isupper()
    return _login(candidate) if is_session or is_mixed else DROP


def _login(candidate: Candidate) -> Verdict:
    return hit("ftp-login") if judge_value(candidate).is_hit else DROP


DETECTOR: Final = Detector(
    "password_host",
    "password",
    MaskAction.STRUCK_OUT,
    (
        Pattern(
            r"\b(?:PASSWORD|NEWPASS|PASSWD)=\(?(?P<v>[A-Z0-9@#$]{1,8})(?:,[A-Z0-9@#$]{1,8}\))?",
            judge_bare,
            ("passw", "newpass"),
        ),
        Pattern(r"\bPASSWORD=\([A-Z0-9@#$]{1,8},(?P<v>[A-Z0-9@#$]{1,8})\)", judge_bare, ("passw",)),
        Pattern(
            r"\b(?:PASSWORD|PASS|PHRASE|PASSPHRASE|NEWPW|SESSKEY|OLDPW|READPW|UPDATEPW|MASTERPW"
            r"|CONTROLPW|PSWD)[ ]?\([ ]?"
            r"(?:'(?P<v>[^'\n]{1,100})'|([^\s'()\"*&,]{1,64}))(?:[ ][^)\n]{1,64})?[ ]?\)",
            _keyword,
            ("pass", "phrase", "pw(", "pw (", "pswd", "sesskey"),
        ),
        Pattern(
            rf"{_IN_STREAM}(?:[^\n/][^\n]*\n)?[ ]*(?:USER[ ]+)?[^\s/]\S*[ ]+(?P<v>\S{{2,64}})(?:[ ]+\d{{8}})?[ ]*\n"
            rf"[ ]*{_COMMANDS}\b",
            _login,
            ("ftp",),
            lines=20,
        ),
        Pattern(
            rf"{_IN_STREAM}(?:[^\n/][^\n]*\n){{1,2}}?[ ]*(?P<v>[^\s/]\S{{1,63}})(?:[ ]+\d{{8}})?[ ]*\n"
            rf"[ ]*{_COMMANDS}\b",
            _login,
            ("ftp",),
            lines=20,
        ),
        Pattern(
            r"^[ \t]*(?:QUOTE[ ]+)?(?:USER|LOGIN)[ ]+[^\s=:(]{1,64}[ ]+(?P<v>[^\s=:(]{2,64})[ ]*$",
            _in_session,
            ("user ", "login "),
            lines=1,
        ),
        Pattern(r"\bLOGON[ ]+[A-Z0-9@#$]{1,8}/(?P<v>[A-Z0-9@#$]{1,64})", judge_value, ("logon",)),
        Pattern(
            r"\b(?:PASSWORD|PW)[ ]+[A-Z@#$][A-Z0-9@#$]{1,7}[ ]+(?P<v>[A-Z0-9@#$]{4,8})[ ]*$",
            _login,
            ("password ", "pw "),
        ),
        Pattern(r"^[ \t]*PASS[ ]+(?P<v>\S{4,64})[ ]*$", _in_session, ("pass ",)),
        Pattern(r"^[ \t]*QUOTE[ ]+PASS[ ]+(?P<v>\S{2,64})", _login, ("quote pass", "pass ")),
    ),
)
