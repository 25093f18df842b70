"""Names of data sets on the host (z/OS: qualifiers of up to 8 characters, 44 in all) where an operand names one.

Data sets that come with the system (SYS1, CEE, DFH …) say nothing about the bank.
"""

from typing import Final

from desktop.detect.detector import DROP, Candidate, Column, Detector, Pattern, Verdict, hit, near
from desktop.domain.runs import MaskAction

_QUALIFIER: Final = r"[A-Z@#$][A-Z0-9@#$\-]{0,7}"
_NAME: Final = rf"{_QUALIFIER}(?:\.{_QUALIFIER}){{1,20}}"
_SYSTEMS: Final = (
    *("SYS1.", "SYS2.", "SYSTEM.", "CEE.", "DFH.", "CICSTS", "DSN.", "DSNA", "IBMUSER.", "ISP.", "IMS.SDFS"),
    *("TCPIP.", "ISF.", "GDDM."),
    *("IGY.", "IGYV", "CBC.", "EQAW", "DB2.SDSN", "CPAC.", "ADCD."),
)
_SYSTEM_PARTS: Final = (".SDSNLOAD", ".SDFHLOAD", ".SCEERUN", ".SCEELKED", ".SDFHCOB", ".SCSQLOAD")

_COMMANDS: Final = (
    *("delete", "listcat", "listds", "alter", "rename", "addsd", "altdsd", "deldsd", "listdsd", "permit"),
    *("submit", "sub"),
    *("edit", "browse", "free", "hdelete", "hrecall", "hmigrate", "profile"),
)
"""Commands of TSO, IDCAMS, RACF and DFSMShsm whose first operand is a data set."""


def _long(candidate: Candidate) -> Verdict:
    """Without an operand: three qualifiers or more, of which one has the length of a word."""
    return _judge(candidate) if max(map(len, candidate.value.split("."))) > 2 else DROP


def _judge(candidate: Candidate) -> Verdict:
    value = candidate.value
    if not value.isupper() or len(value) > 44 or candidate.before.endswith("&&"):
        return DROP
    if value.startswith(_SYSTEMS) or value.endswith(_SYSTEM_PARTS):
        return near("public-name")
    return hit("operand")


DETECTOR: Final = Detector(
    "dataset_name",
    "dataset_name",
    MaskAction.MASKED,
    (
        Pattern(
            rf"\b(?:DSN|DSNAME|DATASET|SRC" rf"|LIB)=['\"]?" rf"(?P<v>{_NAME})",
            _judge,
            ("dsn", "dataset=", "src=", "lib="),
        ),
        Pattern(
            rf"\b(?:INDATASET|OUTDATASET|DATASET|DSNAME|DSN|DA|IDS|ODS|NAME|CLUSTER|ENTRIES|RELATE"
            rf"|PATHENTRY|NEWNAME|DATA|INDEX|MODEL|ENT)"
            rf"[ ]?\([ ]?'?(?P<v>{_NAME})",
            _judge,
            (
                *("dataset", "dsn", "da(", "da (", "ids(", "ods(", "name(", "name (", "cluster", "entries"),
                *("relate", "entry", "data(", "data (", "index(", "index (", "model", "ent("),
            ),
        ),
        Pattern(rf"'(?P<v>(?-i:{_NAME}))(?:\([A-Z0-9@#$+\-]{{1,8}}\)|\.\*{{1,2}})?'", _judge),
        Pattern(
            rf"\b(?:{'|'.join(_COMMANDS)})[ ]+(?:ENT\(|DA\(|DATASET\()?[('\"]{{0,2}}(?P<v>{_NAME})",
            _judge,
            tuple(f"{word} " for word in _COMMANDS),
        ),
        Pattern(
            rf"(?:データセット名?|DSN名?|データ・セット|ファイル名?|ライブラリー?)"
            rf"[ ]?[:=は「『(]{{0,2}}[ ]?'?(?P<v>{_NAME})",
            _judge,
            ("データセット", "データ・セット", "dsn", "ファイル", "ライブラリ"),
        ),
        Pattern(
            rf"(?:^|[^A-Z0-9@#$.\-'\"/\\_&])(?P<v>(?-i:{_QUALIFIER}(?:\.{_QUALIFIER}){{2,20}}))"
            rf"(?:\([A-Z0-9+\-]{{1,8}}\))?(?:$|[^A-Z0-9@#$.\-_(])",
            _long,
        ),
        Pattern(
            rf"\b(?:CATALOG|UNCATLG|CATLG)[ ]?:?[ ]+(?P<v>(?-i:{_NAME}))(?:[ ,(]|$)",
            _judge,
            ("catalog", "catlg"),
        ),
        Pattern(
            rf"(?:入力|出力|読込|退避先|保管先|格納先|複写元|複写先|世代)[ ]?[:=は]?[ ]?(?P<v>{_NAME})(?:[^A-Z0-9.]|$)",
            _judge,
            ("入力", "出力", "読込", "退避先", "保管先", "格納先", "複写", "世代"),
        ),
        Pattern(rf"(?:[はがをに]|^)[ ]?(?P<v>(?-i:{_NAME}))(?:[ 、。]|$)", _long),
        Pattern(rf"(?:^|[^A-Z0-9@#$.\-'\"/\\_&])(?P<v>(?-i:{_NAME}))[ ]?[をはがのにへもで]", _long),
        Pattern(rf"\bDATA[ ]?SET(?: NAME)?[ ]?[:=]?[ ]{{0,4}}'?(?P<v>{_NAME})", _judge, ("data set", "dataset")),
        Pattern(
            rf"\b(?:IEC|IGD|IEF|IDC|ICH|IKJ|ADR|ARC)\d{{3,5}}[A-Z]\b[^\n]{{0,80}}?[ ,'=(](?P<v>{_NAME})",
            _judge,
            ("iec", "igd", "ief", "idc", "ich", "ikj", "adr", "arc"),
        ),
    ),
    (Column(("dsn", "dataset", "データセット"), _NAME),),
)
