"""Sentences of ``desktop.analysis``."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "NothingToPlan": (
        "選ばれた証跡に、モデルに見せるソースがありません。ソースを取り込むか、対象を選び直してください。",
        "The chosen evidence holds no source for a model to look at. Import source, or choose other evidence.",
    ),
    "RequestTooSmall": (
        "ポリシーの上限({limit}トークン)では、指示と証跡が1回の送信に入りません({needed}トークン必要)。"
        "上限の大きいモデルを選んでください。",
        "Instructions and evidence need {needed} tokens; the policy allows {limit} in one request. "
        "Choose a model with a higher limit.",
    ),
    "NoSuchApi": (
        "提供事業者 {provider} に API「{api}」はありません。ポリシーのモデルの項目を直してもらってください。",
        "The provider {provider} has no API “{api}”. Have the model's entry in the policy corrected.",
    ),
    "EffortNotTaken": (
        "{provider} の API「{api}」には推論の強さを指定できません。ポリシーの effort を外してもらってください。",
        "The API “{api}” of {provider} takes no effort. Have “effort” removed from the policy's entry.",
    ),
    "RunOfAnotherPlan": (
        "実行 {run} は計画 {plan} のものではありません。実行を始めたときの計画で再開してください。",
        "Run {run} is not one of plan {plan}. Resume it with the plan that it was started with.",
    ),
    "KeyRefused": (
        "提供事業者が {entry} の鍵を受け付けません。鍵を入れ直してから再開してください。",
        "The provider refuses the key of {entry}. Enter the key again, then resume.",
    ),
    "ModelNotGranted": (
        "この鍵では {model} を使えません(応答 {status})。提供事業者の承認を確かめてください。",
        "This key may not use {model} (status {status}). Check what the provider has granted.",
    ),
    "ProviderFailing": (
        "提供事業者が{tries}回続けて応答できませんでした(最後の応答 {status})。時間をおいて再開できます。",
        "The provider failed {tries} times in a row (last status {status}). Wait a while, then resume.",
    ),
    "AnsweredByAnother": (
        "{host} から、モデルの応答ではないもの(種類「{content_type}」)が返りました。"
        "プロキシや認証ページを確かめてから再開できます。",
        "What came from {host} is no answer of a model (type “{content_type}”). "
        "Check for a proxy or a sign-in page, then resume.",
    ),
    "ProviderUnreachable": (
        "{host} に{tries}回つながりませんでした。ネットワークを確かめてから再開できます。",
        "{host} could not be reached in {tries} tries. Check the network, then resume.",
    ),
}
