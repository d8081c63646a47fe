"""What is kept goes out in other people's forms."""
