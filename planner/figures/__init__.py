"""A picture for every home task: poses as data, one jointed figure, drawn ahead as SVG.

`stored` reads what was drawn; `draw` draws it afresh from `data/*.toml` and says what is wrong
with it.
"""
