"""The facts of all pages to what a reader must be told."""
