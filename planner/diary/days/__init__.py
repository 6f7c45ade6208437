"""Rows into days: every row used, or told why not."""
