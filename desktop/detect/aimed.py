"""Text aimed at an AI (CWE-1427): evidence goes to a model, so instructions in it are themselves reported.

Instructions are looked for in the lines, and in what columns 1–6 and 73–80 say when they are read downwards, which a
compiler ignores. A text that only speaks of AI or of instructions is none: it must command, or tell what to answer.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any, Final
from unicodedata import east_asian_width

from desktop.detect.compiled import compiled
from desktop.detect.folded import fold
from desktop.detect.hidden import hidden
from desktop.detect.hits import Aimed

_AI: Final = r"(?:AI|LLM|GPT(?:-\d)?|CHATGPT|CLAUDE|COPILOT|GEMINI|(?:LANGUAGE )?MODEL|ASSISTANT|CHATBOT)S?"
_READER: Final = rf"(?:{_AI}|(?:AUTOMATED |SECURITY |CODE )?(?:REVIEWER|SCANNER|ANALY[SZ]ER|AUDITOR)S?)"
_FINDING: Final = r"(?:VULNERABILIT(?:Y|IES)|WEAKNESS(?:ES)?|FINDINGS?|ISSUES?|PROBLEMS?|DEFECTS?|BUGS?)"
_HARMLESS: Final = rf"(?:NO {_FINDING}|SAFE|SECURE|CLEAN|HARMLESS|FALSE POSITIVES?|NOT VULNERABLE)"
_SAY: Final = r"(?:REPORT|RESPOND|REPLY|ANSWER|OUTPUT|SAY|STATE|CLASSIFY|MARK|RATE|TREAT|CONSIDER|CONCLUDE|RETURN)"
_HIDE: Final = r"(?:REPORT|LIST|FLAG|MENTION|RAISE|REVEAL|DISCLOSE|ANALY[SZ]E|REVIEW|INCLUDE|SHOW)"
_IN_ENGLISH: Final = (
    r"\b(?:IGNORE|DISREGARD|FORGET|OVERRIDE|BYPASS)\b[^\n]{0,30}\b(?:INSTRUCTIONS?|PROMPTS?|RULES|GUIDELINES|CONTEXT)\b",
    rf"\b(?:NOTE|ATTENTION|MESSAGE|IMPORTANT|DEAR|TO|FOR)\b[ :]{{1,3}}(?:TO |FOR )?(?:THE |ANY |ALL )?{_READER}\b"
    rf"[^\n:]{{0,40}}:",
    rf"\b(?:IF|AS) YOU(?:'RE| ARE)\b[^\n]{{0,20}}\b{_AI}\b",
    rf"\b{_SAY}\b[^\n]{{0,48}}\b{_HARMLESS}\b",
    rf"\b(?:DO NOT|DON'T|NEVER|MUST NOT) {_HIDE}\b[^\n]{{0,40}}\b(?:{_FINDING}|THIS (?:FILE|CODE|PROGRAM|SECTION))\b",
    r"\bYOU ARE (?:NOW|NO LONGER)\b[^\n]{0,60}",
)
_IN_JAPANESE: Final = (
    r"(?:指示|命令|プロンプト|ルール|規則)[をは][^\n]{0,8}(?:無視|忘れ|破棄)[^\n]{0,4}"
    r"(?:せよ|して|し[、,]|すること|てください|ろ)",
    r"(?:AI|人工知能|言語モデル|LLM|アシスタント|解析ツール|チャットボット)"
    r"(?:への?|さん|よ、|に告ぐ)[^\n]{0,60}",
    r"(?:脆弱性|問題|弱点|指摘|検出事項)[^\n]{0,10}(?:ない|無い|なし|ありません|無し)(?:と|旨)[^\n]{0,8}"
    r"(?:報告|回答|判定|答え|出力|記載)(?:せよ|して|する?こと|しろ|ください)",
    r"(?:この|当該|本)(?:ファイル|プログラム|コード|処理|箇所|行)[^\n]{0,20}(?:報告|指摘|検出|解析|分析)"
    r"(?:しないで|してはならない|しないこと|するな|から除外せよ)",
)
_MARKUP: Final = (
    r"<\|(?:im_start|im_end|system|user|assistant|endoftext)\|>|\[/?INST\]|<</?SYS>>|</?system_prompt>",
    r"^[^A-Z\n]{0,16}(?:SYSTEM[ ]?PROMPT|ASSISTANT[ ]?(?:PROMPT|MESSAGE))[ ]?:",
)
_Span = tuple[int, int]
_SEQUENCE: Final = (0, 6)
_IDENTIFICATION: Final = (72, 80)


def ai_aimed(text: str) -> list[Aimed]:
    """What in ``text`` is aimed at an AI or hides something, ascending by start."""
    found = [*_in_lines(text), *_in_columns(text, *_SEQUENCE), *_in_columns(text, *_IDENTIFICATION), *hidden(text)]
    return sorted(found, key=lambda aimed: (aimed.start, aimed.end))


def _in_lines(text: str) -> Iterator[Aimed]:
    """Instructions in lines; those on neighbouring lines are one."""
    for start, end in _joined(_commands(text), lambda gap: text.count("\n", *gap) <= 1):
        yield Aimed("ai_instruction", start, end, "in-lines")


def _in_columns(text: str, left: int, right: int) -> Iterator[Aimed]:
    """Instructions that stand in columns ``left`` to ``right`` (bytes of the host) when read downwards."""
    pieces: list[str] = []
    places: list[int] = []
    at = 0
    for line in text.split("\n"):
        start, end = _columns(line, left, right)
        piece = line[start:end]
        # a sequence number or a change tag is no part of a sentence
        is_text = piece.strip() and not any(c.isdigit() for c in piece)
        piece = piece.ljust(right - left) if is_text else "\n"
        pieces.append(piece)
        places += range(at + start, at + start + len(piece))
        at += len(line) + 1
    for start, end in _joined(
        _commands("".join(pieces), whole_words=False), lambda gap: gap[1] - gap[0] <= 2 * (right - left)
    ):
        first, last = places[start], places[end - 1] + 1
        if "\n" in text[first:last]:
            yield Aimed("ai_instruction", first, last, f"in-columns-{left + 1}-{right}")


def _joined(spans: Iterable[_Span], near: Callable[[_Span], bool]) -> Iterator[_Span]:
    """Spans, with those made one between which only a gap that is ``near`` stands."""
    last: _Span | None = None
    for span in spans:
        if last is not None and near((last[1], span[0])):
            last = last[0], max(last[1], span[1])
            continue
        if last is not None:
            yield last
        last = span
    if last is not None:
        yield last


def _columns(line: str, left: int, right: int) -> _Span:
    """Characters of ``line`` in those columns, a double-byte character counted as two."""
    if line.isascii() or right <= _SEQUENCE[1]:
        return min(left, len(line)), min(right, len(line))
    column = 0
    start = end = len(line)
    for index, character in enumerate(line):
        if column >= right:
            end = index
            break
        if column >= left:
            start = min(start, index)
        column += 2 if east_asian_width(character) in "WFA" else 1
    return start, end


def _commands(text: str, whole_words: bool = True) -> Iterator[_Span]:
    folded = fold(text)
    anything, patterns = _patterns(whole_words)
    if anything.search(folded.data) is None:
        return
    yield from folded.spans(sorted({m.span() for pattern in patterns for m in pattern.finditer(folded.data)}))


@cache
def _patterns(whole_words: bool) -> tuple[Any, tuple[Any, ...]]:
    """One expression for all and each of them; read downwards, words touch each other at the edges of the columns."""
    expressions = [e if whole_words else e.replace(r"\b", "") for e in (*_IN_ENGLISH, *_IN_JAPANESE, *_MARKUP)]
    together = "|".join(f"(?:{expression})" for expression in expressions)
    return compiled(together, never_capture=True), tuple(compiled(expression) for expression in expressions)
