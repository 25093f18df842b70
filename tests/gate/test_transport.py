"""Which proxy a model is reached through."""

import pytest

from desktop.gate.transport import proxy_choice
from desktop.net import FixedProxy, ProxyOfAnotherKind, SystemProxy


@pytest.mark.parametrize(
    ("proxies", "choice"),
    [
        ({}, SystemProxy()),
        ({"HTTPS_PROXY": "http://proxy.bank:8080"}, FixedProxy("proxy.bank", 8080)),
        ({"HTTPS_PROXY": "proxy.bank:8080"}, FixedProxy("proxy.bank", 8080)),
        ({"ALL_PROXY": "http://proxy.bank"}, FixedProxy("proxy.bank", 80)),
        ({"HTTPS_PROXY": "http://sa%40to:p%3Aw@proxy.bank:8080/"}, FixedProxy("proxy.bank", 8080)),
        ({"HTTPS_PROXY": "http://proxy.bank:8080", "NO_PROXY": "models.example"}, SystemProxy()),
        ({"HTTPS_PROXY": "http://proxy.bank:8080", "NO_PROXY": ".example, x"}, SystemProxy()),
        ({"HTTPS_PROXY": "http://proxy.bank:8080", "NO_PROXY": "*"}, SystemProxy()),
        ({"HTTPS_PROXY": "http://proxy.bank:8080", "NO_PROXY": "els.example"}, FixedProxy("proxy.bank", 8080)),
        ({"HTTPS_PROXY": "http://proxy.bank:99999"}, SystemProxy()),
        ({"HTTPS_PROXY": "http://[bad"}, SystemProxy()),
    ],
)
def test_the_variables_that_were_taken_from_the_environment_name_the_proxy(
    proxies: dict[str, str], choice: FixedProxy | SystemProxy
) -> None:
    assert proxy_choice("models.example", proxies) == choice


@pytest.mark.parametrize("kind", ["socks5", "https"])
def test_a_proxy_that_cannot_be_spoken_to_is_named_and_not_gone_round(kind: str) -> None:
    with pytest.raises(ProxyOfAnotherKind) as error:
        proxy_choice("models.example", {"ALL_PROXY": f"{kind}://proxy.bank:1080"})
    assert (error.value.proxy, error.value.kind) == ("proxy.bank:1080", kind)
