"""Passwords given to a name: source, properties, JSON, YAML, connection strings, and Japanese prose."""

from typing import Final

from desktop.detect.detector import DROP, Candidate, Column, Detector, Pattern, Verdict, because, hit
from desktop.detect.secret_values import NAMES, WORDS, judge_bare, judge_listed, judge_mixed, judge_value
from desktop.domain.runs import MaskAction

_WORD: Final = rf"(?:[A-Z]{{0,12}}{NAMES}[A-Z]{{0,8}}|(?:USER|DB|MY|FTP|SQL|ROOT|ADMIN|LOGIN)?PASS|[A-Z]{{0,6}}PW)"
_NAME: Final = rf"\b(?:[\w.\-]*[._\-])?{_WORD}(?:[._\-][\w.\-]*|\d{{1,3}})?"
_PREFIXED: Final = r"(?:[\w\-]{1,24}[._\-](?:PSW|PIN))"
_SECRET: Final = rf"(?:{_NAME}|{_PREFIXED})"
_COMPARES: Final = (
    r"(?:\w{0,12}CMP\w{0,3}|\w{0,12}EQUALS?\w{0,10}|\w{0,8}COMPARE\w{0,10}"
    r"|MATCHES|STRN?CPY\w{0,3}|MEMCPY|STRCAT\w{0,3}|SPRINTF)"
)
"""Calls that compare or copy: the other of their operands is what the secret is."""
_QUOTED: Final = r"(?:\"(?P<v>[^\"\n]{1,128})\"|'([^'\n]{1,128})')"
_JAPANESE: Final = (
    r"(?:パスワード|暗証番号|パスフレーズ|合言葉|秘密の(?:質問|言葉|答え?)(?:の(?:答え?|回答))?"
    r"|(?:初期|仮|共通|管理者?|現|新|旧|ログイン|接続)[ ]?(?:PW|PASS|PWD))"
)
_JAPANESE_WORDS: Final = ("パスワード", "暗証番号", "パスフレーズ", "合言葉", "秘密の", "pw", "pass", "pwd")


def _pin(candidate: Candidate) -> Verdict:
    """Digits behind 暗証番号: of four to eight, not all the same."""
    return DROP if len(set(candidate.value)) == 1 else hit("password")


def _piece(candidate: Candidate) -> Verdict:
    """One of several literals that are put together."""
    return judge_value(candidate) if any(map(str.isalnum, candidate.value)) else DROP


def _word(candidate: Candidate) -> Verdict:
    """A word behind パスワード with nothing between: a password mixes letters and digits."""
    value = candidate.value
    if not (any(c.isdigit() for c in value) and any(c.isalpha() for c in value)):
        return DROP
    return judge_value(candidate)


def _is_password(cell: str) -> bool:
    """In a column: letters and digits or signs, or the digits of a 暗証番号; no flag and no date."""
    if cell.isdigit():
        return 4 <= len(cell) <= 8 and len(set(cell)) > 1
    is_mixed = any(c.isalpha() for c in cell) and not cell.replace("_", "").replace("-", "").isalpha()
    return is_mixed and not cell.startswith(("$", "{", "<", "*", "&", ":", "?"))


DETECTOR: Final = Detector(
    "password_assigned",
    "password",
    MaskAction.STRUCK_OUT,
    (
        Pattern(
            rf"{_NAME}[\"'\])]{{0,3}}[ \t]{{0,40}}(?::=|:|={{1,3}}|=>|<-)[ \t]{{0,20}}[BRU]{{0,2}}{_QUOTED}",
            judge_value,
            (*WORDS, "pw"),
        ),
        Pattern(rf"{_NAME}[\"'],[ \t]{{0,4}}[BRU]{{0,2}}{_QUOTED}", judge_listed, (*WORDS, "pw")),
        Pattern(rf"\bDEFINE[ \t]+{_NAME}[ \t]+{_QUOTED}", judge_value, WORDS),
        Pattern(
            rf"\b{_COMPARES}[ ]?\([^\"'\n;()]{{0,60}}?{_SECRET}[^\"'\n;]{{0,20}},[ ]?{_QUOTED}",
            judge_value,
            (*WORDS, "pw", "psw", "pin"),
        ),
        Pattern(
            rf"\b{_COMPARES}[ ]?\([ ]?{_QUOTED}[ ]?,[^\"'\n;()]{{0,60}}?{_SECRET}",
            judge_value,
            (*WORDS, "pw", "psw", "pin"),
        ),
        Pattern(
            rf"{_QUOTED}(?:\.{_COMPARES}[ ]?\(|[ ]?[!=]==?[ ]?)[^\"'\n;]{{0,40}}?{_SECRET}",
            judge_value,
            (*WORDS, "pw", "psw", "pin"),
        ),
        Pattern(
            rf"{_SECRET}[\w()]{{0,20}}(?:\.{_COMPARES}[ ]?\(|[ ]?!==?)[ ]?{_QUOTED}",
            judge_value,
            (*WORDS, "pw", "psw", "pin"),
        ),
        Pattern(rf"\bSET_?{_WORD}[ ]?\([ ]?{_QUOTED}", judge_value, (*WORDS, "pw")),
        Pattern(
            rf"{_NAME}\b[^\"'\n;]{{0,60}}?\b(?:INIT|INITIAL|INZ|DFT|DEFAULT)[ ]?\(?[ ]?{_QUOTED}",
            judge_value,
            (*WORDS, "pw"),
        ),
        Pattern(
            rf"{_NAME}[ ]?(?:\[[^\]\n]{{0,20}}\])?[ ]?=[^\"'{{\n;]{{0,30}}\{{[ ]?"
            rf"(?P<v>(?:'[^\n]'|0X[0-9A-F]{{2}}|\d{{2,3}})"
            r"(?:,[ ]?(?:'[^\n]'|0X[0-9A-F]{2}|\d{2,3})){2,63})",
            because("password"),
            (*WORDS, "pw"),
        ),
        Pattern(
            rf"{_NAME}[^\"'=\n;]{{0,20}}=[ ]?(?P<v>(?:[LUR]?\"[^\"\n]*\"[ \t+.&|\\]*(?:\n[ \t]*)?){{2,12}})",
            _piece,
            (*WORDS, "pw"),
            lines=12,
            each=r"\"([^\"\n]+)\"",
        ),
        Pattern(
            rf"{_NAME}[\"']?:[ ]?[|>][+\-]?[ ]*\n[ \t]+(?P<v>\S{{2,128}})[ ]*$", judge_value, (*WORDS, "pw"), lines=2
        ),
        Pattern(
            rf"\bNAME:[ ]?[\"']?{_NAME}[\"']?[ ]*\n[ \t\-]*VALUE:[ ]?[\"']?(?P<v>[^\s\"']{{2,128}})",
            judge_value,
            (*WORDS, "pw"),
            lines=2,
        ),
        Pattern(
            rf"{_NAME}[\"']?[ ]?[:=][ ]?(?:[\w.]{{0,30}}\.)?B64DECODE\([BRU]?{_QUOTED}", judge_value, ("b64decode",)
        ),
        Pattern(rf"{_NAME}=(?P<v>[^\s\"'=<>;,&)(]{{2,128}})", judge_bare, (*WORDS, "pw")),
        Pattern(
            rf"^[ \t#*]{{0,20}}{_NAME}[ \t]*[:=][ \t]*(?P<v>[^\s\"'][^\s,;]{{1,127}})[ \t]*(?:$|[ ]#|[ ]//)",
            judge_bare,
            (*WORDS, "pw"),
        ),
        Pattern(
            rf"{_JAPANESE}[^\n\w「『\"'：:=は]{{0,4}}(?:は、?|が|に|:|=|→|を)[ ]?[「『\"'(]{{0,2}}"
            r"(?P<v>[!-~]{3,64}?)(?:[\"')\s]|$|[^ -~])",
            judge_value,
            _JAPANESE_WORDS,
        ),
        Pattern(
            r"(?:暗証番号|暗証|アンショウバンゴウ|\bPIN)(?:[ ]?[(]?\d桁[)]?)?"
            r"[^\d\n]{0,8}?[ :=は「『(\[を'\"](?P<v>\b\d{4,8}\b)",
            _pin,
            ("暗証", "アンショウ", "pin"),
        ),
        Pattern(rf"{_JAPANESE}[ ]?[(\[{{<][ ]?(?P<v>[!-'*-Z^-z|~]{{4,64}})[ ]?[)\]}}>]", _word, _JAPANESE_WORDS),
        Pattern(rf"{_JAPANESE}[ ]{{1,4}}(?P<v>[!-~]{{4,64}})", _word, _JAPANESE_WORDS),
        Pattern(rf"{_JAPANESE}[ ]?[「『](?P<v>[^」』\n]{{3,64}})[」』]", judge_value, _JAPANESE_WORDS),
        Pattern(rf"{_NAME}[ \t]?[:=][ \t]?(?P<v>[A-Z0-9#@!*+?%][!#-&*+\--:<-~]{{3,63}})", judge_mixed, (*WORDS, "pw")),
        Pattern(rf"{_NAME}[ \t]{{1,4}}{_QUOTED}", judge_mixed, (*WORDS, "pw")),
        Pattern(
            rf"{_JAPANESE}(?:(?:は|が|:|=|を)[^\n]{{0,20}}|[^\w\n]{{0,4}})\n[ \t*>]{{0,12}}(?P<v>[!-~]{{6,64}})[ \t]*$",
            _word,
            _JAPANESE_WORDS,
            lines=2,
        ),
        Pattern(
            r"\$(?:1|2[ABY]|5|6|Y|APR1)\$[./A-Z0-9$=,]{16,120}",
            because("hash"),
            ("$1$", "$2a$", "$2b$", "$2y$", "$5$", "$6$", "$y$", "$apr1$"),
        ),
        Pattern(r"\bLOGIN[ ]+\S{1,64}[ ]+PASSWORD[ ]+(?P<v>\S{2,64})", judge_value, ("password ",)),
        Pattern(
            r"\bSP_(?:ADDLOGIN|PASSWORD)[ ]+(?:'[^'\n]{0,64}'|NULL),[ ]?'(?P<v>[^'\n]{2,64})'",
            judge_value,
            ("sp_addlogin", "sp_password"),
        ),
        Pattern(
            r"\bID[ ]?[:=][ ]?[^\s,;/]{2,64}[ ,;/]{1,3}(?:PW|PASS\w{0,6}|パスワード)[ ]?[:=][ ]?(?P<v>[^\s,;]{2,64})",
            judge_value,
            ("pw", "pass", "パスワード"),
        ),
        Pattern(
            r"\b(?:ID|USER(?:NAME)?|ユーザー?(?:ID|名)?)[ ]?/[ ]?(?:PW|PASS\w{0,6}"
            r"|パスワード)[ ]?[:=は][ ]?[^\s/]{1,64}[ ]?/[ ]?"
            r"(?P<v>[^\s/]{2,64})",
            judge_value,
            ("/pw", "/ pw", "/pass", "/ pass", "/パスワード", "/ パスワード"),
        ),
    ),
    (Column(("password", "passwd", "passphrase", "pwd", "パスワード", "暗証番号"), r"[!-~]{3,64}", _is_password),),
)
