"""Zip archives, read in memory and never unpacked: bounded in members, in bytes and in growth.

In comes an archive as bytes, out come the grids of the tables in it: `zipped.archive_grids`.
"""
