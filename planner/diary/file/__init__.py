"""Bytes into grids of text: delimited text and workbooks, in any encoding."""
