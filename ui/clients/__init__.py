"""The clients page: the therapist's own list, one client's visits, and taking records out or in."""

from ui.clients.page import draw

__all__ = ["draw"]
