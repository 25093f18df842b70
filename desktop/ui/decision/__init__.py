"""The two-key loop: a digit, then a reason; the strip that asks, the bar that never moves, the line that undoes."""
