"""Days with pain counted before and since a start, and compared."""
