"""Where the client stands: effect, attendance, the client's own words, the tables, today's screen.

Everything here is a finding; `rules` turns findings into a proposal.
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
from planner.model.vocabulary import PhaseName
from planner.planning.dose import TestedDose, least_tested
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
        return Attendance(
            self.last, self.diary, self.facts, self.started, self.on, self.weights.least_done
        )

    @property
    def rating_rose_far(self) -> bool:
        """Whether one rating lies further above the first than such ratings scatter."""
        now, first = self.facts.severity, self.rated_before
        return (
            now is not None
            and first is not None
            and now.average - first >= self.weights.ratings_apart
        )

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
    def helps(self) -> bool:
        """Whether anything speaks for a gain, clear of chance."""
        moved = self.facts.goals_moved is True
        return self.effect.is_clearly_lower or moved or self.facts.feels_much_better

    @property
    def no_gain(self) -> bool:
        """Fewer than 30 %, no goal moved, and nothing else clear of chance."""
        return not self.helps and not self.effect.fell_far

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
    def block(self) -> int:
        """8 sessions; 10 once something was changed, so that the change has its time."""
        weights = self.weights
        return weights.block_after_a_change if self.was_changed else weights.block

    @property
    def block_is_done(self) -> bool:
        """Whether every pain source has had the sessions or weeks after which it is judged."""
        return all(self._is_judged(one) for one in self.conditions)

    def _is_judged(self, one: Condition) -> bool:
        if one.stop_after_sessions is not None:
            return self.attendance.in_all >= one.stop_after_sessions
        if one.stop_after_weeks is not None:
            return self.weeks_in_all >= one.stop_after_weeks
        return self.attendance.in_all >= self.block

    @property
    def course_has_ended(self) -> bool:
        """Whether every pain source has had the weeks after which its course ends."""
        limits = [one.ends_after_weeks for one in self.conditions]
        return all(limit is not None and self.weeks_in_all >= limit for limit in limits)

    @property
    def short_of(self) -> TestedDose | None:
        """The least tested dose, when the course lies below it and has not had it before."""
        running = (*self.attendance.left[:1], *self.attendance.phases[-1:])
        tested = least_tested(self.conditions, self.knowledge)
        if not running or tested is None:
            return None
        now = running[0]
        low = now.sessions_per_week < tested.often or now.minutes < tested.minutes
        was_had = now.name is not PhaseName.START and self.attendance.in_all >= tested.sessions
        return tested if low and not was_had else None

    @property
    def reach(self) -> Reach | None:
        """What the client can attend and pay, as said today or as the plan keeps it."""
        return self.facts.reach or self.last.load.reach

    def can_reach(self, dose: TestedDose) -> bool:
        """Whether money and time are known to allow a dose."""
        reach = self.reach
        if reach is None:
            return False
        long_enough = reach.minutes is None or reach.minutes >= dose.minutes
        return long_enough and reach.sessions_per_week >= dose.often

    @property
    def has_another_way(self) -> bool:
        """Whether another technique or exercise is left that the answers and wishes allow."""
        massage, reserve = self.allowed.massage, self.allowed.reserve
        adjuncts = massage is not None and len(massage.techniques) > 1
        return bool(adjuncts or reserve.techniques or reserve.exercises)

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
