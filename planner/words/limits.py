"""What binds a plan, in words: numbers, pressure, positions, and what is kept away at home."""

from collections.abc import Iterator, Mapping

from planner.model.intake import Bounds
from planner.model.phrase import Phrase
from planner.model.plan import Limits
from planner.model.vocabulary import ExerciseBan, ExerciseTag, Position, Pressure, PressureLimit
from planner.words.plan import how_often
from planner.words.saying import say, say_many

FIRMEST: Mapping[Pressure, Phrase] = {
    Pressure.LIGHT: say("light pressure only"),
    Pressure.MODERATE: say("moderate pressure at most"),
    Pressure.FIRM: say("firm pressure at most"),
}
PRESSURE_LEFT: Mapping[PressureLimit, Phrase] = {
    PressureLimit.NONE: say("no hands"),
    PressureLimit.LIGHT: FIRMEST[Pressure.LIGHT],
    PressureLimit.MODERATE: FIRMEST[Pressure.MODERATE],
}
POSITION: Mapping[Position, Phrase] = {
    Position.SIDE_LYING: say("lying on the side"),
    Position.HALF_SITTING: say("half sitting"),
    Position.SEATED: say("seated"),
    Position.CLOTHED: say("clothed"),
    Position.CLIENT_CHOOSES: say("the client chooses the position"),
    Position.HEAD_RAISED: say("head raised"),
    Position.BOLSTERS: say("with bolsters"),
    Position.NECK_NEUTRAL: say("neck kept straight"),
    Position.NOT_PRONE: say("not face down"),
    Position.NOT_SUPINE_FLAT: say("not flat on the back"),
    Position.NO_FACE_CRADLE: say("no face cradle"),
    Position.NO_HEAD_DOWN: say("never head down"),
    Position.NOT_ON_DEVICE: say("not lying on a device"),
    Position.HELP_ON_OFF_TABLE: say("help on and off the table"),
    Position.RISE_SLOWLY: say("rise slowly"),
}
NOT_AT_HOME: Mapping[ExerciseTag | ExerciseBan, Phrase] = {
    ExerciseTag.AEROBIC_LADDER: say("minutes that grow each week"),
    ExerciseTag.WEIGHT_BEARING: say("weight on the place"),
    ExerciseTag.STANDING_BALANCE: say("balancing on your feet"),
    ExerciseTag.HEAVY_LOAD: say("heavy load"),
    ExerciseTag.LOADED_BENDING: say("bending under load"),
    ExerciseTag.END_RANGE: say("stretching to the end"),
    ExerciseTag.BREATH_HOLD: say("straining or holding the breath"),
    ExerciseTag.PRONE: say("lying face down"),
    ExerciseTag.SUPINE_FLAT: say("lying flat on the back"),
    ExerciseTag.HEAT: say("heat"),
    ExerciseTag.COLD: say("cold"),
    ExerciseTag.SELF_PRESSURE: say("pressing on the place"),
    ExerciseBan.ANY: say("exercise of any kind"),
    ExerciseBan.ANY_UNTIL_CLEARED: say("exercise before a clinician has answered"),
    ExerciseBan.THIS_PLACE: say("exercise for the marked place"),
}


def limits_in_words(limits: Limits) -> tuple[Phrase, ...]:
    """What binds the whole plan, each limit in a few words; empty where nothing does."""
    left = (PRESSURE_LEFT[limits.pressure],) if limits.pressure else ()
    return (
        *_session(limits),
        *left,
        *(POSITION[one] for one in limits.positions),
        *_at_home(limits),
    )


def _session(limits: Limits) -> Iterator[Phrase]:
    if limits.minutes:
        yield longest(limits.minutes)
    first = limits.first_session_minutes
    if first and first != limits.minutes:
        yield say_many(
            "the first session at most {number} minute",
            "the first session at most {number} minutes",
            first,
        )
    if limits.sessions_per_week:
        yield most_often(limits.sessions_per_week)


def _at_home(limits: Limits) -> Iterator[Phrase]:
    if limits.exercise_not:
        kept_away = tuple(NOT_AT_HOME[one] for one in limits.exercise_not)
        yield say("at home no {kinds:or}", kinds=kept_away)


def bounds_in_words(bounds: Bounds) -> tuple[Phrase, ...]:
    """A clinician's bounds in a few words each, places and techniques apart."""
    return (
        *((longest(bounds.minutes),) if bounds.minutes else ()),
        *((FIRMEST[bounds.pressure],) if bounds.pressure else ()),
        *((most_often(bounds.sessions_per_week),) if bounds.sessions_per_week else ()),
    )


def longest(minutes: int) -> Phrase:
    """The longest a session may be."""
    return say_many(
        "sessions of at most {number} minute", "sessions of at most {number} minutes", minutes
    )


def most_often(sessions_per_week: float) -> Phrase:
    """The most often a session may be."""
    return say("at most {often}", often=how_often(sessions_per_week))
