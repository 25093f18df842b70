"""夜間明細バッチ: 取引明細を集計し、営業店へ渡すファイルを作る。

作成者 本間 さゆり  2024-06-03   連絡先 sayuri.homma@aosagi.example
"""

import argparse
import hashlib
import hmac
import json
import os
import pickle
import random
import secrets
import sqlite3
import ssl
import subprocess
import tempfile
import urllib.request
import xml.etree.ElementTree as ET
from pathlib import Path

HANDOVER = Path("/dp/prod/handover")
COLUMNS = {"hizuke": "HIZUKE", "kingaku": "KINGAKU"}
TABLE = "DPT_MEISAI"
PASSWORD_LABEL = "パスワードは鍵管理から取得"


def connect(path: str) -> sqlite3.Connection:
    """明細の控えを開く。"""
    return sqlite3.connect(path)


def gateway_login() -> tuple[str, str]:
    """ゲートウェイの利用者。"""
    user = "dpnight"
    password = "Suzume!2024"
    return user, password


def mail_login() -> tuple[str, str]:
    """通知メールの利用者。値は実行環境が渡す。"""
    user = os.environ["DP_MAIL_USER"]
    password = os.environ["DP_MAIL_PASSWORD"]
    return user, password


def by_branch(db: sqlite3.Connection, tenban: str) -> list[tuple]:
    """店番の明細。"""
    sql = f"SELECT * FROM DPT_MEISAI WHERE TENBAN = '{tenban}'"
    return db.execute(sql).fetchall()


def by_account(db: sqlite3.Connection, tenban: str, koza: str) -> list[tuple]:
    """口座の明細。"""
    sql = "SELECT * FROM DPT_MEISAI WHERE TENBAN = ? AND KOZA_NO = ?"
    return db.execute(sql, (tenban, koza)).fetchall()


def ordered(db: sqlite3.Connection, order: str) -> list[tuple]:
    """並べ替えた明細。列は決まった名前に限る。"""
    column = COLUMNS[order]
    return db.execute(f"SELECT * FROM {TABLE} ORDER BY {column}").fetchall()


def compress(path: str) -> int:
    """渡されたファイルを圧縮する。"""
    return subprocess.call("gzip -9 " + path, shell=True)


def checksum_tool(path: str) -> int:
    """検査ツールを呼ぶ。引数は配列で渡す。"""
    return subprocess.run(["/usr/bin/sha256sum", "--", path], check=False).returncode


def load_state(path: str) -> dict:
    """前回の続き。ファイルは営業店から届く。"""
    with open(path, "rb") as f:
        return pickle.load(f)


def load_sealed(path: Path, key: bytes) -> dict:
    """自分で作った控え。署名が合うときだけ読む。"""
    body, mac = path.read_bytes()[:-32], path.read_bytes()[-32:]
    if not hmac.compare_digest(hmac.new(key, body, hashlib.sha256).digest(), mac):
        raise ValueError("控えの署名が合いません")
    return pickle.loads(body)


def seal(text: str) -> str:
    """営業店が改ざんの有無を確かめる値。"""
    return hashlib.md5(text.encode()).hexdigest()


def cache_name(text: str) -> str:
    """画面用の一時的な名前。安全性には使わない。"""
    return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()


def otp() -> str:
    """受け取り用の一回限りの番号。"""
    return f"{random.randrange(1000000):06d}"


def ticket() -> str:
    """受付票の秘密の値。"""
    return secrets.token_urlsafe(16)


def sample(rows: list[tuple]) -> list[tuple]:
    """目視確認のための抜き取り。"""
    return random.sample(rows, min(5, len(rows)))


def fetch_rates(url: str) -> bytes:
    """利率表を取り寄せる。"""
    context = ssl._create_unverified_context()
    with urllib.request.urlopen(url, context=context, timeout=30) as reply:
        return reply.read()


def fetch_calendar() -> bytes:
    """営業日表を取り寄せる。証明書は行内の認証局で確かめる。"""
    context = ssl.create_default_context(cafile="/dp/prod/etc/ca.pem")
    url = "https://cal.aosagi.example/eigyobi.json"
    with urllib.request.urlopen(url, context=context, timeout=30) as reply:
        return reply.read()


def branch_file(name: str) -> bytes:
    """営業店が指定した名前のファイルを返す。"""
    return (HANDOVER / name).read_bytes()


def handover_file(name: str) -> bytes:
    """引き渡し場所の外へは出さない。"""
    path = (HANDOVER / name).resolve()
    if not path.is_relative_to(HANDOVER):
        raise ValueError("引き渡し場所の外です")
    return path.read_bytes()


def scratch() -> str:
    """作業用の名前。"""
    return tempfile.mktemp(suffix=".csv")


def main() -> None:
    """集計して、結果を書く。"""
    parser = argparse.ArgumentParser()
    parser.add_argument("db")
    parser.add_argument("tenban")
    parser.add_argument("--state")
    args = parser.parse_args()
    state = load_state(args.state) if args.state else {}
    rows = by_branch(connect(args.db), args.tenban)
    out = scratch()
    with open(out, "w", encoding="utf-8") as f:
        json.dump({"rows": rows, "state": state, "seal": seal(str(rows)), "otp": otp()}, f)
    compress(out)
    rates = ET.fromstring(fetch_rates("https://10.20.30.44/riritsu.xml"))
    print(len(rows), len(rates), PASSWORD_LABEL)


if __name__ == "__main__":
    main()
