"""Where it hurt: each place, and each place over time."""

from planner.charts.where.places import places
from planner.charts.where.sites import sites

__all__ = ["places", "sites"]
