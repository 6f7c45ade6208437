"""What is kept of one client, read once for a page: visits, what happened beside them, files."""

from dataclasses import dataclass

from planner.model.errors import PlannerError
from planner.model.plan import Plan
from planner.visit.client.at_a_glance import Beside
from planner.visit.client.state import Known
from planner.visit.client.story import VisitMade
from planner.words import say
from records import ClientLine, DiaryLine, Records, VisitLine
from records.errors import Corrupted
from ui.clients.listing import known
from ui.state import beside
from ui.state.kept_visits import draft_of, plan_if_readable

NO_VISIT = say("has no visit that can be read: bring back a backup")


@dataclass(frozen=True)
class Seen:
    """One client; `made` are the visits that can be read, latest first."""

    line: ClientLine
    visits: tuple[VisitLine, ...]
    made: tuple[VisitMade, ...]
    beside: Beside
    files: tuple[DiaryLine, ...]

    @property
    def plan(self) -> Plan | None:
        """The plan of the latest visit; None where it has none, or cannot be read."""
        return next((one.plan for one in self.made if one.token == self.visits[0].token), None)

    @property
    def known(self) -> Known:
        """The client as the list has them."""
        return known(self.line)


def seen(records: Records, client: str) -> Seen:
    """Everything a client's page shows."""
    visits = records.timeline(client)
    if not visits:
        raise Corrupted(client, NO_VISIT)
    made = (_made(records, one) for one in visits)
    return Seen(
        records.client(client),
        visits,
        tuple(one for one in made if one),
        beside.of(client),
        records.files(client),
    )


def _made(records: Records, visit: VisitLine) -> VisitMade | None:
    """A visit with its plan; None where its text cannot be read any more."""
    try:
        body = records.revision(visit.token, visit.revisions).body
        draft = draft_of(body)
    except PlannerError:
        return None
    return VisitMade(visit.token, visit.on, draft, plan_if_readable(body))
