"""Charts as functions of data, for screen and paper: each with its sentence and its table.

In comes a plan or a diary, out come figures: `week.week_picture` (a plan's week, without pandas),
`course.course` and `figures.what_lies_behind` (a diary), `progress.progress` (a client's page);
`paper.svg_of` draws one for paper.
"""
