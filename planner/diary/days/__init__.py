"""Rows into days: every row used, or told why not.

In come a table, its layout and the answers given; out comes an `entries.DiaryReading`:
`cleaning.clean`.
"""
