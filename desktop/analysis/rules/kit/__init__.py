"""What rules are written with: their types, marks on evidence, and readers for each language."""
