"""Figures, never timed tests: each module has ``run() -> list[Figure]``; ``make bench`` prints them all.

A figure is a ratio or a time of one run on this machine, beside what it is compared with and what is aimed at.
"""
