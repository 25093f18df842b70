"""Every sentence of an error or a message: a code and its fields become Japanese or English.

Window, command line and reports say the same words. Catalogues are plain dicts, one a room, under ``catalogue/``;
this room knows no error class, only their names, so that it can stand below the rooms that raise them. Labels of
widgets are not here (they are Qt Linguist's).
"""

from desktop.words.say import Lang, MissingWords, label, say, say_error

__all__ = ["Lang", "MissingWords", "label", "say", "say_error"]
