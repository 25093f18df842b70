"""Structure of programs: divisions, paragraphs, data and control flow; every span is a span of the evidence itself."""
