<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en_GB">
<context>
    <name>Actions</name>
    <message>
        <source>Analyse with AI</source>
        <translation>AIで調べる</translation>
    </message>
    <message>
        <source>Run the built-in rules</source>
        <translation>規則で調べる</translation>
    </message>
    <message>
        <source>Authorisation</source>
        <translation>実施許可</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>ポリシー</translation>
    </message>
    <message>
        <source>Egress ledger</source>
        <translation>送信記録</translation>
    </message>
    <message>
        <source>History</source>
        <translation>履歴</translation>
    </message>
    <message>
        <source>Integrity check</source>
        <translation>完全性検証</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>やり直す</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>Back, close, clear</source>
        <translation>戻る・閉じる・消す</translation>
    </message>
    <message>
        <source>Type the reason</source>
        <translation>理由を入力</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>決定</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>次の箇所</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>前の箇所</translation>
    </message>
    <message>
        <source>Next unread line</source>
        <translation>次の未読行</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>確認済みにする</translation>
    </message>
    <message>
        <source>Search this file</source>
        <translation>このファイルを検索</translation>
    </message>
    <message>
        <source>Back to where you jumped from</source>
        <translation>移動前の場所へ戻る</translation>
    </message>
    <message>
        <source>Forth again</source>
        <translation>もう一度進む</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>案件を作る</translation>
    </message>
    <message>
        <source>Open a case</source>
        <translation>案件を開く</translation>
    </message>
    <message>
        <source>Close the case</source>
        <translation>案件を閉じる</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>取り込む</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>書き出す</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了する</translation>
    </message>
    <message>
        <source>Decide: in review</source>
        <translation>判断: 確認中</translation>
    </message>
    <message>
        <source>Decide: confirmed</source>
        <translation>判断: 確定</translation>
    </message>
    <message>
        <source>Decide: false positive</source>
        <translation>判断: 誤検知</translation>
    </message>
    <message>
        <source>Decide: duplicate</source>
        <translation>判断: 重複</translation>
    </message>
    <message>
        <source>Decide: not affected</source>
        <translation>判断: 影響なし</translation>
    </message>
    <message>
        <source>Decide: accept the risk</source>
        <translation>判断: リスク受容</translation>
    </message>
    <message>
        <source>Decide: fixed</source>
        <translation>判断: 修正済み</translation>
    </message>
    <message>
        <source>Decide: closed</source>
        <translation>判断: 終了</translation>
    </message>
    <message>
        <source>Next undecided</source>
        <translation>次の未判断</translation>
    </message>
    <message>
        <source>Previous undecided</source>
        <translation>前の未判断</translation>
    </message>
    <message>
        <source>Row below</source>
        <translation>下の行</translation>
    </message>
    <message>
        <source>Row above</source>
        <translation>上の行</translation>
    </message>
    <message>
        <source>Approve as the second person</source>
        <translation>再鑑して承認する</translation>
    </message>
    <message>
        <source>Reproduced</source>
        <translation>再現済み</translation>
    </message>
    <message>
        <source>Refuted</source>
        <translation>否定</translation>
    </message>
    <message>
        <source>Unverified</source>
        <translation>未検証</translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation>注釈</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>タグ</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>深刻度</translation>
    </message>
    <message>
        <source>Mark the row</source>
        <translation>行に印を付ける</translation>
    </message>
    <message>
        <source>Mark all matches</source>
        <translation>すべてに印を付ける</translation>
    </message>
    <message>
        <source>What left the building</source>
        <translation>外へ出たもの</translation>
    </message>
    <message>
        <source>Add a finding of your own</source>
        <translation>検出事項を追加</translation>
    </message>
    <message>
        <source>The selection is this finding&apos;s place</source>
        <translation>選択範囲をこの検出事項の場所にする</translation>
    </message>
    <message>
        <source>Keys of this place</source>
        <translation>この画面のキー</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>F&amp;inding</source>
        <translation>検出事項(&amp;I)</translation>
    </message>
    <message>
        <source>E&amp;vidence</source>
        <translation>証跡(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Analyse</source>
        <translation>調査(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>Re-sort, take in new findings</source>
        <translation>並べ直す・新着を入れる</translation>
    </message>
    <message>
        <source>Evidence fills the lower half</source>
        <translation>証跡を下半分に広げる</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>次のペイン</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>前のペイン</translation>
    </message>
</context>
<context>
    <name>Areas</name>
    <message>
        <source>sequence</source>
        <translation>一連番号</translation>
    </message>
    <message>
        <source>ident.</source>
        <translation>識別</translation>
    </message>
    <message>
        <source>statement</source>
        <translation>文</translation>
    </message>
</context>
<context>
    <name>AuthorisePage</name>
    <message>
        <source>Deposit systems department, Sample Bank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chief information security officer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source of the deposit system, its JCL and settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What holds now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner of the target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authorised by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What may be tested. It stands in every report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference (may stay empty)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until the last day is over, the gate may let evidence of this case go to approved models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authorisation</source>
        <translation type="unfinished">実施許可</translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the day as 2027-03-31.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This day is over. Choose a later one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} days from today, the last day included</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The case is open to read; nothing can be recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is what is recorded already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter owner, who authorised, scope and the last day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The authorisation ends with {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is recorded under your name, {name}, and can be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Below</name>
    <message>
        <source>Annotations</source>
        <translation>注釈</translation>
    </message>
    <message>
        <source>History</source>
        <translation>履歴</translation>
    </message>
    <message>
        <source>The tool&apos;s own record</source>
        <translation>元の行</translation>
    </message>
    <message>
        <source>Remove this annotation</source>
        <translation>この注釈を取り除く</translation>
    </message>
    <message>
        <source>None: it was not imported from a file.</source>
        <translation>ありません。ファイルから取り込んだものではありません。</translation>
    </message>
    <message>
        <source>… cut here; the original holds all of it</source>
        <translation>… ここで切っています。全体は元のファイルにあります</translation>
    </message>
</context>
<context>
    <name>Bench</name>
    <message>
        <source>{what} — what did you do, what did you see?</source>
        <translation>{what} — 何をして、何を見ましたか</translation>
    </message>
    <message>
        <source>Your own words</source>
        <translation>自分の言葉で</translation>
    </message>
    <message>
        <source>Severity — as you judge it</source>
        <translation>深刻度 — あなたの判断</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>タグ</translation>
    </message>
    <message>
        <source>payment -old: adds one, removes one</source>
        <translation>決済 -旧: 付ける語と、- で外す語</translation>
    </message>
    <message>
        <source>Annotation of this finding</source>
        <translation>この検出事項への注釈</translation>
    </message>
    <message>
        <source>Annotation</source>
        <translation>注釈</translation>
    </message>
    <message>
        <source>Approve as the second person — why?</source>
        <translation>再鑑して承認する — 理由</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>This finding waits for no second person</source>
        <translation>この検出事項は再鑑待ちではありません</translation>
    </message>
    <message>
        <source>Select the place in the evidence first</source>
        <translation>先に証跡で場所を選択してください</translation>
    </message>
    <message>
        <source>New finding</source>
        <translation>新しい検出事項</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>件名</translation>
    </message>
</context>
<context>
    <name>Candidates</name>
    <message>
        <source>same place and weakness</source>
        <translation>場所と弱点が同じ</translation>
    </message>
    <message>
        <source>same place</source>
        <translation>場所が同じ</translation>
    </message>
    <message>
        <source>same weakness</source>
        <translation>弱点が同じ</translation>
    </message>
    <message>
        <source>same title</source>
        <translation>件名が同じ</translation>
    </message>
</context>
<context>
    <name>CaseBar</name>
    <message>
        <source>Search findings and evidence (account, CWE-89, DPO0310 …)</source>
        <translation>検出事項と証跡を検索(口座、CWE-89、DPO0310 …)</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>取り込む</translation>
    </message>
    <message>
        <source>Analyse</source>
        <translation>AIで調べる</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>書き出す</translation>
    </message>
</context>
<context>
    <name>CaseFacts</name>
    <message>
        <source>No authorisation; nothing can be sent yet.</source>
        <translation>実施許可がありません。登録まで外部へ送れません。</translation>
    </message>
    <message>
        <source>Authorisation ended on {day}</source>
        <translation>実施許可は {day}で終わりました</translation>
    </message>
    <message>
        <source>Authorised until {day}</source>
        <translation>実施許可あり · {day}まで</translation>
    </message>
</context>
<context>
    <name>CheckList</name>
    <message>
        <source>Quotes match the evidence</source>
        <translation>引用は証跡と一致</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>見つかりません</translation>
    </message>
    <message>
        <source>no evidence yet</source>
        <translation>証跡がまだありません</translation>
    </message>
    <message>
        <source>{found} of {total}</source>
        <translation>{found} / {total} か所</translation>
    </message>
    <message>
        <source>Attempt to refute</source>
        <translation>反証の試み</translation>
    </message>
    <message>
        <source>refuted by {who}</source>
        <translation>{who}が否定</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>未実施</translation>
    </message>
    <message>
        <source>Reproduced</source>
        <translation>再現</translation>
    </message>
    <message>
        <source>What left the building</source>
        <translation>外へ出たもの</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>なし</translation>
    </message>
    <message numerus="yes">
        <source>{n} sendings</source>
        <translation>
            <numerusform>{n}件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} tokens</source>
        <translation>
            <numerusform>{n}トークン</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} masked</source>
        <translation>
            <numerusform>マスク {n}か所</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Chosen</name>
    <message>
        <source>Chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is there already</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} findings</source>
        <translation type="unfinished">
            <numerusform>{n}件</numerusform>
        </translation>
    </message>
    <message>
        <source>evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noticed here</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} places</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Copybook {name} is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Named in {programs}; its lines stay unread.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} passed over</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The reading process is less locked down than it should be</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClaimPanel</name>
    <message>
        <source>Claim</source>
        <translation>主張</translation>
    </message>
    <message>
        <source>{field}: {who} set {human}; the tool now says {machine}</source>
        <translation>{field}: {who}が「{human}」にしました。ツールの新しい値は「{machine}」です</translation>
    </message>
    <message>
        <source>Impact</source>
        <translation>影響</translation>
    </message>
    <message>
        <source>Root cause</source>
        <translation>根本原因</translation>
    </message>
    <message>
        <source>Steps to reproduce</source>
        <translation>再現手順</translation>
    </message>
    <message>
        <source>Recommendation</source>
        <translation>推奨</translation>
    </message>
    <message>
        <source>… the rest is in the record below and in the export</source>
        <translation>… 続きは下の元の行と書き出しにあります</translation>
    </message>
    <message>
        <source>No description was given.</source>
        <translation>説明はありません。</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>Severity</source>
        <translation>深刻度</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>検出事項</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>件</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>場所</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>出所</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>検証</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
</context>
<context>
    <name>DecisionPanel</name>
    <message>
        <source>Duplicates are named one by one</source>
        <translation>重複は一件ずつ指定します</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>元に戻しました</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>やり直す</translation>
    </message>
    <message numerus="yes">
        <source>{n} findings are now: {status}</source>
        <translation>
            <numerusform>{n}件を{status}にしました</numerusform>
        </translation>
    </message>
    <message>
        <source>#{id} is now: {status}</source>
        <translation>#{id} を{status}にしました</translation>
    </message>
    <message numerus="yes">
        <source>{n} quick decisions with one reason. Look at three of them again?</source>
        <translation>
            <numerusform>同じ理由の判断が {n}件続きました。3件を見直せます。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>見直す</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>How it was read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{form} (found out)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} records, all read</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{unread} of {n} records unreadable</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} departures, mended</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Specification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undecoded bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished">ファイル</translation>
    </message>
    <message>
        <source>Encodings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds} s, in a process of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ran</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Given to all {n} files.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No policy allows sending any of it to an AI.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to “{highest}” may go to an AI.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen row: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>It stood at line {line}. {n} lines are as like it now.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>It is line {line} now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is none of them</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Entries</name>
    <message>
        <source>Case made</source>
        <translation>案件を作成</translation>
    </message>
    <message>
        <source>Case file brought to a newer form</source>
        <translation>案件ファイルを新しい形に更新</translation>
    </message>
    <message>
        <source>An older copy was opened</source>
        <translation>古い控えを開いた</translation>
    </message>
    <message>
        <source>Title, class or TLP changed</source>
        <translation>件名・情報区分・TLP を変更</translation>
    </message>
    <message>
        <source>Authorisation recorded</source>
        <translation>実施許可を登録</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>判断</translation>
    </message>
    <message>
        <source>Approved by a second person</source>
        <translation>再鑑して承認</translation>
    </message>
    <message>
        <source>Verification set</source>
        <translation>検証を記録</translation>
    </message>
    <message>
        <source>Severity set</source>
        <translation>深刻度を変更</translation>
    </message>
    <message>
        <source>Field changed</source>
        <translation>項目を変更</translation>
    </message>
    <message>
        <source>Tags changed</source>
        <translation>タグを変更</translation>
    </message>
    <message>
        <source>Annotated</source>
        <translation>注釈を追加</translation>
    </message>
    <message>
        <source>Annotation changed</source>
        <translation>注釈を変更</translation>
    </message>
    <message>
        <source>Annotation removed</source>
        <translation>注釈を削除</translation>
    </message>
    <message>
        <source>Finding added by hand</source>
        <translation>検出事項を手で追加</translation>
    </message>
    <message>
        <source>Place shown again</source>
        <translation>場所を示した</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>取り込み</translation>
    </message>
    <message>
        <source>Data class changed</source>
        <translation>情報区分を変更</translation>
    </message>
    <message>
        <source>Decoding changed</source>
        <translation>文字コードを変更</translation>
    </message>
    <message>
        <source>Lines read</source>
        <translation>行を確認済みに</translation>
    </message>
    <message>
        <source>Lines shown</source>
        <translation>行を表示</translation>
    </message>
    <message>
        <source>Lines read by machine</source>
        <translation>機械が行を読んだ</translation>
    </message>
    <message>
        <source>Plan made</source>
        <translation>計画を作成</translation>
    </message>
    <message>
        <source>Plan approved</source>
        <translation>計画を承認</translation>
    </message>
    <message>
        <source>Run started</source>
        <translation>調査を開始</translation>
    </message>
    <message>
        <source>Sent outside</source>
        <translation>外部送信</translation>
    </message>
    <message>
        <source>Answer received</source>
        <translation>回答を受信</translation>
    </message>
    <message>
        <source>Leads filed</source>
        <translation>手がかりを登録</translation>
    </message>
    <message>
        <source>Run paused or taken up again</source>
        <translation>調査を中断・再開</translation>
    </message>
    <message>
        <source>Run ended</source>
        <translation>調査を終了</translation>
    </message>
    <message>
        <source>Undone: {action}</source>
        <translation>元に戻した: {action}</translation>
    </message>
    <message>
        <source>Done again: {action}</source>
        <translation>やり直した: {action}</translation>
    </message>
</context>
<context>
    <name>EntryList</name>
    <message>
        <source>Nothing matches.</source>
        <translation>一致するものはありません。</translation>
    </message>
</context>
<context>
    <name>EvidencePane</name>
    <message>
        <source>Annotation</source>
        <translation>注釈</translation>
    </message>
    <message>
        <source>Enter to keep</source>
        <translation>Enter 保存</translation>
    </message>
    <message>
        <source>Lines {first}–{last} are marked as read by you</source>
        <translation>{first}–{last} 行を確認済みにしました</translation>
    </message>
    <message>
        <source>Nothing unread below in this file</source>
        <translation>この下に未読の行はありません</translation>
    </message>
    <message>
        <source>No paragraph and no file of that name</source>
        <translation>その名前の段落もファイルもありません</translation>
    </message>
</context>
<context>
    <name>EvidenceTree</name>
    <message>
        <source>Evidence</source>
        <translation>証跡</translation>
    </message>
    <message>
        <source>Scanner results</source>
        <translation>ツールの結果</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>ファイル</translation>
    </message>
</context>
<context>
    <name>EvidenceView</name>
    <message>
        <source>place lost</source>
        <translation>場所が不明</translation>
    </message>
</context>
<context>
    <name>ExportPage</name>
    <message>
        <source>Form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Masked, without quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished">場所</translation>
    </message>
    <message>
        <source>What it holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What nobody has seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the report; the window keeps its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To decide</source>
        <translation type="unfinished">未判断</translation>
    </message>
    <message>
        <source>of these AI leads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quote not found (only counted)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines of evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read by nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SARIF 2.1.0, for other tools and code review.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A workbook with one row a finding, to sort and track.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A report to read on the screen; one file, nothing is loaded from outside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A report to print and hand in, with page numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts are masked as if they were to leave, and no line of evidence is quoted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With quotes from the evidence. Only for those who may see the evidence itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the file a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file name holds a character that a file name cannot have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a file of this name already. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished">書き出す</translation>
    </message>
    <message numerus="yes">
        <source>{name} is written. It holds {n} findings; {left} are only counted.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written. Choose another form, or go back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} will be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is sent. Each finding stands in it as it stands here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Title</source>
        <translation>件名</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>深刻度</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>Impact</source>
        <translation>影響</translation>
    </message>
    <message>
        <source>Root cause</source>
        <translation>根本原因</translation>
    </message>
    <message>
        <source>Steps to reproduce</source>
        <translation>再現手順</translation>
    </message>
    <message>
        <source>Recommendation</source>
        <translation>推奨</translation>
    </message>
    <message>
        <source>System</source>
        <translation>システム</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>対応期限</translation>
    </message>
    <message>
        <source>Disclosure</source>
        <translation>開示</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Command</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>証跡</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>検出事項</translation>
    </message>
</context>
<context>
    <name>FindingDelegate</name>
    <message>
        <source>For a second person</source>
        <translation>再鑑待ち</translation>
    </message>
    <message>
        <source>Reproduced</source>
        <translation>再現済み</translation>
    </message>
    <message>
        <source>Refuted</source>
        <translation>否定</translation>
    </message>
    <message>
        <source>Not reproduced</source>
        <translation>未再現</translation>
    </message>
    <message>
        <source>Unverified</source>
        <translation>未検証</translation>
    </message>
</context>
<context>
    <name>FindingView</name>
    <message>
        <source>Findings</source>
        <translation>検出事項</translation>
    </message>
</context>
<context>
    <name>FindingsPane</name>
    <message>
        <source>Nothing undecided above</source>
        <translation>この上に未判断はありません</translation>
    </message>
    <message>
        <source>That was the last undecided one of this list</source>
        <translation>この一覧の未判断はこれで最後です</translation>
    </message>
    <message>
        <source>No finding matches.</source>
        <translation>条件に合う検出事項はありません。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>すべて表示</translation>
    </message>
    <message>
        <source>Drop scanner results or source here.</source>
        <translation>ツールの結果やソースをここへ落としてください。</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>取り込む</translation>
    </message>
    <message numerus="yes">
        <source>Nothing to decide. Next: {n} for a second person.</source>
        <translation>
            <numerusform>未判断はありません。次は再鑑待ち {n}件です。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Nothing here.</source>
        <translation>ここには何もありません。</translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample bank</source>
        <translation type="unfinished">見本の銀行</translation>
    </message>
    <message>
        <source>A new case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A case that exists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>③ Begin with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>① Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>② Your name, as it is to stand in records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each decision, approval and sending is recorded under it. Others may read it in reports.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A made-up bank with old programs, scanner results and planted weaknesses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An empty case file for your own work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A case file from this machine or a colleague.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>managed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unmanaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy</source>
        <translation type="unfinished">ポリシー</translation>
    </message>
    <message>
        <source>no. {serial}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{issuer} decides what may leave it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome to Sekisho</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three questions, once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the sample bank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the sample bank.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything here can be changed later in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter your name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message numerus="yes">
        <source>{n} bytes not decoded</source>
        <translation>
            <numerusform>復号できない {n}バイト</numerusform>
        </translation>
    </message>
    <message>
        <source>line {line} / {total}</source>
        <translation>行 {line} / {total}</translation>
    </message>
    <message>
        <source>byte {column}</source>
        <translation>バイト桁 {column}</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>fixed {length}</source>
        <translation>固定長{length}</translation>
    </message>
    <message>
        <source>variable (RDW)</source>
        <translation>可変長(RDW)</translation>
    </message>
    <message>
        <source>binary</source>
        <translation>バイナリ</translation>
    </message>
    <message>
        <source>Japanese EBCDIC</source>
        <translation>日本語EBCDIC</translation>
    </message>
    <message>
        <source>EBCDIC</source>
        <translation>EBCDIC</translation>
    </message>
    <message>
        <source>Japanese Windows</source>
        <translation>日本語Windows</translation>
    </message>
</context>
<context>
    <name>Groups</name>
    <message>
        <source>grouped: no</source>
        <translation>まとめ: なし</translation>
    </message>
    <message>
        <source>grouped: rule</source>
        <translation>まとめ: 規則</translation>
    </message>
    <message>
        <source>grouped: file</source>
        <translation>まとめ: ファイル</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>Search this file</source>
        <translation>このファイルを検索</translation>
    </message>
    <message>
        <source>Place {at} of {total}</source>
        <translation>箇所 {at} / {total}</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>見つかりません</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished">履歴</translation>
    </message>
    <message>
        <source>Chosen entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Integrity check</source>
        <translation type="unfinished">完全性検証</translation>
    </message>
    <message>
        <source>Checks every entry, every row and every page of the file. What the same user could rewrite with this machine&apos;s key can&apos;t be found: compare the head with one printed in a report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program that had this case open last was ended from outside. Check the case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not checked since opening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as it was written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped half-way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>known to this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never seen on this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last head</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} entries and all rows are as they were written.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} entries undone. Ctrl+Shift+Z does them again.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Undo to here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Undo to here” takes back everything after entry {n}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is ever deleted: an undo is an entry of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sendings stay: what left cannot be taken back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>Drop scanner results or source here, or choose them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading what was chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading in a process of its own. Nothing has changed yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file in what was chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} files are in.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{new} new, {moved} moved, {gone} gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The import is undone. Ctrl+Shift+Z does it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished">取り込む</translation>
    </message>
    <message>
        <source>Before importing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported</source>
        <translation type="unfinished">取り込み</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing has changed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} files chosen</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SARIF, Nessus, Nmap, CycloneDX, CSV and source are known by their content.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anything else is kept byte for byte as evidence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is one entry of the history, and can be undone whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading what was chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing one entry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc stops it; then nothing has changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is left to import.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{new} findings join, {moved} move, {gone} get a mark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} files join the evidence.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>It can be undone at once later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} questions left open count as “none of them”.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Take it in again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave this out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message>
        <source>Gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person&apos;s value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the tool&apos;s own fingerprint, 1 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paragraph and 100 characters around, 1 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rule, file and paragraph, 1 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the quote, 1 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you said so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no finding like it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file was looked at again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its file is not in the results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set by {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} candidates: choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fixed, {length}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>variable records (RDW)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>binary</source>
        <translation type="unfinished">バイナリ</translation>
    </message>
    <message>
        <source>Text that speaks to an AI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Characters that turn the reading order round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Characters without width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invisible tag characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the sequence columns 1–6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the identification columns 73–80</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> or </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line {line}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>— none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown form</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobLine</name>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <source>about {n} min</source>
        <translation>
            <numerusform>残り約{n}分</numerusform>
        </translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>残り1分未満</translation>
    </message>
</context>
<context>
    <name>KeyHelp</name>
    <message>
        <source>Keys of this place</source>
        <translation>この画面のキー</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Read by</source>
        <translation>確認範囲</translation>
    </message>
    <message>
        <source>person</source>
        <translation>人</translation>
    </message>
    <message>
        <source>AI</source>
        <translation>AI</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>未読</translation>
    </message>
</context>
<context>
    <name>ListStrip</name>
    <message>
        <source>+ Filter</source>
        <translation>+絞り込み</translation>
    </message>
    <message>
        <source>Re-sort</source>
        <translation>並べ直す</translation>
    </message>
    <message numerus="yes">
        <source>{n} new</source>
        <translation>
            <numerusform>新着 {n}件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} changed</source>
        <translation>
            <numerusform>変更 {n}件</numerusform>
        </translation>
    </message>
    <message>
        <source>{what} — the order is held</source>
        <translation>{what} — 並びは動かしていません</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>深刻度</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>出所</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>検証</translation>
    </message>
</context>
<context>
    <name>Middle</name>
    <message>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding</source>
        <translation type="unfinished">検出事項</translation>
    </message>
    <message>
        <source>Before → after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished">ファイル</translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undecoded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in the list changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compared with the import of {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first of this tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} findings that somebody decided are not in these results. Decisions and annotations stay.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} bytes could not be decoded. They are kept, and can be read otherwise later.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>join the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only the place changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stay, with a mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person&apos;s value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the new one beside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not shown: {rest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is there already</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewCasePage</name>
    <message>
        <source>Core deposit system, assessment 2026</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished">件名</translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished">場所</translation>
    </message>
    <message>
        <source>This case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the whole case. Evidence gets its own class when it is brought in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stands on every report. It can be changed later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A case is one file. Findings, decisions, evidence and the record of every sending lie in it, and nothing leaves it without its authorisation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the case a title.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file name holds a character that a file name cannot have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a file of this name already. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keyring, and a recovery key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy wants every case encrypted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is kept in this machine&apos;s keyring, and a recovery key is shown once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide</source>
        <translation type="unfinished">決定</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New case</source>
        <translation type="unfinished">案件を作る</translation>
    </message>
    <message>
        <source>Nothing leaves this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key will not be shown again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without it and without this machine&apos;s keyring nobody can open the case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have kept it: open the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A case will be made at {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can change everything but the place later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoCase</name>
    <message>
        <source>Open or make a case, or try the sample bank.</source>
        <translation>案件を開くか、作ってください。見本の銀行でも試せます。</translation>
    </message>
    <message>
        <source>Sample bank</source>
        <translation>見本の銀行</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>案件を作る</translation>
    </message>
    <message>
        <source>Open a case</source>
        <translation>案件を開く</translation>
    </message>
</context>
<context>
    <name>OpenCasePage</name>
    <message>
        <source>Recovery key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a case file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases (*{suffix})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a case</source>
        <translation type="unfinished">案件を開く</translation>
    </message>
    <message>
        <source>Opening {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can be opened to read; nothing in it changes then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open to read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine has no key for this case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recovery key opens it, and is then kept in this machine&apos;s keyring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageHost</name>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Command, queue, finding or program</source>
        <translation>コマンド・待ち行列・検出事項・プログラム</translation>
    </message>
</context>
<context>
    <name>PolicyPage</name>
    <message>
        <source>Policy and models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence to try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished">証跡</translation>
    </message>
    <message>
        <source>Data class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it: could this evidence go to this model?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>managed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unmanaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no. {serial}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy</source>
        <translation type="unfinished">ポリシー</translation>
    </message>
    <message>
        <source>Approved models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No policy holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case has no source to try yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Cannot go: {n} reasons.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Can go to {model} once the plan is looked at and approved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model to see what may go to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose evidence to try it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} reasons stand against sending this evidence.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing stands against planning to send this evidence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying sends nothing. Each sending is planned, looked at and approved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan to send</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PolicyWords</name>
    <message>
        <source>{issuer} decides what may leave. The policy is no. {serial}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds from {first} to {last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} models are approved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second persons: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every case must be encrypted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All sending is stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence up to the class “{highest}” may go to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It runs at {host}, port {port}, in {region}; {provider} answers as “{model}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider keeps: {retention}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is sent is not used for training ({terms}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider may use what is sent for training ({terms}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purposes: {purposes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everyone at this machine may use it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These may use it: {users}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may be used until {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Masked by the profile “{profile}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never sent to it: {kinds}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A person looks before anything is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second person approves evidence of the class {classes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most {n} tokens a request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most {n} requests a run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most {n} requests a day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most {cost} {currency} a run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most {cost} {currency} a day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most {cost} {currency} a month.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuestionStrip</name>
    <message>
        <source>Esc cancels</source>
        <translation>Esc 取消</translation>
    </message>
    <message>
        <source>Enter to keep</source>
        <translation>Enter 決定</translation>
    </message>
</context>
<context>
    <name>Queues</name>
    <message>
        <source>To decide</source>
        <translation>未判断</translation>
    </message>
    <message>
        <source>AI leads</source>
        <translation>AIの手がかり</translation>
    </message>
    <message>
        <source>Quote not found</source>
        <translation>引用が合わない</translation>
    </message>
    <message>
        <source>Second person</source>
        <translation>再鑑待ち</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>期限超過</translation>
    </message>
    <message>
        <source>Re-check sample</source>
        <translation>見直し抽出</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>判断済み</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
</context>
<context>
    <name>ReasonStrip</name>
    <message>
        <source>Until (YYYY-MM-DD)</source>
        <translation>期限(YYYY-MM-DD)</translation>
    </message>
    <message>
        <source>Who approves</source>
        <translation>承認者</translation>
    </message>
    <message>
        <source>Compensating control</source>
        <translation>代替策</translation>
    </message>
    <message>
        <source>Enter decides</source>
        <translation>Enter 決定</translation>
    </message>
    <message>
        <source>Esc cancels</source>
        <translation>Esc 取消</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>{status} — how was it checked?</source>
        <translation>{status} — どう確かめましたか</translation>
    </message>
    <message>
        <source>{status} — of which finding?</source>
        <translation>{status} — どの検出事項と同じですか</translation>
    </message>
    <message>
        <source>{status} — until when, approved by whom, with what control?</source>
        <translation>{status} — 期限・承認者・代替策</translation>
    </message>
    <message>
        <source>{status} — why?</source>
        <translation>{status} — 理由</translation>
    </message>
    <message>
        <source>the list will say: confirmed, not reproduced</source>
        <translation>一覧には「確定・未再現」と出ます</translation>
    </message>
    <message>
        <source>waits for a second person then</source>
        <translation>再鑑待ちになります</translation>
    </message>
    <message numerus="yes">
        <source>{n} findings</source>
        <translation>
            <numerusform>{n}件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} AI leads</source>
        <translation>
            <numerusform>うち AI・未検証 {n}件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} critical</source>
        <translation>
            <numerusform>緊急 {n}件</numerusform>
        </translation>
    </message>
    <message>
        <source>AI leads are decided one by one</source>
        <translation>AI の手がかりは一件ずつ判断します</translation>
    </message>
    <message>
        <source>Your own words: why this AI lead is real (Tab)</source>
        <translation>自分の言葉で理由を(Tab で入力)</translation>
    </message>
    <message>
        <source>Reason (Tab to type)</source>
        <translation>理由(Tab で入力)</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>The value is checked before</source>
        <translation>前段で値を検査している</translation>
    </message>
    <message>
        <source>The code is never reached</source>
        <translation>実行されないコード</translation>
    </message>
    <message>
        <source>The tool took it for something else</source>
        <translation>ツールの取り違え</translation>
    </message>
    <message>
        <source>Test code only</source>
        <translation>試験用のコードだけ</translation>
    </message>
    <message>
        <source>The function is not used here</source>
        <translation>当行では使っていない機能</translation>
    </message>
    <message>
        <source>Not in the version we run</source>
        <translation>使用中の版には該当しない</translation>
    </message>
    <message>
        <source>Cannot be reached from outside</source>
        <translation>外部から到達できない</translation>
    </message>
    <message>
        <source>Stopped by a control in front of it</source>
        <translation>前段の対策で防いでいる</translation>
    </message>
    <message>
        <source>Changed and released</source>
        <translation>修正して本番に反映</translation>
    </message>
    <message>
        <source>Taken out of service</source>
        <translation>利用を停止</translation>
    </message>
    <message>
        <source>Configuration changed</source>
        <translation>設定を変更</translation>
    </message>
    <message>
        <source>Retested: gone</source>
        <translation>再診断で解消を確認</translation>
    </message>
    <message>
        <source>System retired</source>
        <translation>システムを廃止</translation>
    </message>
</context>
<context>
    <name>RecoveryKey</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished">コピー</translation>
    </message>
    <message>
        <source>Print it or write it down, and keep it away from this machine. With it the case opens on another machine, and here when the keyring is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery key of “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine&apos;s keyring did not take the key. From the next start on, the case opens only with this recovery key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied. Clear the clipboard after pasting it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Ruler</name>
    <message>
        <source>byte</source>
        <translation>バイト桁</translation>
    </message>
</context>
<context>
    <name>Sentence</name>
    <message>
        <source>{source} quotes what is not in the evidence. Find its place before deciding.</source>
        <translation>{source} の引用が証跡に見つかりません。判断の前に場所を示してください。</translation>
    </message>
    <message>
        <source>A lead raised by {source}. Nobody has checked it yet.</source>
        <translation>{source} が挙げた手がかりです。確かめた人はまだいません。</translation>
    </message>
    <message>
        <source>Reported by {source}. Nobody has decided yet.</source>
        <translation>{source} が挙げました。まだ判断されていません。</translation>
    </message>
    <message>
        <source>{source} reports it. Nobody has checked it yet.</source>
        <translation>{source} の報告です。確かめた人はまだいません。</translation>
    </message>
    <message>
        <source>Refuted by {who}.</source>
        <translation>{who} が否定しました。</translation>
    </message>
    <message>
        <source>{who} decided on {day}: {status}. {reason}</source>
        <translation>{who} が {day}に「{status}」と判断しました。{reason}</translation>
    </message>
    <message>
        <source>Waits for a second person.</source>
        <translation>再鑑待ちです。</translation>
    </message>
    <message>
        <source>Approved by {who}.</source>
        <translation>{who} が承認しました。</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes effect at the next start. Reports have their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Density of the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code font</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As supplied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only fonts in which a kanji is exactly two half-width characters wide are offered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name, as it is to stand in records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes effect at the next start. What is recorded already keeps the name it has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished">設定</translation>
    </message>
    <message>
        <source>Every choice is kept at once</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Queues</source>
        <translation>待ち行列</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>証跡</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>確認範囲</translation>
    </message>
</context>
<context>
    <name>Sorts</name>
    <message>
        <source>by severity</source>
        <translation>深刻度の順</translation>
    </message>
    <message>
        <source>by due date</source>
        <translation>期限の順</translation>
    </message>
    <message>
        <source>by place</source>
        <translation>場所の順</translation>
    </message>
    <message>
        <source>by title</source>
        <translation>件名の順</translation>
    </message>
    <message>
        <source>by hits</source>
        <translation>件数の順</translation>
    </message>
    <message>
        <source>by origin</source>
        <translation>出所の順</translation>
    </message>
    <message>
        <source>by verification</source>
        <translation>検証の順</translation>
    </message>
    <message>
        <source>by status</source>
        <translation>状態の順</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>only you can edit</source>
        <translation>編集できるのは自分だけ</translation>
    </message>
    <message>
        <source>opened to read</source>
        <translation>閲覧で開いています</translation>
    </message>
    <message>
        <source>encrypted</source>
        <translation>暗号化</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>暗号化なし</translation>
    </message>
    <message numerus="yes">
        <source>{n} entries, saved</source>
        <translation>
            <numerusform>記録 {n}件 保存済み</numerusform>
        </translation>
    </message>
    <message>
        <source>Sent today {n}</source>
        <translation>本日の外部送信 {n}件</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>オンライン</translation>
    </message>
    <message>
        <source>Unmanaged</source>
        <translation>管理外</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>オフライン</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Checking integrity</source>
        <translation>完全性検証</translation>
    </message>
    <message>
        <source>The rules have run. What they found waits behind F5.</source>
        <translation>規則で調べ終えました。結果は F5 で一覧に入ります。</translation>
    </message>
    <message>
        <source>Running the rules</source>
        <translation>規則で調べる</translation>
    </message>
    <message>
        <source>Policy no. {n} in force</source>
        <translation>ポリシー {n}号 有効</translation>
    </message>
    <message>
        <source>Policy no. {n} not in force</source>
        <translation>ポリシー {n}号 無効</translation>
    </message>
    <message numerus="yes">
        <source>{n} entries checked: nothing was changed outside Sekisho.</source>
        <translation>
            <numerusform>記録 {n}件を検証しました。Sekisho の外での変更はありません。</numerusform>
        </translation>
    </message>
</context>
</TS>
