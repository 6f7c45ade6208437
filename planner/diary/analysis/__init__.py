"""Days before and after a start compared, and what that carries.

In come days and a date, out comes an Analysis with its sentences and cautions, or the reasons why
there is none: `comparison.analyse`, `comparison.obstacles`, `wording.headline`.
"""
