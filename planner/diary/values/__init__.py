"""One cell at a time: dates, times, scores, as people write them."""
