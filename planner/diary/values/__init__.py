"""One cell at a time: dates, times and scores as people write them.

In comes a column of texts, coded once (`cells.coded`); out come its days (`dates.read_dates`), its
minutes (`clock.minutes_of`), its scores (`scores.read_scores`) and their scale (`scales`). What a
column does not decide comes out as a question.
"""
