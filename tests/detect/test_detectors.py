# ruff: noqa: E501 - a case is one line, whatever it holds
"""Each detector finds what it is for, and leaves alone what only looks like it. ⟪…⟫ marks what must be found."""

from pathlib import Path
from re import findall

import pytest

from desktop import detect
from desktop.detect import DETECTORS, scan
from desktop.words import Lang, say

FOUND = {
    "my_number": [
        "個人番号 ⟪621498320257⟫",
        "マイナンバー：⟪６２１４　９８３２　０２５７⟫".replace("　", " "),
        "       05 WS-KOJIN-BANGO  PIC 9(12) VALUE ⟪621498320257⟫.",
        "shimei,my_number,kana\nX,⟪621498320257⟫,Y",
    ],
    "card_number": ["MOVE ⟪4111111111111111⟫ TO WS-CARD", "カード番号 ⟪3540-1234-5678-9016⟫", "⟪378282246310005⟫", "⟪5555 5555 5555 4444⟫"],
    "account_number": [
        "口座番号：⟪１２３４５６７⟫",
        "普通 ⟪1234567⟫",
        "       05 WS-KOZA-NO PIC 9(7) VALUE ⟪7654321⟫.",
        "       MOVE ⟪7654321⟫ TO WS-ACCT-NO",
        "       IF IN-KOZA-BANGO = '⟪7654321⟫'",
        "WHERE ACCT_NO = '⟪7654321⟫'",
        "account: ⟪12345678⟫",
        "店番,口座番号,残高\n001,⟪7654321⟫,100",
    ],
    "person_name": [
        "* 作成者 ⟪永井 正博⟫  H02.11.19",
        "担当：⟪佐藤⟫",
        "* 2003/04/01 ⟪佐藤⟫ 金利計算の修正",
        "*  R05.09.19 ⟪本間 さゆり⟫ 摘要検索を追加",
        "⟪鈴木⟫様からの依頼",
        "⟪鈴木⟫様宛に送付",
        "⟪田中⟫さん分の口座",
        "⟪髙橋⟫が修正",
        "一覧は⟪田中⟫へ連絡",
        "氏名：⟪ﾔﾏﾀﾞ ﾀﾛｳ⟫",
        "名義 ⟪見本 太郎⟫ 様",
        "       05 WS-SHIMEI PIC X(20) VALUE '⟪ﾐﾎﾝ ﾊﾅｺ⟫'.",
        "       AUTHOR. ⟪T.YAMADA⟫.",
        "//DPJ01 JOB (A1),'⟪SATO T⟫',CLASS=A",
        "担当：⟪林⟫",
        "更新者 ⟪K.SATO⟫",
        "*--- 2019.04.01 ⟪T.SUZUKI⟫  新元号対応 ---*",
        "ｶﾅｼﾒｲ ⟪ﾔﾏﾀﾞﾀﾛｳ⟫",
        "⟪佐々木⟫部長承認済み",
    ],
    "phone": ["電話 ⟪03-5550-0163⟫", "⟪090-5550-1187⟫", "TEL:⟪0355500163⟫", "⟪+81-3-5550-0163⟫", "⟪０３（５５５０）０１６３⟫", "内線 ⟪4412⟫"],
    "email": ["連絡先 ⟪ryoko.okochi@aosagi.example⟫", "<⟪a.b@c.co.jp⟫>"],
    "host_name": ["接続先 ⟪db01.kanjo.local⟫", "HOST=⟪KANJODB1⟫", r"\\⟪FSV-01⟫\share"],
    "ip_address": ["https://⟪10.20.30.44⟫/x", "⟪fe80:0:0:0:0:0:0:1a2b⟫"],
    "user_id": ["//J JOB (A),USER=⟪OPER01⟫", "ユーザID：⟪dpnight1⟫", "ALTUSER ⟪DPOPER1⟫ RESUME", "NOTIFY=⟪DPADMIN⟫"],
    "password": [
        "05 WS-DB-PASSWORD PIC X(8) VALUE '⟪TSUBAME3⟫'.",
        "       05 WS-PASSWORD\n           PIC X(8)\n           VALUE '⟪TSUBAME3⟫'.",
        "       05 WS-PASSWORD PIC X(8).\n          88 VALID-PW VALUE '⟪SESAME99⟫'.",
        "       MOVE '⟪TSUBAME3⟫' TO HV-PASSWD",
        "       MOVE '⟪TSUBAME3⟫'\n         TO HV-PASSWD",
        "       IF WS-PASSWORD = '⟪ADMIN123⟫'",
        "       EXEC SQL CONNECT TO DPDB USER :HV-U\n            USING '⟪dbpass1⟫' END-EXEC",
        "//J JOB (A),USER=OPER01,PASSWORD=⟪SECRET⟫",
        "ALTUSER DPOPER1 RESUME PASSWORD(⟪HARU2026⟫) NOEXPIRED",
        "ADDUSER X PHRASE('⟪this is a long phrase⟫')",
        "//S1 EXEC PGM=FTP\n//INPUT DD *\nhost.example\nftpuser\n⟪Mizunara#88⟫\nput 'A.B' c\n/*",
        "//S1 EXEC PGM=FTP,PARM='host (EXIT'\n//INPUT DD *\nftpuser ⟪Mizunara#88⟫\nput 'A.B' c\n/*",
        "pw = '⟪hunter2⟫'",
        "sqlplus -s scott/⟪tiger⟫@ORCL",
        "jdbc:oracle:thin:scott/⟪tiger⟫@host:1521:ORCL",
        "ftp://bob:⟪s3cret⟫@files.example.com/",
        "<db.password>⟪s3cret!⟫</db.password>",
        '<property name="db.password" value="⟪x9x9x9⟫"/>',
        "パスワードは「⟪abc123⟫」です",
        "ﾊﾟｽﾜｰﾄﾞは ⟪KAWASEMI7⟫ 運用課で保管",
        '#define DB_PASSWORD "⟪zaq12wsx⟫"',
        'strcpy(passwd, "⟪qwerty⟫");',
        '{"user": "u", "password": "⟪hunter2⟫"}',
        "db.password=⟪hunter2⟫",
        "GRANT X TO Y IDENTIFIED BY ⟪tiger⟫",
        "       STRING 'PWD=' '⟪SECRET99⟫' DELIMITED BY SIZE",
        "  LOGON USER01/⟪PASSW0RD⟫",
        "echo ⟪abc123⟫ | passwd --stdin root",
        "Server=db;User Id=sa;Password=⟪Pa$$w0rd⟫;",
        "初期パスワードは、⟪abc12345⟫です。",
    ],
    "secret_key": [
        "⟪AKIAIOSFODNN7EXAMPLE⟫",
        "⟪ghp_0123456789abcdefghij0123456789abcdef⟫",
        "05 WS-CRYPTO-KEY PIC X(16) VALUE '⟪0123456789ABCDEF⟫'.",
        'api_key = "⟪a8f5f167f44f4964e6c998dee827110c⟫"',
        "⟪-----BEGIN RSA PRIVATE KEY-----\nMIIE\nabcd\n-----END RSA PRIVATE KEY-----⟫",
        "⟪eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P⟫",
    ],
    "corporate_number": ["法人番号 ⟪7000012050002⟫"],
    "iban": ["⟪GB82WEST12345698765432⟫", "⟪GB82 WEST 1234 5698 7654 32⟫"],
    "birth_date": ["生年月日：⟪昭和50年1月2日⟫", "誕生日 ⟪1975/01/02⟫", "05 WS-BIRTH-DATE PIC 9(8) VALUE ⟪19750102⟫."],
    "address": ["⟪東京都千代田区丸の内1-2-3⟫", "住所：⟪港区芝公園4丁目2⟫"],
    "branch": [
        "店番 ⟪001⟫", "支店コード：⟪００１⟫", "05 WS-TENBAN PIC 9(3) VALUE ⟪123⟫.", "支店名：⟪渋谷支店⟫", "⟪渋谷支店⟫ 普通 1234567",
        "branchCode,amount\n⟪045⟫,100", "渋谷支店(⟪045⟫)",
    ],
    "deposit_type": ["預金種目：⟪1⟫", "⟪普通⟫預金 1234567", "MOVE '⟪2⟫' TO WS-YOKIN-SHUMOKU", "科目,口座番号\n⟪1⟫,7654321"],
    "customer_number": ["顧客番号：⟪10023456⟫", "CIF番号 ⟪0012345678⟫", "MOVE ⟪10023456⟫ TO WS-KOKYAKU-NO", '{"customer_id": "⟪10023456⟫"}'],
    "card_security_code": ["CVV=⟪123⟫", "セキュリティコード ⟪123⟫", "05 WS-CVC2 PIC X(3) VALUE '⟪987⟫'."],
    "bic": ["SWIFTコード：⟪MIHOJPJT⟫", ":57A:⟪MIHOJPJTXXX⟫", '"bic": "⟪MIHOJPJT⟫"'],
    "mac_address": ["⟪02:00:5E:10:00:1F⟫", "⟪0200.5e10.001f⟫"],
    "dataset_name": ["//A DD DSN=⟪DP.PROD.KANJO⟫(+1),DISP=SHR", "DELETE '⟪DP.PROD.KANJO⟫'", "INDATASET(⟪DP.PROD.KANJO⟫)", "データセット ⟪DP.PROD.KANJO⟫"],
    "class_marking": ["【⟪社外秘⟫】", "⟪取扱注意⟫ 設計書", "(⟪特定個人情報⟫)", "⟪CONFIDENTIAL⟫ - do not copy"],
    "customer_record": [
        "⟪20995ｷﾀﾉｼﾝｷﾝ        007ﾎﾝﾃﾝ               16601285ﾀﾒｼ ﾖｼｺ                       0000076400                             ⟫"
    ],
}  # fmt: skip

LOOK_ALIKES = {
    "my_number": ["伝票番号 621498320257", "個人番号 000000000000", "個人番号 621498320258", "LOT-621498320257-A"],
    "card_number": ["4111111111111112", "0000000000000000", "20260101123456789", "9999999999999995"],
    "account_number": [
        "件数 1234567 件", "PIC 9(7).", "000100 01  WS-REC.", "口座数の上限 100", "05 WS-KOZA-NO PIC 9(7) VALUE 0000000.",
        "口座番号 9999999", "05 ACCT-DATE PIC 9(8).",
    ],
    "person_name": [
        "上田支店の残高", "原価計算処理", "お客様番号", "画面仕様変更", "鈴木様式の帳票", "多様性", "仕様変更による修正", "担当部署：システム部", "作成日　平成12年3月4日", "ｴﾗｰ ｼｮﾘ",
        "処理担当の方", "実行結果を確認", "大口が対象", "同様に処理する", "登録 処理", "AUTHOR. SYSTEM DEPT.", "//J JOB (A),'DAILY BATCH'",
        "一様に配分", "承認区分が1の場合", "口座名義の変更", "責任者コード", "山口支店", "変更 なし", "口座の名義変更 受付", "代表者コード ﾌｾｲ",
    ],
    "phone": ["2003-04-01", "0120", "03-1", "000-0000-0000", "1-2-3", "ISBN 4-00-112233-4"],
    "email": ["a@b", "user@example.com", "@property", "DSN(A.B)@C"],
    "host_name": ["localhost", "www.w3.org", "host = get_host()", "HOST: str", "SERVER=name"],
    "ip_address": ["127.0.0.1", "0.0.0.0", "1.2.3", "version 1.2.3.4", "999.1.1.1", "12:34:56"],
    "user_id": ["MOVE 'K' TO WK-TUCHI-USER          DPO0310", "USER=&SYSUID", "user = get_user()", "user: str", "OWNER(SYSTEM)"],
    "password": [
        "       EXEC CICS VERIFY PASSWORD(WK-IN-PASSWORD)", "       MOVE 'PASSWORD REQUIRED' TO WS-PASSWORD-MSG", "WS-PASSWORD(1:8)",
        "パスワードを変更する", 'password: str = ""', "def login(password=pw):", 'char *password = getenv("X");', 'password = "${DB_PASS}"',
        "       05 WS-PASSWORD PIC X(8) VALUE SPACES.", "       05 PASSWORD-FLG PIC X VALUE '0'.", "PASSDATE=11.063  PASS-INTERVAL=N/A",
        "IF WS-PASSWORD = WS-IN-PASSWORD", "PASSWORD=&PW", "password = '********'", "bypass = 'yes'", "compass: 'north'",
    ],
    "secret_key": ["05 WS-ACCT-KEY PIC X(8) VALUE 'ACCT0001'.", "AKIA", 'api_key = "your-api-key-here-xxxx"', 'api_key = "${KEY}"', "sk-learn"],
    "corporate_number": ["伝票 7000012050002", "法人番号 7000012050003", "法人番号 0000000000000"],
    "iban": ["GB82WEST12345698765433", "CUSTOMER12345678901"],
    "birth_date": ["処理日 1975/01/02", "H12.3.4 修正"],
    "address": ["東京都の支店", "市区町村コード", "所在地：未定"],
    "branch": ["店番 PIC 9(3).", "支店の数 120", "branch coverage 100%", "渋谷支店の残高", "店番 000"],
    "deposit_type": ["普通預金の金利", "当座貸越", "88 FUTSU VALUE '1'.", "deposit type is required"],
    "customer_number": ["顧客番号は10桁", "顧客番号 00000000", "customer = Customer.find(1234567)", "お客様番号を入力"],
    "card_security_code": ["CVV is required", "CVV=000", "CID 12", "security code review 2026"],
    "bic": ["CUSTOMER", "SWIFT compatible", "BIC SPACES", "swift: the DIVISION of it"],
    "mac_address": ["00:00:00:00:00:00", "12:34:56", "01:02:03:04:05:06:07:08"],
    "dataset_name": ["DSN=&&TEMP", "DSN=SYS1.LINKLIB", "java.util.List", "dsn=mydb", "PERFORM A.B"],
    "class_marking": ["取扱注意事項", "特定個人情報保護委員会", "秘密鍵", "confidential = True"],
    "customer_record": ["2099 records were read", "2" + " " * 119],
}  # fmt: skip


def _covered(text: str, kind: str) -> list[str]:
    spans: list[list[int]] = []
    for hit in sorted((h for h in scan(text).hits if h.kind == kind), key=lambda h: h.start):
        if spans and hit.start < spans[-1][1]:
            spans[-1][1] = max(spans[-1][1], hit.end)
        else:
            spans.append([hit.start, hit.end])
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(("kind", "marked"), [(k, t) for k, texts in FOUND.items() for t in texts])
def test_what_a_detector_is_for_is_found_exactly(kind: str, marked: str) -> None:
    wanted = marked.split("⟪")[1].split("⟫")[0]
    assert _covered(marked.replace("⟪", "").replace("⟫", ""), kind) == [wanted]


@pytest.mark.parametrize(("kind", "text"), [(k, t) for k, texts in LOOK_ALIKES.items() for t in texts])
def test_what_only_looks_like_it_is_left_alone(kind: str, text: str) -> None:
    assert _covered(text, kind) == []


@pytest.mark.parametrize(
    ("text", "kind", "why"),
    [
        ("伝票番号 621498320257", "my_number", "no-context"),
        ("個人番号 621498320258", "my_number", "check-digit-fails"),
        ("件数 1234567 件", "account_number", "no-context"),
        ("カード 4111111111111112", "card_number", "luhn-fails"),
        ("有力様の件", "person_name", "word-before-title"),
        ("MOVE ⟦fe⟧⟦fd⟧ TO X", "undecoded", "undecodable"),
        ("//A DD DSN=SYS1.LINKLIB,DISP=SHR", "dataset_name", "public-name"),
        ('password = "${DB_PASS}"', "password", "placeholder"),
    ],
)
def test_a_near_miss_says_why_it_was_none(text: str, kind: str, why: str) -> None:
    assert (kind, why) in {(miss.kind, miss.why) for miss in scan(text).near}


def test_every_detector_has_a_case_for_both() -> None:
    kinds = {detector.kind for detector in DETECTORS} - {"undecoded"}
    assert kinds == FOUND.keys() == LOOK_ALIKES.keys()


def test_every_kind_and_every_near_miss_has_its_words() -> None:
    codes = {f"kind.{detector.kind}" for detector in DETECTORS}
    for path in (Path(detect.__file__).parent).rglob("*.py"):
        codes |= {f"near.{why}" for why in findall(r'near\("([a-z-]+)"\)', path.read_text(encoding="utf-8"))}
    for code in codes:
        assert all(say(code, lang) for lang in Lang)
