"""Flat signs by kind: clock, bars, page, plate, bed; in a scene or beside a figure."""
