"""Values that nobody has, made from a seed: numbers with right check digits, names put together, example ranges."""

import re
from collections.abc import Callable
from random import Random
from typing import Final

from stdnum import luhn
from stdnum.iso7064 import mod_97_10
from stdnum.jp import cn, in_

_SURNAMES: Final = """
    佐藤:サトウ:SATO 鈴木:スズキ:SUZUKI 高橋:タカハシ:TAKAHASHI 田中:タナカ:TANAKA 渡辺:ワタナベ:WATANABE
    伊藤:イトウ:ITO 山本:ヤマモト:YAMAMOTO 中村:ナカムラ:NAKAMURA 小林:コバヤシ:KOBAYASHI 加藤:カトウ:KATO
    吉田:ヨシダ:YOSHIDA 山田:ヤマダ:YAMADA 佐々木:ササキ:SASAKI 松本:マツモト:MATSUMOTO 井上:イノウエ:INOUE
    木村:キムラ:KIMURA 清水:シミズ:SHIMIZU 斎藤:サイトウ:SAITO 長谷川:ハセガワ:HASEGAWA 村上:ムラカミ:MURAKAMI
    遠藤:エンドウ:ENDO 青木:アオキ:AOKI 藤原:フジワラ:FUJIWARA 岡田:オカダ:OKADA 後藤:ゴトウ:GOTO
    石井:イシイ:ISHII 小野寺:オノデラ:ONODERA 西尾:ニシオ:NISHIO 飯塚:イイヅカ:IIZUKA 栗原:クリハラ:KURIHARA
"""
_GIVEN: Final = """
    太郎:タロウ:TARO 花子:ハナコ:HANAKO 健一:ケンイチ:KENICHI 由美:ユミ:YUMI 直樹:ナオキ:NAOKI 恵:メグミ:MEGUMI
    美咲:ミサキ:MISAKI 大輔:ダイスケ:DAISUKE 翔太:ショウタ:SHOTA 陽子:ヨウコ:YOKO 誠:マコト:MAKOTO
    久美子:クミコ:KUMIKO さくら:サクラ:SAKURA 亮:リョウ:RYO 千秋:チアキ:CHIAKI 正博:マサヒロ:MASAHIRO
"""
_ISSUERS: Final = (("4", 16), ("51", 16), ("55", 16), ("3540", 16), ("37", 15), ("36", 14), ("6250", 16))
_PLACES: Final = """
    東京都千代田区丸の内 東京都港区芝公園 大阪府大阪市北区梅田 愛知県名古屋市中区錦 北海道札幌市中央区大通西
    福岡県福岡市博多区博多駅前 宮城県仙台市青葉区一番町 神奈川県横浜市西区みなとみらい 京都府京都市下京区四条通
    広島県広島市中区紙屋町 埼玉県川口市栄町 沖縄県那覇市久茂地 石川県金沢市尾山町 群馬県吾妻郡草津町大字草津
"""
_BRANCHES: Final = ("丸の内", "渋谷", "新宿西口", "本店営業部", "梅田", "みなと", "北浜", "青葉通", "さくら通", "中央")
_OTHER_SURNAMES: Final = """
    三浦:ミウラ:MIURA 藤井:フジイ:FUJII 福田:フクダ:FUKUDA 太田:オオタ:OHTA 今井:イマイ:IMAI 武田:タケダ:TAKEDA
    久保:クボ:KUBO 竹内:タケウチ:TAKEUCHI 酒井:サカイ:SAKAI 工藤:クドウ:KUDOH 齋藤:サイトウ:SAITOU
    渡邊:ワタナベ:WATANABE 髙橋:タカハシ:TAKAHASI 森:モリ:MORI 林:ハヤシ:HAYASHI 五十嵐:イガラシ:IGARASHI
    本間:ホンマ:HOMMA 長谷部:ハセベ:HASEBE 大河内:オオコウチ:OKOCHI 平野:ヒラノ:HIRANO 桜井:サクライ:SAKURAI
    中島:ナカジマ:NAKAJIMA 小川:オガワ:OGAWA 菊地:キクチ:KIKUCHI 難波:ナンバ:NAMBA
"""
_OTHER_GIVEN: Final = """
    蓮:レン:REN 陽菜:ヒナ:HINA 結衣:ユイ:YUI 拓海:タクミ:TAKUMI 明日香:アスカ:ASUKA 裕介:ユウスケ:YUSUKE
    典子:ノリコ:NORIKO 茂:シゲル:SHIGERU 節子:セツコ:SETSUKO 悠真:ユウマ:YUMA めぐみ:メグミ:MEGUMI
    俊夫:トシオ:TOSHIO 幸子:サチコ:SACHIKO 慎太郎:シンタロウ:SHINTARO 彩:アヤ:AYA 優:ユウ:YU
"""
_WORDS: Final = "tsubame kawasemi suzume mizunara hibari katsura momiji sazanami kogane asagiri"
_QUALIFIERS: Final = "KANJO YOKIN FURIKOMI KOZA RISOKU MASTER DAILY BKUP LOADLIB TEIKI GAIKA ZANDAKA"
_DOMAINS: Final = ("aosagi.example", "mail.aosagi.example", "example.co.jp", "aosagi-bank.test", "example.com")
_ZONES: Final = ("kanjo.local", "aosagi.internal", "honten.corp", "aosagi.lan", "east.aosagi.co.jp")
_ALPHANUMERIC: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
Maker = Callable[[Random], str]


def digits(rng: Random, count: int) -> str:
    """So many digits, of which the first is no zero and not all are the same."""
    while len(set(text := str(rng.randint(1, 9)) + "".join(str(rng.randint(0, 9)) for _ in range(count - 1)))) < min(
        count, 2
    ):
        pass
    return text


def _my_number(rng: Random) -> str:
    body = digits(rng, 11)
    return body + in_.calc_check_digit(body)


def _corporate(rng: Random) -> str:
    body = digits(rng, 12)
    return cn.calc_check_digit(body) + body


def _card(rng: Random) -> str:
    start, length = rng.choice(_ISSUERS)
    body = start + "".join(str(rng.randint(0, 9)) for _ in range(length - len(start) - 1))
    return body + luhn.calc_check_digit(body)


def _card_grouped(rng: Random) -> str:
    body = rng.choice(("4", "51", "3540")) + digits(rng, 14)
    body = body[:15]
    card = body + luhn.calc_check_digit(body)
    return rng.choice("- ").join(card[n : n + 4] for n in range(0, 16, 4))


def _iban(rng: Random) -> str:
    country, body = rng.choice((("GB", "WEST" + digits(rng, 14)), ("DE", digits(rng, 18)), ("FR", digits(rng, 23))))
    check = mod_97_10.calc_check_digits(body + country)
    return f"{country}{check}{body}"


def _grouped(text: str, size: int, separator: str) -> str:
    return separator.join(text[n : n + size] for n in range(0, len(text), size))


def _person(rng: Random, script: int, gap: str) -> str:
    return gap.join(rng.choice(names.split()).split(":")[script] for names in (_SURNAMES, _GIVEN))


def _other(rng: Random, script: int, gap: str) -> str:
    return gap.join(rng.choice(names.split()).split(":")[script] for names in (_OTHER_SURNAMES, _OTHER_GIVEN))


def _latin_author(rng: Random) -> str:
    surname, given = rng.choice(_SURNAMES.split()).split(":")[2], rng.choice(_GIVEN.split()).split(":")[2]
    return rng.choice((f"{given[0]}.{surname}", f"{surname} {given[0]}", f"{given} {surname}", f"{surname} {given}"))


def _phone(rng: Random, separator: str) -> str:
    area = rng.choice(("03", "06", "045", "052", "092", "011", "090", "080", "0120"))
    if area == "0120":
        return separator.join((area, digits(rng, 3), digits(rng, 3)))
    middle = 4 if area in ("03", "06", "090", "080") else 3
    return separator.join((area, digits(rng, middle), digits(rng, 4)))


def _wareki(rng: Random) -> str:
    era, last = rng.choice((("昭和", 63), ("平成", 30), ("令和", 7), ("大正", 14)))
    year = rng.randint(1, last)
    return f"{era}{'元' if year == 1 else year}年{rng.randint(1, 12)}月{rng.randint(1, 28)}日"


def _date(rng: Random, pattern: str) -> str:
    return pattern.format(y=rng.randint(1940, 2009), m=rng.randint(1, 12), d=rng.randint(1, 28))


def _era_date(rng: Random) -> str:
    era, last = rng.choice((("S", 63), ("H", 30), ("T", 14), ("R", 7)))
    return f"{era}{rng.randint(1, last):02}.{rng.randint(1, 12):02}.{rng.randint(1, 28):02}"


def _number(rng: Random) -> str:
    return rng.choice(("{}-{}-{}", "{}丁目{}番{}号", "{}丁目{}-{}", "{}番地{}の{}")).format(
        rng.randint(1, 9), rng.randint(1, 30), rng.randint(1, 30)
    )


def _password(rng: Random) -> str:
    word = rng.choice(_WORDS.split())
    return rng.choice(
        (word.upper()[:6] + digits(rng, 2), word.capitalize() + "#" + digits(rng, 2), word + digits(rng, 4))
    )


def _host_password(rng: Random) -> str:
    return rng.choice(_WORDS.split()).upper()[:5] + rng.choice(("X", "@", "#")) + digits(rng, 2)


def _token(rng: Random, count: int, alphabet: str = _ALPHANUMERIC) -> str:
    return "".join(rng.choice(alphabet) for _ in range(count))


def _dataset(rng: Random) -> str:
    hlq = rng.choice(("AOSG", "DPPRD", "KNJ1", "YKN.PROD", "ZGW.TEST", "DP.PROD"))
    return ".".join((hlq, *(rng.choice(_QUALIFIERS.split()) for _ in range(rng.randint(1, 3)))))


def _email(rng: Random) -> str:
    surname, given = (
        rng.choice(_SURNAMES.split()).split(":")[2].lower(),
        rng.choice(_GIVEN.split()).split(":")[2].lower(),
    )
    local = rng.choice(
        (f"{given}.{surname}", f"{surname}-{given[0]}", f"{surname}{rng.randint(1, 99)}", f"{given}_{surname}")
    )
    return f"{local}@{rng.choice(_DOMAINS)}"


def _host(rng: Random) -> str:
    stem = rng.choice(("db", "ap", "dpgw", "kanjo", "batch", "mq", "fs"))
    return f"{stem}{rng.randint(1, 40):02}.{rng.choice(_ZONES)}"


def _ip(rng: Random) -> str:
    start = rng.choice(("10.{}", "172.16", "192.168", "198.51", "172.{}")).format(rng.randint(17, 31))
    if start == "198.51":
        return f"198.51.100.{rng.randint(1, 254)}"
    return f"{start}.{rng.randint(0, 254)}.{rng.randint(1, 254)}"


def _user(rng: Random) -> str:
    return rng.choice(("DP", "OP", "KN", "SYS", "Z")) + rng.choice(("OPR", "ADM", "BAT", "USR", "")) + digits(rng, 2)


def _hidden(rng: Random, text: str) -> str:
    """``text`` with a character between that shows nothing."""
    return rng.choice("\u200b\u200e\u2063\ufe0f\u034f\u00ad").join(text)


def _bytes(rng: Random, count: int) -> str:
    return ", ".join(f"0x{rng.randint(16, 255):02x}" for _ in range(count))


def _bic(rng: Random) -> str:
    return rng.choice(("AOSG", "MIHO", "ZZYX")) + "JPJ" + rng.choice(("T", "S", "O")) + rng.choice(("", "XXX", "123"))


MAKERS: Final[dict[str, Maker]] = {
    "my_number": _my_number,
    "my_number4": lambda r: _grouped(_my_number(r), 4, r.choice("- ")),
    "my_number_dots": lambda r: _grouped(_my_number(r), 4, r.choice("._")),
    "my_number_slash": lambda r: _grouped(_my_number(r), 4, r.choice("/ー,")),
    "my_number_tab": lambda r: _grouped(_my_number(r), 4, r.choice(("\t", "  "))),
    "my_number_spread": lambda r: r.choice((" ", "　")).join(_my_number(r)),
    "my_number_6": lambda r: _grouped(_my_number(r), 6, r.choice("- ")),
    "my_number_hidden": lambda r: _hidden(r, _my_number(r)),
    "my_number_kanji": lambda r: _my_number(r).translate(str.maketrans("0123456789", "〇一二三四五六七八九")),
    "my_number_head": lambda r: digits(r, 4),
    "my_number_tail": lambda r: digits(r, 8),
    "corporate": _corporate,
    "invoice": lambda r: "T" + _corporate(r),
    "card": _card,
    "card4": _card_grouped,
    "card_dots": lambda r: _card_grouped(r).translate(str.maketrans("- ", "..")),
    "card_6_10": lambda r: re.sub(r"\D", "", c := _card_grouped(r))[:6] + " " + re.sub(r"\D", "", c)[6:],
    "card_hidden": lambda r: _hidden(r, _card(r)),
    "iban": _iban,
    "iban4": lambda r: _grouped(_iban(r), 4, " "),
    "bic": _bic,
    "seven": lambda r: digits(r, 7),
    "seven_spread": lambda r: " ".join(digits(r, 7)),
    "seven_hidden": lambda r: _hidden(r, digits(r, 7)),
    "six": lambda r: digits(r, 6),
    "five": lambda r: digits(r, 5),
    "four": lambda r: digits(r, 4),
    "three": lambda r: digits(r, 3),
    "two": lambda r: digits(r, 2),
    "eight": lambda r: digits(r, 8),
    "ten": lambda r: digits(r, 10),
    "twelve": lambda r: digits(r, 12),
    "thirteen": lambda r: digits(r, 13),
    "kanji": lambda r: _person(r, 0, r.choice((" ", "　", ""))),
    "kanji_gap": lambda r: _person(r, 0, r.choice((" ", "　"))),
    "other_kanji": lambda r: _other(r, 0, r.choice((" ", "　", ""))),
    "other_gap": lambda r: _other(r, 0, r.choice((" ", "　"))),
    "other_surname": lambda r: r.choice(_OTHER_SURNAMES.split()).split(":")[0],
    "other_kana": lambda r: _other(r, 1, r.choice((" ", "　"))),
    "other_latin": lambda r: _other(r, 2, " "),
    "surname_latin": lambda r: r.choice(_OTHER_SURNAMES.split()).split(":")[2],
    "initial_latin": lambda r: "{1[0]}.{0}".format(*_other(r, 2, " ").split()),
    "surname": lambda r: r.choice(_SURNAMES.split()).split(":")[0],
    "kana": lambda r: _person(r, 1, r.choice((" ", "　"))),
    "latin": lambda r: _person(r, 2, " "),
    "author": _latin_author,
    "phone": lambda r: _phone(r, "-"),
    "phone_brackets": lambda r: "{}({}){}".format(*_phone(r, "-").split("-")),
    "phone_bare": lambda r: _phone(r, ""),
    "phone_world": lambda r: f"+81-{r.choice('36')}-{digits(r, 4)}-{digits(r, 4)}",
    "phone_dots": lambda r: _phone(r, "."),
    "mobile": lambda r: f"{r.choice(('090', '080', '070'))}-{digits(r, 4)}-{digits(r, 4)}",
    "mobile_bare": lambda r: r.choice(("090", "080", "070")) + digits(r, 8),
    "email": _email,
    "address": lambda r: r.choice(_PLACES.split()) + _number(r),
    "town": lambda r: r.choice(_PLACES.split())[3:].lstrip("都道府県") + _number(r),
    "postal": lambda r: f"{digits(r, 3)}-{digits(r, 4)}",
    "branch": lambda r: r.choice(_BRANCHES) + "支店",
    "deposit": lambda r: r.choice(("普通", "当座", "貯蓄", "定期")),
    "deposit_digit": lambda r: r.choice("1249"),
    "wareki": _wareki,
    "era_date": _era_date,
    "date_slash": lambda r: _date(r, "{y}/{m:02}/{d:02}"),
    "date_hyphen": lambda r: _date(r, "{y}-{m:02}-{d:02}"),
    "date_kanji": lambda r: _date(r, "{y}年{m}月{d}日"),
    "date8": lambda r: _date(r, "{y}{m:02}{d:02}"),
    "password": _password,
    "host_password": _host_password,
    "part": lambda r: _token(r, 4),
    "word": lambda r: r.choice(_WORDS.split()),
    "chars": lambda r: ", ".join(f"'{c}'" for c in _token(r, 8)),
    "pin": lambda r: digits(r, 4),
    "hex32": lambda r: _token(r, 32, "0123456789abcdef"),
    "hex32_upper": lambda r: _token(r, 32, "0123456789ABCDEF"),
    "bytes16": lambda r: _bytes(r, 16),
    "java_bytes": lambda r: ", ".join(f"(byte) {b}" for b in _bytes(r, 8).split(", ")),
    "escaped": lambda r: "".join(f"\\x{_token(r, 2, '0123456789abcdef')}" for _ in range(8)),
    "hex16": lambda r: _token(r, 16, "0123456789ABCDEF"),
    "aws": lambda r: "AKIA" + _token(r, 16, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"),
    "github": lambda r: "ghp_" + _token(r, 36),
    "slack": lambda r: f"xoxb-{digits(r, 11)}-{digits(r, 12)}-{_token(r, 24)}",
    "jwt": lambda r: f"eyJ{_token(r, 20)}.eyJ{_token(r, 40)}.{_token(r, 43)}",
    "random40": lambda r: _token(r, 40),
    "random24": lambda r: _token(r, 20) + digits(r, 4),
    "host": _host,
    "host_short": lambda r: r.choice(("DPSRV", "KANJODB", "FSV-", "mqsv")) + digits(r, 2),
    "ip": _ip,
    "ip6": lambda r: "fd00:" + ":".join(_token(r, 4, "123456789abcdef") for _ in range(7)),
    "mac": lambda r: ":".join(_token(r, 2, "0123456789ABCDEF") for _ in range(6)),
    "dataset": _dataset,
    "user": _user,
    "login": lambda r: r.choice(_WORDS.split())[:6] + digits(r, 2),
    "staff": lambda r: digits(r, 6),
    "cvv": lambda r: digits(r, 3),
    "customer": lambda r: digits(r, r.choice((8, 10))),
    "marking": lambda r: r.choice(("社外秘", "取扱注意", "部外秘", "極秘", "関係者外秘")),
    "project": lambda r: r.choice(("ツバメ計画", "KAWASEMI", "次期勘定系刷新PJ", "PJ-HAYABUSA")),
}
"""What ``{kind:maker}`` in a template calls."""

PROJECTS: Final = ("ツバメ計画", "KAWASEMI", "次期勘定系刷新PJ", "PJ-HAYABUSA")
"""What an analyst would list."""
