"""The account is the operating system's word, whatever the environment or people call themselves."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.domain.people import same_person
from desktop.gate.account import account

ROOT = Path(__file__).parents[2]


def test_no_variable_of_the_environment_gives_another_account() -> None:
    lies = dict.fromkeys(("USER", "LOGNAME", "LNAME", "USERNAME", "HOME"), "ceo")
    ask = "from desktop.gate.account import account; from desktop.uses.workstation import Workstation; print(account())"
    told = subprocess.run(
        [sys.executable, "-c", ask], cwd=ROOT, env={**os.environ, **lies}, capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == account() != ""


@pytest.mark.parametrize("other", ["Ｓａｔｏ", " sato", "SATO\u3000", "ｓａｔｏ"])
def test_a_name_typed_another_way_is_the_same_person(other: str) -> None:
    assert same_person("Sato", other)
    assert not same_person("Saito", other)
