"""What a review says to the therapist: what was found, never why it is so."""

from collections.abc import Iterable
from datetime import date

from planner.model.follow_up import FollowUp, GoalRating
from planner.model.plan import Reach
from planner.model.review import Pain, Share
from planner.planning.dose import TestedDose
from planner.planning.schedule import how_often

FELL_NO_DOUBT = (
    "Average pain fell from {before:.1f} to {now:.1f} ({percent}), probably by {least} to {most}."
)
ROSE = "Average pain rose from {before:.1f} to {now:.1f}, probably by {least} to {most}."
UNCLEAR = (
    "Average pain was {before:.1f} before and {now:.1f} since; "
    "no clear difference (probably between {low:+.1f} and {high:+.1f})."
)
GOALS_NOT_RATED = "The goals were not rated twice: ask about them before deciding."
GOALS_STILL = "None of the goals has moved by more than such ratings scatter."
OVERALL = "Overall, the client says: {}."
BAD_SPELL = (
    "Was it a bad spell when the plan began? People often begin in one, and bad spells often ease "
    "by themselves."
)
HOLD_IT = "One change, held for at least 2 weeks, then compared again."
SEE_A_DOCTOR = "Suggest an ordinary doctor's visit."
RATED = "Average pain was first rated {:g} and is rated {:g} today: 4 points or more higher."
CLINICIAN_FIRST = (
    "Massage waits until a clinician has looked. How large a rise matters has been studied less "
    "than a fall."
)
FLARES = "{} flares of more than 48 hours after sessions: half as long from now on."
FLARES_AGAIN = "{} more flares of more than 48 hours after shorter sessions: massage stops."
TAPER = "Less often now, as the taper of this pain source says; tapering is usual practice."
NOTHING_LEFT = "No other technique or exercise is left that the answers and wishes allow."
NO_MASSAGE = "Massage is not in the plan; what is done at home carries on."
GOALS_FIRST = "Pain fell, the goals did not move: talk about what still gets in the way first."
FEELS_NO_BETTER = "The diary fell, the client feels no better: talk it over before less is done."
FEW_DAYS = (
    "The fall is large, on fewer than 14 days on one side: ask about the goals and the change "
    "overall, or write on, before less is done."
)
HELPS_SO_FAR = "Better so far, by less than people often notice: the course goes on."
MAY_BE_CHANCE = "The fall is large, but may be the ordinary up and down: more days will tell."
CHANGE_HELD = "One change was made already; it is held, and judged at session {}."
EARLY = "It is early: a change is considered at session 6, the block is judged at its end."
ASK_WHAT_HINDERS = "Ask what got in the way before the dose or the technique is judged."


def spoken(day: date) -> str:
    """A date nobody can read the wrong way round: "23 November 2026"."""
    return f"{day.day} {day:%B} {day.year}"


def pain(found: Pain) -> str:
    """What the diary shows, in one sentence."""
    if not found.is_clear:
        return UNCLEAR.format(**found.model_dump())
    least, most = sorted(f"{abs(end):.1f}" for end in (found.low, found.high))
    words = FELL_NO_DOUBT if found.now < found.before else ROSE
    percent = f"{100 * (found.before - found.now) / found.before:.0f} %" if found.before else ""
    return words.format(before=found.before, now=found.now, percent=percent, least=least, most=most)


def goals(facts: FollowUp) -> str:
    """Which goals moved."""
    if facts.goals_moved is None:
        return GOALS_NOT_RATED
    if not facts.goals_moved:
        return GOALS_STILL
    return f"The goals moved: {'; '.join(goal(one) for one in facts.goals)}."


def goal(one: GoalRating) -> str:
    """A goal with its ratings, 10 being as before the pain."""
    before = "not rated" if one.before is None else f"{one.before:g}"
    return f"{one.goal}, {before} to {one.now:g}"


def sessions(found: Share | None, in_all: int) -> str:
    """How many sessions were had."""
    if found is None:
        return "No massage is in the plan."
    if found.assumed:
        return f"Nobody counted the sessions: {in_all} were planned by now, and are taken as had."
    since = f"{found.done} since this plan, {found.planned} planned by now"
    return f"{in_all} sessions so far; {since}."


def tested(found: TestedDose) -> str:
    """The dose that was tested."""
    dose = f"{how_often(found.often)} for {found.minutes} minutes"
    return f"The least tested dose is {dose}. {found.says}"


def within(reach: Reach | None) -> str:
    """Whether money and time allow it; for a dose that is not in reach."""
    if reach is None:
        return "Whether money and time allow it is not known: ask."
    minutes = f", {reach.minutes} minutes each" if reach.minutes else ""
    most = f"{reach.sessions_per_week:g} sessions a week{minutes}"
    return f"Money and time allow at most {most}."


def question(ask: str, why: str, choices: Iterable[str]) -> str:
    """What the diary leaves open, and the answers that fit."""
    fitting = ": ".join(filter(None, (ask, ", ".join(choices))))
    return f"The diary leaves a question open. {why} Answer it ({fitting}) and review again."


def log_until(day: date, fresh_start: bool) -> str:
    """What to write down, and until when."""
    if fresh_start:
        return (
            f"Days before the plan cannot be written afterwards: keep the diary every evening "
            f"until {spoken(day)}; what is changed then has those days to be compared with."
        )
    return f"Keep the diary every evening until {spoken(day)}, then compare."
