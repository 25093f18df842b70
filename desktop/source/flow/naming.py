"""What the name of a data item says of what it holds, in the English and romanised Japanese words that banks use."""

import re
from typing import Final


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SPLIT: Final = re.compile(r"[-_]+")
_SECRET: Final = _set(
    """PASSWORD PASSWD PASSWRD PASSCODE PASSPHRASE PSWD PSWRD PSW PWD PASS PW PIN PINNO PINCODE SECRET
    ANSHO ANSYO ANSHOU ANSHONO KAGI APIKEY CRYPTKEY ENCKEY SECRETKEY MASTERKEY CREDENTIAL 暗証 暗証番号 パスワード"""
)
_KEYS: Final = _set(
    """API CRYPT ENC SECRET MASTER AES DES TDES MAC HMAC SIGN CIPHER CRYPTO PRIVATE ENCRYPT ENCRYPTION"""
)
"""Words that make a secret of the word KEY after them."""
_SECRET_TAILS: Final = _set(
    """NO NUM BANGO CD IN OUT WK WORK W I O X N FLD NEW OLD CUR LIT CONST C VALUE VAL TXT TEXT STR AREA
    1 2 01 02"""
)
"""Words after a secret's name that leave it a secret; any other (MSG, ERR, LEN …) makes another thing of it."""

_PERSONAL: Final = _set(
    """SHIMEI SIMEI MEIGI MEIGININ JUSHO JUSYO ADDRESS ADDR TEL TELNO PHONE DENWA BIRTH BIRTHDAY
    BIRTHDATE BIRTHDT DOB SEINENGAPPI SEINEN EMAIL MAILADDR MYNUMBER MYNO KOJINNO KOJINBANGO SSN PAN
    CARDNO CARDNUM CARDNUMBER CARDBANGO CVV CVC ACCTNO ACCTNUM ACCOUNTNO KOUZANO KOZANO KOUZABANGO
    KOZABANGO CUSTNAME KOKYAKUMEI KANJIMEI KANAMEI 氏名 住所 電話番号 生年月日 個人番号 口座番号
    カード番号 顧客名 名義人"""
)
_OWNERS: Final = _set(
    """CUST CUSTOMER CLIENT KOKYAKU KOKYK FULL FIRST LAST FAMILY HOLDER MEIGI KANJI KANA KJ KN OWNER
    PERSON"""
)
_NAMES: Final = frozenset({"NAME", "NM", "MEI", "SIMEI", "SHIMEI"})
_NUMBERED: Final = _set("""CARD ACCT ACCOUNT KOUZA KOZA MY KOJIN CREDITCARD""")
_NUMBERS: Final = frozenset({"NO", "NUM", "NUMBER", "BANGO", "NBR"})
_NOT_THE_THING: Final = _set(
    """MSG MESSAGE ERR ERROR LEN LENGTH CNT COUNT CTR FLG FLAG SW STS STATUS IDX IX SUB MAX MIN PTR POS
    KBN CODE HEAD HEADER TITLE LABEL LBL PROMPT MASK MASKED TYPE ATTR A F L KENSU OK NG EOF"""
)
"""Words that say that an item is about the thing and does not hold it."""

_IDENTITY: Final = _set(
    """USER USERID USRID UID OPID OPERATOR OPERID TANTO TANTOSHA TERMID TRMID TANMATSU SHAIN SHAINNO EMPNO EMPLOYEE
    ACCT ACCOUNT KOUZA KOZA CUSTNO CUSTID KOKYAKUNO 利用者 担当者 端末 口座"""
)

_MONEY: Final = _set(
    """AMT AMOUNT KINGAKU KIN GAKU ZANDAKA ZAN BAL BALANCE INTEREST RISOKU FEE TESURYO TESUU PRICE
    TOTAL GOKEI GOUKEI KEI SUM PAYMENT DEPOSIT WITHDRAWAL HARAI NYUKIN SHUKKIN FURIKOMI CREDIT DEBIT
    YEN LIMIT 金額 残高 利息 手数料 合計"""
)


def _words(name: str) -> list[str]:
    return [word for word in _SPLIT.split(name) if word]


def is_secret(name: str) -> bool:
    """Whether an item called so holds a password, PIN or key."""
    words = _words(name)
    for at, word in enumerate(words):
        is_key = word == "KEY" and at > 0 and words[at - 1] in _KEYS
        named = word.rstrip("0123456789") in _SECRET or is_key
        if named and all(rest in _SECRET_TAILS for rest in words[at + 1 :]):
            return True
    return False


def is_personal(name: str) -> bool:
    """Whether an item called so holds personal data (name, address, telephone, birth date, account or card number)."""
    words = _words(name)
    if any(word in _NOT_THE_THING for word in words[1:]):
        return False
    for at, word in enumerate(words):
        before = words[at - 1] if at else ""
        if word in _PERSONAL or (word in _NAMES and before in _OWNERS) or (word in _NUMBERS and before in _NUMBERED):
            return True
    return False


def is_identity(name: str) -> bool:
    """Whether an item called so says who or where from: a user, an operator, a terminal, an account."""
    words = _words(name)
    if any(word in _NOT_THE_THING for word in words[1:]):
        return False
    return any(word in _IDENTITY for word in words) or is_personal(name)


def is_money(name: str) -> bool:
    """Whether an item called so holds an amount of money."""
    words = _words(name)
    return any(word in _MONEY for word in words) and not any(word in _NOT_THE_THING - {"KBN"} for word in words[1:])
