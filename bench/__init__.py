"""Measures onrecord against gold that lies outside the project, and refuses to let a figure fall."""
