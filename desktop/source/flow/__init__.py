"""How control and data run through one COBOL program: statements, conditions, graph, and what may hold where.

``reading.read_programs`` is the way in. Everything is a pure function of the expanded tokens; nothing here fails on any
input, and what was not followed is said as a gap.
"""
