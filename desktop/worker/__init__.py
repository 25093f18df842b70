"""Child processes that read untrusted bytes: how the program starts itself again, what bounds and locks such a process,
and how the two talk.

Nothing here knows what is read: the rooms above bring a *service* (the child's side) and the shapes of its frames.
"""
