"""The findings list: a vector of ids, pages of rows from a reader thread, and delegates that paint each standing.

The order is held until the analyst asks for a new one; a million findings scroll with a true scroll bar (FACTS-LIST).
"""
