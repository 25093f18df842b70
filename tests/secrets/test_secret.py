"""A secret never shows itself."""

import copy
import dataclasses
import json
import logging
import pickle
import traceback
from collections.abc import Callable

import pytest

from desktop.secrets import Secret

PLANTED = "sk-planted-0123456789"


@dataclasses.dataclass
class Holder:
    secret: Secret


@pytest.mark.parametrize(
    "show",
    [
        str,
        lambda secret: f"{secret}",
        lambda secret: f"{secret:>40}",
        lambda secret: "%s" % secret,  # noqa: UP031 - this way of formatting is the one under test
        pickle.dumps,
        copy.copy,
        copy.deepcopy,
        json.dumps,
        lambda secret: dataclasses.asdict(Holder(secret)),
        bytes,
        list,
    ],
)
def test_everything_that_would_write_a_secret_somewhere_refuses(show: Callable[[object], object]) -> None:
    with pytest.raises(TypeError) as refusal:
        show(Secret(PLANTED))
    assert PLANTED not in "".join(traceback.format_exception(refusal.value))


def test_its_repr_says_only_that_it_is_a_secret() -> None:
    assert repr(Secret(PLANTED)) == "<secret>"
    assert PLANTED not in repr(Holder(Secret(PLANTED)))
    assert not hasattr(Secret(PLANTED), "__dict__")


def test_a_log_message_with_a_secret_in_it_holds_no_secret(capsys: pytest.CaptureFixture[str]) -> None:
    logger = logging.getLogger("test_secret")
    handler = logging.StreamHandler()
    logger.addHandler(handler)
    logger.propagate = False
    logger.error("the key is %s", Secret(PLANTED))
    logger.removeHandler(handler)
    assert PLANTED not in "".join(capsys.readouterr())


def test_only_reveal_gives_it_out() -> None:
    assert Secret(PLANTED).reveal() == PLANTED


def test_equal_texts_are_equal_secrets_and_cannot_be_keys_of_a_table() -> None:
    assert Secret("鍵") == Secret("鍵")
    assert Secret("鍵") != Secret("錠")
    assert Secret("x") != "x"
    with pytest.raises(TypeError):
        hash(Secret("x"))
