"""Sentences of ``desktop.secrets``."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "KeyringMissing": (
        "この端末ではキーリングを使えません。鍵はこのセッションの間だけ入力して使えます。",
        "This machine has no keyring to keep secrets in. A key can be entered for this session only.",
    ),
    "KeyringLocked": (
        "キーリングがロックされています。ロックを解除してから、もう一度実行してください。",
        "The keyring is locked. Unlock it, then try again.",
    ),
    "KeyringSilent": (
        "キーリングが{seconds}秒以内に応答しませんでした。パスワードを求める窓が開いていないか確かめてください。",
        "The keyring did not answer within {seconds} seconds. Look for a window that asks for its password.",
    ),
    "KeyringFailed": (
        "キーリングが要求を受け付けませんでした({reason})。キーリングの設定を確かめてください。",
        "The keyring refused the request ({reason}). Check the keyring's own settings.",
    ),
    "SecretTooLong": (
        "鍵が長すぎます({length}字)。この端末のキーリングは{limit}字までです。",
        "Key too long ({length}). This machine's keyring keeps {limit} characters.",
    ),
    "DeviceKeyUnreadable": (
        "端末の鍵({path})が読めないか、ほかの利用者にも読める状態です。所有者だけが読めるようにするか、削除して作り直してください。",
        "The device key ({path}) is not a key, or others may read it. "
        "Make it readable by its owner only, or delete it to make a new one.",
    ),
    "RecoveryKeyWrongLength": (
        "回復キーは{expected}字です(入力は{length}字)。抜けや余分な文字がないか確かめてください。",
        "A recovery key has {expected} characters; {length} were entered. Look for missing or extra ones.",
    ),
    "RecoveryKeyMistyped": (
        "回復キーに誤りがあります。控えと見比べて入力し直してください。",
        "The recovery key has a mistake in it. Compare it with what was written down and enter it again.",
    ),
}
