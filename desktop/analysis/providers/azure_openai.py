"""Azure OpenAI, by its v1 API: ``endpoint`` is ``https://RESOURCE.openai.azure.com/openai/v1``, ``model`` a deployment.

It answers with the name of the model behind the deployment, which the policy's ``accepted_models`` must hold. A prompt
that its content filter stops is an error 400 and no answer.
"""

from dataclasses import replace
from typing import Final

from desktop.analysis.providers.base import Provider
from desktop.analysis.providers.openai_hosted import PROVIDERS as OF_OPENAI

NAME: Final = "azure_openai"
_FILTERS: Final = frozenset({"content_filter", "ResponsibleAIPolicyViolation"})
PROVIDERS: Final = tuple(
    Provider(NAME, one.wire, replace(one.can, filters=_FILTERS, request_id="apim-request-id", key_header="api-key"))
    for one in OF_OPENAI
)
