"""Sentences of ``desktop.gate``: failures, everything that can stand against sending, and why something was a near miss."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    # Failures
    "Refused": (
        "送信を止めました。続く理由をすべて解消してから、もう一度送信してください。",
        "Sending was stopped. Settle every reason that follows, then send again.",
    ),
    "WrongModel": (
        "応答したモデルは「{returned}」で、承認済みの「{asked}」ではありません。実行を止めました。管理者に確認してください。",
        "The answer came from model “{returned}”, not from the approved “{asked}”. The run was stopped; ask your administrator.",
    ),
    "ReplyTooLarge": (
        "応答が上限の{limit}バイトを超えたため、接続を閉じました。単位を小さくして計画し直してください。",
        "The answer went beyond {limit} bytes and the connection was closed. Plan again with smaller units.",
    ),
    "EgressLogUnusable": (
        "この端末の送信記録（{path}、{line}行目）を使えないため、送信できません。管理者に連絡してください。",
        "This workstation's record of sendings ({path}, line {line}) cannot be used, so nothing is sent. Tell your administrator.",
    ),
    "UnknownProfile": (
        "マスキング設定「{name}」はありません。使えるのは{known}です。",
        "There is no masking profile “{name}”. There are: {known}.",
    ),
    "PolicyOutOfReach": (
        "ポリシーを読む権限がありません。置き場所とファイルを利用者が読めるようにしてもらってください。",
        "The policy may not be read by you. Have its folder and file made readable for users.",
    ),
    "PolicyNotJson": (
        "ポリシーをJSONとして読めません（{position}バイト目）。正しいファイルを置き直してください。",
        "The policy cannot be read as JSON (byte {position}). Put the right file in its place.",
    ),
    "PolicyForbiddenValue": (
        "ポリシーに、読み手によって意味が変わる値があります（{what}）。作成者に直してもらい、署名し直してください。",
        "The policy holds a value that two readers could read differently ({what}). Have it corrected and signed again.",
    ),
    "PolicyNotCanonical": (
        "ポリシーがRFC 8785の正規形ではありません。「sekisho policy sign」で正規形にして署名し直してください。",
        "The policy is not in the canonical form of RFC 8785. Sign it again with “sekisho policy sign”, which writes that form.",
    ),
    "PolicyWrongField": (
        "ポリシーの項目「{where}」が無いか、値が正しくありません。作成者に直してもらってください。",
        "Field “{where}” of the policy is missing, unknown or wrong. Have it corrected by its author.",
    ),
    "PolicyBadSignature": (
        "信頼する鍵による署名は{signed}件で、必要な{needed}件に足りません。改ざんの有無を管理者に確認してください。",
        "{signed} of the {needed} signatures needed are by trusted keys. Ask your administrator whether the file was changed.",
    ),
    "SignatureUnreadable": (
        "ポリシーの署名ファイル（.sig）が無いか、読めません。署名ファイルを一緒に置いてください。",
        "The policy's signature file (.sig) is missing or unreadable. Put it beside the policy.",
    ),
    "KeyUnreadable": (
        "Ed25519の鍵として読めません。鍵のファイルとパスフレーズを確かめてください。",
        "This cannot be read as an Ed25519 key. Check the key file and its passphrase.",
    ),
    "MemoryUnreadable": (
        "この端末のポリシー履歴（{path}）を読み書きできず、古いポリシーを見分けられません。管理者に連絡してください。",
        "This workstation's memory of policies ({path}) cannot be used, so an old policy cannot be told. Tell your administrator.",
    ),
    # The policy of this workstation
    "NoPolicy": (
        "承認済みモデルを定めるポリシーがありません。ポリシーを用意して署名してください。",
        "There is no policy that approves models. Make one and sign it.",
    ),
    "ManagedWithoutPolicy": (
        "この端末は管理対象ですが、{folder}にポリシーがありません。管理者に配付を依頼してください。",
        "This workstation is managed and has no policy in {folder}. Ask your administrator to install it.",
    ),
    "PolicyWritable": (
        "ポリシー（{path}）が利用者にも変更できる場所にあるため、使えません。管理者だけが書ける権限にしてください。",
        "The policy ({path}) can be changed by users of this workstation and is not used. Let only administrators write it.",
    ),
    "PolicyRejected": ("ポリシー（{path}）を使えません。{cause}", "The policy ({path}) is not used. {cause}"),
    "NoTrustedKeys": (
        "ポリシー（{path}）の署名を確かめる鍵が登録されていません。鍵を登録してください。",
        "There is no trusted key to check the signature of the policy ({path}). Register one.",
    ),
    "SerialTooOld": (
        "ポリシーの通番{serial}は、この端末で確認済みの{known}より古いものです。新しいポリシーを置いてください。",
        "The policy's serial {serial} is older than {known}, seen here before. Install the newer policy.",
    ),
    "SerialUsedTwice": (
        "通番{serial}の別のポリシーを、この端末で確認済みです。通番を上げて署名し直してください。",
        "Another policy with serial {serial} was seen here before. Sign it again with a higher serial.",
    ),
    "PolicyNotYetValid": (
        "ポリシーは{valid_from}から有効です。それまで送信できません。",
        "The policy is valid from {valid_from}. Nothing is sent before.",
    ),
    "PolicyExpired": (
        "ポリシーの有効期限（{valid_until}）が切れています。新しいポリシーを置いてください。",
        "The policy expired ({valid_until}). Install a new one.",
    ),
    "ClockTurnedBack": (
        "端末の時計が、確認済みの時刻（{seen}）より前を指しています。時計を合わせてください。",
        "The clock stands before a time already seen here ({seen}). Set the clock.",
    ),
    "KillSwitch": (
        "ポリシー「{policy}」が外部送信をすべて止めています。再開は管理者に確認してください。",
        "Policy “{policy}” stops all sending. Ask your administrator when it resumes.",
    ),
    "PolicyChanged": (
        "送信を許可した後でポリシーが変わりました（{cleared} → {holds}）。計画を承認し直してください。",
        "The policy has changed since this was cleared ({cleared} → {holds}). Approve the plan again.",
    ),
    # The case, the model, the person
    "NoAuthorisation": (
        "案件に実施許可の記録がありません。対象の所有者・許可者・範囲・期限を記録してください。",
        "The case has no record of authorisation. Record owner, who authorised, scope and dates.",
    ),
    "AuthorisationEnded": (
        "実施許可は{until}で終わっています。新しい許可を記録してください。",
        "The authorisation ended on {until}. Record a new one.",
    ),
    "ModelNotApproved": (
        "モデル「{model}」は承認されていません。承認済みモデルを選んでください。",
        "Model “{model}” is not approved. Choose an approved one.",
    ),
    "ModelEnded": (
        "モデル「{model}」の承認は{until}で終わっています。管理者に更新を依頼してください。",
        "The approval of model “{model}” ended on {until}. Ask your administrator to renew it.",
    ),
    "UserNotNamed": (
        "OS アカウント「{user}」は、モデル「{model}」を使える人に含まれていません。管理者に確認してください。",
        "The account “{user}” is not among those who may use model “{model}”. Ask your administrator.",
    ),
    "PurposeNotAllowed": (
        "モデル「{model}」は、目的「{purpose}」には承認されていません。別のモデルを選んでください。",
        "Model “{model}” is not approved for the purpose “{purpose}”. Choose another.",
    ),
    "ClassTooHigh": (
        "証跡の情報区分は「{asked}」で、このモデルに送れる上限「{highest}」を超えています。対象を絞るか、別のモデルを選んでください。",
        "The evidence is {asked}; this model may get {highest} at most. Narrow the evidence or choose another model.",
    ),
    "KindNotKnown": (
        "モデル「{model}」は「{kind}」の送信を禁じていますが、このソフトはそれを検出できません。新しい版に更新してください。",
        "Model “{model}” must not get “{kind}”, which this version cannot detect. Update Sekisho.",
    ),
    "CredentialMissing": (
        "モデル「{model}」の鍵がこの端末にありません。「sekisho credential set {model}」で登録してください。",
        "This workstation holds no key for model “{model}”. Set it with “sekisho credential set {model}”.",
    ),
    # What would be sent
    "NotPlanned": (
        "まだ計画がなく、確認も承認もされていません。計画を作ってください。",
        "Nothing is planned yet, so nothing was looked at or approved. Make a plan.",
    ),
    "NothingToSend": (
        "送信できる単位がありません。対象を選び直してください。",
        "There is no unit that may be sent. Choose other evidence.",
    ),
    "ForbiddenKind": (
        "「{unit}」に、送信してはならない情報（{kind}）があります。この単位を外してください。",
        "“{unit}” holds what must not be sent ({kind}). Leave this unit out.",
    ),
    "Unmasked": (
        "最終確認で、「{unit}」にマスキングされていない情報（{kind}）が見つかりました。計画を作り直してください。",
        "The final check found something unmasked in “{unit}” ({kind}). Make the plan again.",
    ),
    "WrongProfile": (
        "計画のマスキング設定は「{used}」ですが、ポリシーは「{asked}」を求めています。計画を作り直してください。",
        "The plan was masked with “{used}”, the policy asks for “{asked}”. Make the plan again.",
    ),
    "HostNotAllowed": (
        "宛先 {host}（ポート{port}）はポリシーで許可されていません。",
        "The address {host}, port {port}, is not allowed by the policy.",
    ),
    "TooManyTokens": (
        "最大の要求が{asked}トークンで、上限の{limit}を超えています。単位を小さくしてください。",
        "The largest request has {asked} tokens, above the limit of {limit}. Use smaller units.",
    ),
    "TooManyRequests": (
        "要求が{asked}件で、{per}の残り{left}件を超えています。対象を絞ってください。",
        "{asked} requests are more than the {left} left for this {per}. Narrow the evidence.",
    ),
    "BudgetExceeded": (
        "費用は最大{asked} {currency}で、{per}の残額{left} {currency}を超えています。対象を絞るか、予算を確認してください。",
        "The cost of up to {asked} {currency} is more than the {left} {currency} left for this {per}. Narrow the evidence.",
    ),
    "WrongCurrency": (
        "計画の通貨{used}が、ポリシーの{asked}と違います。計画を作り直してください。",
        "The plan counts in {used}, the policy in {asked}. Make the plan again.",
    ),
    "PlanNotApproved": (
        "計画（{plan}）はまだ承認されていません。内容を確認して承認してください。",
        "The plan ({plan}) is not approved. Look at it and approve it.",
    ),
    "PlanChanged": (
        "計画を作って承認した後に変わったものがあります（{changed}）。計画を作り直し、確認して承認してください。",
        "Since the plan was made and approved, this has changed: {changed}. Make it again, look at it and approve it.",
    ),
    "PlanNotAsWritten": (
        "案件ファイルの計画（{plan}）が、操作履歴の記録と違います。ほかのプログラムが書き換えています。"
        "案件を検証し、計画を作り直してください。",
        "The plan in the case file ({plan}) is not the one in the history: another program has changed it. "
        "Verify the case, and make the plan again.",
    ),
    "BodyNotAsShown": (
        "「{unit}」として送られる内容が、証跡とマスキングから作られる内容と違います。案件を検証し、計画を作り直してください。",
        "What would be sent for “{unit}” is not what comes of the evidence and its masking. "
        "Verify the case, and make the plan again.",
    ),
    "ApprovalUsed": (
        "この計画の承認は、実行{run}に使われました。中断した実行は再開できます。もう一度送るには、改めて承認してください。",
        "The approval of this plan was for run {run}, which has begun. Go on with that run, or approve the plan again.",
    ),
    "CaseFoundChanged": (
        "案件ファイルが、Sekisho の書いたとおりではありません。案件を検証し、元のファイルを確かめてください。",
        "The case file is not as Sekisho wrote it. Verify the case, and look for the file as it was.",
    ),
    "LogBehind": (
        "この端末の送信記録に、この案件が今月残した{lines}行がありません。予算を数えられません。"
        "記録（egress.jsonl）を元に戻してください。なければ、月が替わると送れます。",
        "This workstation's log of sendings lacks the {lines} lines that this case left there this month, so no budget "
        "can be counted. Put the log (egress.jsonl) back; without it, sending waits for the next month.",
    ),
    "PlannedBeforeChange": (
        "計画を作った後に、案件ファイルがほかの手で変えられたことが分かっています。計画を作り直してください。",
        "After the plan was made, the case file was found changed by another hand. Make the plan again.",
    ),
    "changed.plan": ("計画そのもの", "the plan itself"),
    "changed.policy": ("ポリシー", "the policy"),
    "changed.policy_name": ("ポリシーの名前", "the policy's name"),
    "changed.policy_serial": ("ポリシーの番号", "the policy's serial"),
    "changed.model": ("モデル", "the model"),
    "changed.provider": ("提供者", "the provider"),
    "changed.api": ("API", "the API"),
    "changed.endpoint": ("送信先", "the address"),
    "changed.prompts": ("指示文", "the instructions"),
    "changed.sdk": ("提供者の SDK", "the provider's SDK"),
    "changed.data_class": ("情報区分", "the data class"),
    "changed.lowered_from": ("情報区分の引き下げ", "a lowered data class"),
    "changed.evidence": ("証跡の有無または読み方", "which evidence there is, or how it is read"),
    "PreviewMissing": (
        "送信前確認が{left}件残っています。最後まで確認してください。",
        "{left} things are left to look at before sending. Look at all of them.",
    ),
    "SecondPersonMissing": (
        "情報区分「{data_class}」の送信には、送信者と別の人の再鑑が必要です。再鑑を依頼してください。",
        "Evidence that is {data_class} needs a second person, who is not the sender. Ask for the check.",
    ),
    "AnswerUnreadable": (
        "再鑑の回答ファイルとして読めません。再鑑者から受け取ったファイルを選び直してください。",
        "This is not readable as a second person's answer. Choose the file that the second person handed back.",
    ),
    "AnswerBroken": (
        "再鑑の回答は、署名された後に変更されています。再鑑者から受け取り直してください。",
        "The second person's answer was changed after it was signed. Have it handed over again.",
    ),
    "ApproverNotNamed": (
        "回答に署名した鍵（{key}）は、ポリシーの再鑑者にありません。ポリシーに載っている人に依頼してください。",
        "The key that signed the answer ({key}) is none of the policy's approvers. Ask one who is named there.",
    ),
    "ApproverIsSender": (
        "「{name}」は送信者本人なので、再鑑者になれません。別の人に依頼してください。",
        "“{name}” is the sender and cannot be the second person. Ask somebody else.",
    ),
    "ApproverKeyIsSenders": (
        "回答に署名した鍵（{key}）は送信者の端末のものなので、再鑑に使えません。別の人が自分の鍵で署名してください。",
        "The key that signed the answer ({key}) belongs to the sender's workstation. Let another person sign with their own.",
    ),
    "AnswerForOtherCase": (
        "この回答は別の案件（{title}）のものです。この案件への回答を選んでください。",
        "This answer is about another case ({title}). Choose the one about this case.",
    ),
    "AnswerForOtherPlan": (
        "この回答は別の計画（{answered}）のものです。この計画（{plan}）の再鑑を依頼してください。",
        "This answer is about another plan ({answered}). Ask for the check of this one ({plan}).",
    ),
    "AnswerUnderOtherPolicy": (
        "回答は別のポリシー（{answered}）の下で出され、今のポリシー（{holds}）と違います。再鑑を依頼し直してください。",
        "The answer was given under another policy ({answered}) than the one that holds ({holds}). Ask again.",
    ),
    "RequestSaidOtherwise": (
        "再鑑依頼の内容が実際の計画と違います（{terms}）。再鑑を依頼し直してください。",
        "The request told the second person something else than the plan says ({terms}). Ask again.",
    ),
    "RequestOfAnother": (
        "この再鑑を依頼したのは、この端末の送信者ではありません（{asked_by}）。送信する本人が依頼してください。",
        "This check was asked for by somebody else ({asked_by}), or elsewhere. Let the sender ask, at this workstation.",
    ),
    "AnswerExpired": (
        "再鑑の期限（{until}）が過ぎています。再鑑を依頼し直してください。",
        "The second person's answer could be used until {until}. Ask again.",
    ),
    "AnswerUsed": (
        "この再鑑（依頼 {request}）での送信は済んでいます。もう一度送るには、再鑑を依頼し直してください。",
        "What this check allowed (request {request}) was sent already. To send again, ask again.",
    ),
    "SecondPersonRefused": (
        "再鑑者「{name}」が差し止めました。理由: {reason}",
        "The second person, “{name}”, said no. Reason: {reason}",
    ),
    "NotSealed": (
        "再鑑の依頼・回答ファイルとして読めません。ファイルを確かめてください。",
        "This is not readable as a second person's request or answer. Check the file.",
    ),
    "SealBroken": (
        "このファイルは署名された後に変更されています。相手から受け取り直してください。",
        "This file was changed after it was signed. Have it handed over again.",
    ),
    "BodyNotCleared": (
        "許可されていない内容（{digest}）を送ろうとしたため、止めました。計画を作り直してください。",
        "Bytes that were not cleared ({digest}) were about to leave and were stopped. Make the plan again.",
    ),
    # What a second person is told of a plan
    "term.case": ("案件の識別子", "case id"),
    "term.title": ("案件", "case"),
    "term.plan": ("計画", "plan"),
    "term.policy": ("ポリシー", "policy"),
    "term.entry": ("承認済みモデル", "approved model"),
    "term.model": ("モデルの識別子", "model id"),
    "term.host": ("送信先", "address"),
    "term.purpose": ("目的", "purpose"),
    "term.data_class": ("情報区分（最高）", "highest data class"),
    "term.lowered_from": ("依頼した人が下げる前の情報区分", "data class before who asks lowered it"),
    "term.units": ("単位の数", "units"),
    "term.tokens_in": ("トークン数", "tokens"),
    "term.cost": ("費用（最大）", "cost at most"),
    "term.currency": ("通貨", "currency"),
    "term.asked_by": ("依頼した人", "asked by"),
    "term.account": ("依頼した人の OS アカウント", "account of who asked"),
    "term.workstation": ("依頼した端末の鍵", "key of the workstation"),
    "term.asked": ("依頼した日時", "asked"),
    "term.until": ("期限", "good until"),
    "term.policy_known": ("この端末のポリシーとの関係", "policy of this workstation"),
    "term.known": ("同じポリシー", "the same one"),
    "term.not_known": ("別のポリシー、またはなし", "another one, or none"),
    "term.value": ("{value}", "{value}"),
    # What the analyst had masked, or wrote anew
    "kind.chosen": ("自分で選んだ箇所", "chosen by hand"),
    "kind.edited": ("自分で書き換えた箇所", "rewritten by hand"),
    # Spans of a limit
    "per_run": ("実行", "run"),
    "per_day": ("今日", "day"),
    "per_month": ("今月", "month"),
}
