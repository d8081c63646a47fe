"""A record to readers: the command line, the brief, the formats."""
