"""Everything that can be done, as declarations: menus, palette and key help are built from them, one file a menu."""
