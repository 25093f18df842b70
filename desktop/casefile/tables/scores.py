"""CVSS base scores of vectors, for the list's order."""

from functools import lru_cache


@lru_cache(maxsize=4_096)
def tenths(vector: str) -> int:
    """Ten times the base score; 0 for what is no vector.

    Few vectors are shared by many findings, so they are remembered.
    """
    from cvss import CVSS3, CVSS4  # late: most cases are opened without importing anything
    from cvss.exceptions import CVSSError

    try:
        score = CVSS4(vector).base_score if vector.startswith("CVSS:4") else CVSS3(vector).base_score
    except CVSSError:
        return 0
    return round(float(score) * 10)
