"""The field's words as values: no rule, no file, no clock."""
