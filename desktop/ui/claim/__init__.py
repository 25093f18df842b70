"""The claim beside the evidence: what is said, who says so, what was checked, in plain text."""
