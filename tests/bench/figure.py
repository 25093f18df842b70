"""One measured figure."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """``value`` as measured in this run; ``compared_with`` says what it is held against; ``target`` may be empty."""

    name: str
    value: float
    unit: str = "×"
    target: str = ""
    compared_with: str = ""

    def row(self) -> str:
        """A line of a Markdown table."""
        shown = f"{self.value:,.0f}" if abs(self.value) >= 100 else f"{self.value:.3g}"
        return f"| {self.name} | {shown} {self.unit} | {self.target} | {self.compared_with} |"


HEAD = "| figure | here | aim | compared with |\n|---|---|---|---|"
