"""The sample bank is what it says that it is: encodings, columns, labels, scanners' outputs."""
