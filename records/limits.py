"""How much one client's records can be: far above any real client, below a server's memory.

Whatever is handed in is read a text or a file at a time; these are what one of them may hold.
"""

MEGABYTE = 2**20
MOST_TEXT = 2 * MEGABYTE  # a version of a visit: some 10 KB, with ten years of days by hand 0.6 MB
MOST_FILE = 50 * MEGABYTE  # a diary or a paper, as large as a page takes a table
MOST_EVER_KEPT = 300 * MEGABYTE  # a file in a backup: an earlier edition kept a phone's export
MOST_PARTS = 20_000  # versions, papers and diaries: ten years of them are some 9,000
MOST_MANIFEST = 8 * MEGABYTE  # the list of so many
MOST_UNPACKED = 1000 * MEGABYTE  # of all of them together
FIRST_YEAR, LAST_YEAR = 1900, 2199  # of any day or moment
