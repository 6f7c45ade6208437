"""The plan as tables: the client's handout, the therapist's own, and all of it as one workbook.

`docs/tables.md` says what each column means.
"""
