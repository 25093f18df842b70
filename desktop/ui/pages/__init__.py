"""Pages that take the window's place for a while: import, sending, ledger, history, export, settings. One file and
one line each.
"""
