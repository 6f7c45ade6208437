"""One limit as it holds for a client, and the tightest of several."""

from collections.abc import Iterable
from typing import NamedTuple

from planner.knowledge.entries.limits import LimitEntry
from planner.model.ids import ReasonId, RegionId
from planner.model.vocabulary import Pressure, PressureLimit

Regions = frozenset[RegionId]


class InForce(NamedTuple):
    """One limit as it holds for a client.

    `regions` are where; None is everywhere. `marked` are those of them that are named, not only
    near. `waits`: no hands there before an agreement is recorded. `unplaced`: a clinician
    agreed, and neither a mark nor a bound says where it is.
    """

    id: ReasonId
    label: str
    caps: LimitEntry
    regions: Regions | None = None
    marked: Regions | None = None
    waits: bool = False
    waits_for_a_clinician: bool = False
    unplaced: bool = False

    def reaches(self, region: RegionId) -> bool:
        """Whether it holds at a region."""
        return self.regions is None or region in self.regions

    @property
    def pressure(self) -> PressureLimit | None:
        """The most it leaves of pressure where it holds."""
        return PressureLimit.NONE if self.waits else self.caps.pressure


class Tightest(NamedTuple):
    """The most that is left of pressure at a region, and the limits that say so."""

    pressure: PressureLimit | None
    by: tuple[InForce, ...]

    def leaves(self, pressure: Pressure) -> bool:
        """Whether so much pressure is left."""
        if self.pressure is None:
            return True
        firmest = self.pressure.firmest
        return firmest is not None and pressure.rank <= firmest.rank

    @property
    def firmest(self) -> Pressure:
        """The firmest pressure left, where any is."""
        return (self.pressure and self.pressure.firmest) or Pressure.FIRM


def tightest(held: Iterable[InForce]) -> Tightest:
    """The most that is left of pressure by these limits, and those that say so."""
    here = [(one, one.pressure) for one in held if one.pressure]
    least = PressureLimit.tightest(cap for _, cap in here if cap)
    return Tightest(least, tuple(one for one, cap in here if cap is least))
