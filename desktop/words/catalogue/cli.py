"""Sentences of ``desktop.cli``: what commands say. Help texts: ``cli_help``."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "WrongCall": (
        "呼び出し方が違います: {detail}。--help で使い方を表示します。",
        "The call is not understood: {detail}. --help shows how.",
    ),
    "NotADay": (
        "「{text}」は日付ではありません。2026-12-31 のように書いてください。",
        "“{text}” is not a day. Write it like 2026-12-31.",
    ),
    "NotANumber": (
        "「{text}」は番号ではありません。33 または '#33' のように書いてください。",
        "“{text}” is not a number. Write it like 33 or '#33'.",
    ),
    "NothingTyped": (
        "入力がありません。端末で入力するか、標準入力から1行で渡してください。",
        "Nothing was entered. Type it on a terminal, or hand it over as a line of stdin.",
    ),
    "NotAFilter": (
        "「{word}」は --filter の条件ではありません。言葉は --query に書いてください(書き方は sekisho findings --help)。",
        "“{word}” is no facet for --filter. Words go into --query (“sekisho findings --help” shows how).",
    ),
    "NothingToResume": (
        "実行 {run} に続きはありません。途中の実行は sekisho info で分かります。",
        "Nothing of run {run} is left to go on with. “sekisho info” lists unfinished runs.",
    ),
    "PlanUnderWay": (
        "この計画は実行 {run} で途中まで送っています。何も送らずに終わりました。続きは --resume {run} で行えます。",
        "Run {run} sent a part of this plan. Nothing was sent now; go on with --resume {run}.",
    ),
    "TerminalNeeded": (
        "外へ出るものは人が見て確かめます。端末で実行するか、画面で開いてください。",
        "A person must look at what would leave. Run this on a terminal, or use the window.",
    ),
    # What argparse says of a call
    "call.usage": ("使い方: ", "usage: "),
    "call.positionals": ("対象", "arguments"),
    "call.optionals": ("オプション", "options"),
    "call.commands": ("コマンド", "commands"),
    "call.missing": ("{names} が要ります", "{names} must be given"),
    "call.one-of": ("{names} のどれかが要ります", "one of {names} must be given"),
    "call.unknown": ("{names} は分かりません", "{names} is not known here"),
    "call.no-value": ("{name} の値がありません", "{name} needs a value"),
    "call.no-command": ("「{value}」というコマンドはありません", "there is no command “{value}”"),
    "call.choice": ("{name} に「{value}」はありません。選べるのは {known}", "{name} has no “{value}”; it has {known}"),
    "call.value": ("{name} に「{value}」は入れられません", "“{value}” does not fit {name}"),
    "call.not-together": ("{name} と {other} は一緒に使えません", "{name} and {other} do not go together"),
    "call.takes-none": ("{name} に値は付けられません", "{name} takes no value"),
    # Facts by name
    "cli.fact": ("{name}: {value}", "{name}: {value}"),
    "cli.shown": ("{value}", "{value}"),
    "cli.yes": ("はい", "yes"),
    "cli.no": ("いいえ", "no"),
    "fact.answer": ("回答", "answer"),
    "fact.answer_sha256": ("回答の SHA-256", "SHA-256 of the answer"),
    "fact.approves": ("承認", "approves"),
    "fact.authorised_by": ("実施を許可した人", "authorised by"),
    "fact.authorised_until": ("実施許可の期限", "authorised until"),
    "fact.blocked": ("送信しない", "not sent"),
    "fact.bytes": ("バイト数", "bytes"),
    "fact.class": ("情報区分", "data class"),
    "fact.cleared": ("消しました", "cleared"),
    "fact.count": ("件数", "count"),
    "fact.digest": ("ダイジェスト", "digest"),
    "fact.encoding": ("文字コード", "encoding"),
    "fact.encrypted": ("暗号化", "encrypted"),
    "fact.end": ("終わり", "end"),
    "fact.entries": ("記録", "entries"),
    "fact.evidence": ("証跡", "evidence"),
    "fact.file": ("ファイル", "file"),
    "fact.finding": ("検出事項", "finding"),
    "fact.findings": ("検出事項", "findings"),
    "fact.head": ("記録の末尾", "head"),
    "fact.key": ("鍵のファイル", "key file"),
    "fact.kind": ("種類", "kind"),
    "fact.left_out": ("載せなかった検出事項", "findings left out"),
    "fact.model": ("モデル", "model"),
    "fact.models": ("承認済みモデル", "approved models"),
    "fact.name": ("名前", "name"),
    "fact.objections": ("送れない理由", "why nothing may be sent"),
    "fact.ok": ("改ざんなし", "untampered"),
    "fact.policy": ("ポリシー", "policy"),
    "fact.problems": ("問題", "problems"),
    "fact.proxy": ("プロキシ", "proxy"),
    "fact.public": ("公開鍵", "public key"),
    "fact.reason": ("理由", "reason"),
    "fact.schema": ("形式の版", "schema"),
    "fact.seq": ("記録番号", "entry"),
    "fact.serial": ("通番", "serial"),
    "fact.sha256": ("SHA-256", "SHA-256"),
    "fact.signature": ("署名のファイル", "signature file"),
    "fact.signed_by": ("署名した人", "signed by"),
    "fact.source": ("場所", "source"),
    "fact.spans": ("マスキングの箇所", "masked places"),
    "fact.start": ("始まり", "start"),
    "fact.state": ("管理の状態", "state"),
    "fact.title": ("件名", "title"),
    "fact.tlp": ("TLP", "TLP"),
    "fact.token": ("トークン", "token"),
    "fact.action": ("処理", "action"),
    "fact.until": ("期限", "until"),
    "fact.valid_until": ("有効期限", "valid until"),
    "cli.cancelled": (
        "取り消しました。ここまでに記録したものは残っています。",
        "Cancelled. What was recorded until here is kept.",
    ),
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
    "cli.verified-unknown-head": (
        "記録と中身に食い違いはありません。ただしこの端末は末尾を覚えていないため、古い控えや書き直しは分かりません。"
        "記録 {entries} 件、末尾 {head}。",
        "Entries and rows agree. This machine remembers no head of the case, so an older copy or a rewritten one "
        "would not show. {entries} entries, head {head}.",
    ),
    "cli.plan": (
        "計画 {digest}: 送る {sent} 単位、送らない {kept} 単位。費用は最大 {cost} {currency}。",
        "Plan {digest}: {sent} units to send, {kept} not sent, at most {cost} {currency}.",
    ),
    "cli.plan-in-the-way": (
        "この計画は、承認してもこのままでは送れません。理由 {count} 件:",
        "Even approved, this plan can't be sent as things stand, for {count} reasons:",
    ),
    "cli.plan-look": (
        "送る前に、外へ出るものを人が見て確かめます。画面で行うか、端末で:",
        "A person looks at what would leave before it is sent: in the window, or on a terminal:",
    ),
    "cli.plan-second": (
        "送るには別の人の再鑑が要ります。依頼するには:",
        "A second person must allow it. To ask for that:",
    ),
    "cli.plan-send": ("承認して送るには:", "To approve and send it:"),
    "cli.unit-sent": (
        "{tokens} トークン、マスキング {masked}、ニアミス {near}",
        "{tokens} tokens, {masked} masked, {near} near misses",
    ),
    "cli.unit-kept": ("送らない({kinds})", "not sent ({kinds})"),
    "cli.kinds": ("{kinds}", "{kinds}"),
    "group.near": ("似ているがマスキングしなかったもの", "Looked like it, not masked"),
    "group.not_sent": ("送らないもの", "Not sent"),
    "group.masked": ("マスキングしたもの: {kind}", "Masked: {kind}"),
    "group.sample": ("抜き取った単位の全文", "Sample of whole units"),
    "cli.group": ("[{number}/{groups}] {name}({lines} 件)", "[{number}/{groups}] {name} ({lines})"),
    "cli.more": ("-- Enter で次へ、q でやめる -- ", "-- Enter for more, q to stop -- "),
    "cli.looked": (
        "この {lines} 件を確かめましたか。y 確かめた、q やめる: ",
        "Have you looked at all {lines}? y yes, q stop: ",
    ),
    "cli.approve-plan": (
        "{units} 単位(費用は最大 {cost} {currency})の送信を承認しますか。y 承認する、q やめる: ",
        "Let these {units} units leave, for at most {cost} {currency}? y yes, q stop: ",
    ),
    "cli.not-approved": ("承認していません。何も送っていません。", "Not approved. Nothing was sent."),
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
    "cli.plan-made": (
        "計画 {digest} を作りました。まだ何も送っていません。",
        "Made plan {digest}. Nothing was sent yet.",
    ),
    "cli.answered-before": (
        "この計画は実行 {run} で最後まで送って回答を受けています。もう一度は送りませんでした。",
        "Run {run} sent this plan to its end and was answered before. Nothing was sent again.",
    ),
    "cli.run": (
        "実行 {run}: {planned} 単位のうち {left} を送り、{answered} に回答がありました。"
        "手がかり {leads} 件、うち引用が合わないもの {unanchored} 件です。",
        "Run {run}: {left} of {planned} units sent, {answered} answered. "
        "{leads} leads, {unanchored} of them with no matching quote.",
    ),
    "cli.outcome": ("  {outcome}: {units}", "  {outcome}: {units}"),
    "cli.run-unknown": (
        "送ったが回答を確認できない単位が {unknown} あります。もう一度送るには:",
        "{unknown} units left and no answer was seen. To send them again:",
    ),
    "cli.run-unfinished": (
        "最後まで送っていません({state})。続きを行うには:",
        "It did not come to its end ({state}). To go on:",
    ),
    "cli.unfinished": (
        "実行 {run} は途中です(回答 {answered} / {planned}、不明 {unknown})。続きを行うには --resume {run}:",
        "Run {run} is unfinished ({answered} of {planned} answered, {unknown} unknown). To go on, --resume {run}:",
    ),
    "cli.undone": ("(取り消し済み)", "(undone)"),
    "cli.folded": (
        "ほかに記録 {count} 件が実行の中などにあります。--parts で表示します。",
        "{count} more entries lie within runs or only note what was on a screen; --parts shows them.",
    ),
    "cli.info": (
        "件名: {title}\n情報区分: {data_class}  TLP: {tlp}  {encryption}\n検出事項: {findings}  証跡: {evidence}\n"
        "実施許可: {allowed}\n記録: {entries}  末尾: {head}",
        "title: {title}\ndata class: {data_class}  TLP: {tlp}  {encryption}\nfindings: {findings}  evidence: {evidence}\n"
        "authorisation: {allowed}\nentries: {entries}  head: {head}",
    ),
    "cli.encrypted": ("暗号化あり", "encrypted"),
    "cli.not-encrypted": ("暗号化なし", "not encrypted"),
    "cli.allowed": ("{by}({until} まで)", "{by} (until {until})"),
    "cli.not-allowed": ("なし(登録まで外部へ送れません)", "none (nothing can be sent yet)"),
    "cli.authorised": ("実施許可を登録しました({until} まで)。", "Recorded the authorisation (until {until})."),
    "cli.annotated": ("#{finding}: {words}", "#{finding}: {words}"),
    "cli.exported": (
        "{path} に検出事項 {findings} 件を書き出しました(載せなかったもの {left_out} 件)。SHA-256 {sha256}",
        "Wrote {findings} findings to {path} ({left_out} left out). SHA-256 {sha256}",
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
        "計画 {digest}…: 送る {units} 単位、送らない {kept} 単位。相手はこの端末のモデルで、見本のポリシーは人の確認を求めないため、見ずに承認",
        "Plan {digest}…: {units} units to send, {kept} not sent; approved unseen, as the demo's policy allows for this machine's own model",
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
