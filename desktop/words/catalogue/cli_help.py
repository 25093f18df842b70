"""What ``--help`` says: of each command, and of each of its arguments as ``help.<command>.<argument>``."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "help.sekisho": (
        "弱点を確かめ、判断し、報告する作業台。外へ出るものは関所が決めます。",
        "A bench for verifying, triaging and reporting weaknesses, with a gate that decides what may leave.",
    ),
    # What all commands take
    "help.case": ("案件のファイル(.sekisho)", "the case file (.sekisho)"),
    "help.--json": ("1行に1つの JSON を標準出力へ書きます", "one JSON object a line on stdout"),
    "help.--lang": ("表示の言語", "language of messages"),
    "help.--actor": ("記録に残す名前(なければ設定の名前)", "name that is recorded (default: the one in the settings)"),
    "help.--help": ("この説明を表示します", "show this help"),
    "help.--recover": (
        "回復キーで開きます(尋ねるか、標準入力の1行目から読みます)",
        "open with the recovery key (asked for, or the first line of stdin)",
    ),
    # Cases and evidence
    "help.demo": ("見本の銀行で主な作業を通して行います", "the main job on the sample bank"),
    "help.demo.--out": ("成果物を置くフォルダー", "folder for what is made"),
    "help.demo.--model-file": (
        "見本の小さなモデルのファイル(なければ送信を行いません)",
        "file of the tiny model (nothing is sent without it)",
    ),
    "help.demo.--no-window": ("終わっても画面を開きません", "do not open the window at the end"),
    "help.new": ("案件を作ります", "make a case"),
    "help.new.--title": ("案件の名前(なければファイルの名前)", "the case's title (default: the file's name)"),
    "help.new.--encrypt": ("暗号化し、回復キーを1度だけ表示します", "encrypt it; shows the recovery key once"),
    "help.info": ("案件の概要を表示します", "what a case holds"),
    "help.import": ("ツールの結果やソースを取り込みます", "bring in scanner results and source"),
    "help.import.path": ("取り込むファイルやフォルダー", "files and folders to bring in"),
    "help.import.--format": (
        "ファイルの形式(なければ中身で見分けます。一覧は sekisho formats)",
        "format of the files (default: told by their content; sekisho formats lists them)",
    ),
    "help.import.--encoding": (
        "ソースの文字コード(なければ推定します。例 cp932、cp930)",
        "encoding of sources (default: found out; for example cp932, cp930)",
    ),
    "help.import.--class": ("情報区分", "data class"),
    "help.import.--dry-run": (
        "何が起きるかを表示するだけで、取り込みません",
        "show what would happen; nothing is brought in",
    ),
    "help.evidence": ("証跡の一覧、情報区分と文字コードの変更", "list evidence, set its class or encoding"),
    "help.evidence.glob": (
        "対象の証跡のパス(* と ? が使えます)",
        "paths of the evidence meant (* and ? stand for any)",
    ),
    "help.evidence.--set-class": ("情報区分を変えます", "change the data class"),
    "help.evidence.--reason": ("情報区分を下げる理由", "why the data class is lowered"),
    "help.evidence.--set-encoding": ("文字コードを変えて読み直します", "read it again by this encoding"),
    "help.authorise": ("実施許可を登録します", "record the authorisation of the work"),
    "help.authorise.--owner": ("対象の所有者", "who owns the target"),
    "help.authorise.--by": ("許可した人", "who authorised the work"),
    "help.authorise.--scope": ("対象の範囲", "what may be tested"),
    "help.authorise.--until": ("許可の最終日(その日を含みます)", "last day of the authorisation (that day included)"),
    "help.authorise.--reference": ("許可の文書番号など", "number of the document or the like"),
    "help.formats": ("読める形式の一覧", "formats that can be read"),
    # Models, policy, keys
    "help.models": (
        "承認済みモデルの一覧。--check で接続を順に確かめます(証跡を含まない短い問いを1つ送ります)",
        "approved models; --check tries each connection step by step (sends one short question, no evidence)",
    ),
    "help.models.model": ("対象のモデル(なければすべて)", "the models meant (default: all)"),
    "help.models.--check": ("接続を順に確かめます", "try the connection step by step"),
    "help.policy": (
        "ポリシーの表示、検証、鍵の作成、署名",
        "show, verify, sign a policy; make a key; explain a refusal",
    ),
    "help.policy.what": (
        "show 今のポリシー、explain 送れない理由、verify 署名の検証、keygen 鍵の作成、sign 署名、use 自分のポリシーにする",
        "show what holds, explain why nothing may be sent, verify signatures, keygen makes a key, sign, use it as one's own",
    ),
    "help.policy.policy": ("ポリシーのファイル(verify、sign、use)", "the policy file (verify, sign, use)"),
    "help.policy.--key": ("署名鍵のファイル(keygen、sign)", "file of the signing key (keygen, sign)"),
    "help.policy.--name": ("鍵の持ち主の名前(keygen)", "name of the key's owner (keygen)"),
    "help.credential": (
        "モデルの鍵、またはプロキシの利用者とパスワード(--proxy)を OS の鍵束に入れる、消す、確かめる",
        "set, clear or check a model's key, or a proxy's login (--proxy), in the OS keyring",
    ),
    "help.credential.what": ("set 入れる、clear 消す、check 確かめる", "set it, clear it, or check that it is there"),
    "help.credential.model": ("ポリシーにあるモデルの名前", "id of a model in the policy"),
    "help.credential.--proxy": ("プロキシのホストとポート", "host and port of the proxy"),
    # Sending
    "help.plan": ("何が外へ出るか、出ないか、費用を表示します", "what would be sent, what not, and the cost"),
    "help.plan.--model": ("ポリシーにあるモデルの名前", "id of a model in the policy"),
    "help.plan.--evidence": (
        "対象の証跡のパス(* と ? が使えます)",
        "paths of the evidence meant (* and ? stand for any)",
    ),
    "help.plan.--bodies": ("外へ出る文を全文表示します", "show the whole text that would leave"),
    "help.plan.--show": (
        "外へ出るものを端末で1画面ずつ確かめ、承認します",
        "look at what would leave on this terminal, page by page, and approve it",
    ),
    "help.request": (
        "計画を送信者として承認し、再鑑の依頼ファイルを書きます",
        "approve a plan as its sender and write the request for a second person",
    ),
    "help.request.plan": ("計画のダイジェスト", "digest of the plan"),
    "help.request.--out": ("依頼を書くファイル", "file for the request"),
    "help.request.--days": ("回答の期限までの日数", "days until which it can be answered"),
    "help.approve": (
        "再鑑の依頼を表示し、自分の鍵で回答に署名します(差し止めは --refuse)",
        "show a second person's request; with --key sign the answer (--refuse says no)",
    ),
    "help.approve.request": ("受け取った依頼のファイル", "the request that was handed over"),
    "help.approve.--key": ("自分の署名鍵のファイル", "file of one's own signing key"),
    "help.approve.--out": ("回答を書くファイル(なければ依頼の隣)", "file for the answer (default: beside the request)"),
    "help.approve.--refuse": ("差し止める理由", "say no, for this reason"),
    "help.analyse": (
        "承認した計画を送る、または内蔵の規則で調べます",
        "send an approved plan, or run the built-in rules",
    ),
    "help.analyse.--model": (
        "ポリシーにあるモデルの名前。rules は内蔵の規則(外へは何も出ません)",
        "id of a model in the policy; rules are the built-in ones, for which nothing leaves",
    ),
    "help.analyse.--resume": ("途中で終わった実行の続きを行います", "go on with a run that did not come to its end"),
    "help.analyse.--evidence": (
        "対象の証跡のパス(* と ? が使えます)",
        "paths of the evidence meant (* and ? stand for any)",
    ),
    "help.analyse.--approve": (
        "送る計画のダイジェスト(sekisho plan が表示します)",
        "digest of the plan to send (sekisho plan says it)",
    ),
    "help.analyse.--second": ("再鑑の回答のファイル", "the second person's answer"),
    "help.analyse.--again-unknown": (
        "送ったが回答を確認できなかった単位も、もう一度送ります(--resume と)",
        "with --resume: also send again what left without an answer being seen",
    ),
    "help.analyse.--key-from-stdin": (
        "鍵束に鍵がないとき、標準入力の1行目から読みます(残しません)",
        "where the keyring has no key, read it from the first line of stdin (kept nowhere)",
    ),
    "help.ledger": ("送信記録を表示します", "what left the building"),
    "help.ledger.--finding": ("この検出事項のもとになった送信だけ", "only what a finding came of"),
    "help.ledger.--bodies": (
        "送った文と回答も表示します(JSON では base64)",
        "also what was sent and what came back (base64 in JSON)",
    ),
    # Findings
    "help.findings": ("検出事項を検索して表示します", "search and list findings"),
    "help.findings.--query": ("言葉と条件(下を参照)", "words and facets (see below)"),
    "help.findings.--filter": ("条件だけ(下を参照)", "facets only (see below)"),
    "help.findings.--count": ("件数だけを表示します", "only how many there are"),
    "help.findings.more": (
        """検索の書き方(空白で区切ったすべてに合うものを探します):
  言葉              題名・規則・パスなどに含まれるもの。空白を含むなら "…"
  項目:値,値        値のどれかに合うもの
  -言葉、-項目:値   合わないもの
項目:
  severity:  {severities}
  status:    {statuses}
  origin:    {origins}
  verification: {verifications}
  is:        {states}
  title:  rule:  path:  source:  tag:  text:  cve:   その語を含むもの
  cwe:  hits:  id:  import:  run:                    数。< <= > >= も使えます(例 hits:>=3)
  due:                                              日付(例 due:<2026-12-31)
  sort:      {sorts}(-を付けると逆順。例 sort:-due)
  group:     {groups}
例: sekisho findings CASE --query '残高 severity:high,critical -tag:wontfix' --filter 'is:undecided'""",
        """Queries (all that blanks part must hold):
  word              stands in title, rule, path or the like; "…" keeps blanks together
  facet:value,value one of the values holds
  -word, -facet:…   does not hold
Facets:
  severity:  {severities}
  status:    {statuses}
  origin:    {origins}
  verification: {verifications}
  is:        {states}
  title:  rule:  path:  source:  tag:  text:  cve:   contains the word
  cwe:  hits:  id:  import:  run:                    a number; < <= > >= may stand before it (hits:>=3)
  due:                                              a day (due:<2026-12-31)
  sort:      {sorts} (with - the other way round: sort:-due)
  group:     {groups}
Example: sekisho findings CASE --query 'balance severity:high,critical -tag:wontfix' --filter 'is:undecided'""",
    ),
    "help.mask": ("マスキングの結果を表示します(送りません)", "what masking would do to a file; sends nothing"),
    "help.mask.file": ("調べるファイル", "files to look at"),
    "help.mask.--profile": ("マスキング設定の名前", "name of the masking profile"),
    "help.mask.--words": (
        "必ずマスキングする語の一覧(1行に1語)",
        "list of words that are masked wherever they stand, one a line",
    ),
    "help.annotate": ("検出事項を判断し、注釈を付けます", "decide and annotate a finding"),
    "help.annotate.finding": ("検出事項の番号(33 または '#33')", "the finding's number (33 or '#33')"),
    "help.annotate.--status": ("判断", "the decision"),
    "help.annotate.--reason": ("判断や検証の理由", "reason of the decision or verification"),
    "help.annotate.--how": (
        "確定するとき、どう確かめたか(reproduced 再現した、read_the_code コードを読んだ、tool_agrees ツールが一致)",
        "how it was checked, to confirm it",
    ),
    "help.annotate.--verification": ("検証の結果", "what verifying it showed"),
    "help.annotate.--severity": ("深刻度", "the severity"),
    "help.annotate.--duplicate-of": ("どの検出事項の重複か", "of which finding it is a duplicate"),
    "help.annotate.--until": ("リスク受容の期限", "until when the risk is accepted"),
    "help.annotate.--approver": ("リスク受容の再鑑を頼む人", "who is asked to approve the acceptance"),
    "help.annotate.--compensating": ("リスク受容の間の代替策", "what compensates meanwhile"),
    "help.annotate.--approve": (
        "再鑑待ちの判断を、別の人として承認します",
        "approve the waiting decision as its second person",
    ),
    "help.annotate.--comment": ("注釈", "an annotation"),
    "help.annotate.--tag": ("付けるタグ(何度でも)", "a tag to put on it (repeatable)"),
    # Looking back, handing on
    "help.undo": ("直前の操作を元に戻します", "undo the last change, or redo it"),
    "help.undo.--redo": ("元に戻した操作をやり直します", "do again what was undone last"),
    "help.history": ("記録を新しい順に表示します", "the journal, newest first"),
    "help.history.--finding": ("この検出事項の記録だけ", "only entries about this finding"),
    "help.history.--limit": ("表示する件数(なければすべて)", "how many entries (default: all)"),
    "help.history.--parts": (
        "実行の途中の記録や、画面に出たことの記録も表示します",
        "also the entries within a run, and what merely stood on a screen",
    ),
    "help.export": ("結果を書き出します", "write results for others"),
    "help.export.--format": ("書き出す形式", "format to write"),
    "help.export.--out": ("書き出すファイル", "file to write"),
    "help.export.--force": ("同じ名前のファイルがあれば置き換えます", "replace a file of that name"),
    "help.export.--profile": ("full すべて、redacted 社外向けに伏せたもの", "all of it, or redacted for outsiders"),
    "help.verify": ("案件の完全性検証を行います", "check that nothing was tampered with"),
}
