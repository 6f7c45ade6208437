"""The therapist's papers as values: one sheet for the table, and the evidence behind it."""
