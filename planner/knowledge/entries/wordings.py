"""Other words for a row where its own do not fit: not sure, no massage, cleared."""

from planner.knowledge.entries.entry import Entry, MaySay
from planner.model.ids import ReasonId


class Wording(Entry):
    """What is said in the place of a row's or a degree's own words; empty where those fit.

    `maybe`, `unsure` and `away` are the client's: what may be so and what is done for it, where
    they are not sure of it, and what holds in a plan without massage. `cleared`
    is the therapist's, once a clinician has agreed. The id of a degree's no ends in "=no".
    """

    id: ReasonId
    maybe: MaySay = ""
    unsure: MaySay = ""
    away: MaySay = ""
    cleared: MaySay = ""


NONE = Wording(id=ReasonId(""))
