"""All actions. A new action is one declaration in its menu's file; a new menu is one line here and one in ``Menu``."""

from typing import Final

from desktop.ui.actions import analyse, edit, evidence, file, finding, help, view
from desktop.ui.actions.declare import Declared, Menu
from desktop.ui.language import QT_TRANSLATE_NOOP

ACTIONS: Final[tuple[Declared, ...]] = (
    *file.ACTIONS,
    *edit.ACTIONS,
    *view.ACTIONS,
    *finding.ACTIONS,
    *evidence.ACTIONS,
    *analyse.ACTIONS,
    *help.ACTIONS,
)
MENUS: Final = {
    Menu.FILE: QT_TRANSLATE_NOOP("Actions", "&File"),
    Menu.EDIT: QT_TRANSLATE_NOOP("Actions", "&Edit"),
    Menu.VIEW: QT_TRANSLATE_NOOP("Actions", "&View"),
    Menu.FINDING: QT_TRANSLATE_NOOP("Actions", "F&inding"),
    Menu.EVIDENCE: QT_TRANSLATE_NOOP("Actions", "E&vidence"),
    Menu.ANALYSE: QT_TRANSLATE_NOOP("Actions", "&Analyse"),
    Menu.HELP: QT_TRANSLATE_NOOP("Actions", "&Help"),
}
