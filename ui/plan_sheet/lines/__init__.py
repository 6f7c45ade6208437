"""The lines of the plan under their headings, and what changes each of them."""
