"""Words that the report of a rule joins its places with."""

from typing import Final

from desktop.analysis.rules.kit.found import Role
from desktop.words import Lang

LABELS: Final[dict[Role, dict[Lang, str]]] = {
    Role.SOURCE: {Lang.JA: "入力:", Lang.EN: "Source:"},
    Role.STEP: {Lang.JA: "経由:", Lang.EN: "Passed on:"},
    Role.DECLARATION: {Lang.JA: "宣言:", Lang.EN: "Declared:"},
    Role.MISSED: {Lang.JA: "未検査のまま到達:", Lang.EN: "Still unchecked at:"},
    Role.SINK: {Lang.JA: "問題の箇所:", Lang.EN: "Where it goes wrong:"},
}
