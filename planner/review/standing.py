"""Where the client stands: effect, attendance, the client's own words, the tables, today's screen.

Everything here is a finding; `verdicts` says what it amounts to, `rules` what follows.
"""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from planner.knowledge import Knowledge
from planner.knowledge.entries.clinical import Condition
from planner.knowledge.entries.weights import OfCourse
from planner.knowledge.own import knowing_own
from planner.model.change import aim
from planner.model.diary import DiaryResult
from planner.model.follow_up import FollowUp
from planner.model.intake import Intake, QuestionnaireScore
from planner.model.plan import JudgingDay, Plan, Reach
from planner.model.review import Lately, Progress, Share
from planner.model.vocabulary import Gauge
from planner.planning.course.judging import judging_of
from planner.review.attendance import Attendance, weeks_between
from planner.review.effect import Effect, lately
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
    measured: tuple[QuestionnaireScore, ...] = ()

    @property
    def weights(self) -> OfCourse:
        """How a course is judged and altered."""
        return self.knowledge.weights.course

    @property
    def effect(self) -> Effect:
        """What the diary shows."""
        counted = self.diary.pain_days
        return Effect(self.diary.analysis, self.weights, counted, self.is_for_headache)

    @property
    def is_for_headache(self) -> bool:
        """Whether all that massage is given for is judged by its days with pain."""
        gauges = {one.measure for one in self.judging}
        return bool(gauges) and gauges <= {Gauge.HEADACHE_DAYS, Gauge.ATTACK_DAYS}

    @property
    def slept_better(self) -> bool:
        """Whether sleep is noticeably less of a problem than at the first visit."""
        first, now = self.last.measures, self.facts.severity
        before = first.baseline.sleep if first else None
        if not before or now is None or now.sleep is None:
            return False
        return now.sleep <= aim(before)

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
    def lately(self) -> Lately | None:
        """What the diary's last days have on average: what is called now."""
        return lately(self.diary.days, self.started, self.on)

    @property
    def written(self) -> Share | None:
        """The days of the diary since the start, of those that are over."""
        known = {day.date for day in self.diary.days if day.with_pain is not None}
        since = {day for day in known if self.started <= day <= self.on}
        over = (self.on - self.started).days + (self.on in since)
        return Share(done=len(since), planned=over) if known and over > 0 else None

    @cached_property
    def judging(self) -> tuple[JudgingDay, ...]:
        """The pain sources that massage is given for, each with its judging day."""
        return judging_of(self.last, self.knowledge)

    @cached_property
    def conditions(self) -> tuple[Condition, ...]:
        """The pain sources that massage is given for; all of the plan where it has none."""
        running = [one.condition for one in self.judging] or self.last.conditions
        return tuple(self.knowledge.conditions[one] for one in running)

    @property
    def as_needed(self) -> bool:
        """Whether the taper of a pain source ends in a session now and then."""
        judging = self.knowledge.judging
        return any(judging[one.id].as_needed_after for one in self.conditions)

    @property
    def began(self) -> date:
        """The day of the first visit of the course, or of its diary."""
        return min(self.started, self.attendance.first_day)

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
            pain=self.effect.pain(self.lately, noticeable=self.improved),
            days=self.effect.days,
            goals=self.facts.goals,
            sessions=self.attendance.sessions,
            self_care=self.attendance.self_care,
            written=self.written,
            overall=overall.label if overall else None,
            after_last_time=self.facts.after_last_time,
            rated_before=self.rated_before,
            rated_now=severity.average if severity else None,
            measured=self.measured,
            signs=self.facts.signs,
            flares_from=self.last.flares_from,
        )


def standing_of(
    last: Plan,
    diary: DiaryResult,
    facts: FollowUp,
    knowledge: Knowledge,
    *,
    started: date | None = None,
    intake: Intake | None = None,
) -> Standing:
    """Everything a review looks at; its day is the one said, else the last of the diary.

    The diary is compared at `started`, else where the plan began. With the intake the whole
    screening is done again; without it, that of today's answers.
    """
    knowledge = knowing_own(knowledge, last)
    on = facts.on or max((*(day.date for day in diary.days), last.on))
    today = screened(last, facts, on, knowledge, intake)
    return Standing(
        last=last,
        allowed=narrowed(last, today, knowledge),
        diary=diary,
        facts=_with_first_ratings(facts, last),
        today=today,
        knowledge=knowledge,
        started=started or last.began,
        on=on,
        measured=intake.measured if intake else (),
    )


def _with_first_ratings(facts: FollowUp, last: Plan) -> FollowUp:
    """The goals with their first ratings, as the plan keeps them where nobody said them today."""
    rated = last.measures.rated if last.measures else ()
    first = {one.goal: one.rating for one in rated}
    goals = (
        one if one.before is not None else one.replaced(before=first.get(one.goal))
        for one in facts.goals
    )
    return facts.replaced(goals=tuple(goals)) if facts.goals else facts
