"""What the words mean: frozen, slotted values and enums that every other room speaks in.

Findings, places, evidence, annotations, runs, levels and changes live here, and ids as ``NewType``.
No input or output, no clock, no SQL, no label in any language, and no import of another room.
"""
