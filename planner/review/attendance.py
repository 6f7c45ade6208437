"""What was done of what was planned: sessions and days at home."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from planner.model.diary import DiaryResult
from planner.model.follow_up import FollowUp
from planner.model.plan import Phase, Plan
from planner.model.review import Share
from planner.planning.course.occasions import Visits, of_massage, visits_of
from planner.review.course import left_after

WEEK = 7


def weeks_between(first: date, last: date) -> float:
    """The weeks from one day to another, both counted; 0 when the first is still to come."""
    return max(0, (last - first).days + 1) / WEEK


@dataclass(frozen=True)
class Attendance:
    """The sessions and home days since a plan was made."""

    last: Plan
    diary: DiaryResult
    facts: FollowUp
    started: date
    on: date

    @property
    def phases(self) -> tuple[Phase, ...]:
        """The phases of the plan."""
        return self.last.massage.phases if self.last.massage else ()

    @cached_property
    def visits(self) -> Visits:
        """The dated visits of the plan with massage."""
        return of_massage(visits_of(self.last))

    @property
    def before_today(self) -> tuple[date, ...]:
        """The days of the visits planned before today; today's is still to come."""
        return tuple(one.on for one in self.visits if one.on < self.on)

    @property
    def is_today_planned(self) -> bool:
        """Whether a visit with massage was planned for today."""
        return any(one.on == self.on for one in self.visits)

    @property
    def first_day(self) -> date:
        """The first day of this plan's own visits."""
        own = self.last.on if self.last.supersedes else self.started
        return min((own, *(one.on for one in self.visits[:1])))

    @cached_property
    def sessions(self) -> Share | None:
        """Sessions since the plan: as counted, as the diary marks them, or else as planned."""
        if not self.phases:
            return None
        planned, told = len(self.before_today), self.facts.sessions
        if told is not None:
            return _share(told.done, planned if told.planned is None else told.planned)
        marked = {day for day in self.diary.sessions if self.first_day <= day <= self.on}
        if marked:
            today = self.on in marked and self.is_today_planned
            return _share(len(marked), planned + today)
        return Share(done=planned, planned=planned, assumed=True)

    @property
    def running(self) -> Phase | None:
        """The phase that ran up to today; None without massage."""
        if not self.phases or not self.left:
            return self.phases[-1] if self.phases else None
        at = len(self.phases) - len(self.left)
        is_begun = self.left[0] != self.phases[at]
        return self.phases[at if is_begun or at == 0 else at - 1]

    @property
    def in_all(self) -> int:
        """Sessions since the first plan of the course."""
        before = self.last.supersedes.sessions if self.last.supersedes else 0
        return before + (self.sessions.done if self.sessions else 0)

    @property
    def self_care(self) -> Share | None:
        """Days with home care, of the last 7 unless said otherwise; None when not asked."""
        told = self.facts.self_care
        if told is None or not self.last.self_care:
            return None
        return Share(done=told.done, planned=WEEK if told.planned is None else told.planned)

    @property
    def left(self) -> tuple[Phase, ...]:
        """What is left of the phases after the sessions had."""
        return left_after(self.phases, self.sessions.done if self.sessions else 0)


def _share(done: int, planned: int) -> Share:
    """So many of those planned; who came more often than planned missed nothing."""
    return Share(done=done, planned=max(planned, done))
