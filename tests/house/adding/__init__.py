"""What `test_adding` adds to a copy of the program: one file each, as README's "How to add" says."""
