"""From solved poses to a picture: a flat camera, outlines, what covers what, and SVG."""
