"""Sentences of ``desktop.text``."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "UnknownEncoding": (
        "文字コード「{encoding}」は扱えません。使えるのは {known} です。",
        "The encoding “{encoding}” is not known here. Known are {known}.",
    ),
    "CannotEncode": (
        "{position} 文字目は {encoding} にない文字です。別の文字コードを指定してください。",
        "The character at {position} does not exist in {encoding}. Choose another encoding.",
    ),
}
