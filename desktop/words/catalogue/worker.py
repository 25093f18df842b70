"""Sentences of ``desktop.worker``."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "CannotStartWorker": (
        "読み取り用のプロセスを起動できません({reason})。このプログラムの起動が許可されているか、管理者に確かめてください。",
        "The reading process cannot be started ({reason}). Ask your administrator whether it may.",
    ),
    "WorkerCrashed": (
        "{name} を読むプロセスが途中で止まりました(終了コード {status})。このファイルからは何も取り込んでいません。",
        "The process that read {name} ended half-way (status {status}). Nothing of this file was taken.",
    ),
    "TookTooLong": (
        "{name} を {seconds} 秒で読み終えられず、止めました。このファイルからは何も取り込んでいません。",
        "{name} was not read within {seconds} seconds and was stopped. Nothing of this file was taken.",
    ),
    "WorkerLied": (
        "{name} を読むプロセスの答えが決まりに合いません。このファイルからは何も取り込んでいません。",
        "The process that read {name} gave answers outside the agreed bounds. Nothing of this file was taken.",
    ),
    "Cancelled": ("取り消しました。何も変えていません。", "Cancelled. Nothing was changed."),
}
