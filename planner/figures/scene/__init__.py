"""What is no exercise, drawn from a few typed shapes: a clock face, bars, a battery, a plate."""
