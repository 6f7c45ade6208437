"""A visit as a file and as a text that came from elsewhere."""
