"""What a review says to the therapist: what was found, never why it is so."""

from datetime import date

from planner.model.diary import Question
from planner.model.follow_up import FollowUp, GoalRating, Overall
from planner.model.phrase import Phrase
from planner.model.plan import Phase, Reach
from planner.model.review import Pain, Share
from planner.planning.dosing.means import TestedDose
from planner.words import joined, say, say_many, terms
from planner.words.plan import how_often, weeks

GOALS_NOT_RATED = say("The goals were not rated twice: ask about them before deciding.")
GOALS_STILL = say("None of the goals has moved by more than such ratings scatter.")
BAD_SPELL = say(
    "Was it a bad spell when the plan began? People often begin in one, and bad spells often ease "
    "by themselves."
)
HOLD_IT = say("One change, held for at least 2 weeks and 3 sessions, then judged.")
SEE_A_DOCTOR = say("Suggest an ordinary doctor's visit.")
CLINICIAN_FIRST = say(
    "Massage waits until a clinician has looked. How large a rise matters has been studied less "
    "than a fall."
)
AS_TESTED = say("The steps are those of this pain source; tapering is usual practice.")
THE_END = say("The last step of the taper is done, so massage ends.")
NO_MASSAGE = say("Massage is not in the plan; what is done at home carries on.")
GOALS_FIRST = say("Pain fell, the goals did not move: talk about what still gets in the way first.")
FEELS_NO_BETTER = say(
    "The diary fell, the client feels no better: talk it over before less is done."
)
FEW_DAYS = say(
    "The fall is large, on fewer than 14 days on one side: ask about the goals and the change "
    "overall, or write on, before less is done."
)
HELPS_SO_FAR = say("Better so far, by less than people often notice: the course goes on.")
MAY_BE_CHANCE = say("The fall is large, but may be the ordinary up and down: more days will tell.")
DECLINED = say("The therapist declined the proposal: the last plan goes on.")
REACH_UNKNOWN = say("Whether money and time allow it is not known: ask.")


def pain(found: Pain) -> Phrase:
    """What the diary shows, in one sentence; no interval reads as one number twice."""
    least, most = sorted(round(abs(end), 1) for end in (found.low, found.high))
    means = {"before": found.before, "now": found.now}
    if least == most == 0 or (found.is_clear and round(found.before - found.now, 1) == 0):
        return say("Average pain was {before:.1f} before and {now:.1f} since: the same.", **means)
    if not found.is_clear:
        return say(
            "Average pain was {before:.1f} before and {now:.1f} since; no clear difference "
            "(probably between {fall:.1f} lower and {rise:.1f} higher).",
            fall=abs(found.low),
            rise=found.high,
            **means,
        )
    by = say("{least:.1f} to {most:.1f}", least=least, most=most)
    if least == most:
        by = say("{points:.1f}", points=most)
    if found.now < found.before:
        return say(
            "Average pain fell from {before:.1f} to {now:.1f} ({percent:.0f} %), probably by {by}.",
            percent=100 * (found.before - found.now) / found.before,
            by=by,
            **means,
        )
    return say(
        "Average pain rose from {before:.1f} to {now:.1f}, probably by {by}.", by=by, **means
    )


def step_down(before: Phase, now: Phase | None) -> Phrase:
    """From what to what, where massage goes on; else that it ends."""
    if now is None:
        return joined(THE_END, AS_TESTED)
    step = say("Down from {before} to {now}.", before=_dose(before), now=_dose(now))
    return joined(step, AS_TESTED)


def _dose(one: Phase) -> Phrase:
    return say(
        "{minutes} minutes {often}", minutes=one.minutes, often=how_often(one.sessions_per_week)
    )


def overall(label: Overall) -> Phrase:
    """What the client says of the change overall."""
    return say("Overall, the client says: {overall}.", overall=terms.OVERALL[label])


def goals(facts: FollowUp) -> Phrase:
    """Which goals moved."""
    if facts.goals_moved is None:
        return GOALS_NOT_RATED
    if not facts.goals_moved:
        return GOALS_STILL
    return say("The goals moved: {goals:semicolons}.", goals=[goal(one) for one in facts.goals])


def goal(one: GoalRating) -> Phrase:
    """A goal with its ratings, 10 being as before the pain."""
    if one.before is None:
        return say("{goal}, not rated to {now:g}", goal=one.goal, now=one.now)
    return say("{goal}, {before:g} to {now:g}", goal=one.goal, before=one.before, now=one.now)


def rated(before: float, now: float) -> Phrase:
    """One rating far above the first."""
    return say(
        "Average pain was first rated {before:g} and is rated {now:g} today: "
        "4 points or more higher.",
        before=before,
        now=now,
    )


def flares(number: int, *, again: bool) -> Phrase:
    """Long flares after sessions, and what follows."""
    if again:
        return say_many(
            "{number} more flare of more than 48 hours after shorter sessions: massage stops.",
            "{number} more flares of more than 48 hours after shorter sessions: massage stops.",
            number,
        )
    return say_many(
        "{number} flare of more than 48 hours after sessions: half as long from now on.",
        "{number} flares of more than 48 hours after sessions: half as long from now on.",
        number,
    )


def change_held(days: list[date]) -> Phrase:
    """A change is not judged before its time."""
    if not days:
        return say("One change was made already, and is held.")
    return say("One change was made already; it is held, and judged on {day}.", day=days[0])


def judged_later(days: list[date]) -> Phrase:
    """Nothing is due yet."""
    if not days:
        return say("No change is clear yet: the course goes on.")
    return say("It is early: what massage brings is judged on {day}.", day=days[0])


def course_ended(number: int, visits: int) -> Phrase:
    """A course has had its weeks and sessions."""
    had = say_many("{number} session", "{number} sessions", visits)
    return say(
        "The course has had its {weeks} and {sessions}: it ends, whatever it brought.",
        weeks=weeks(number),
        sessions=had,
    )


def taken_out(conditions: list[str]) -> Phrase:
    """What massage ends for, while it goes on for the rest."""
    return say("Massage ends for {conditions}; for the rest it goes on.", conditions=conditions)


def too_little_done(sessions: Share | None, home_days: Share | None) -> Phrase:
    """What less than half was done of."""
    shares = []
    if sessions:
        done = {"done": sessions.done, "planned": sessions.planned}
        shares.append(say("{done} of {planned} sessions", **done))
    if home_days:
        done = {"done": home_days.done, "planned": home_days.planned}
        shares.append(say("{done} of {planned} days at home", **done))
    return joined(
        say("{shares} were done.", shares=shares),
        say("Ask what got in the way before the dose or the technique is judged."),
    )


def sessions(found: Share | None, in_all: int) -> Phrase:
    """How many sessions were had."""
    if found is None:
        return say("No massage is in the plan.")
    if found.assumed:
        return say(
            "Nobody counted the sessions: {sessions} were planned by now, and are taken as had.",
            sessions=in_all,
        )
    return say(
        "{sessions} sessions so far; {done} since this plan, {planned} planned by now.",
        sessions=in_all,
        done=found.done,
        planned=found.planned,
    )


def tested(found: TestedDose) -> Phrase:
    """The dose that was tested."""
    least = say(
        "The least tested dose is {often} for {minutes} minutes.",
        often=how_often(found.often),
        minutes=found.minutes,
    )
    return joined(least, found.says)


def within(reach: Reach | None) -> Phrase:
    """Whether money and time allow it; for a dose that is not in reach."""
    if reach is None:
        return REACH_UNKNOWN
    most = {"often": reach.sessions_per_week}
    if reach.minutes is None:
        return say("Money and time allow at most {often:g} sessions a week.", **most)
    return say(
        "Money and time allow at most {often:g} sessions a week, {minutes} minutes each.",
        minutes=reach.minutes,
        **most,
    )


def question(one: Question) -> Phrase:
    """What the diary leaves open, and the answers that fit."""
    fitting: str = one.ask
    if one.choices:
        fitting = say("{ask}: {choices:commas}", ask=one.ask, choices=one.choices)
    return say(
        "The diary leaves a question open. {why} Answer it ({fitting}) and review again.",
        why=one.why,
        fitting=fitting,
    )


def log_until(day: date, *, fresh_start: bool) -> Phrase:
    """What to write down, and until when."""
    if fresh_start:
        return say(
            "Days before the plan cannot be written afterwards: keep the diary every evening "
            "until {day}; what is changed then has those days to be compared with.",
            day=day,
        )
    return say("Keep the diary every evening until {day}, then compare.", day=day)
