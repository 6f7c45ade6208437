"""The dated course: its visits and week, the days it is judged on, and what goes beyond wishes."""
