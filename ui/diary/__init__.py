"""The diary page: any file a client brings, and what changed."""

from ui.diary.page import draw

__all__ = ["draw"]
