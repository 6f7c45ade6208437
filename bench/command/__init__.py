"""The command line, driven by many calls."""
