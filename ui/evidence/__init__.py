"""The evidence page: every source, what it supports or disputes, how far verified."""

from ui.evidence.page import draw

__all__ = ["draw"]
