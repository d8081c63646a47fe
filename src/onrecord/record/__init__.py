"""The form in which a record is kept and given out."""
