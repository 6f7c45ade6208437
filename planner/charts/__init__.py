"""Charts as functions of data, for screen and paper: each with its sentence and its table.

In comes a diary, out come figures: `course.course` and `figures.what_lies_behind` for the screen,
`progress.progress` for a client's page; `paper.svg_of` draws one for paper.
"""
