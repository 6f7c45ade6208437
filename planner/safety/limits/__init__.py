"""What binds one client, as numbers: gathered from everything in force, the tightest wins."""

from planner.safety.limits.client import ClientLimits, InForce, Tightest, sources_of
from planner.safety.limits.in_force import carried_over, client_limits
from planner.safety.limits.marks import marked_at

__all__ = [
    "ClientLimits",
    "InForce",
    "Tightest",
    "carried_over",
    "client_limits",
    "marked_at",
    "sources_of",
]
