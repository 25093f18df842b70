"""What lies over the window for a moment: the command palette and the keys of this place. Nothing pops up by itself."""
