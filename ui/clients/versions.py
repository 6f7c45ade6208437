"""Every version of a client's visits, latest first, as something to choose from."""

from dataclasses import dataclass
from datetime import date, datetime

from records import Records, VisitLine
from ui.parts.wording import day


@dataclass(frozen=True)
class Version:
    """One revision of one visit."""

    token: str
    on: date
    number: int
    saved_at: datetime

    def __str__(self) -> str:
        """How it is named in a list."""
        at = self.saved_at.astimezone()
        return f"Visit of {day(self.on)}, version {self.number} ({at:%H:%M})"


def versions_of(records: Records, visits: tuple[VisitLine, ...]) -> list[Version]:
    """All of them; the latest visit and its newest revision first."""
    return [
        Version(visit.token, visit.on, line.number, line.saved_at)
        for visit in visits
        for line in records.revisions(visit.token)
    ]
