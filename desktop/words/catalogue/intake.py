"""Sentences of ``desktop.intake``: what ends the reading of a file, why a record is unread, and remarks on how a file
was read."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    # A file that is not taken in
    "EmptyFile": ("{name} は空です。取り込むものがありません。", "{name} is empty. There is nothing to import."),
    "NotThisFormat": (
        "{name} は {format} として読めません({at} バイト目)。形式を自動にして、もう一度選んでください。",
        "{name} cannot be read as {format} (byte {at}). Leave the format to be found out and choose the file again.",
    ),
    "UnknownFormat": (
        "{format} という形式はありません。使えるのは {known} です。",
        "There is no format {format}. Known are {known}.",
    ),
    "TooDeep": (
        "{name} は入れ子が深すぎて読めません({at} バイト目)。ツールから出し直してください。",
        "{name} is nested too deeply to be read (byte {at}). Export it from the tool again.",
    ),
    "EntitiesRefused": (
        "{name} は XML の実体か外部 DTD を使うため読みません({at} バイト目)。それを除いたファイルなら取り込めます。",
        "{name} uses XML entities or an external DTD and is not read (byte {at}). Without them it can be imported.",
    ),
    "OwnExport": (
        "{name} は Sekisho が書き出した報告です。検出事項の扱い(推測・判断済みなど)が失われるため取り込みません。"
        "元の案件ファイルを開いてください。",
        "{name} is a report that Sekisho wrote. Imported, its findings would lose their standing (leads, decided …), so "
        "it is not. Open the case that it came from.",
    ),
    "BrokenXml": (
        "{name} は XML として壊れていて、1件も読めません({line} 行 {column} 桁)。ツールから出し直してください。",
        "{name} is broken XML without a readable record (line {line}, column {column}). Export it from the tool again.",
    ),
    "TooBig": (
        "{name} は {size} バイトあります。取り込めるのは {most} バイトまでです。分けて選んでください。",
        "{name} has {size} bytes; up to {most} can be imported. Choose it in parts.",
    ),
    "TooManyFiles": (
        "{folder} にはファイルが {most} 個より多くあります。下のフォルダを分けて選んでください。",
        "{folder} holds more than {most} files. Choose its folders one by one.",
    ),
    "CannotOpen": (
        "{name} を開けません({reason})。権限と場所を確かめてください。",
        "{name} cannot be opened ({reason}). Check its permissions and place.",
    ),
    "FileChanged": (
        "{name} は確認のあとで変わりました。もう一度、確認からやり直してください。何も取り込んでいません。",
        "{name} changed after the preview. Preview it again; nothing was imported.",
    ),
    "OutOfMemory": (
        "{name} を読むには、許したより多くのメモリが要ります。分けて選んでください。",
        "Reading {name} needs more memory than is allowed. Choose it in parts.",
    ),
    # Why a record is unread; its bytes stay in the original
    "NotReadable": ("形が崩れていて読めません。元の行は残しました。", "Broken and unreadable. Its record is kept."),
    # Of a whole file
    "UnreadRecords": (
        "{records}件のうち {unread}件を読めません。元の行は残しました。",
        "{unread} of {records} unreadable. Their records are kept.",
    ),
    "SourceInUtf16": (
        "UTF-16 の文字として読みました。ホストのソースなら、文字コードを確かめてください。",
        "Read as UTF-16. Source of a host is not written so: check its encoding.",
    ),
    "UndecodedInSource": (
        "{encoding} では読めないバイトが {undecoded} 個あります。⟦⟧ で示します。文字コードはあとからでも変えられます。",
        "Bytes that are no characters of {encoding}: {undecoded}. They show as ⟦⟧; the encoding can still be changed.",
    ),
    "GapsInSource": (
        "構造の分からない部分が {gaps} か所あります。未読として数えます。",
        "Stretches that were not understood: {gaps}. They count as unread.",
    ),
    "Noticed.ai_instruction": (
        "AI への指示に読める文章が {places} か所あります。",
        "Places with text that speaks to an AI: {places}.",
    ),
    "Noticed.bidi": (
        "文字の並びを逆にする文字が {places} か所あります。",
        "Places with characters that turn the reading order round: {places}.",
    ),
    "Noticed.zero_width": ("幅のない文字が {places} か所あります。", "Places with characters without width: {places}."),
    "Noticed.tag_characters": (
        "見えないタグ文字が {places} か所あります。",
        "Places with invisible tag characters: {places}.",
    ),
    "AlreadyThere": ("もう案件にあります。何も変わりません。", "The case has it already. Nothing changes."),
    # Both a remark and a reason
    "CutOff": (
        "ファイルが途中で切れています。そこまでは読みました。",
        "The file is cut off. Everything before was read.",
    ),
    # Passed over in a folder
    "NotAFile": ("ファイルではないため飛ばしました。", "Not a file; passed over."),
    "IsACase": ("案件ファイルは取り込みません。", "A case file is not imported."),
    "IsALink": ("リンクはたどりません。", "Links are not followed."),
    "VersionControl": ("版管理のフォルダは飛ばしました。", "Folders of version control are passed over."),
    "CannotLookInto": (
        "フォルダの中を見られません。権限を確かめてください。",
        "The folder cannot be read. Check its permissions.",
    ),
    # Remarks
    "UnknownReport": (
        "ツールの結果のようですが、知らない形式です。検出事項は取り込まず、証跡として残します。"
        "SARIF か CSV で書き出せば取り込めます。",
        "It looks like results of a tool, in a format that is not known: kept as evidence, without findings. Exported as "
        "SARIF or CSV it can be imported.",
    ),
    "RunOfThisImport": (
        "いっしょに取り込む {name} の次の実行として比べました。",
        "Compared with {name} of the same import, as the next run after it.",
    ),
    "WorkbookNotRead": (
        "Excel のブックです。中の表は読んでいません。表を CSV で保存し直して選んでください。",
        "An Excel workbook; its tables are not read. Save the table as CSV and choose that.",
    ),
    "PackedNotRead": (
        "圧縮ファイルです。中は読んでいません。展開してから選んでください。",
        "A packed file; what is in it is not read. Unpack it first, then choose what was in it.",
    ),
    "FortifyNotRead": (
        "Fortify の結果(FPR)です。中は読んでいません。Fortify から CSV か SARIF で書き出して選んでください。",
        "Results of Fortify (FPR), which are not read. Export them from Fortify as CSV or SARIF.",
    ),
    "NothingProvedGone": (
        "このファイルは全部は読めていないため、前回の検出事項が消えたかどうかは分かりません。消えたとはしません。",
        "Not all of this file could be read, so it does not show which earlier findings are gone. None is taken for gone.",
    ),
    "NotJsonHere": (
        "{at} バイト目から JSON として読めません。そこまでは読みました。",
        "No readable JSON from byte {at} on. Everything before was read.",
    ),
    "TrailingComma": ("余分なコンマがあります。補って読みました。", "There are stray commas. Read without them."),
    "Mended": (
        "仕様と違う項目があります。補って読みました({detail})。",
        "Some members depart from the specification. Mended ({detail}).",
    ),
    "NotStrictJson": (
        "JSON の決まりから外れた値があります。補って読みました。",
        "Some values break the rules of JSON. Mended.",
    ),
    "LeftOut": (
        "仕様と違い、読めない項目があります({detail})。",
        "A member departs from the specification and could not be read ({detail}).",
    ),
    "NotAList": (
        "{detail} が一覧ではありません。ないものとして読みました。",
        "{detail} is not a list. Read as if it were not there.",
    ),
    "NotAnObject": ("{detail} が項目の集まりではありません。飛ばしました。", "{detail} is not an object. Passed over."),
    "OtherVersion": ("版は {detail} です。2.1.0 として読みました。", "The version is {detail}. Read as 2.1.0."),
    "ResultsElsewhere": (
        "結果の一部は別のファイルにあります。それも選んでください。",
        "Some results stand in another file. Choose that one too.",
    ),
    "TooBigToRead": (
        "{most} バイトより大きいため、中身は読まずに証跡として残します。",
        "Larger than {most} bytes: kept as evidence, its content unread.",
    ),
    "KeptUnread": (
        "文字のファイルではないため、中身は読まずに証跡として残します。圧縮したものは、展開してから選んでください。",
        "No text: kept as evidence, its content unread. What is packed has to be unpacked first.",
    ),
    "TooLargeForStructure": (
        "{most} バイトより大きいため、構造は調べず、行のまとまりに分けました。",
        "Larger than {most} bytes: cut into stretches of lines, its structure is not looked for.",
    ),
    "ForbiddenCharacters": (
        "XML に使えない文字があります。? として読みました。元のファイルはそのままです。",
        "There are characters that XML forbids. Read as ?; the original is as it was.",
    ),
    "XmlBreaks": (
        "{at} バイト目から XML として壊れています。そこまでは読みました。",
        "The XML is broken from byte {at} on. Everything before was read.",
    ),
    "PortsNotOpen": (
        "開いていないポートは検出事項にしません({detail})。",
        "Ports that are not open are no findings ({detail}).",
    ),
    "HostScripts": (
        "ホスト全体へのスクリプトの結果 {detail} 件は元のファイルだけにあります。",
        "{detail} results of scripts on whole hosts stand in the original only.",
    ),
    "ComponentsNoted": ("部品は {detail} 個です。", "It names {detail} components."),
    "NotItsName": (
        "bomFormat が {detail} です。CycloneDX として読みました。",
        "bomFormat is {detail}. Read as CycloneDX.",
    ),
    "CsvEncoding": ("文字コードは {detail} です。", "The encoding is {detail}."),
    "RaggedRecord": (
        "見出しと列の数が違う行があります(最初は {detail} 行目)。ある列だけ読みました。",
        "Records differ from the headings in length (first: record {detail}). Read as far as they go.",
    ),
    "UndecodedBytes": (
        "文字として読めないバイトが {detail} 個あります。⟦⟧ で示します。",
        "{detail} bytes are no characters of this encoding. They show as ⟦⟧.",
    ),
    "MoreAfterTheEnd": (
        "終わりのあとに余分なデータがあります。読んでいません。",
        "There is more data after the end. It was not read.",
    ),
    "MorePlaces": (
        "場所の多い結果があります。残り {detail} か所は元のファイルだけにあります。",
        "A result has many places. {detail} more stand in the original only.",
    ),
}
