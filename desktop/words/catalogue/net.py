"""Sentences of ``desktop.net``."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "HostNotListed": (
        "{host}:{port} はポリシーにない宛先です。接続していません。",
        "{host}:{port} is not a destination of the policy. No connection was made.",
    ),
    "NotEncrypted": (
        "{host} への接続が暗号化されていません。ポリシーの宛先を https にしてください。",
        "The connection to {host} would not be encrypted. Name an https endpoint in the policy.",
    ),
    "HostUnknown": (
        "{host} という名前が見つかりません。ネットワークと宛先の綴りを確かめてください。",
        "The name {host} cannot be found. Check the network and how the host is spelt.",
    ),
    "ConnectionRefused": (
        "{host}:{port} が接続を受け付けません。サーバーが動いているか確かめてください。",
        "{host}:{port} refuses connections. Check that the server is running.",
    ),
    "NoConnection": (
        "{host} に届きません({reason})。ネットワークを確かめてから再開できます。",
        "{host} cannot be reached ({reason}). Check the network, then resume.",
    ),
    "CertificateNotTrusted": (
        "{host} の証明書の発行者を信頼できません({reason})。"
        "通信を検査する機器があれば、その認証局をポリシーに加えてください。",
        "The issuer of {host}'s certificate is not trusted ({reason}). "
        "If a device inspects traffic here, add its authority to the policy.",
    ),
    "CertificateExpired": (
        "{host} の証明書が有効期間にありません。端末の時計を確かめ、正しければ宛先の管理者に知らせてください。",
        "{host}'s certificate is outside its validity. "
        "Check this machine's clock; if it is right, tell the host's owner.",
    ),
    "CertificateWrongName": (
        "証明書が {host} のものではありません。宛先の綴りと、間に入る機器を確かめてください。",
        "The certificate is not {host}'s. Check how the host is spelt, and what stands in between.",
    ),
    "TlsFailed": (
        "{host} と TLS 1.2 以上で接続できません({reason})。",
        "No TLS 1.2 or later connection to {host} ({reason}). Ask the host's owner which versions it offers.",
    ),
    "ProxyNotReached": (
        "プロキシ {proxy} を使えません({reason})。ネットワークの設定を確かめてください。",
        "The proxy {proxy} cannot be used ({reason}). Check the network settings.",
    ),
    "ProxyWantsPassword": (
        "プロキシ {proxy} がパスワードを求めています。「鍵と接続」の画面か、sekisho credential set --proxy {proxy} で入れてください。",
        "The proxy {proxy} asks for a password. Enter it on the page “Key and connection”, "
        "or with “sekisho credential set --proxy {proxy}”.",
    ),
    "ProxyRefusesPassword": (
        "プロキシ {proxy} が鍵束の利用者とパスワードを受け付けません。入れ直してください。",
        "The proxy {proxy} refuses the user and password that are kept for it. Enter them again.",
    ),
    "ProxyOfAnotherKind": (
        "プロキシ {proxy} は {kind} のものです。使えるのは HTTP のプロキシです。https_proxy の設定を確かめてください。",
        "The proxy {proxy} is one of the kind {kind}; only HTTP proxies can be used. Check what https_proxy names.",
    ),
    "AuthorityUnreadable": (
        "ポリシーにある認証局の {number}番目は証明書として読めません。PEM 形式の証明書を書いて、署名し直してください。",
        "Certificate authority no. {number} of the policy is not readable. Name a certificate in PEM form, and sign again.",
    ),
    "TimedOut": (
        "{host} から {seconds}秒間応答がありません({stage})。再開すると、答えのない分だけを続けられます。",
        "Nothing from {host} for {seconds} seconds ({stage}). Resume to continue with what has no answer.",
    ),
    "AnswerCut": (
        "{host} の応答が途中で切れました。結果は不明として記録しました。",
        "The answer of {host} was cut. Its outcome is recorded as unknown.",
    ),
    "AnswerTooLong": (
        "{host} の応答が{limit}バイトを超えたため、受信をやめました。",
        "The answer of {host} is longer than {limit} bytes, and was not read on.",
    ),
    "AnswerCompressed": (
        "{host} が、求めていない圧縮した応答を返しました。読んでいません。宛先か間に入る機器の管理者に知らせてください。",
        "{host} sent a compressed answer that was not asked for, and it was not read. "
        "Tell whoever runs the host or what stands in between.",
    ),
    "AnswerWithoutEnd": (
        "{host} の応答が{seconds}秒たっても終わらないため、受信をやめました。",
        "The answer of {host} did not end within {seconds} seconds, and was not read on.",
    ),
    "RequestCancelled": ("通信を取り消しました。", "The request was cancelled."),
}
