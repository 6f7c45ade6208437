"""What the answers forbid, change or stop, and what is left of each line of a plan."""
