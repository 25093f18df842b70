"""How the window looks: colours by role, type sizes, icons and the few shapes that are painted by hand (UX §7).

Fusion and a full palette a scheme, no style sheet. Widgets find their colours through their own palette, so that a
change of scheme reaches all of them as Qt's own palette change.
"""
