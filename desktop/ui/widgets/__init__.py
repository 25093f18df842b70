"""The few controls that UX §7 draws differently from Fusion, a file each; colours come from the widget's own
palette.
"""
