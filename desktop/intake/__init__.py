"""What comes in: sniffing by content, the locked-down worker that reads untrusted bytes, one module a format, preview
and commit.

``formats`` and ``worker`` run in a child process and import only domain, text, source and detect. ``preview`` and
``commit`` run in
the program and see only frames that were checked. Nothing here opens a connection, shows a widget or writes SQL.
"""
