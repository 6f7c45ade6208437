"""The jointed figure: its bones, how a pose is solved, how far its joints go.

Axes: x where the person faces, y up, z to the person's right; the origin on the floor; the body's
height is 1.
"""
