"""Passwords of the host: JOB cards, RACF commands, FTP in-stream logins, REXX, VSAM."""

from typing import Final

from desktop.detect.context import stands_in
from desktop.detect.detector import DROP, Candidate, Detector, Pattern, Verdict, hit, near
from desktop.detect.ftp import COMMANDS, IN_STREAM
from desktop.detect.secret_values import judge_bare, judge_mixed, judge_phrase, judge_value
from desktop.domain.runs import MaskAction


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


def _prompted(candidate: Candidate) -> Verdict:
    """Behind PASSWORD and blanks, or an arrow: letters with digits or signs, and no clause of a program."""
    value = candidate.value
    is_clause = "-" in value or stands_in(
        f" {candidate.line.lower()} ", (" pic ", " to ", " from ", " move ", " into ")
    )
    return DROP if is_clause or value.startswith(("=", "<", ">")) else judge_mixed(candidate)


def _initial(candidate: Candidate) -> Verdict:
    """What a field of a screen shows at first: blanks and underlines are none."""
    return hit("screen-field") if any(map(str.isalnum, candidate.value)) else DROP


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
            r"\b(?:(?:BIND|NEW|OLD|USER|DB|SIGNON|ADMIN|CURRENT)?(?:PASSWORD|PASSWD|PSWD)|PASS|PHRASE|PASSPHRASE|NEWPW|SESSKEY|OLDPW|READPW|UPDATEPW|MASTERPW"
            r"|CONTROLPW|PSWD)[ ]?\([ ]?"
            r"(?:'(?P<v>[^'\n]{1,100})'|([^\s'()\"*&,]{1,64}))(?:[ ,][^)\n]{1,64})?[ ]?\)",
            _keyword,
            ("pass", "phrase", "pw(", "pw (", "pswd", "sesskey", "passwd"),
        ),
        Pattern(
            r"\bPASSWORD[ ]?\([ ]?[A-Z0-9@#$]{1,8}[ ,]{1,3}(?P<v>[A-Z0-9@#$]{3,8})[ ]?\)", judge_value, ("password",)
        ),
        Pattern(
            r"\bPARM=\(?'[A-Z@#$][A-Z0-9@#$]{2,7}/(?P<v>[^\s'/,()]{4,64})(?:[,/ ][^'\n]{0,60})?'",
            judge_mixed,
            ("parm=",),
        ),
        Pattern(
            r"\b(?:SIGNON|SIGN ON|LOGON|LOGIN)[ ]+[A-Z0-9@#$]{2,8}[ ]+"
            r"(?:(?:PASSWORD|PASS|PW)[ ]+)?(?P<v>[^\s'\"(),;/]{4,64})",
            judge_mixed,
            ("signon", "sign on", "logon", "login"),
        ),
        Pattern(
            r"\bPASS(?:WORD|WD|PHRASE)?[ ]{1,3}(?:[=\-]{1,3}>[ ]*)?(?P<v>[^\s'\"(),;/=:]{5,16})(?:[ ]|$)",
            _prompted,
            ("pass",),
        ),
        Pattern(
            r"\bPASS(?:WORD|WD|PHRASE)\b[^\n'\"=]{0,40}[\-:>][ ]*\n[ ]{0,8}(?P<v>[^\s'\"(),;]{4,64})[ ]*$",
            judge_mixed,
            ("pass",),
            lines=2,
        ),
        Pattern(
            r"^(?:[A-Z0-9@#$]{0,5}(?:PASS|PSWD|PSW|PWD|PW|ANSHO|PIN)[A-Z0-9@#$]{0,5})"
            r"[ ]+DFHMDF\b[^\n]*(?:\n[ ]+[^\n]*){0,4}?"
            r"\bINITIAL='(?P<v>[^'\n]{1,60})'",
            _initial,
            ("dfhmdf",),
            lines=5,
        ),
        Pattern(
            r"^[A-Z0-9@#$]{0,5}(?:PASS|PSWD|PSW|PWD|PW)[A-Z0-9@#$]{0,5}"
            r"[ ]+DC[ ]+\d{0,3}[CXG](?:L\d{1,3})?'(?P<v>[^'\n]{1,60})'",
            judge_value,
            ("pass", "psw", "pwd", "pw"),
        ),
        Pattern(
            r"\b(?:CLC|MVC|CLI|MVI)[ ]+[A-Z0-9@#$]{0,8}(?:PASS|PSWD|PSW|PWD|PW)"
            r"[^\s,]{0,16},=?[CX](?:L\d{1,3})?'(?P<v>[^'\n]{1,60})'",
            judge_value,
            ("clc ", "mvc ", "cli ", "mvi "),
        ),
        Pattern(
            rf"\bDD[ ]+(?:\*|DATA)[^\n]*\n[ ]*[\w\-]{{1,30}}(?:\.[\w\-]{{1,30}}){{1,5}}(?:[ ]+\d{{1,5}})?[ ]*\n"
            r"[ ]*[^\s/]\S*[ ]*\n"
            rf"[ ]*(?P<v>\S{{2,64}})(?:[ ]+\d{{8}})?[ ]*\n[ ]*{COMMANDS}\b",
            _login,
            (" dd ",),
            lines=6,
        ),
        Pattern(
            rf"{IN_STREAM}(?:[^\n/][^\n]*\n)?[ ]*(?:USER[ ]+)?[^\s/]\S*[ ]+(?P<v>\S{{2,64}})(?:[ ]+\d{{8}})?[ ]*\n"
            rf"[ ]*{COMMANDS}\b",
            _login,
            ("ftp",),
            lines=20,
        ),
        Pattern(
            rf"{IN_STREAM}(?:[^\n/][^\n]*\n){{1,2}}?[ ]*(?P<v>[^\s/]\S{{1,63}})(?:[ ]+\d{{8}})?[ ]*\n"
            rf"[ ]*{COMMANDS}\b",
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
