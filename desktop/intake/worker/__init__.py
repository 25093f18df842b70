"""The child's side of reading: services ``report JOB`` (stdin is the file) and ``batch`` (files come through stdin)."""
