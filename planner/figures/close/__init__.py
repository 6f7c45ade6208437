"""What every close-up shares: its data, rounded things, its sheet, and what is wrong with it."""
