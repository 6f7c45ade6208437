"""One client as a file that leaves one machine and is taken in by another."""
