"""The practice page: set once, used by every new visit and on every paper."""

from ui.practice.page import draw

__all__ = ["draw"]
