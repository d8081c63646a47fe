"""A capture to a page: each line with its role, what the page says of itself, and its entries."""
