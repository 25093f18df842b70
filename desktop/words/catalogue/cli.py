"""Sentences of ``desktop.cli``: help texts and what commands say."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "WrongCall": (
        "呼び出し方が違います: {detail}。--help で使い方を表示します。",
        "The call is not understood: {detail}. --help shows how.",
    ),
    "cli.cancelled": (
        "取り消しました。ここまでに記録したものは残っています。",
        "Cancelled. What was recorded until here is kept.",
    ),
    "help.sekisho": (
        "弱点を確かめ、判断し、報告する作業台。外へ出るものは関所が決めます。",
        "A bench for verifying, triaging and reporting weaknesses, with a gate that decides what may leave.",
    ),
    "help.--json": ("1行に1つの JSON を標準出力へ書きます", "one JSON object a line on stdout"),
    "help.--lang": ("表示の言語", "language of messages"),
    "help.--actor": ("記録に残す名前(なければ設定の名前)", "name that is recorded (default: the one in the settings)"),
    "help.demo": ("見本の銀行で主な作業を通して行います", "the main job on the sample bank"),
    "help.new": ("案件を作ります", "make a case"),
    "help.info": ("案件の概要を表示します", "what a case holds"),
    "help.import": ("ツールの結果やソースを取り込みます", "bring in scanner results and source"),
    "help.evidence": ("証跡の一覧、情報区分と文字コードの変更", "list evidence, set its class or encoding"),
    "help.authorise": ("実施許可を登録します", "record the authorisation of the work"),
    "help.formats": ("読める形式の一覧", "formats that can be read"),
    "help.models": ("承認済みモデルの一覧", "approved models"),
    "help.policy": (
        "ポリシーの表示、検証、鍵の作成、署名",
        "show, verify, sign a policy; make a key; explain a refusal",
    ),
    "help.credential": (
        "モデルの鍵を OS の鍵束に入れる、消す、確かめる",
        "set, clear or check a model's key in the OS keyring",
    ),
    "help.plan": ("何が外へ出るか、出ないか、費用を表示します", "what would be sent, what not, and the cost"),
    "help.analyse": (
        "承認した計画を送る、または内蔵の規則で調べます",
        "send an approved plan, or run the built-in rules",
    ),
    "help.ledger": ("送信記録を表示します", "what left the building"),
    "help.findings": ("検出事項を検索して表示します", "search and list findings"),
    "help.mask": ("マスキングの結果を表示します(送りません)", "what masking would do to a file; sends nothing"),
    "help.annotate": ("検出事項を判断し、注釈を付けます", "decide and annotate a finding"),
    "help.undo": ("直前の操作を元に戻します", "undo the last change, or redo it"),
    "help.history": ("記録を新しい順に表示します", "the journal, newest first"),
    "help.export": ("結果を書き出します", "write results for others"),
    "help.verify": ("案件の完全性検証を行います", "check that nothing was tampered with"),
    "help.case": ("案件のファイル(.sekisho)", "the case file (.sekisho)"),
    "cli.ask-key": ("モデルの鍵(表示されません): ", "The model's key (not shown): "),
    "cli.ask-recovery-key": ("回復キー(表示されません): ", "Recovery key (not shown): "),
    "cli.key-keyring": ("鍵は OS の鍵束にあります。", "The key is in the operating system's keyring."),
    "cli.key-session": (
        "この端末に鍵束がありません。鍵はこの起動の間だけ使えます。",
        "This machine has no keyring. The key holds for this session only.",
    ),
    "cli.key-nowhere": (
        "鍵はまだありません。sekisho credential set で入れられます。",
        "No key yet. “sekisho credential set” keeps one.",
    ),
    "cli.new": ("案件「{title}」を {path} に作りました。", "Made case “{title}” at {path}."),
    "cli.recovery-key": (
        "回復キー(今だけ表示します。紙などに控えてください): {key}",
        "Recovery key (shown this once; keep it on paper or the like): {key}",
    ),
    "cli.key-not-kept": (
        "この端末に鍵束がないため、次に開くときは回復キーが要ります。",
        "This machine has no keyring: opening the case again takes the recovery key.",
    ),
    "cli.verified": (
        "改ざんは見つかりませんでした。記録 {entries} 件、末尾 {head}。",
        "Nothing was tampered with. {entries} entries, head {head}.",
    ),
}
