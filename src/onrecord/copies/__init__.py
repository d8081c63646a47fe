"""Pages to what is told twice: within one, between captures of one page, in another outlet."""
