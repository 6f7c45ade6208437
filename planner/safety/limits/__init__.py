"""What binds one client, as numbers: gathered from everything in force, the tightest wins."""

from planner.safety.limits.agreements import agreements
from planner.safety.limits.bounds import InWords, in_words
from planner.safety.limits.client import ClientLimits, sources_of
from planner.safety.limits.held import InForce, Tightest
from planner.safety.limits.in_force import carried_over, client_limits, limits_of_rows
from planner.safety.limits.marks import marked_at
from planner.safety.limits.placing import on_marked_sides

__all__ = [
    "ClientLimits",
    "InForce",
    "InWords",
    "Tightest",
    "agreements",
    "carried_over",
    "client_limits",
    "in_words",
    "limits_of_rows",
    "marked_at",
    "on_marked_sides",
    "sources_of",
]
