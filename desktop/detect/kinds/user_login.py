"""User ids where somebody logs in or is managed: commands of RACF and TSO, command lines, URLs, system logs."""

from typing import Final

from desktop.detect.detector import Detector, Pattern
from desktop.detect.ftp import COMMANDS, IN_STREAM
from desktop.detect.user_ids import RACF, judge_mixed, judge_named, judge_racf
from desktop.domain.runs import MaskAction

_LOGIN: Final = r"[A-Z_][A-Z0-9_.\-]{1,31}"
_DATABASE_USER: Final = r"[A-Z][\w$#]{1,30}"

DETECTOR: Final = Detector(
    "user_login",
    "user_id",
    MaskAction.MASKED,
    (
        Pattern(
            rf"\b(?:ADDUSER|ALTUSER|DELUSER|LISTUSER)[ ]+\(?(?P<v>{RACF})\b"
            rf"|\b(?:CONNECT|REMOVE)[ ]+\(?({RACF})\)?[ ]+(?:GROUP|OWNER|AUTHORITY)\(",
            judge_named,
            ("user ", "connect ", "remove "),
        ),
        Pattern(
            rf"(?:^|[ ;])(?:AU|ALU|DU|LU)[ ]+\(?(?P<v>{RACF})\)?(?:[ ]+[A-Z]{{2,12}}(?:\(|[ ]|$)|[ ]*$)",
            judge_racf,
            ("au ", "alu ", "du ", "lu "),
        ),
        Pattern(
            rf"\b(?:ID|USERS?|SECURITYNAME|USRPRF)\((?P<v>{RACF}(?:[ ,]{RACF}){{0,8}})\)",
            judge_racf,
            ("id(", "user", "securityname", "usrprf"),
        ),
        Pattern(
            r"\bCALL[ ]+['\"][A-Z0-9]{0,6}(?:LOGIN|LOGON|SIGNON|AUTH)[A-Z0-9]{0,6}['\"][ ]+USING\b[^'\".\n]{0,60}"
            rf"['\"](?P<v>{_LOGIN})['\"]",
            judge_named,
            ("login", "logon", "signon", "auth"),
        ),
        Pattern(rf"\b(?:PASSWORD|PW)[ ]+(?P<v>{RACF})[ ]+[A-Z0-9@#$]{{4,8}}[ ]*$", judge_racf, ("password ", "pw ")),
        Pattern(rf"\bLOGON[ ]+(?:APPLID\([^)\n]{{1,8}}\)[ ]+)?(?P<v>{RACF})/", judge_named, ("logon",)),
        Pattern(
            rf"^[ ]{{0,8}}(?P<v>{RACF})[ ]{{2,10}}(?:NONE|EXECUTE|READ|UPDATE|CONTROL|ALTER)(?:[ ]|$)",
            judge_racf,
            ("  none", "  execute", "  read", "  update", "  control", "  alter"),
        ),
        Pattern(rf"\bLOGON[ ]+(?P<v>{RACF})[ ]*$", judge_mixed, ("logon",)),
        Pattern(
            rf"\b(?:SIGNON|SIGN ON|LOGON|LOGIN)[ ]+(?P<v>{RACF})[ ]+(?:(?:PASSWORD|PASS|PW)[ ]+)?[^\s'\"(),;/]{{4,64}}",
            judge_mixed,
            ("signon", "sign on", "logon", "login"),
        ),
        Pattern(rf"\bPARM=\(?'(?P<v>{RACF})/[^\s'/,()]{{4,64}}", judge_mixed, ("parm=",)),
        Pattern(rf"\bCONNECT[ ]+['\"](?P<v>{_LOGIN})['\"]", judge_named, ("connect ",)),
        Pattern(
            rf"\b(?:PASSWORD|PASSPHRASE)[ ]+FOR[ ]+(?:USER[ ]+)?(?P<v>{RACF})\b",
            judge_mixed,
            ("password", "passphrase"),
        ),
        Pattern(
            r"(?:LOGIN|USERNAME|USERID|USER ID)[^\n]{0,20}\n[ \t]{0,20}SEND(?:LN)?[ ]+(?:--?[ ]+)?"
            rf"[\"'](?P<v>{_LOGIN})",
            judge_named,
            ("login", "username", "userid", "user id"),
            lines=2,
        ),
        Pattern(
            r"\b(?:GETCONNECTION|\w{0,30}(?:CREDENTIALS?|PASSWORDAUTHENTICATION|BASICAUTH\w{0,12}))"
            rf"[ ]?\((?:[^;\n\"']{{0,80}},)?[ ]?[\"'](?P<v>{_LOGIN})[\"'],[ ]?[\"'][^\"'\n]{{2,64}}[\"'][ ]?[,)]",
            judge_named,
            ("getconnection", "credential", "authenticat", "basicauth"),
        ),
        Pattern(
            r"(?:認証情報|接続情報|ログイン情報|アカウント(?:情報)?)[\]】」)]?[ :=]{0,3}"
            r"(?P<v>[\w.\-@#]{2,40})[ ]?/[ ]?[!-.0-~]{4,64}",
            judge_mixed,
            ("認証情報", "接続情報", "ログイン情報", "アカウント"),
        ),
        Pattern(
            r"(?:^|[^\w\-])(?:LOGIN|LOG IN|LOGGED IN|LOGON|SIGNED ON|USERNAME|ACCOUNT|USER)[ ]{1,2}"
            rf"(?:(?:AS|BY)[ :]{{1,2}})?(?::[ ]?)?(?P<v>{_LOGIN})",
            judge_mixed,
            ("login", "logon", "log in", "logged in", "signed on", "username", "account", "user "),
        ),
        Pattern(
            rf"\b(?:SUBMITTED|STARTED|ISSUED|REQUESTED|EXECUTED|CANCELLED|LOCKED|UPDATED"
            rf"|CREATED|REVOKED|OWNED)[ ]BY[ ](?:USER[ ])?(?P<v>{RACF})\b",
            judge_mixed,
            ("ed by ",),
        ),
        Pattern(rf"\bICH\d{{3,5}}[A-Z][ ]+(?:USER\()?(?P<v>{RACF})\b", judge_mixed, ("ich",)),
        Pattern(
            rf"\bRACF[ ]?[:=][ ]?(?P<v>{RACF})\b|\b({RACF})[ ](?:IS[ ])?(?:REVOKED|REVOKE|RESUME|RESUMED)\b",
            judge_mixed,
            ("racf", "revoke", "resume"),
        ),
        Pattern(rf"\bTO[ ]+(?P<v>{_DATABASE_USER})[ ]+IDENTIFIED[ ]+BY\b", judge_named, ("identified",)),
        Pattern(rf"\bUSER[ ]+['\"](?P<v>{_LOGIN})['\"]", judge_mixed, ("user ",)),
        Pattern(r"\bSP_(?:ADDLOGIN|ADDUSER)[ ]+'(?P<v>[^'\n]{2,64})'", judge_named, ("sp_add",)),
        Pattern(
            rf"\bID[ ]?[:=][ ]?(?P<v>{_LOGIN})[ ,;/]{{1,3}}(?:PW|PASS\w{{0,6}}|パスワード)",
            judge_named,
            ("pw", "pass", "パスワード"),
        ),
        Pattern(
            r"\b(?:SUDO|SU|RUNUSER):[ ]+" r"(?P<v>[A-Z_][A-Z0-9_\-]{1,31})[ ]+:",
            judge_named,
            ("sudo:", "su:", "runuser:"),
        ),
        Pattern(
            rf"\b(?:FOR|BY|OF)[ ](?:INVALID[ ])?USER[ ](?P<v>{_LOGIN})\b"
            rf"|\b(?:ACCEPTED|FAILED)[ ](?:PASSWORD|PUBLICKEY)[ ]FOR[ ]({_LOGIN})[ ]FROM",
            judge_named,
            ("user ", "accepted ", "failed "),
        ),
        Pattern(
            r"(?:^|[ ;&|$#>])(?:SU|RUNUSER|SUDO -U|CHOWN(?: -R)?|PASSWD|USERADD|USERMOD|USERDEL|CRONTAB -U)[ ]{1,2}"
            rf"(?:-[ ]+|-L[ ]+)?(?P<v>{_LOGIN})\b",
            judge_mixed,
            ("su ", "runuser ", "sudo ", "chown ", "passwd ", "useradd ", "usermod ", "userdel ", "crontab "),
        ),
        Pattern(
            rf"\b(?:SSH|SCP|SFTP|RSYNC)\b[^\n@]{{0,80}}?[ ](?P<v>{_LOGIN})@[A-Z0-9]",
            judge_named,
            ("ssh", "scp", "sftp", "rsync"),
        ),
        Pattern(
            rf"\b(?:MYSQL|MYSQLDUMP|MARIADB|PSQL|SSH|SQLCMD|BCP|OSQL|ISQL|DB2|CURL|WGET|LFTP"
            rf"|FTP)\b[^\n]{{0,80}}?[ ](?:-U|-L|--USER(?:NAME)?)[ =]?"
            rf"[\"']?(?P<v>{_LOGIN})",
            judge_mixed,
            ("mysql", "mariadb", "psql", "ssh", "sqlcmd", "bcp", "osql", "isql", "db2", "curl", "wget", "ftp"),
        ),
        Pattern(rf"[ ]/USER:(?:[A-Z0-9.\-]{{1,30}}\\)?(?P<v>{_LOGIN})", judge_named, ("/user:",)),
        Pattern(
            r"\b[A-Z][A-Z0-9+.\-]{1,20}://(?P<v>[A-Z0-9_][A-Z0-9_.\-]{1,31})(?::[^\s/@\"'<>]{1,64})?@",
            judge_named,
            ("://",),
        ),
        Pattern(
            rf"\b(?:SQLPLUS|SQLLDR|EXPDP|IMPDP|EXP|IMP|RMAN)[ ](?:[^\n]{{0,60}}?[ =\"'])?(?P<v>{_DATABASE_USER})/"
            r"[^\s@/\"']{1,64}(?:@|[\s\"']|$)",
            judge_named,
            ("sqlplus", "sqlldr", "expdp", "impdp", "exp ", "imp ", "rman"),
        ),
        Pattern(rf"\bJDBC:ORACLE:\w{{1,8}}:(?P<v>{_DATABASE_USER})/[^\s@/\"']{{1,64}}@", judge_named, ("jdbc:",)),
        Pattern(rf"\bCONNECT[ ]+TO[ ]+\w{{1,30}}[ ]+USER[ ]+(?P<v>{_DATABASE_USER})\b", judge_named, ("connect to",)),
        Pattern(rf"\bCONNECT[ ]+(?P<v>{_DATABASE_USER})/[^\s@/;\"']{{1,64}}", judge_named, ("connect ",)),
        Pattern(
            rf"\b(?:ID|USER(?:NAME)?|ユーザー?(?:ID|名)?)[ ]?/[ ]?(?:PW|PASS\w{{0,6}}"
            rf"|パスワード)[ ]?[:=は][ ]?(?P<v>{_LOGIN})[ ]?/",
            judge_named,
            ("/pw", "/ pw", "/pass", "/ pass", "/パスワード", "/ パスワード"),
        ),
        Pattern(
            rf"{IN_STREAM}(?:[^\n/][^\n]*\n)?[ ]*(?:USER[ ]+)?(?P<v>[A-Z][A-Z0-9_@#$\-]{{2,30}}\d)"
            rf"(?:[ ]+\S{{2,64}}(?:[ ]+\d{{8}})?|[ ]*\n[ ]*\S{{2,64}}(?:[ ]+\d{{8}})?)[ ]*\n[ ]*{COMMANDS}\b",
            judge_named,
            ("ftp",),
            lines=20,
        ),
    ),
)
