"""What the columns of a grid hold: known products, weeks, or any table."""
