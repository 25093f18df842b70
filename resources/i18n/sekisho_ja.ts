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
        <source>Key and connection</source>
        <translation>鍵と接続</translation>
    </message>
    <message>
        <source>Answer as the second person</source>
        <translation>再鑑の依頼に答える</translation>
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
        <source>Keep this query</source>
        <translation>この条件を保存</translation>
    </message>
    <message>
        <source>Keep this query no longer</source>
        <translation>この条件の保存をやめる</translation>
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
    <name>AnsweringPage</name>
    <message>
        <source>What is asked</source>
        <translation>依頼の内容</translation>
    </message>
    <message>
        <source>Choose the key file</source>
        <translation>鍵のファイルを選ぶ</translation>
    </message>
    <message>
        <source>Your signing key</source>
        <translation>署名に使う自分の鍵</translation>
    </message>
    <message>
        <source>Made by “sekisho policy keygen”.</source>
        <translation>「sekisho policy keygen」で作れます。</translation>
    </message>
    <message>
        <source>Only where you say no</source>
        <translation>差し止めるときだけ書きます</translation>
    </message>
    <message>
        <source>Reason of a no</source>
        <translation>差し止めの理由</translation>
    </message>
    <message>
        <source>Your signature lets exactly this plan leave, once. Look at the evidence with the sender where these figures do not tell enough.</source>
        <translation>署名すると、この計画だけを一度だけ送信できます。数字だけで足りないときは、送信者と一緒に証跡を確かめてください。</translation>
    </message>
    <message>
        <source>Choose a request.</source>
        <translation>再鑑の依頼を選んでください。</translation>
    </message>
    <message>
        <source>Choose the request</source>
        <translation>依頼を選ぶ</translation>
    </message>
    <message>
        <source>Request for a second person</source>
        <translation>再鑑の依頼</translation>
    </message>
    <message>
        <source>Signing key</source>
        <translation>署名の鍵</translation>
    </message>
    <message>
        <source>{name} is written (SHA-256 {digest}…). Hand it back to the sender.</source>
        <translation>{name} を書きました(SHA-256 {digest}…)。送信者へ返してください。</translation>
    </message>
    <message>
        <source>Choose another</source>
        <translation>別の依頼を選ぶ</translation>
    </message>
    <message>
        <source>Second person&apos;s check</source>
        <translation>再鑑</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Answered.</source>
        <translation>回答しました。</translation>
    </message>
    <message>
        <source>Say no</source>
        <translation>差し止める</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>承認する</translation>
    </message>
    <message>
        <source>Choose the key that you sign with.</source>
        <translation>署名に使う鍵を選んでください。</translation>
    </message>
    <message>
        <source>Nothing of this plan leaves, and the sender is told why.</source>
        <translation>この計画は何も送信されず、理由が送信者に伝わります。</translation>
    </message>
    <message>
        <source>You approve: this plan may be sent once.</source>
        <translation>承認すると、この計画を一度だけ送信できます。</translation>
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
        <translation>見本銀行 預金システム部</translation>
    </message>
    <message>
        <source>Chief information security officer</source>
        <translation>CISO(最高情報セキュリティ責任者)</translation>
    </message>
    <message>
        <source>Source of the deposit system, its JCL and settings</source>
        <translation>預金システムのソース、JCL、設定</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最終日</translation>
    </message>
    <message>
        <source>What holds now</source>
        <translation>今の許可</translation>
    </message>
    <message>
        <source>Owner of the target</source>
        <translation>対象の所有者</translation>
    </message>
    <message>
        <source>Authorised by</source>
        <translation>許可者</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>範囲</translation>
    </message>
    <message>
        <source>What may be tested. It stands in every report.</source>
        <translation>調べてよいもの。すべての報告に載ります。</translation>
    </message>
    <message>
        <source>Reference (may stay empty)</source>
        <translation>文書番号(空でもよい)</translation>
    </message>
    <message>
        <source>Until the last day is over, the gate may let evidence of this case go to approved models.</source>
        <translation>最終日が終わるまで、この案件の証跡を承認済みモデルへ送れることがあります。</translation>
    </message>
    <message>
        <source>Authorisation</source>
        <translation>実施許可</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>文書番号</translation>
    </message>
    <message>
        <source>Write the day as 2027-03-31.</source>
        <translation>日付は 2027-03-31 の形で入れてください。</translation>
    </message>
    <message>
        <source>This day is over. Choose a later one.</source>
        <translation>この日は過ぎています。先の日を選んでください。</translation>
    </message>
    <message numerus="yes">
        <source>{n} days from today, the last day included</source>
        <translation>
            <numerusform>今日から {n}日(最終日を含む)</numerusform>
        </translation>
    </message>
    <message>
        <source>The case is open to read; nothing can be recorded.</source>
        <translation>閲覧で開いているため、記録できません。</translation>
    </message>
    <message>
        <source>This is what is recorded already.</source>
        <translation>すでにこのとおり記録されています。</translation>
    </message>
    <message>
        <source>Enter owner, who authorised, scope and the last day.</source>
        <translation>所有者、許可者、範囲、最終日を入れてください。</translation>
    </message>
    <message>
        <source>The authorisation ends with {day}.</source>
        <translation>実施許可は {day} までです。</translation>
    </message>
    <message>
        <source>It is recorded under your name, {name}, and can be undone.</source>
        <translation>{name} の名前で記録します。元に戻せます。</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>登録する</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>やめる</translation>
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
    <name>Candidates</name>
    <message>
        <source>same line and weakness</source>
        <translation>行と弱点が同じ</translation>
    </message>
    <message>
        <source>same line</source>
        <translation>行が同じ</translation>
    </message>
    <message>
        <source>same place and weakness</source>
        <translation>場所と弱点が同じ</translation>
    </message>
    <message>
        <source>same weakness, another line</source>
        <translation>弱点が同じ・行は別</translation>
    </message>
    <message>
        <source>same place</source>
        <translation>場所が同じ</translation>
    </message>
    <message>
        <source>another line there</source>
        <translation>同じ場所の別の行</translation>
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
        <source>shown by {who}</source>
        <translation>{who} が場所を指定</translation>
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
    <name>Choosing</name>
    <message>
        <source>Folder:</source>
        <translation>フォルダー:</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>名前:</translation>
    </message>
    <message>
        <source>Kind:</source>
        <translation>種類:</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>書き出す</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>選ぶ</translation>
    </message>
</context>
<context>
    <name>Chores</name>
    <message numerus="yes">
        <source>{n} entries checked: nothing was changed outside Sekisho.</source>
        <translation>
            <numerusform>記録 {n}件を検証しました。Sekisho の外での変更はありません。</numerusform>
        </translation>
    </message>
    <message>
        <source>Checking integrity</source>
        <translation>完全性検証</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>止めました。何も書き込んでいません。</translation>
    </message>
    <message>
        <source>There is no source yet for the rules to look at. Import some first.</source>
        <translation>規則で調べるソースがまだありません。先に取り込んでください。</translation>
    </message>
    <message>
        <source>{n} findings by {rules} rules, {new} of them new. {gaps} stretches were not followed.</source>
        <translation>規則 {rules}本で {n}件、うち新規 {new}件です。追えなかった箇所は {gaps} か所です。</translation>
    </message>
    <message>
        <source>Running the rules</source>
        <translation>規則で調べる</translation>
    </message>
</context>
<context>
    <name>Chosen</name>
    <message>
        <source>Chosen</source>
        <translation>選んだもの</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>外した</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>読めない</translation>
    </message>
    <message>
        <source>is there already</source>
        <translation>取り込み済み</translation>
    </message>
    <message numerus="yes">
        <source>{n} findings</source>
        <translation>
            <numerusform>{n}件</numerusform>
        </translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>証跡</translation>
    </message>
    <message>
        <source>Noticed here</source>
        <translation>ここで気づいたこと</translation>
    </message>
    <message numerus="yes">
        <source>{n} more are not shown</source>
        <translation>
            <numerusform>ほかに {n}件あります</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} places</source>
        <translation>
            <numerusform>{n}か所</numerusform>
        </translation>
    </message>
    <message>
        <source>Copybook {name} is missing</source>
        <translation>コピー句 {name} なし</translation>
    </message>
    <message>
        <source>Named in {programs}; its lines stay unread.</source>
        <translation>{programs} の行が読めないまま残ります。</translation>
    </message>
    <message numerus="yes">
        <source>{n} passed over</source>
        <translation>
            <numerusform>{n}個は対象外</numerusform>
        </translation>
    </message>
    <message>
        <source>The reading process is less locked down than it should be</source>
        <translation>読み取りプロセスの隔離が一部効いていません</translation>
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
    <name>ConnectionPage</name>
    <message>
        <source>Approved models</source>
        <translation>承認済みモデル</translation>
    </message>
    <message>
        <source>Key of this model</source>
        <translation>このモデルの鍵</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>鍵</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>プロキシ</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>利用者名</translation>
    </message>
    <message>
        <source>The policy has no model.</source>
        <translation>ポリシーにモデルがありません。</translation>
    </message>
    <message>
        <source>{host}, port {port}</source>
        <translation>{host}、ポート {port}</translation>
    </message>
    <message>
        <source>through the proxy {proxy}</source>
        <translation>プロキシ {proxy} 経由</translation>
    </message>
    <message>
        <source>Proxy {proxy}</source>
        <translation>プロキシ {proxy}</translation>
    </message>
    <message>
        <source>Key and connection</source>
        <translation>鍵と接続</translation>
    </message>
    <message>
        <source>The connection is being checked.</source>
        <translation>接続を確かめています。</translation>
    </message>
    <message>
        <source>Nothing was checked yet.</source>
        <translation>まだ確かめていません。</translation>
    </message>
    <message>
        <source>{model} can be reached and asked.</source>
        <translation>{model} に届き、問い合わせられます。</translation>
    </message>
    <message>
        <source>{model} cannot be asked: one step does not hold.</source>
        <translation>{model} には問い合わせられません。満たしていない段階があります。</translation>
    </message>
    <message>
        <source>A check sends one short question without evidence, and is recorded like every sending.</source>
        <translation>証跡を含まない短い問いを1つ送ります。ほかの送信と同じく記録に残ります。</translation>
    </message>
    <message>
        <source>Check connection</source>
        <translation>接続を確かめる</translation>
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
        <translation>どう読んだか</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>出どころ</translation>
    </message>
    <message>
        <source>Data class</source>
        <translation>情報区分</translation>
    </message>
    <message>
        <source>{form} (found out)</source>
        <translation>{form}(自動)</translation>
    </message>
    <message numerus="yes">
        <source>{n} records, all read</source>
        <translation>
            <numerusform>{n}件すべて読めました</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{unread} of {n} records unreadable</source>
        <translation>
            <numerusform>{n}件のうち {unread}件を読めません</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} departures, mended</source>
        <translation>
            <numerusform>{n}か所を補って読みました</numerusform>
        </translation>
    </message>
    <message>
        <source>Form</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>文字コード</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Specification</source>
        <translation>仕様</translation>
    </message>
    <message>
        <source>kept to</source>
        <translation>仕様どおり</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>読めない</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Undecoded bytes</source>
        <translation>復号できないバイト</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Encodings</source>
        <translation>文字コード</translation>
    </message>
    <message>
        <source>There already</source>
        <translation>取り込み済み</translation>
    </message>
    <message>
        <source>{seconds} s, in a process of its own</source>
        <translation>{seconds}秒・別プロセス</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>読み取り</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>道具</translation>
    </message>
    <message>
        <source>It ran</source>
        <translation>走査した日</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>受け取り</translation>
    </message>
    <message numerus="yes">
        <source>Given to all {n} files.</source>
        <translation>
            <numerusform>{n}個すべてに付けます。</numerusform>
        </translation>
    </message>
    <message>
        <source>No policy allows sending any of it to an AI.</source>
        <translation>AIへの送信を許すポリシーはありません。</translation>
    </message>
    <message>
        <source>Up to “{highest}” may go to an AI.</source>
        <translation>AIへ送れるのは「{highest}」までです。</translation>
    </message>
    <message>
        <source>Chosen row: {title}</source>
        <translation>選んだ行: {title}</translation>
    </message>
    <message numerus="yes">
        <source>It stood at line {line}. {n} lines are as like it now.</source>
        <translation>
            <numerusform>前回は {line}行目。今は {n}つの行と同じほど似ています。</numerusform>
        </translation>
    </message>
    <message>
        <source>It stood at line {line}. Other earlier findings are as like the new one.</source>
        <translation>前回は {line}行目。前回のほかのものも同じほど似ています。</translation>
    </message>
    <message>
        <source>It is line {line} now</source>
        <translation>{line}行目に移った</translation>
    </message>
    <message>
        <source>It is none of them</source>
        <translation>別のもの</translation>
    </message>
</context>
<context>
    <name>EgressPage</name>
    <message>
        <source>Planning</source>
        <translation>計画しています</translation>
    </message>
    <message>
        <source>{name} is written. Hand it to the second person; the sender cannot approve. It is good until {until}.</source>
        <translation>{name} を書きました。再鑑者へ渡してください。送信者は承認できません。期限は{until}です。</translation>
    </message>
    <message>
        <source>{name} has approved this plan, and the signature is right. It can be sent once.</source>
        <translation>{name}がこの計画を承認しました。署名は正しく、一度だけ送信できます。</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>計画</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>照合</translation>
    </message>
    <message>
        <source>Preview before sending</source>
        <translation>送信前確認</translation>
    </message>
    <message>
        <source>Analyse with AI</source>
        <translation>AIで調べる</translation>
    </message>
    <message numerus="yes">
        <source>{n} units</source>
        <translation>
            <numerusform>{n}単位</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing leaves before you approve</source>
        <translation>承認するまで何も出ません</translation>
    </message>
</context>
<context>
    <name>EgressWords</name>
    <message>
        <source>Looked like it, not masked</source>
        <translation>マスクしなかった似た文字列</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>送らない</translation>
    </message>
    <message>
        <source>Sample of whole units</source>
        <translation>見本(単位全体)</translation>
    </message>
    <message>
        <source>own words → {words}</source>
        <translation>書き換え → {words}</translation>
    </message>
    <message>
        <source>masks: {n}</source>
        <translation>マスク {n}か所</translation>
    </message>
    <message>
        <source>not sent like this before</source>
        <translation>前回から変わった単位</translation>
    </message>
</context>
<context>
    <name>EncodingChoice</name>
    <message numerus="yes">
        <source>{n} files</source>
        <translation>
            <numerusform>{n}個</numerusform>
        </translation>
    </message>
    <message>
        <source>Encoding of {what}</source>
        <translation>{what} の文字コード</translation>
    </message>
    <message>
        <source>Another encoding</source>
        <translation>ほかの文字コード</translation>
    </message>
    <message>
        <source>Found out again</source>
        <translation>自動で判定し直す</translation>
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
        <source>Several changes</source>
        <translation>まとめて変更</translation>
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
        <source>Second person&apos;s answer taken in</source>
        <translation>再鑑の回答を取り込み</translation>
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
        <source>Query kept</source>
        <translation>条件を保存</translation>
    </message>
    <message>
        <source>Query kept no longer</source>
        <translation>条件の保存を取りやめ</translation>
    </message>
    <message>
        <source>Undone: {action}</source>
        <translation>元に戻した: {action}</translation>
    </message>
    <message>
        <source>Done again: {action}</source>
        <translation>やり直した: {action}</translation>
    </message>
    <message>
        <source>{new} new findings, {known} known ones</source>
        <translation>新規 {new}件・既知 {known}件</translation>
    </message>
    <message>
        <source>{named} and {n} more findings</source>
        <translation>{named} ほか {n}件</translation>
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
    <name>EvidenceLines</name>
    <message>
        <source>Lines of evidence</source>
        <translation>証跡の行</translation>
    </message>
    <message numerus="yes">
        <source>{n} lines of evidence</source>
        <translation>
            <numerusform>証跡の行・{n}件</numerusform>
        </translation>
    </message>
    <message>
        <source>The first {n} lines of evidence; there are more</source>
        <translation>証跡の行・先頭 {n}件(ほかにもあります)</translation>
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
        <translation>形式</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>読む人</translation>
    </message>
    <message>
        <source>In full</source>
        <translation>全文</translation>
    </message>
    <message>
        <source>Masked, without quotes</source>
        <translation>マスキング版・引用なし</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>ファイル名</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>場所</translation>
    </message>
    <message>
        <source>What it holds</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>What it leaves out</source>
        <translation>載せないもの</translation>
    </message>
    <message>
        <source>Who has read the source</source>
        <translation>確認範囲</translation>
    </message>
    <message>
        <source>Decided to be real</source>
        <translation>実在すると判断</translation>
    </message>
    <message>
        <source>Undecided, of tools and people</source>
        <translation>未判断(ツールと人)</translation>
    </message>
    <message>
        <source>AI leads, marked as unverified</source>
        <translation>AI の手がかり(未検証と明記)</translation>
    </message>
    <message>
        <source>Dismissed (title and reason)</source>
        <translation>対象外(題名と理由)</translation>
    </message>
    <message>
        <source>Quote not found (title only)</source>
        <translation>引用が合わない(題名のみ)</translation>
    </message>
    <message>
        <source>Lines of source</source>
        <translation>ソースの行数</translation>
    </message>
    <message>
        <source>Read by a person</source>
        <translation>人が確認</translation>
    </message>
    <message>
        <source>By AI only</source>
        <translation>AI のみ</translation>
    </message>
    <message>
        <source>By rules only</source>
        <translation>規則のみ</translation>
    </message>
    <message>
        <source>By nobody</source>
        <translation>誰も読んでいない</translation>
    </message>
    <message>
        <source>{name} is written: findings {n}, AI leads {leads}, left out {left}.</source>
        <translation>{name} を書き出しました。検出事項 {n}件、AI の手がかり {leads}件、載せなかったもの {left}件です。</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>書き出し済み</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>フォルダを開く</translation>
    </message>
    <message>
        <source>Of the report; the window keeps its own.</source>
        <translation>報告の言語です。画面の言語は変わりません。</translation>
    </message>
    <message>
        <source>Change folder</source>
        <translation>フォルダを変える</translation>
    </message>
    <message>
        <source>Texts are masked as if they were to leave, and no line of evidence is quoted.</source>
        <translation>外へ送るときと同じようにマスクし、証跡は引用しません。</translation>
    </message>
    <message>
        <source>With quotes from the evidence. Only for those who may see the evidence itself.</source>
        <translation>証跡の引用を含みます。証跡を見てよい人だけに渡してください。</translation>
    </message>
    <message>
        <source>Give the file a name.</source>
        <translation>ファイル名を入れてください。</translation>
    </message>
    <message>
        <source>The file name holds a character that a file name cannot have.</source>
        <translation>ファイル名に使えない文字があります。</translation>
    </message>
    <message>
        <source>There is a file of this name already. Choose another name.</source>
        <translation>同じ名前のファイルがあります。別の名前にしてください。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>書き出す</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大きさ</translation>
    </message>
    <message>
        <source>Writing {name}.</source>
        <translation>{name} を書き出しています。</translation>
    </message>
    <message>
        <source>Written. Choose another form, or go back.</source>
        <translation>書き出しました。別の形式を選ぶか、戻ってください。</translation>
    </message>
    <message>
        <source>{name} will be written.</source>
        <translation>{name} を書き出します。</translation>
    </message>
    <message>
        <source>Nothing is sent. Each finding stands in it as it stands here.</source>
        <translation>何も送りません。検出事項はここでの位置付けのまま載ります。</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>やめる</translation>
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
        <source>No finding matches, but the lines of evidence below do.</source>
        <translation>一致する検出事項はありません。下の証跡の行にあります。</translation>
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
    <name>FirstLines</name>
    <message>
        <source>First lines</source>
        <translation>先頭の行</translation>
    </message>
    <message>
        <source>First lines of {name}</source>
        <translation>{name} の先頭</translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Begin with</source>
        <translation>はじめに開くもの</translation>
    </message>
    <message>
        <source>Sample bank</source>
        <translation>見本の銀行</translation>
    </message>
    <message>
        <source>A new case</source>
        <translation>新しい案件</translation>
    </message>
    <message>
        <source>A case that exists</source>
        <translation>既存の案件</translation>
    </message>
    <message>
        <source>③ Begin with</source>
        <translation>③ はじめに開くもの</translation>
    </message>
    <message>
        <source>① Language</source>
        <translation>① 言語</translation>
    </message>
    <message>
        <source>② Your name, as it is to stand in records</source>
        <translation>② 記録に残す名前</translation>
    </message>
    <message>
        <source>Each decision, approval and sending is recorded under it. Others may read it in reports.</source>
        <translation>判断、承認、送信はこの名前で記録され、報告にも載ります。</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>この端末</translation>
    </message>
    <message>
        <source>A made-up bank with old programs, scanner results and planted weaknesses.</source>
        <translation>架空の銀行です。古いプログラム、走査結果、仕込んだ弱点があります。</translation>
    </message>
    <message>
        <source>An empty case file for your own work.</source>
        <translation>自分の仕事のための空の案件です。</translation>
    </message>
    <message>
        <source>A case file from this machine or a colleague.</source>
        <translation>この端末や同僚の案件ファイルです。</translation>
    </message>
    <message>
        <source>managed</source>
        <translation>管理下</translation>
    </message>
    <message>
        <source>unmanaged</source>
        <translation>管理外</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>オフライン</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>By</source>
        <translation>発行者</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>ポリシー</translation>
    </message>
    <message>
        <source>no. {serial}</source>
        <translation>{serial}号</translation>
    </message>
    <message>
        <source>{issuer} decides what may leave it.</source>
        <translation>外へ出せるものは {issuer} が定めます。</translation>
    </message>
    <message>
        <source>Welcome to Sekisho</source>
        <translation>関所へようこそ</translation>
    </message>
    <message>
        <source>Three questions, once</source>
        <translation>最初に3つだけ伺います</translation>
    </message>
    <message>
        <source>Open the sample bank</source>
        <translation>見本の銀行を開く</translation>
    </message>
    <message>
        <source>Make a case</source>
        <translation>案件を作る</translation>
    </message>
    <message>
        <source>Choose a case</source>
        <translation>案件を選ぶ</translation>
    </message>
    <message>
        <source>Reading the sample bank.</source>
        <translation>見本の銀行を読み込んでいます。</translation>
    </message>
    <message>
        <source>Everything here can be changed later in the settings.</source>
        <translation>すべてあとで設定から変えられます。</translation>
    </message>
    <message>
        <source>Enter your name.</source>
        <translation>名前を入れてください。</translation>
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
    <message>
        <source>All encodings</source>
        <translation>すべての文字コード</translation>
    </message>
</context>
<context>
    <name>Footings</name>
    <message>
        <source>Cutting, masking and pricing. Nothing is sent.</source>
        <translation>区切り、マスクし、費用を見積もります。何も送りません。</translation>
    </message>
    <message>
        <source>Planning</source>
        <translation>計画しています</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Record an authorisation</source>
        <translation>実施許可を登録する</translation>
    </message>
    <message>
        <source>No approved model. A signed policy names the models that may be used.</source>
        <translation>承認済みモデルがありません。使えるモデルは署名済みポリシーが定めます。</translation>
    </message>
    <message>
        <source>Choose evidence: Space takes a row in or leaves it out.</source>
        <translation>証跡を選んでください。Space で含める・外すを切り替えます。</translation>
    </message>
    <message numerus="yes">
        <source>{n} files go into a plan for {model}.</source>
        <translation>
            <numerusform>{n}本を {model} への計画に入れます。</numerusform>
        </translation>
    </message>
    <message>
        <source>A plan sends nothing. It is looked at first.</source>
        <translation>計画では何も送りません。先に内容を確認します。</translation>
    </message>
    <message>
        <source>Make the plan</source>
        <translation>計画を作る</translation>
    </message>
    <message>
        <source>Enter takes the words over and scans again. Esc leaves them.</source>
        <translation>Enterで置き換えて検査し直します。Escでやめます。</translation>
    </message>
    <message>
        <source>A group is done when its end is reached and each line was on the screen for a moment.</source>
        <translation>各行を画面に出し、終わりまで進むと確認済みになります。</translation>
    </message>
    <message numerus="yes">
        <source>{n} lines of this group were not on the screen yet.</source>
        <translation>
            <numerusform>この項目の {n}行をまだ表示していません。</numerusform>
        </translation>
    </message>
    <message>
        <source>Left: {groups}</source>
        <translation>残り: {groups}</translation>
    </message>
    <message>
        <source>Next check</source>
        <translation>次の確認へ</translation>
    </message>
    <message>
        <source>A second person must approve.</source>
        <translation>再鑑が必要です。</translation>
    </message>
    <message>
        <source>A signed request names case, plan and cost. The sender cannot approve.</source>
        <translation>署名付きの依頼書に、案件・計画・費用を記します。送信者は承認できません。</translation>
    </message>
    <message>
        <source>Ask for the second person</source>
        <translation>再鑑を依頼する</translation>
    </message>
    <message numerus="yes">
        <source>{n} units go to {model} for at most {cost}. This cannot be taken back.</source>
        <translation>
            <numerusform>{n}単位を {model} へ送信します(最大 {cost})。取り消せません。</numerusform>
        </translation>
    </message>
    <message>
        <source>The gate looks at every byte once more.</source>
        <translation>関所がすべてのバイトをもう一度調べます。</translation>
    </message>
    <message>
        <source>{name} has approved exactly this.</source>
        <translation>{name}がこの内容を承認しました。</translation>
    </message>
    <message>
        <source>Take the answer in</source>
        <translation>再鑑の回答を取り込む</translation>
    </message>
    <message numerus="yes">
        <source>Send {n} units</source>
        <translation>
            <numerusform>{n}単位を送信する</numerusform>
        </translation>
    </message>
    <message>
        <source>{done} of {total} looked at</source>
        <translation>確認 {done} / {total}項目</translation>
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
    <message>
        <source>Japanese UNIX</source>
        <translation>日本語UNIX</translation>
    </message>
    <message>
        <source>Western</source>
        <translation>西欧</translation>
    </message>
    <message>
        <source>Western Windows</source>
        <translation>西欧Windows</translation>
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
    <message>
        <source>What to look at</source>
        <translation>確認するもの</translation>
    </message>
    <message>
        <source>Masked</source>
        <translation>マスクした</translation>
    </message>
    <message>
        <source>A random sample of {n} units without a leak leaves up to {share} of all units possibly leaking (95 %).</source>
        <translation>無作為の {n}単位に漏れが無くても、漏れのある単位は最大で {share} ありえます(95%)。</translation>
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
        <translation>時刻</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>したこと</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>記録</translation>
    </message>
    <message>
        <source>History</source>
        <translation>履歴</translation>
    </message>
    <message>
        <source>Chosen entry</source>
        <translation>選んだ記録</translation>
    </message>
    <message>
        <source>Integrity check</source>
        <translation>完全性検証</translation>
    </message>
    <message>
        <source>Checks every entry, every row and every page of the file. What the same user could rewrite with this machine&apos;s key can&apos;t be found: compare the head with one printed in a report.</source>
        <translation>すべての記録、行、ページを調べます。同じ利用者がこの端末の鍵で書き直したものは見つけられません。報告に載せた末尾の値と比べてください。</translation>
    </message>
    <message>
        <source>The program that had this case open last was ended from outside. Check the case.</source>
        <translation>前回この案件を開いたまま終了しています。完全性検証を行ってください。</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>元に戻した</translation>
    </message>
    <message>
        <source>When</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>端末</translation>
    </message>
    <message>
        <source>About</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>Entries told as part of it</source>
        <translation>内訳の記録</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>not checked since opening</source>
        <translation>開いてから未検証</translation>
    </message>
    <message>
        <source>as it was written</source>
        <translation>書いたとおり</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>変えられている</translation>
    </message>
    <message>
        <source>stopped half-way</source>
        <translation>途中で中止</translation>
    </message>
    <message>
        <source>known to this machine</source>
        <translation>この端末の控えと一致</translation>
    </message>
    <message>
        <source>never seen on this machine</source>
        <translation>この端末では初めて</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>記録</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>末尾</translation>
    </message>
    <message>
        <source>Last head</source>
        <translation>前回の末尾</translation>
    </message>
    <message numerus="yes">
        <source>{n} entries and all rows are as they were written.</source>
        <translation>
            <numerusform>記録 {n}件とすべての行は、書いたとおりです。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} entries undone. Ctrl+Shift+Z does them again.</source>
        <translation>
            <numerusform>{n}件を元に戻しました。Ctrl+Shift+Z でやり直せます。</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo to here</source>
        <translation>ここまで元に戻す</translation>
    </message>
    <message>
        <source>“Undo to here” takes back everything after entry {n}.</source>
        <translation>「ここまで元に戻す」は記録 {n} より後をすべて元に戻します。</translation>
    </message>
    <message>
        <source>Nothing is ever deleted: an undo is an entry of its own.</source>
        <translation>何も消しません。元に戻すことも記録に残ります。</translation>
    </message>
    <message>
        <source>Sendings stay: what left cannot be taken back.</source>
        <translation>送信は残ります。外へ出たものは取り消せません。</translation>
    </message>
</context>
<context>
    <name>Hits</name>
    <message>
        <source>Hits</source>
        <translation>該当箇所</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>単位</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>In its line</source>
        <translation>前後の文</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Mask this value everywhere</source>
        <translation>この値をマスクする</translation>
    </message>
    <message>
        <source>Leave this unit out</source>
        <translation>この単位を送らない</translation>
    </message>
    <message>
        <source>Write it anew</source>
        <translation>書き換える</translation>
    </message>
    <message>
        <source>Take the last change back</source>
        <translation>直前の変更を戻す</translation>
    </message>
    <message>
        <source>Fine as it is, next</source>
        <translation>このままでよい・次へ</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>手元の原文</translation>
    </message>
    <message>
        <source>What leaves</source>
        <translation>外へ出る文</translation>
    </message>
    <message>
        <source>Choose a stretch of what leaves to mask it or to write it anew; each change is scanned again.</source>
        <translation>外へ出る文の一部を選ぶと、マスクも書き換えもできます。変更のたびに検査し直します。</translation>
    </message>
    <message>
        <source>{seen} of {n} seen</source>
        <translation>{n}か所のうち {seen}か所を表示</translation>
    </message>
    <message>
        <source>nothing of this unit leaves</source>
        <translation>この単位は何も出ません</translation>
    </message>
    <message>
        <source>{n} tokens</source>
        <translation>{n}トークン</translation>
    </message>
    <message numerus="yes">
        <source>{n} masks</source>
        <translation>
            <numerusform>マスク {n}か所</numerusform>
        </translation>
    </message>
    <message>
        <source>the whole unit, lines {lines}</source>
        <translation>単位全体({lines}行)</translation>
    </message>
</context>
<context>
    <name>ImportCounts</name>
    <message numerus="yes">
        <source>{n} files chosen</source>
        <translation>
            <numerusform>{n}個を選択</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} files join the evidence.</source>
        <translation>
            <numerusform>{n}個が証跡に加わります。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} questions left open count as “none of them”.</source>
        <translation>
            <numerusform>移動の候補 {n}件は、選ばなければ「別のもの」として扱います。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} files are in.</source>
        <translation>
            <numerusform>{n}個を取り込みました。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>Drop scanner results or source here, or choose them.</source>
        <translation>ツールの結果やソースをここへ落とすか、選んでください。</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>ファイルを選ぶ</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>フォルダを選ぶ</translation>
    </message>
    <message>
        <source>Reading what was chosen</source>
        <translation>選んだものを読んでいます</translation>
    </message>
    <message>
        <source>Reading in a process of its own. Nothing has changed yet.</source>
        <translation>別プロセスで読んでいます。まだ何も変わっていません。</translation>
    </message>
    <message>
        <source>There is no file in what was chosen.</source>
        <translation>選んだ中にファイルがありません。</translation>
    </message>
    <message>
        <source>Reading the sources again</source>
        <translation>ソースを読み直す</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>取り込んでいます</translation>
    </message>
    <message>
        <source>{new} new, {moved} moved, {gone} gone</source>
        <translation>新規 {new}、移動 {moved}、消えた {gone}</translation>
    </message>
    <message>
        <source>The import is undone.</source>
        <translation>取り込みを元に戻しました。</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>取り込む</translation>
    </message>
    <message>
        <source>Before importing</source>
        <translation>取り込み前の確認</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>取り込み済み</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>選ぶ</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>nothing has changed yet</source>
        <translation>まだ何も変わっていません</translation>
    </message>
    <message>
        <source>Reading the sources again.</source>
        <translation>ソースを読み直しています。</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>SARIF, Nessus, Nmap, CycloneDX, CSV and source are known by their content.</source>
        <translation>SARIF、Nessus、Nmap、CycloneDX、CSV とソースは中身で見分けます。</translation>
    </message>
    <message>
        <source>Anything else is kept byte for byte as evidence.</source>
        <translation>ほかのものは証跡としてそのまま残します。</translation>
    </message>
    <message>
        <source>It is one entry of the history, and can be undone whole.</source>
        <translation>1件の記録なので、まとめて元に戻せます。</translation>
    </message>
    <message>
        <source>To the list</source>
        <translation>一覧へ</translation>
    </message>
    <message>
        <source>Undo the import</source>
        <translation>取り込みを元に戻す</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>読み取り</translation>
    </message>
    <message>
        <source>Reading what was chosen.</source>
        <translation>選んだものを読んでいます。</translation>
    </message>
    <message>
        <source>Writing one entry.</source>
        <translation>1件の記録として書いています。</translation>
    </message>
    <message>
        <source>Esc stops it; then nothing has changed.</source>
        <translation>Esc で中止します。中止すれば何も変わりません。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>中止する</translation>
    </message>
    <message>
        <source>Nothing is left to import.</source>
        <translation>取り込むものがありません。</translation>
    </message>
    <message>
        <source>{new} findings join, {moved} move, {gone} get a mark.</source>
        <translation>取り込むと {new}件が加わり、{moved}件が移り、{gone}件に印が付きます。</translation>
    </message>
    <message>
        <source>It can be undone at once later.</source>
        <translation>あとから一度に元へ戻せます。</translation>
    </message>
    <message>
        <source>Take it in again</source>
        <translation>もう一度含める</translation>
    </message>
    <message>
        <source>Leave this out</source>
        <translation>これを外す</translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message>
        <source>Gone</source>
        <translation>消えた</translation>
    </message>
    <message>
        <source>Person&apos;s value</source>
        <translation>人の値</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>移動</translation>
    </message>
    <message>
        <source>Moved?</source>
        <translation>移動?</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新規</translation>
    </message>
    <message>
        <source>the tool&apos;s own fingerprint, 1 to 1</source>
        <translation>道具の指紋が一致 1対1</translation>
    </message>
    <message>
        <source>paragraph and 100 characters around, 1 to 1</source>
        <translation>段落と前後100字が一致 1対1</translation>
    </message>
    <message>
        <source>rule, file and paragraph, 1 to 1</source>
        <translation>規則とファイルと段落が一致 1対1</translation>
    </message>
    <message>
        <source>the quote, 1 to 1</source>
        <translation>引用が一致 1対1</translation>
    </message>
    <message>
        <source>you said so</source>
        <translation>あなたの回答</translation>
    </message>
    <message>
        <source>no finding like it</source>
        <translation>一致する検出事項なし</translation>
    </message>
    <message>
        <source>the file was looked at again</source>
        <translation>ファイルは今回も走査済み</translation>
    </message>
    <message>
        <source>its file is not in the results</source>
        <translation>ファイルが今回の結果にない</translation>
    </message>
    <message>
        <source>set by {who}</source>
        <translation>{who} が設定</translation>
    </message>
    <message>
        <source>{n} candidates: choose</source>
        <translation>候補が {n}つ。選んでください</translation>
    </message>
    <message>
        <source>text</source>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>data</source>
        <translation>データ</translation>
    </message>
    <message>
        <source>control</source>
        <translation>制御文</translation>
    </message>
    <message>
        <source>Text that speaks to an AI</source>
        <translation>AI への指示に読める文章</translation>
    </message>
    <message>
        <source>Characters that turn the reading order round</source>
        <translation>読む順を変える文字</translation>
    </message>
    <message>
        <source>Characters without width</source>
        <translation>幅のない文字</translation>
    </message>
    <message>
        <source>Invisible tag characters</source>
        <translation>見えないタグ文字</translation>
    </message>
    <message>
        <source>in the sequence columns 1–6</source>
        <translation>1–6桁(一連番号)</translation>
    </message>
    <message>
        <source>in the identification columns 73–80</source>
        <translation>73–80桁(識別)</translation>
    </message>
    <message>
        <source> or </source>
        <translation> か </translation>
    </message>
    <message>
        <source>line {line}</source>
        <translation>行 {line}</translation>
    </message>
    <message>
        <source>— none</source>
        <translation>— なし</translation>
    </message>
    <message>
        <source>several earlier ones: choose</source>
        <translation>前回のものが複数。選んでください</translation>
    </message>
    <message>
        <source>tool</source>
        <translation>ツール</translation>
    </message>
    <message>
        <source>unknown form</source>
        <translation>形式が分かりません</translation>
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
    <name>LedgerPage</name>
    <message>
        <source>Sendings</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>When</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>単位</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>バイト</translation>
    </message>
    <message>
        <source>Masks</source>
        <translation>マスク</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>費用</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Exact bytes that left</source>
        <translation>外へ出たバイト</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Nothing has left this case.</source>
        <translation>この案件からは何も出ていません。</translation>
    </message>
    <message>
        <source>Make a plan</source>
        <translation>計画を作る</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>そこから生まれたもの</translation>
    </message>
    <message>
        <source>Nothing left the building for this finding.</source>
        <translation>この検出事項のために出たものはありません。</translation>
    </message>
    <message>
        <source>All sendings</source>
        <translation>すべての送信</translation>
    </message>
    <message>
        <source>No finding.</source>
        <translation>検出事項はありません。</translation>
    </message>
    <message>
        <source>No answer was seen.</source>
        <translation>回答を確認できていません。</translation>
    </message>
    <message>
        <source>the first {shown} of {all}</source>
        <translation>{all} のうち先頭 {shown}</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>Tokens in, out</source>
        <translation>トークン(入力、出力)</translation>
    </message>
    <message>
        <source>Time taken</source>
        <translation>所要時間</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n}秒</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>求めたモデル</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>答えたモデル</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>提供事業者</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>行き先</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>ポリシー</translation>
    </message>
    <message>
        <source>Its number</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>for finding #{n}</source>
        <translation>検出事項 #{n} について</translation>
    </message>
    <message>
        <source>Egress ledger</source>
        <translation>送信記録</translation>
    </message>
    <message>
        <source>what left, when, to whom, for what</source>
        <translation>何が、いつ、どこへ、何のために出たか</translation>
    </message>
    <message numerus="yes">
        <source>{n} sendings, {size} in all.</source>
        <translation>
            <numerusform>送信 {n}件、合わせて {size}。</numerusform>
        </translation>
    </message>
    <message>
        <source>Written before the bytes left. Nothing here can be changed or undone.</source>
        <translation>送る前に書いた記録です。変更も取り消しもできません。</translation>
    </message>
    <message>
        <source>To its finding</source>
        <translation>検出事項へ</translation>
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
        <source>still reading texts</source>
        <translation>本文を検索中</translation>
    </message>
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
        <translation>変化</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変化</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>検出事項</translation>
    </message>
    <message>
        <source>Before → after</source>
        <translation>前 → 後</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>文字コード</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Undecoded</source>
        <translation>復号不可</translation>
    </message>
    <message>
        <source>Nothing in the list changes.</source>
        <translation>一覧は変わりません。</translation>
    </message>
    <message>
        <source>compared with the import of {day}</source>
        <translation>{day} の取り込みと比べました</translation>
    </message>
    <message>
        <source>the first of this tool</source>
        <translation>この道具では初めて</translation>
    </message>
    <message>
        <source>compared with {name} of this import</source>
        <translation>いっしょに取り込む {name} と比べました</translation>
    </message>
    <message numerus="yes">
        <source>{n} findings that somebody decided are not in these results. Decisions and annotations stay.</source>
        <translation>
            <numerusform>判断済みの {n}件が、今回の結果にありません。判断と注釈はそのまま残ります。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} bytes could not be decoded. They are kept, and can be read otherwise later.</source>
        <translation>
            <numerusform>{n}バイトを復号できません。元のまま残し、あとから読み方を変えられます。</numerusform>
        </translation>
    </message>
    <message>
        <source>New</source>
        <translation>新規</translation>
    </message>
    <message>
        <source>join the list</source>
        <translation>一覧に加わります</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>移動</translation>
    </message>
    <message>
        <source>only the place changes</source>
        <translation>場所だけ変わります</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>同じ</translation>
    </message>
    <message>
        <source>nothing changes</source>
        <translation>何も変わりません</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>消えた</translation>
    </message>
    <message>
        <source>stay, with a mark</source>
        <translation>残して印を付けます</translation>
    </message>
    <message>
        <source>Person&apos;s value</source>
        <translation>人の値</translation>
    </message>
    <message>
        <source>the new one beside it</source>
        <translation>新しい値は横に置きます</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新規</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>消えた</translation>
    </message>
    <message>
        <source>same</source>
        <translation>同じ</translation>
    </message>
    <message>
        <source>not shown: {rest}</source>
        <translation>ほかに {rest}</translation>
    </message>
    <message>
        <source>is there already</source>
        <translation>取り込み済み</translation>
    </message>
</context>
<context>
    <name>NewCasePage</name>
    <message>
        <source>Core deposit system, assessment 2026</source>
        <translation>預金系オンライン 脆弱性診断 2026年度</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>ファイル名</translation>
    </message>
    <message>
        <source>Data class</source>
        <translation>情報区分</translation>
    </message>
    <message>
        <source>TLP</source>
        <translation>TLP</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>暗号化</translation>
    </message>
    <message>
        <source>Encrypted</source>
        <translation>暗号化する</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>暗号化しない</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>題名</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>場所</translation>
    </message>
    <message>
        <source>This case</source>
        <translation>この案件</translation>
    </message>
    <message>
        <source>For the whole case. Evidence gets its own class when it is brought in.</source>
        <translation>案件全体の区分です。証跡の区分は取り込むときに付けます。</translation>
    </message>
    <message>
        <source>Stands on every report. It can be changed later.</source>
        <translation>すべての報告に載ります。あとで変えられます。</translation>
    </message>
    <message>
        <source>A case is one file. Findings, decisions, evidence and the record of every sending lie in it, and nothing leaves it without its authorisation.</source>
        <translation>案件は1つのファイルです。検出事項、判断、証跡、送信の記録が入り、実施許可なしには何も出ません。</translation>
    </message>
    <message>
        <source>Change folder</source>
        <translation>フォルダを変える</translation>
    </message>
    <message>
        <source>Give the case a title.</source>
        <translation>題名を入れてください。</translation>
    </message>
    <message>
        <source>The file name holds a character that a file name cannot have.</source>
        <translation>ファイル名に使えない文字があります。</translation>
    </message>
    <message>
        <source>There is a file of this name already. Choose another name.</source>
        <translation>同じ名前のファイルがあります。別の名前にしてください。</translation>
    </message>
    <message>
        <source>keyring, and a recovery key</source>
        <translation>鍵束と回復キー</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダ</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>編集者</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>鍵</translation>
    </message>
    <message>
        <source>The policy wants every case encrypted.</source>
        <translation>ポリシーにより、案件は必ず暗号化します。</translation>
    </message>
    <message>
        <source>The key is kept in this machine&apos;s keyring, and a recovery key is shown once.</source>
        <translation>鍵はこの端末の鍵束に入り、回復キーを一度だけ表示します。</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>決める</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>回復キー</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>新しい案件</translation>
    </message>
    <message>
        <source>Nothing leaves this machine</source>
        <translation>この端末からは何も出ません</translation>
    </message>
    <message>
        <source>This key will not be shown again.</source>
        <translation>この鍵は二度と表示しません。</translation>
    </message>
    <message>
        <source>Without it and without this machine&apos;s keyring nobody can open the case.</source>
        <translation>これとこの端末の鍵束の両方を失うと、誰も開けません。</translation>
    </message>
    <message>
        <source>I have kept it: open the case</source>
        <translation>控えたので案件を開く</translation>
    </message>
    <message>
        <source>A case will be made at {path}.</source>
        <translation>{path} に案件を作ります。</translation>
    </message>
    <message>
        <source>You can change everything but the place later.</source>
        <translation>場所のほかはあとで変えられます。</translation>
    </message>
    <message>
        <source>Make the case</source>
        <translation>案件を作る</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>やめる</translation>
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
        <translation>回復キー</translation>
    </message>
    <message>
        <source>Choose a case file.</source>
        <translation>案件のファイルを選んでください。</translation>
    </message>
    <message>
        <source>Enter opens the case.</source>
        <translation>Enter で案件を開きます。</translation>
    </message>
    <message>
        <source>Choose a case</source>
        <translation>案件を選ぶ</translation>
    </message>
    <message>
        <source>Cases (*{suffix})</source>
        <translation>案件 (*{suffix})</translation>
    </message>
    <message>
        <source>Recent cases</source>
        <translation>最近の案件</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>Open a case</source>
        <translation>案件を開く</translation>
    </message>
    <message>
        <source>Opening {name}.</source>
        <translation>{name} を開いています。</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Choose another</source>
        <translation>別のものを選ぶ</translation>
    </message>
    <message>
        <source>It can be opened to read; nothing in it changes then.</source>
        <translation>閲覧で開けます。その場合は何も変わりません。</translation>
    </message>
    <message>
        <source>Open to read</source>
        <translation>閲覧で開く</translation>
    </message>
    <message>
        <source>This machine has no key for this case.</source>
        <translation>この端末にこの案件の鍵がありません。</translation>
    </message>
    <message>
        <source>The recovery key opens it, and is then kept in this machine&apos;s keyring.</source>
        <translation>回復キーで開けます。鍵はこの端末の鍵束に入ります。</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>案件を開く</translation>
    </message>
    <message>
        <source>A case is one file. It is opened where it lies.</source>
        <translation>案件は1つのファイルです。置いてある場所で開きます。</translation>
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
    <name>PlanChoice</name>
    <message>
        <source>Approved models</source>
        <translation>承認済みモデル</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>証跡</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>Data class</source>
        <translation>情報区分</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>行</translation>
    </message>
</context>
<context>
    <name>PolicyPage</name>
    <message>
        <source>Policy and models</source>
        <translation>ポリシーとモデル</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>署名</translation>
    </message>
    <message>
        <source>Evidence to try</source>
        <translation>試す証跡</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>証跡</translation>
    </message>
    <message>
        <source>Data class</source>
        <translation>情報区分</translation>
    </message>
    <message>
        <source>Try it: could this evidence go to this model?</source>
        <translation>試す: この証跡をこのモデルへ送れるか</translation>
    </message>
    <message>
        <source>managed</source>
        <translation>管理下</translation>
    </message>
    <message>
        <source>unmanaged</source>
        <translation>管理外</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>オフライン</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>この端末</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>発行者</translation>
    </message>
    <message>
        <source>Serial</source>
        <translation>号</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>署名者</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有効期限</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>no. {serial}</source>
        <translation>{serial}号</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>ポリシー</translation>
    </message>
    <message>
        <source>Approved models</source>
        <translation>承認済みモデル</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>No policy holds</source>
        <translation>有効なポリシーがありません</translation>
    </message>
    <message>
        <source>The case has no source to try yet.</source>
        <translation>試せるソースがまだありません。</translation>
    </message>
    <message numerus="yes">
        <source>Cannot go: {n} reasons.</source>
        <translation>
            <numerusform>送れません。理由 {n}件。</numerusform>
        </translation>
    </message>
    <message>
        <source>Can go to {model} once the plan is looked at and approved.</source>
        <translation>計画を確認して承認すれば {model} へ送れます。</translation>
    </message>
    <message>
        <source>Policies (*.json)</source>
        <translation>ポリシー (*.json)</translation>
    </message>
    <message>
        <source>Bring in a policy</source>
        <translation>ポリシーを取り込む</translation>
    </message>
    <message>
        <source>Choose a model to see what may go to it.</source>
        <translation>モデルを選ぶと、送れるものが分かります。</translation>
    </message>
    <message>
        <source>Choose evidence to try it.</source>
        <translation>試す証跡を選んでください。</translation>
    </message>
    <message numerus="yes">
        <source>{n} reasons stand against sending this evidence.</source>
        <translation>
            <numerusform>この証跡の送信を止める理由が {n}件あります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing stands against planning to send this evidence.</source>
        <translation>この証跡の送信を計画できます。</translation>
    </message>
    <message>
        <source>Bring in a policy and the signature that lies beside it.</source>
        <translation>ポリシーを、横にある署名と一緒に取り込みます。</translation>
    </message>
    <message>
        <source>Its key must be known to this machine. Make and sign one with “sekisho policy”.</source>
        <translation>署名の鍵はこの端末に登録済みのものに限ります。作成と署名は sekisho policy で行えます。</translation>
    </message>
    <message>
        <source>Trying sends nothing. Each sending is planned, looked at and approved.</source>
        <translation>試しても何も送りません。送信には計画、確認、承認が要ります。</translation>
    </message>
    <message>
        <source>Plan to send</source>
        <translation>送信を計画する</translation>
    </message>
    <message>
        <source>Key and connection</source>
        <translation>鍵と接続</translation>
    </message>
</context>
<context>
    <name>PolicyWords</name>
    <message>
        <source>{issuer} decides what may leave. The policy is no. {serial}.</source>
        <translation>外へ出せるものは {issuer} が定めます。ポリシーは {serial}号です。</translation>
    </message>
    <message>
        <source>It holds from {first} to {last}.</source>
        <translation>有効期間は {first} から {last} までです。</translation>
    </message>
    <message>
        <source>Drawn at random to be looked at before each sending: {n} units.</source>
        <translation>送信のたびに、無作為に選んだ {n}単位を確認します。</translation>
    </message>
    <message>
        <source>Approved models: {n}.</source>
        <translation>承認済みモデルは {n}つです。</translation>
    </message>
    <message>
        <source>Second persons: {names}.</source>
        <translation>再鑑者: {names}。</translation>
    </message>
    <message>
        <source>Every case must be encrypted.</source>
        <translation>案件は必ず暗号化します。</translation>
    </message>
    <message>
        <source>All sending is stopped.</source>
        <translation>すべての送信を止めています。</translation>
    </message>
    <message>
        <source>Evidence up to the class “{highest}” may go to it.</source>
        <translation>情報区分「{highest}」までの証跡を送れます。</translation>
    </message>
    <message>
        <source>It runs at {host}, port {port}, in {region}; {provider} answers as “{model}”.</source>
        <translation>行き先は {host}(ポート {port}、{region})。{provider} が「{model}」として答えます。</translation>
    </message>
    <message>
        <source>The provider keeps: {retention}.</source>
        <translation>提供事業者の保存: {retention}。</translation>
    </message>
    <message>
        <source>What is sent is not used for training ({terms}).</source>
        <translation>送ったものは機械学習に使われません({terms})。</translation>
    </message>
    <message>
        <source>The provider may use what is sent for training ({terms}).</source>
        <translation>送ったものが機械学習に使われることがあります({terms})。</translation>
    </message>
    <message>
        <source>Purposes: {purposes}.</source>
        <translation>利用目的: {purposes}。</translation>
    </message>
    <message>
        <source>Everyone at this machine may use it.</source>
        <translation>この端末の全員が使えます。</translation>
    </message>
    <message>
        <source>These may use it: {users}.</source>
        <translation>使える人: {users}。</translation>
    </message>
    <message>
        <source>It may be used until {day}.</source>
        <translation>{day} まで使えます。</translation>
    </message>
    <message>
        <source>Masked by the profile “{profile}”.</source>
        <translation>マスキングの設定は「{profile}」です。</translation>
    </message>
    <message>
        <source>Never sent to it: {kinds}.</source>
        <translation>決して送らないもの: {kinds}。</translation>
    </message>
    <message>
        <source>A person looks before anything is sent.</source>
        <translation>送る前に人が確認します。</translation>
    </message>
    <message>
        <source>A second person approves evidence of the class {classes}.</source>
        <translation>情報区分 {classes} の証跡は再鑑が要ります。</translation>
    </message>
    <message>
        <source>At most {n} tokens a request.</source>
        <translation>1回の要求は {n}トークンまで。</translation>
    </message>
    <message>
        <source>At most {n} requests a run.</source>
        <translation>1回の調査は {n}要求まで。</translation>
    </message>
    <message>
        <source>At most {n} requests a day.</source>
        <translation>1日 {n}要求まで。</translation>
    </message>
    <message>
        <source>At most {cost} {currency} a run.</source>
        <translation>1回の調査は {cost} {currency} まで。</translation>
    </message>
    <message>
        <source>At most {cost} {currency} a day.</source>
        <translation>1日 {cost} {currency} まで。</translation>
    </message>
    <message>
        <source>At most {cost} {currency} a month.</source>
        <translation>1か月 {cost} {currency} まで。</translation>
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
    <name>Questions</name>
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
        <source>Annotation of #{id}</source>
        <translation>#{id} への注釈</translation>
    </message>
    <message>
        <source>Annotation</source>
        <translation>注釈</translation>
    </message>
    <message>
        <source>This finding waits for no second person</source>
        <translation>この検出事項は再鑑待ちではありません</translation>
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
    <message>
        <source>Keep this query below the queues</source>
        <translation>この条件を待ち行列の下に保存</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>This query is not one that was kept</source>
        <translation>この条件は保存したものではありません</translation>
    </message>
    <message numerus="yes">
        <source>{n} findings</source>
        <translation>
            <numerusform>検出事項 {n}件</numerusform>
        </translation>
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
        <source>the list will say: confirmed, reproduced by you</source>
        <translation>一覧には「確定・再現済み」と出ます</translation>
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
        <translation>写す</translation>
    </message>
    <message>
        <source>Print it or write it down, and keep it away from this machine. With it the case opens on another machine, and here when the keyring is lost.</source>
        <translation>印刷するか書き写し、この端末とは別の場所に保管してください。別の端末でも、鍵束を失ったときも、これで開けます。</translation>
    </message>
    <message>
        <source>Recovery key of “{title}”</source>
        <translation>「{title}」の回復キー</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>回復キー</translation>
    </message>
    <message>
        <source>This machine&apos;s keyring did not take the key. From the next start on, the case opens only with this recovery key.</source>
        <translation>この端末の鍵束に鍵を入れられません。次からは回復キーでしか開けません。</translation>
    </message>
    <message>
        <source>Copied. Clear the clipboard after pasting it.</source>
        <translation>写しました。貼り付けたらクリップボードを消してください。</translation>
    </message>
</context>
<context>
    <name>Resuming</name>
    <message numerus="yes">
        <source>{n} lines typed earlier were not kept in the case</source>
        <translation>
            <numerusform>入力の途中で案件に記録していない文が {n}件あります</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the last</source>
        <translation>最後の文を表示</translation>
    </message>
</context>
<context>
    <name>Rewriting</name>
    <message>
        <source>Own words</source>
        <translation>置き換える文</translation>
    </message>
    <message>
        <source>Enter: scan again</source>
        <translation>Enter 検査し直す</translation>
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
    <name>RunPage</name>
    <message>
        <source>Sendings of this run</source>
        <translation>この調査の送信</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>単位</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>トークン</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>費用</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>手がかり</translation>
    </message>
    <message>
        <source>This run</source>
        <translation>この調査</translation>
    </message>
    <message>
        <source>Units of unknown outcome</source>
        <translation>結果が不明な単位</translation>
    </message>
    <message>
        <source>Leave them</source>
        <translation>そのままにする</translation>
    </message>
    <message>
        <source>Send them again</source>
        <translation>もう一度送る</translation>
    </message>
    <message>
        <source>Analysing with AI</source>
        <translation>AIで調べています</translation>
    </message>
    <message>
        <source>No run yet.</source>
        <translation>まだ調査はありません。</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>始めています</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>計画</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>回答あり</translation>
    </message>
    <message>
        <source>Without a usable answer</source>
        <translation>使える回答なし</translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <translation>結果不明</translation>
    </message>
    <message>
        <source>Leads filed</source>
        <translation>記録した手がかり</translation>
    </message>
    <message>
        <source>Quote not found</source>
        <translation>引用が合わない</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>ここまで</translation>
    </message>
    <message>
        <source>Planned at most</source>
        <translation>計画の上限</translation>
    </message>
    <message>
        <source>Limit of a run</source>
        <translation>1回の上限</translation>
    </message>
    <message numerus="yes">
        <source>{n} units were sent and no answer was seen. They may have been charged.</source>
        <translation>
            <numerusform>{n}単位を送りましたが、回答を確認できません。課金されていることがあります。</numerusform>
        </translation>
    </message>
    <message>
        <source>running</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>中断</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>stopped by the gate</source>
        <translation>関所が停止</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>計画</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>照合</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>調査</translation>
    </message>
    <message>
        <source>about {n} min left</source>
        <translation>残り約{n}分</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Paused: what is in the air comes back.</source>
        <translation>一時停止しました。送信済みの回答は受け取ります。</translation>
    </message>
    <message>
        <source>Leads wait behind F5; the list does not move. You can go back, the run goes on.</source>
        <translation>手がかりは F5 まで待ちます。一覧は動きません。戻っても調査は続きます。</translation>
    </message>
    <message>
        <source>To the list</source>
        <translation>一覧へ</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>中止する</translation>
    </message>
    <message>
        <source>To the ledger</source>
        <translation>送信記録へ</translation>
    </message>
    <message numerus="yes">
        <source>{n} units of this run have no answer.</source>
        <translation>
            <numerusform>この調査の {n}単位に回答がありません。</numerusform>
        </translation>
    </message>
    <message>
        <source>What was answered is not asked again.</source>
        <translation>回答のあったものは、もう一度尋ねません。</translation>
    </message>
    <message>
        <source>Go on with the run</source>
        <translation>調査を続ける</translation>
    </message>
    <message>
        <source>Nothing has been sent from this case.</source>
        <translation>この案件からは何も送っていません。</translation>
    </message>
    <message>
        <source>Make a plan</source>
        <translation>計画を作る</translation>
    </message>
    <message numerus="yes">
        <source>{leads} leads, {lost} with no matching quote.</source>
        <translation>
            <numerusform>手がかり {leads}件、引用が合わないもの {lost}件です。</numerusform>
        </translation>
    </message>
    <message>
        <source>Leads are unverified: nobody has decided on them yet.</source>
        <translation>手がかりは未検証です。まだ誰も判断していません。</translation>
    </message>
    <message>
        <source>To the leads</source>
        <translation>手がかりへ</translation>
    </message>
</context>
<context>
    <name>SecondPerson</name>
    <message>
        <source>Request for a second person</source>
        <translation>再鑑の依頼</translation>
    </message>
    <message>
        <source>Answer of the second person</source>
        <translation>再鑑の回答</translation>
    </message>
</context>
<context>
    <name>SecretPart</name>
    <message>
        <source>Keep</source>
        <translation>保管する</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>消す</translation>
    </message>
    <message>
        <source>Kept in the operating system&apos;s keyring.</source>
        <translation>OS の鍵束に保管しています。</translation>
    </message>
    <message>
        <source>This machine has no keyring: kept until Sekisho is closed.</source>
        <translation>この端末に鍵束がないため、Sekisho を終了するまで保持します。</translation>
    </message>
    <message>
        <source>None is kept.</source>
        <translation>まだ保管していません。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>入れ替える</translation>
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
        <translation>言語</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>Takes effect at the next start. Reports have their own.</source>
        <translation>次の起動から変わります。報告の言語は別に選びます。</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>テーマ</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字の大きさ</translation>
    </message>
    <message>
        <source>Density of the list</source>
        <translation>一覧の行間</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>標準</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>詰める</translation>
    </message>
    <message>
        <source>Code font</source>
        <translation>コードのフォント</translation>
    </message>
    <message>
        <source>As supplied</source>
        <translation>付属のもの</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Only fonts in which a kanji is exactly two half-width characters wide are offered.</source>
        <translation>漢字がちょうど半角2文字の幅になるフォントだけを選べます。</translation>
    </message>
    <message>
        <source>Your name, as it is to stand in records</source>
        <translation>記録に残す名前</translation>
    </message>
    <message>
        <source>Takes effect at the next start. What is recorded already keeps the name it has.</source>
        <translation>次の起動から変わります。記録済みのものはそのままです。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Every choice is kept at once</source>
        <translation>選ぶとすぐに保存します</translation>
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
    <name>Steps</name>
    <message>
        <source>holds</source>
        <translation>満たしている</translation>
    </message>
    <message>
        <source>fails</source>
        <translation>満たしていない</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>まだ見ていない</translation>
    </message>
    <message>
        <source>being checked</source>
        <translation>確認中</translation>
    </message>
</context>
<context>
    <name>Sureness</name>
    <message>
        <source>sure</source>
        <translation>確か</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>おそらく</translation>
    </message>
    <message>
        <source>uncertain</source>
        <translation>不確か</translation>
    </message>
</context>
<context>
    <name>Terms</name>
    <message>
        <source>Where to</source>
        <translation>行き先</translation>
    </message>
    <message>
        <source>What</source>
        <translation>送るもの</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>費用</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>許可</translation>
    </message>
    <message>
        <source>excluded ({terms})</source>
        <translation>対象外({terms})</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>提供事業者</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>処理する地域</translation>
    </message>
    <message>
        <source>Provider keeps</source>
        <translation>事業者側の保存</translation>
    </message>
    <message>
        <source>Training use</source>
        <translation>機械学習への利用</translation>
    </message>
    <message>
        <source>allowed</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>単位</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大きさ</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>トークン</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>計画</translation>
    </message>
    <message>
        <source>Data class</source>
        <translation>情報区分</translation>
    </message>
    <message>
        <source>{asked} (up to {highest})</source>
        <translation>{asked}(上限 {highest})</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>Limit of a run</source>
        <translation>1回の上限</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>今月</translation>
    </message>
    <message>
        <source>Authorisation</source>
        <translation>実施許可</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>{day} まで</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>ポリシー</translation>
    </message>
    <message>
        <source>no. {serial}</source>
        <translation>{serial}号</translation>
    </message>
    <message>
        <source>Second person</source>
        <translation>再鑑</translation>
    </message>
    <message>
        <source>{name} said no</source>
        <translation>{name}が差し止め</translation>
    </message>
    <message>
        <source>needed</source>
        <translation>必要</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>不要</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>送信者</translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>byte order mark</source>
        <translation>BOM あり</translation>
    </message>
    <message>
        <source>begins as a known binary file</source>
        <translation>既知のバイナリの先頭</translation>
    </message>
    <message>
        <source>many control bytes</source>
        <translation>制御バイトが多い</translation>
    </message>
    <message>
        <source>every other byte is zero</source>
        <translation>1バイトおきに 0</translation>
    </message>
    <message>
        <source>blanks of the host (0x40)</source>
        <translation>ホストの空白(0x40)</translation>
    </message>
    <message>
        <source>letters of the host</source>
        <translation>ホストの英数字</translation>
    </message>
    <message>
        <source>no shift codes</source>
        <translation>シフトコードなし</translation>
    </message>
    <message>
        <source>SO and SI in pairs</source>
        <translation>SO と SI が対</translation>
    </message>
    <message>
        <source>SO and SI not in pairs</source>
        <translation>SO と SI が対でない</translation>
    </message>
    <message>
        <source>no byte that tells kana from small letters</source>
        <translation>カナと英小文字を分けるバイトなし</translation>
    </message>
    <message>
        <source>half-width kana</source>
        <translation>半角カナ</translation>
    </message>
    <message>
        <source>small letters</source>
        <translation>英小文字</translation>
    </message>
    <message>
        <source>JIS escape sequences</source>
        <translation>JIS のエスケープ</translation>
    </message>
    <message>
        <source>ASCII only</source>
        <translation>ASCII のみ</translation>
    </message>
    <message>
        <source>valid UTF-8</source>
        <translation>UTF-8 として正しい</translation>
    </message>
    <message>
        <source>not valid UTF-8</source>
        <translation>UTF-8 として正しくない</translation>
    </message>
    <message>
        <source>every byte is read</source>
        <translation>全バイトを読める</translation>
    </message>
    <message>
        <source>bytes that cannot be read</source>
        <translation>読めないバイトあり</translation>
    </message>
    <message>
        <source>single shifts before kana</source>
        <translation>カナの前に単一シフト</translation>
    </message>
    <message>
        <source>how common its characters are</source>
        <translation>よく使う文字の割合</translation>
    </message>
    <message>
        <source>single accented letters</source>
        <translation>アクセント付き文字が単独</translation>
    </message>
    <message>
        <source>not likely</source>
        <translation>可能性は低い</translation>
    </message>
    <message>
        <source>record descriptor words</source>
        <translation>レコード記述語</translation>
    </message>
    <message>
        <source>no line ends</source>
        <translation>行末なし</translation>
    </message>
    <message>
        <source>chosen by a person</source>
        <translation>人が選択</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Policy no. {n} in force</source>
        <translation>ポリシー {n}号 有効</translation>
    </message>
    <message>
        <source>Policy no. {n} not in force</source>
        <translation>ポリシー {n}号 無効</translation>
    </message>
</context>
</TS>
