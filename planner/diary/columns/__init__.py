"""What the columns of a grid hold: known products, weeks, or any table.

In comes a grid, out come a `tables.Table` (headings, body, row numbers) and a `layout.Layout`
(which column is what): by `formats.recognised`, `weeks.weeks_in`, or `tables.generic_table` with
`generic.generic`. A new product is a function in `products` and a row of `formats.FORMATS`.
"""
