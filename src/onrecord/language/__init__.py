"""What the stages know of English; no knowledge of news pages."""
