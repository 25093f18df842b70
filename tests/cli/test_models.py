"""Who chooses a model sees what its provider can do, and that a policy asks for an API that it does not have."""

from pathlib import Path

import pytest

from tests.cli.bank import govern
from tests.cli.conftest import Sekisho
from tests.scripted_server import ScriptedServer


@pytest.mark.parametrize(
    ("provider", "api", "schema", "caching"),
    [
        ("openai", "responses", "ranges", "keyed"),
        ("azure_openai", "chat_completions", "ranges", "keyed"),
        ("anthropic", "messages", "shapes", "marked"),
        ("vllm", "chat_completions", "lengths", "automatic"),
    ],
)
def test_models_are_listed_with_what_they_can(
    tmp_path: Path, scripted: ScriptedServer, sekisho: Sekisho, provider: str, api: str, schema: str, caching: str
) -> None:
    govern(tmp_path, scripted, keep_key=False, provider=provider, api=api)
    told = sekisho("models", "--json")
    assert told.code == 0
    [_, record] = told.records
    assert (record["provider"], record["api"]) == (provider, api)
    assert (record["can"]["strict_schema"], record["can"]["caching"]) == (schema, caching)


def test_an_api_that_a_provider_does_not_have_is_told(
    tmp_path: Path, scripted: ScriptedServer, sekisho: Sekisho
) -> None:
    govern(tmp_path, scripted, keep_key=False, provider="anthropic", api="responses")
    told = sekisho("models", "--json", "--lang", "en")
    assert told.records[1]["can"] is None
    assert "anthropic has no API" in told.err
