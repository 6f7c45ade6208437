"""Where the client stands: effect, attendance, the client's own words, the tables, today's screen.

Everything here is a finding; `verdicts` says what it amounts to, `rules` what follows.
"""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from planner.knowledge import Knowledge
from planner.knowledge.entries import Condition
from planner.knowledge.weights import OfCourse
from planner.model.diary import DiaryResult
from planner.model.follow_up import FollowUp
from planner.model.intake import Intake
from planner.model.plan import Plan, Reach
from planner.model.review import Progress
from planner.review.attendance import Attendance, weeks_between
from planner.review.effect import Effect
from planner.review.rescreen import narrowed
from planner.review.today import Today, screened


@dataclass(frozen=True)
class Standing:
    """The last plan, the diary since `started`, what was asked, and the screening of today.

    `allowed` is the last plan without what today's screening takes away.
    """

    last: Plan
    allowed: Plan
    diary: DiaryResult
    facts: FollowUp
    today: Today
    knowledge: Knowledge
    started: date
    on: date

    @property
    def weights(self) -> OfCourse:
        """How a course is judged and altered."""
        return self.knowledge.weights.course

    @property
    def effect(self) -> Effect:
        """What the diary shows."""
        return Effect(self.diary.analysis, self.weights)

    @cached_property
    def attendance(self) -> Attendance:
        """What was done of what was planned."""
        return Attendance(self.last, self.diary, self.facts, self.started, self.on)

    @property
    def rated_before(self) -> int | float | None:
        """The first rating of average pain; None where a stop left no plan."""
        return self.last.measures.baseline.average if self.last.measures else None

    @property
    def improved(self) -> bool:
        """A noticeable fall, clear of chance, or on few days borne out by the client's word."""
        effect, facts = self.effect, self.facts
        borne_out = facts.goals_moved is True or facts.feels_better
        return effect.improved or (effect.seems_improved and borne_out)

    @property
    def weeks_in_all(self) -> int:
        """Whole weeks since the course began."""
        return int(weeks_between(self.started, self.on))

    @cached_property
    def conditions(self) -> tuple[Condition, ...]:
        """The pain sources of the plan."""
        return tuple(self.knowledge.conditions[one] for one in self.last.conditions)

    @property
    def as_needed(self) -> bool:
        """Whether the taper of a pain source ends in a session now and then."""
        return any(one.as_needed_after for one in self.conditions)

    @property
    def was_changed(self) -> bool:
        """Whether the last plan already does one thing otherwise."""
        return self.last.supersedes is not None and self.last.supersedes.is_a_change

    @property
    def reach(self) -> Reach | None:
        """What the client can attend and pay, as said today or as the plan keeps it."""
        return self.facts.reach or self.last.load.reach

    @property
    def progress(self) -> Progress:
        """The figures, for a page or a note."""
        severity, overall = self.facts.severity, self.facts.overall
        return Progress(
            began=self.started,
            pain=self.effect.pain(noticeable=self.improved),
            goals=self.facts.goals,
            sessions=self.attendance.sessions,
            self_care=self.attendance.self_care,
            overall=overall.label if overall else None,
            after_last_time=self.facts.after_last_time,
            rated_before=self.rated_before,
            rated_now=severity.average if severity else None,
        )


def standing_of(
    last: Plan,
    diary: DiaryResult,
    facts: FollowUp,
    knowledge: Knowledge,
    started: date,
    intake: Intake | None,
) -> Standing:
    """Everything a review looks at; its day is the one said, else the last of the diary."""
    on = facts.on or max((*(day.date for day in diary.days), last.on))
    today = screened(last, facts, on, knowledge, intake)
    return Standing(
        last=last,
        allowed=narrowed(last, today, knowledge),
        diary=diary,
        facts=facts,
        today=today,
        knowledge=knowledge,
        started=started,
        on=on,
    )
