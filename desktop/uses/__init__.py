"""One file a use: what window and command line both do, as plain functions with explicit arguments.

No Qt, no printing, no thread of their own; long ones take ``progress`` and ``cancelled`` and return a result value.
"""
