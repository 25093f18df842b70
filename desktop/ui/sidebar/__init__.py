"""The left edge: queues with their counts, evidence with who has read it, and what the meter means."""
