"""Bytes into grids: delimited text in any encoding, and workbooks.

In comes a file as bytes, out come grids of strings, a row for each record: `read.grids`. What is no
table is refused with one sentence (DiaryError).
"""
