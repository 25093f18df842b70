"""Which column of a table means which field: the analyst's mapping first, then well-known headings in English and
Japanese.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Final


def _words(text: str) -> tuple[str, ...]:
    """Words between commas."""
    return tuple(word.strip() for word in text.split(","))


SYNONYMS: Final[Mapping[str, tuple[str, ...]]] = {
    "title": _words(
        """
        title, name, finding, finding title, issue, issue name, summary, vulnerability, vulnerability name,
        plugin name, check title, subject, nvt name, vuln title,
        検出事項, 件名, タイトル, 名称, 脆弱性名, 脆弱性, 指摘事項, 指摘内容, 概要, 項目名, 検出項目
        """
    ),
    "severity": _words(
        """
        severity, risk, risk level, level, criticality, threat, priority, impact level, risk factor,
        深刻度, 危険度, 重要度, リスク, リスクレベル, 脅威度, 優先度, レベル
        """
    ),
    "rule": _words(
        """
        rule, rule id, ruleid, plugin id, pluginid, plugin, check, check id, qid, test id, id, nvt oid,
        vulnerability id, vuln id, finding id, signature id, rule name,
        ルール, ルールid, 番号, 項番, 項目番号, 検査項目, 検査id, プラグインid, 管理番号, 脆弱性id
        """
    ),
    "description": _words(
        """
        description, details, detail, message, synopsis, plugin output, evidence, match, specific result,
        finding description, threat description, results, observation,
        説明, 詳細, 内容, 検出内容, 現象, メッセージ, 解説, 根拠
        """
    ),
    "recommendation": _words(
        """
        recommendation, solution, mitigation, remediation, fix, countermeasure, how to fix,
        対策, 対策方法, 対応方法, 推奨対策, 改善案, 推奨事項, 是正, 是正方法, 対処方法
        """
    ),
    "path": _words(
        """
        path, file, file name, filename, file path, filepath, source file, resource, location, program, member,
        asset, component path,
        ファイル, ファイル名, ファイルパス, パス, プログラム, プログラム名, 場所, 箇所, 該当箇所, 対象ファイル,
        メンバー, 資源
        """
    ),
    "line": _words(
        """
        line, line number, start line, startline, line no, lineno, begin line,
        行, 行番号, 開始行, 該当行
        """
    ),
    "end_line": _words(
        """
        end line, endline,
        終了行
        """
    ),
    "column": _words(
        """
        column, col, start column, startcolumn,
        桁, 列, カラム
        """
    ),
    "unit": _words(
        """
        function, method, paragraph, section, module, class,
        関数, 段落, 節, モジュール
        """
    ),
    "quote": _words(
        """
        snippet, code, code snippet, source, source code,
        コード, ソース, 該当コード
        """
    ),
    "host": _words(
        """
        host, ip, ip address, hostname, host name, target, dns, dns name, fqdn, endpoint, asset name,
        ホスト, ホスト名, ipアドレス, 対象, 対象ホスト, サーバ, サーバー, 対象機器
        """
    ),
    "port": _words(
        """
        port, port number,
        ポート, ポート番号
        """
    ),
    "protocol": _words(
        """
        protocol, port protocol,
        プロトコル
        """
    ),
    "service": _words(
        """
        service, service name, svc name,
        サービス, サービス名
        """
    ),
    "url": _words(
        """
        url, uri, request url, affected url,
        対象url, 該当url
        """
    ),
    "parameter": _words(
        """
        parameter, param,
        パラメータ, パラメーター, 対象パラメータ
        """
    ),
    "package": _words(
        """
        package, package name, component, component name, library, pkgname, dependency,
        パッケージ, パッケージ名, コンポーネント, ライブラリ, 製品, 製品名
        """
    ),
    "version": _words(
        """
        version, package version, installed version, component version,
        バージョン, 版
        """
    ),
    "purl": _words("purl, package url"),
    "cwe": _words(
        """
        cwe, cwe id, cweid, cwes, cwe-id,
        cwe番号
        """
    ),
    "cve": _words(
        """
        cve, cve id, cves, cve-id, cve ids, cveid,
        cve番号
        """
    ),
    "cvss": _words(
        """
        cvss, cvss score, cvss base, cvss base score, cvss v3 base score, cvss v3.0 base score,
        cvss v3.1 base score, cvss3 base score, cvssv3 score, base score, cvss v2.0 base score, cvssv3, cvss3,
        cvss基本値, cvssスコア, 基本値, スコア
        """
    ),
    "vector": _words(
        """
        cvss vector, cvss v3 vector, cvss v3.0 vector, cvss v3.1 vector, vector, vector string, cvssv3 vector,
        cvssベクタ, ベクター, ベクタ
        """
    ),
    "fingerprint": _words(
        """
        fingerprint, hash, unique id, unique id from tool,
        フィンガープリント
        """
    ),
    "tool": _words(
        """
        tool, scanner, source tool,
        ツール, 診断ツール
        """
    ),
    "status": _words(
        """
        status, state,
        状態, ステータス
        """
    ),
}
"""Field: headings, folded; within one field the first heading that a table has wins."""

TELLING: Final = frozenset({"title", "rule", "description", "cve"})
"""A table without any of these says nothing of a weakness."""


def columns_of(headings: Sequence[str], chosen: Mapping[str, str]) -> dict[str, int]:
    """Field → number of its column. ``chosen`` maps fields to headings as the file writes them, and counts first."""
    folded = [fold(heading) for heading in headings]
    found: dict[str, int] = {}
    for field, heading in chosen.items():
        if field in SYNONYMS and fold(heading) in folded:
            found[field] = folded.index(fold(heading))
    for field, names in SYNONYMS.items():
        if field in found:
            continue
        for name in names:
            if name in folded and folded.index(name) not in found.values():
                found[field] = folded.index(name)
                break
    return found


def fold(heading: str) -> str:
    """A heading as it is compared: width and case folded, camel case, underscores and dots as blanks."""
    plain = unicodedata.normalize("NFKC", heading).strip().strip("\ufeff\"'")
    parted = re.sub(r"(?<=[a-z0-9])(?=[A-Z][a-z])", " ", plain)
    return re.sub(r"[\s_\-/]+", " ", parted).strip(" :#*").casefold()
