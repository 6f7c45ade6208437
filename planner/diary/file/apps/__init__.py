"""The files that apps give instead of a table: each becomes a grid with headings of its own.

Apple Health's XML as it streams by (`apple_health`), and JSON (`json_tables`): Daylio's backup,
MigraLog, CrisisCore's Pain Tracker, and lists of records of any other app.
"""
