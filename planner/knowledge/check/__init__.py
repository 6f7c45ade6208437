"""What must hold of the knowledge base: every fault is told, with its file and id."""

from planner.knowledge.check.whole import faults

__all__ = ["faults"]
