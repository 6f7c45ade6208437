"""Servers that are killed while somebody answers, and what is left of the answers."""
