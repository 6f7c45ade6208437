"""The body chart as lines and shapes: the same places on the screen and on paper."""
