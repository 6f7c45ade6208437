"""The consultation page: the conversation on the left, the plan on the right."""

from ui.consultation.page import draw

__all__ = ["draw"]
