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
    "help.models": (
        "承認済みモデルの一覧。--check で接続を順に確かめます(証跡を含まない短い問いを1つ送ります)",
        "approved models; --check tries each connection step by step (sends one short question, no evidence)",
    ),
    "help.policy": (
        "ポリシーの表示、検証、鍵の作成、署名",
        "show, verify, sign a policy; make a key; explain a refusal",
    ),
    "help.credential": (
        "モデルの鍵、またはプロキシの利用者とパスワード(--proxy)を OS の鍵束に入れる、消す、確かめる",
        "set, clear or check a model's key, or a proxy's login (--proxy), in the OS keyring",
    ),
    "help.plan": ("何が外へ出るか、出ないか、費用を表示します", "what would be sent, what not, and the cost"),
    "help.request": (
        "計画を送信者として承認し、再鑑の依頼ファイルを書きます",
        "approve a plan as its sender and write the request for a second person",
    ),
    "help.approve": (
        "再鑑の依頼を表示し、自分の鍵で回答に署名します(差し止めは --refuse)",
        "show a second person's request; with --key sign the answer (--refuse says no)",
    ),
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
    "cli.ask-proxy-user": ("プロキシの利用者名(表示されません): ", "The proxy's user name (not shown): "),
    "cli.ask-proxy-password": ("プロキシのパスワード(表示されません): ", "The proxy's password (not shown): "),
    "cli.check-through": ("(プロキシ {proxy} 経由)", " (through the proxy {proxy})"),
    "cli.ask-recovery-key": ("回復キー(表示されません): ", "Recovery key (not shown): "),
    "cli.key-keyring": ("鍵は OS の鍵束にあります。", "The key is in the operating system's keyring."),
    "cli.key-session": (
        "この端末に鍵束がないため、残せませんでした。画面で入れた鍵は終了するまで使えます。sekisho analyse は --key-from-stdin で受け取れます。",
        "This machine has no keyring, so nothing was kept. A key entered in the window holds until it is closed; “sekisho analyse” takes one with --key-from-stdin.",
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
    "cli.plan": (
        "計画 {digest} · 費用は最大 {cost} {currency}。承認して送るには: sekisho analyse … --approve {digest}",
        "Plan {digest}, at most {cost} {currency}. To approve and send it: sekisho analyse … --approve {digest}",
    ),
    "cli.request": (
        "再鑑の依頼を {name} に書きました(期限 {until})。再鑑者に渡し、回答が来たら: sekisho analyse … --second 回答",
        "The request is in {name}, good until {until}. Hand it over; then: sekisho analyse … --second ANSWER",
    ),
    "cli.rules": (
        "規則 {rules} 本でソース {files} 本を調べ、検出事項 {findings} 件を記録しました。外へは何も出ていません。",
        "{rules} rules looked at {files} sources and filed {findings} findings. Nothing left this machine.",
    ),
    "cli.rules-no-sources": (
        "この案件にはまだソースがないため、規則は何も調べていません。sekisho import で取り込んでください。",
        "The case holds no source yet, so the rules looked at nothing. Bring some in with sekisho import.",
    ),
    "cli.run": (
        "{planned} 単位のうち {answered} に回答がありました。手がかり {leads} 件、引用が合わないもの {unanchored} 件です。",
        "{answered} of {planned} units answered: {leads} leads, {unanchored} with no matching quote.",
    ),
    "cli.run-unknown": (
        "送ったが回答を確認できない単位が {unknown} あります。もう一度送るには: sekisho analyse … --resume {run} --again-unknown",
        "{unknown} units left and no answer was seen. To send them again: sekisho analyse … --resume {run} --again-unknown",
    ),
    "cli.missing-copybook": (
        "コピー句 {name} が見つかりません(使う本数 {n}: {programs})。その行は読めないまま残ります。",
        "Copybook {name} is missing (named in {n}: {programs}). Its lines stay unread.",
    ),
    "demo.imported": (
        "取り込み: {files} 本、検出事項 {findings} 件(ツールの件数で {occurrences})",
        "Imported {files} files: {findings} findings, {occurrences} of the tools' own units",
    ),
    "demo.again": (
        "再取り込み(次の走査): 新規 {new}、移動 {moved}、同じ {same}、消えた {gone}",
        "Imported the tool's next run: {new} new, {moved} moved, {same} same, {gone} gone",
    ),
    "demo.rules": (
        "内蔵の規則 {rules} 本: 検出事項 {findings} 件。外へは何も出ていません",
        "{rules} built-in rules: {findings} findings; nothing left",
    ),
    "demo.refused": (
        "関所が送信を止めました(終了コード 3)。理由 {count} 件:",
        "The gate refused to send (exit code 3), for {count} reasons:",
    ),
    "demo.reason": ("  · {reason}", "  · {reason}"),
    "demo.allowed": (
        "ポリシーに署名し、鍵を預け、実施許可を登録しました",
        "Signed a policy, kept the key, recorded the authorisation",
    ),
    "demo.planned": (
        "計画 {digest}…: 送る {units} 単位、送らない {kept} 単位。見るべき所をすべて開いて承認",
        "Plan {digest}…: {units} units to send, {kept} not sent; every group gone through, and approved",
    ),
    "demo.answered": (
        "この端末の小さなモデルへ {planned} 単位を送り、{answered} に回答。手がかり {leads}、引用が合わず隔離 {unanchored}",
        "Sent {planned} units to the tiny model on this machine, {answered} answered: {leads} leads, {unanchored} quarantined",
    ),
    "demo.no-model": (
        "小さなモデルがないため、送信の部分は行いません(make demo が用意します)",
        "The tiny model is not here, so nothing is sent (make demo brings it)",
    ),
    "demo.decided": ("判断 {count} 件と注釈を記録しました", "Recorded {count} decisions and an annotation"),
    "demo.exported": ("書き出し: {names}", "Exported {names}"),
    "demo.verified": (
        "完全性検証: 改ざんなし。記録 {entries} 件、末尾 {head}",
        "Verified: nothing was tampered with; {entries} entries, head {head}",
    ),
    "demo.not-verified": ("完全性検証で食い違いが見つかりました", "Verification found a difference"),
    "demo.folder": ("成果物は {folder} にあります。案件: {case}", "Everything is in {folder}. The case: {case}"),
}
