"""Every version of a client's visits, latest first, as something to choose from."""

from dataclasses import dataclass
from datetime import date, datetime

from records import Records, VisitLine
from ui.state.language import tell


@dataclass(frozen=True)
class Version:
    """One revision of one visit."""

    token: str
    on: date
    number: int
    saved_at: datetime


def in_words(one: Version) -> str:
    """How a version is named in a list."""
    at = f"{one.saved_at.astimezone():%H:%M}"
    return tell("Visit of {day}, version {number} ({at})", day=one.on, number=one.number, at=at)


def versions_of(records: Records, visits: tuple[VisitLine, ...]) -> list[Version]:
    """All of them; the latest visit and its newest revision first."""
    return [
        Version(visit.token, visit.on, line.number, line.saved_at)
        for visit in visits
        for line in records.revisions(visit.token)
    ]
