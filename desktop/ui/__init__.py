"""The window: Qt Widgets that show a case and ask the uses to change it. Qt lives only here (and QtCore/QtNetwork in
``net``).

Docks take a reader and a signal, never the window; actions are declarations; pages are one file and one line in their
registry. No rule of the business, no SQL, no socket; evidence and model answers are painted as plain text, never as
HTML.
"""
