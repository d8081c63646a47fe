"""A page's entries to facts with evidence: statements, figures, sums and times."""
