"""Sentences of ``desktop.casefile``."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    # Opening
    "NoSuchCase": ("{path} がありません。場所を確かめてください。", "{path} does not exist. Check where it lies."),
    "CaseExists": ("{path} はもうあります。別の名前にしてください。", "{path} exists already. Choose another name."),
    "NotACase": (
        "{path} は案件ファイルとして読めません。別のファイルか、壊れているか、鍵がありません。",
        "{path} can't be read as a case: another kind of file, damaged, or its key is missing.",
    ),
    "WrongKey": (
        "{path} はこの鍵では開けません。回復キーで開けます。",
        "This key does not open {path}. The recovery key does.",
    ),
    "NewerCase": (
        "{path} は新しい版の Sekisho で作られました(形式 {theirs}、この版は {ours})。閲覧だけできます。",
        "{path} was made by a newer Sekisho (schema {theirs}, ours is {ours}). It opens to read only.",
    ),
    "RulesChanged": (
        "{path} の中の定義 {name} は Sekisho のものではありません。Sekisho の外で書き換えられたため、読むだけなら開けます。",
        "In {path} the definition of {name} is not Sekisho's: the file was changed outside. It can be opened to read only.",
    ),
    "CaseHasOtherNames": (
        "{path} には別の名前(ハードリンク)もあります。控えまで書き換わるため、読むだけなら開けます。"
        "コピーを作れば編集できます。",
        "{path} has another name too (a hard link), and that one would change along. It can be opened to read only; a copy "
        "can be edited.",
    ),
    "CaseMovedOn": (
        "{path} にほかの人が記録を書きました。この画面の内容は古くなっています。開き直してください。いまの操作は記録していません。",
        "Somebody else wrote in {path}, so what is on the screen is out of date. Open the case again; this step was not "
        "recorded.",
    ),
    "CaseGone": (
        "{path} は、開いたときのファイルではなくなりました(移動・削除・入れ替え)。これ以上は記録しません。"
        "元の場所へ戻すか、開き直してください。",
        "{path} is no longer the file that was opened: it was moved, deleted or replaced. Nothing more is recorded. "
        "Put it back, or open the case again.",
    ),
    "CaseDamaged": (
        "{path} の中身が壊れています。控えから戻してください。",
        "{path} is damaged inside. Restore it from a backup.",
    ),
    "CaseLocked": (
        "{user}さんが編集中です({host}、{since} から)。閲覧で開けます。",
        "{user} is editing on {host} (since {since}). It opens to read.",
    ),
    "OnNetworkVolume": (
        "{path} はネットワーク上({kind})にあります。手元のディスクへ写してから開いてください。",
        "{path} lies on a network volume ({kind}). Copy it to a local disk and open it there.",
    ),
    "InSyncedFolder": (
        "{path} は {client} が同期するフォルダーにあります。書き込み中に写されて壊れるため、別のフォルダーに置いてください。",
        "{path} lies in a folder that {client} synchronises, which copies it while it is written. Put it in another folder.",
    ),
    "CaseReadOnly": (
        "{path} には書き込めません。閲覧で開くか、書き込める場所へ写してください。",
        "{path} can't be written. Open it to read, or copy it to where you may write.",
    ),
    "NoSuchFolder": ("フォルダー {path} がありません。", "The folder {path} does not exist."),
    # Writing
    "DiskFull": (
        "ディスクがいっぱいです({path})。直前の操作は未記録です。空きを作ってやり直してください。",
        "Disk full ({path}). Your last decision is not recorded. Make room and do it again.",
    ),
    "DiskFailed": (
        "{path} の読み書きに失敗しました。直前の操作は未記録です。ディスクを確かめてください。",
        "Reading or writing {path} failed. Your last decision is not recorded. Check the disk.",
    ),
    "CaseBusy": (
        "ほかのプログラムが {path} を {seconds} 秒以上つかんでいます。直前の操作は未記録です。",
        "Another program held {path} for more than {seconds} seconds. Your last decision is not recorded.",
    ),
    "OriginalChanged": (
        "{name} は確認のあとで書き換えられました。もう一度読み込んで確かめてください。",
        "{name} was changed after it was looked at. Read it again.",
    ),
    "NothingToUndo": ("元に戻す操作はありません。", "Nothing to undo."),
    "NothingToRedo": ("やり直す操作はありません。", "Nothing to redo."),
    "NoSuchFinding": ("検出事項 {finding} はこの案件にありません。", "The case has no finding {finding}."),
    "NoSuchEvidence": ("証跡 {evidence} はこの案件にありません。", "The case has no evidence {evidence}."),
    "NoSuchThing": ("{kind} {id} はこの案件にありません。", "The case has no {kind} {id}."),
    "BadField": ("{name} に「{value}」は入れられません。", "“{value}” does not fit {name}."),
    "BadQuery": ("検索語「{word}」が分かりません。", "“{word}” is not understood in a query."),
    # Rules of deciding
    "ClassFallsWithoutReason": (
        "情報区分を下げるには理由が要ります。理由を書いてください。操作履歴に残ります。",
        "A data class is lowered with a reason only. Give it; the history keeps it.",
    ),
    "ReasonMissing": ("理由を書いてください。", "Give a reason."),
    "HowMissing": (
        "どう確かめたかを選んでください(再現した・コードを読んだ・ツールが一致)。",
        "Say how it was checked (reproduced, read the code, a tool agrees).",
    ),
    "MustBeTyped": (
        "検出事項 {finding} は AI の手がかりです。確定には自分で書いた一行が要ります。",
        "Finding {finding} is a model's lead. Taking it as real needs a line that you typed.",
    ),
    "LeadsInBulk": (
        "{count}件のうち {leads}件は AI の手がかりです。まとめて確定できません。一件ずつ判断してください。",
        "{leads} of {count} are a model's leads. They can't be taken as real at once: decide them one by one.",
    ),
    "QuoteNotFound": (
        "検出事項 {finding} の引用が証跡に見つかりません。場所を示すか、誤検知にしてください。",
        "The quote of finding {finding} is not in the evidence. Show its place, or dismiss it.",
    ),
    "AcceptanceIncomplete": (
        "リスク受容には {missing} が要ります(until 期限、approver 承認者、compensating 代替策)。",
        "Accepting a risk needs {missing} (until when, who approves, what compensates).",
    ),
    "AlreadyOver": ("{until} は過ぎています。先の日付にしてください。", "{until} is past. Give a date ahead."),
    "ApproverIsAuthor": (
        "{who}さんは判断した本人です。再鑑は別の人が行います。",
        "{who} made the decision. The second person must be somebody else.",
    ),
    "DraftsNotKept": (
        "入力中の文を控えられません。Enter で記録した分は残ります。ディスクの空きと権限を確かめてください。",
        "What you type is not kept until Enter records it. Check the free space and the rights of the state folder.",
    ),
    "AnotherWasAsked": (
        "この判断の再鑑は {asked}さんに依頼されています。{who}さんが行うには、判断をやり直して依頼先を変えてください。",
        "This decision asks {asked} to approve. For {who} to do it, decide again and name {who}.",
    ),
    "StandsRefuted": (
        "検出事項 {finding} は「否定」と記録されています。再現するか、否定を取り消してから判断してください。",
        "Finding {finding} is recorded as refuted. Reproduce it, or take that back, before deciding that it is real.",
    ),
    "NothingToApprove": (
        "検出事項 {finding} に再鑑待ちの判断はありません。",
        "Finding {finding} has no decision that waits for a second person.",
    ),
    "DuplicateOfWhat": (
        "検出事項 {finding} が何の重複かを選んでください。自分自身や輪になるものは選べません。",
        "Say what finding {finding} is a duplicate of: another finding, not in a circle.",
    ),
    "NoSuchRun": ("実行 {run} はこの案件にありません。", "This case has no run {run}. List its runs first."),
    "NoSuchExchange": (
        "送信 {exchange} はこの案件にありません。",
        "This case has no exchange {exchange}. List its ledger first.",
    ),
    "PlanNotInCase": (
        "計画 {digest} はこの案件にありません。作り直された計画をもう一度確かめてください。",
        "The case has no plan {digest}. Look at the plan again: it was made anew.",
    ),
    # What verification finds
    "verify.rows-changed": (
        "表 {table} の中身が記録と合いません。Sekisho の外で書き換えられました。",
        "Table {table} does not hold what the journal says: it was changed outside Sekisho.",
    ),
    "verify.entry-changed": ("履歴の {seq} 番目が書き換えられています。", "Entry {seq} of the journal was changed."),
    "verify.entries-missing": ("履歴の {seq} 番目がありません。", "Entry {seq} of the journal is missing."),
    "verify.schema-changed": ("{name} の定義が書き換えられています。", "The definition of {name} was changed."),
    "verify.cut-off": (
        "このマシンが覚えている {remembered} 件より履歴が短くなっています。末尾が消されたか、古い控えです。",
        "The journal is shorter than the {remembered} entries this machine remembers: cut off, or an older copy.",
    ),
    "verify.other-history": (
        "履歴の {seq} 番目が、このマシンの覚えているものと違います。",
        "Entry {seq} is not the one that this machine remembers.",
    ),
    "verify.head-not-ours": (
        "このマシンの控え(履歴の末尾)の署名が合いません。控えが書き換えられました。",
        "The head kept on this machine does not carry its signature: that record was changed.",
    ),
    "verify.head-missing": (
        "このマシンはこの案件に記録を書いたのに、その控え(履歴の末尾)がありません。控えが消されました。",
        "This machine wrote entries in this case, and its own record of the last one is gone: it was removed.",
    ),
    "verify.older-copy": (
        "履歴の {seq} 番目:このマシンの控え({remembered} 件)と合わない案件が開かれ、作業が続けられました。"
        "報告書に印刷された履歴の末尾と照らしてください。",
        "Entry {seq}: a case was opened that is not the one this machine remembered ({remembered} entries), and work went "
        "on in it. Compare it with a head that was printed in a report.",
    ),
    "verify.migrated-changed": (
        "履歴の {seq} 番目で形式を新しくしたとき、中身はもう記録と合っていませんでした。",
        "When entry {seq} brought the file to a newer form, its rows were not what the journal said any more.",
    ),
    "verify.pages-broken": (
        "ファイルのページが壊れています。控えから戻してください。",
        "Pages of the file are broken. Restore it from a backup.",
    ),
    "verify.original-changed": (
        "証跡 {path} のバイトが、受け取ったときのダイジェストと合いません。",
        "The bytes of {path} are not those of the digest it was received with.",
    ),
}
