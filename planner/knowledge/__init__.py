"""The cited knowledge base: `load()` reads and checks all of it, or tells every fault at once."""

from planner.knowledge.base import Knowledge
from planner.knowledge.load import load

__all__ = ["Knowledge", "load"]
