"""Inputs to captures: bytes in, text with an id and a name out."""
