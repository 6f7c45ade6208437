"""Command lines made by value: valid files changed within what their types allow, and around it.

values    a value for any field of a record: its own ids, its bounds, days near the ends
changes   a valid file with a few of its fields otherwise
shelf     valid files of every kind, to which what the calls answer is added
scratch   records of invented clients
parts     files to read, places to leave, options
calls     a command line and what it promises to leave; of_visits and of_records those of two names
watched   the call carried out, and whether it held what every call promises
run       many of them, and how they ended
"""
