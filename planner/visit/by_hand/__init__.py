"""What the hand may change in a plan: a line, a way to go; and what gives way to limits."""
