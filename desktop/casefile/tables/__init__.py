"""One file an aggregate: how its rows are written and read.

Functions over ``Rows`` (to write) and a connection (to read).
"""
