"""A full QPalette a scheme: Fusion draws everything that we don't paint from it."""

from PySide6.QtGui import QColor, QPalette

from desktop.ui.theme.colours import Colours

_Role = QPalette.ColorRole
_Group = QPalette.ColorGroup


def palette_of(c: Colours) -> QPalette:
    """Every role in all three groups; disabled text is the weakest text that still reads 4.5:1."""
    palette = QPalette()
    everywhere: dict[QPalette.ColorRole, QColor] = {
        _Role.Window: c.window,
        _Role.WindowText: c.text,
        _Role.Base: c.panel,
        _Role.AlternateBase: c.raised,
        _Role.Text: c.text,
        _Role.Button: c.panel,
        _Role.ButtonText: c.text,
        _Role.BrightText: c.blocked,
        _Role.ToolTipBase: c.panel,
        _Role.ToolTipText: c.text,
        _Role.PlaceholderText: c.text3,
        _Role.Highlight: c.selected,
        _Role.HighlightedText: c.text,
        _Role.Accent: c.accent,
        _Role.Link: c.accent,
        _Role.LinkVisited: c.model,
        _Role.Light: c.panel if not c.dark else c.line,
        _Role.Midlight: c.line_soft,
        _Role.Mid: c.line,
        _Role.Dark: c.line,
        _Role.Shadow: c.line if not c.dark else c.window,
    }
    for group in (_Group.Active, _Group.Inactive, _Group.Disabled):
        for role, colour in everywhere.items():
            palette.setColor(group, role, colour)
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.HighlightedText):
        palette.setColor(_Group.Disabled, role, c.text3)
    return palette
