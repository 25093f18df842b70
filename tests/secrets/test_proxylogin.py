"""A proxy's login is kept by the proxy's address, and never shows itself."""

import pytest

from desktop.secrets import (
    KeyringFailed,
    ProxyLogin,
    Secret,
    SessionStore,
    forget_proxy_login,
    keep_proxy_login,
    proxy_login,
)

LOGIN = ProxyLogin("proxy.bank", 8080, '佐藤 "s"', Secret("p:a, [ss]\n"))


def test_a_login_comes_back_as_it_was_kept_for_its_own_proxy_only() -> None:
    store = SessionStore()
    keep_proxy_login(store, LOGIN)
    assert proxy_login(store, "PROXY.bank", 8080) == ProxyLogin("PROXY.bank", 8080, LOGIN.user, LOGIN.password)
    assert proxy_login(store, "proxy.bank", 8081) is None
    assert proxy_login(store, "proxy", 8080) is None
    assert forget_proxy_login(store, "proxy.bank", 8080)
    assert proxy_login(store, "proxy.bank", 8080) is None


def test_it_shows_neither_by_itself_nor_in_what_holds_it() -> None:
    assert "[ss]" not in repr(LOGIN)


@pytest.mark.parametrize("kept", ["", "{", "[]", "1", '["only a name"]', '["a", "b", "c"]', "null"])
def test_an_entry_that_is_none_of_ours_is_a_failure_without_its_text(kept: str) -> None:
    store = SessionStore()
    store.set("proxy", "proxy.bank:8080", Secret(kept))
    with pytest.raises(KeyringFailed) as error:
        proxy_login(store, "proxy.bank", 8080)
    assert error.value.reason == "NotAProxyLogin"
    assert error.value.__cause__ is None
