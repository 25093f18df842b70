"""Text for the laws: pieces that detectors act on, and characters that make folding hard, in any order."""

from pathlib import Path

from hypothesis import strategies as st

from desktop.text.offsets import decode_with_map
from desktop.text.sniff import sniff
from tests.detect.test_detectors import FOUND, LOOK_ALIKES

PIECES = [text.replace("⟪", "").replace("⟫", "") for texts in FOUND.values() for text in texts] + [
    text for texts in LOOK_ALIKES.values() for text in texts
]
HARD = "ｶﾞﾊﾟ㈱㍻①ｱﾞがか\u3099\u200b\u200d\u00adⅣ㌢㍍ﷺ髙﨑〜～−𠮷\udcff"


def texts() -> st.SearchStrategy[str]:
    """Lines of material, whole or cut, between arbitrary text."""
    cut = st.sampled_from(PIECES).flatmap(lambda p: st.integers(0, len(p)).map(lambda n: p[:n]))
    hard = st.text(st.sampled_from(HARD + "0123456789 \n口座番号'\"=A-"), max_size=12)
    return st.lists(st.one_of(st.sampled_from(PIECES), cut, hard, st.just("\n"), st.text(max_size=8)), max_size=12).map(
        "".join
    )


def sample_bank() -> list[str]:
    """Every source member of the sample bank as text."""
    folder = Path(__file__).resolve().parents[2] / "resources" / "sample_bank"
    suffixes = {".cbl", ".cpy", ".jcl", ".bms", ".csd", ".c", ".h", ".py", ".txt", ".prc"}
    files = sorted(path for path in folder.rglob("*") if path.suffix in suffixes)
    read = [(path.read_bytes(), path.name) for path in files]
    return [decode_with_map(data, sniff(data, name)).text for data, name in read]
