"""Sentences of ``desktop.uses``."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "CannotRead": (
        "{name} を読めません({why})。場所と権限を確かめてください。",
        "Cannot read {name} ({why}). Check the place and the rights.",
    ),
    "NotAFileToMask": (
        "{name} はマスキングを試せるファイルではありません。ソースやログのファイルを指定してください。",
        "{name} is no file that masking can be tried on. Name a file of source or of a log.",
    ),
    "CannotWrite": (
        "{name} へ書けません({why})。場所と空きを確かめてください。",
        "Cannot write {name} ({why}). Check the place and the free space.",
    ),
    "NotPlainJson": ("{name} は JSON として読めません。", "{name} is not readable as JSON."),
    "CaseKeyMissing": (
        "{name} の鍵がこの端末の鍵束にありません。回復キーで開けます(--recover)。",
        "This machine's keyring has no key for {name}. The recovery key opens it (--recover).",
    ),
    "NoEvidenceMatches": (
        "{pattern} に当たる証跡はありません。sekisho evidence で一覧を見られます。",
        "No evidence matches {pattern}. “sekisho evidence” lists it.",
    ),
    "DemoModelDown": (
        "見本の小さなモデルが起動しません。libgomp1 の有無を確かめてください。送信のほかは --model-file なしで試せます。",
        "The tiny demo model does not start. Check that libgomp1 is installed. All but sending works without --model-file.",
    ),
    "MustBeEncrypted": (
        "ポリシーにより、案件は暗号化します。--encrypt を付けて作ってください。",
        "The policy wants every case encrypted. Make it with --encrypt.",
    ),
    "NothingAsked": (
        "変更の指定がありません。--status などを付けてください。",
        "Nothing to change was named. Add --status or the like.",
    ),
    "Contradicting": (
        "「再現した」と確定しながら、検証を「{verification}」にはできません。どちらかを外してください。",
        "It cannot be confirmed as reproduced and be “{verification}” at once. Leave one of them out.",
    ),
    "NoSuchModel": (
        "モデル {model} は今のポリシーにありません。あるもの: {known}。",
        "The policy that holds has no model {model}. It has: {known}.",
    ),
    "SentElsewhere": (
        "{host} が別の宛先へ回そうとしました(応答 {status})。従っていません。正しい宛先をポリシーに書いてください。",
        "{host} wanted to send the request elsewhere (status {status}). It was not followed. "
        "Name the right endpoint in the policy.",
    ),
    "AnsweredWithStatus": (
        "{host} は今は答えられません(応答 {status})。時間をおいて確かめ、続くようなら宛先の管理者に知らせてください。",
        "{host} does not answer now (status {status}). Try again later; if it goes on, tell the host's owner.",
    ),
    "ConnectionStep.POLICY": ("ポリシーがこのモデルを許している", "The policy allows this model"),
    "ConnectionStep.KEY": ("鍵がこの端末にある", "A key is kept on this machine"),
    "ConnectionStep.WAY": ("宛先に届く", "The host can be reached"),
    "ConnectionStep.CERTIFICATE": ("宛先が本物である(証明書)", "The host is the right one (certificate)"),
    "ConnectionStep.ANSWER": ("モデルの API が答える", "The model's API answers"),
    "ConnectionStep.ACCESS": ("鍵が受け付けられる", "The key is accepted"),
    "ConnectionStep.MODEL": ("承認済みのモデルが答える", "The approved model answers"),
}
