"""Structure of programs: divisions, paragraphs, data and control flow, on spans that are spans of the evidence itself."""
