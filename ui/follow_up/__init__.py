"""The follow-up page: the second visit, with its review."""

from ui.follow_up.page import draw

__all__ = ["draw"]
