"""The closed word lists of the field, each word defined once."""

from collections.abc import Iterable
from enum import StrEnum
from functools import cached_property
from operator import attrgetter
from typing import Self

_RANK = attrgetter("rank")


class Worded(StrEnum):
    """A closed list of words whose order of writing is an order of meaning."""

    @cached_property
    def rank(self) -> int:
        """The place in the list: 0 is the first word written."""
        return list(type(self)).index(self)

    @classmethod
    def first_of(cls, words: Iterable[Self], otherwise: Self) -> Self:
        """The word that comes first in the list; `otherwise` when there are none."""
        return min(words, key=_RANK, default=otherwise)


class Clearance(Worded):
    """What may happen today, worst first; the answer is always the worst that applies."""

    EMERGENCY = "emergency"  # stop; emergency service now; no plan of any kind
    SAME_DAY = "same-day"  # stop; medical help today; no plan of any kind
    SOON = "soon"  # stop; a doctor within days; no plan
    HOLD = "hold"  # no hands-on plan until a clinician's clearance is recorded
    REBOOK = "rebook"  # not today; nothing to refer
    ASK = "ask"  # a question that applies has no answer yet: a draft, nothing leaves
    ADJUST = "adjust"  # a plan, with named changes
    PROCEED = "proceed"  # nothing in the answers asks for a change

    @classmethod
    def worst(cls, found: Iterable["Clearance"]) -> "Clearance":
        """The most careful of those found: the one furthest from an unchanged plan."""
        return cls.first_of(found, cls.PROCEED)

    @property
    def may_be_handed_out(self) -> bool:
        """Whether the plan itself may leave the screen as a document."""
        return self in (Clearance.ADJUST, Clearance.PROCEED)

    @property
    def stops_everything(self) -> bool:
        """Whether there is no plan of any kind: no massage, no therapy, no self-care."""
        return self.rank <= Clearance.SOON.rank or self is Clearance.REBOOK

    @property
    def is_grave(self) -> bool:
        """Whether somebody else is needed before hands are laid on: told before it is answered."""
        return self.rank <= Clearance.HOLD.rank

    @property
    def stops_the_hands(self) -> bool:
        """Whether nobody may be massaged, whatever else there is of a plan."""
        return self.is_grave or self is Clearance.REBOOK


class Answer(StrEnum):
    """An answer to a screening question; absent means not asked."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"

    @property
    def counts_as_yes(self) -> bool:
        """`unsure` counts as yes: absence of certainty is not a negative."""
        return self is not Answer.NO


class AboutPain(StrEnum):
    """What is asked of a pain source beside its name: yes, no, or nobody is sure."""

    ASSESSED = "assessed"
    FIRST_EVER = "first_ever"
    CHANGED = "changed"


class Medium(StrEnum):
    """What a client wrote an answer on, before the therapist asked."""

    TABLET = "tablet"
    PAPER = "paper"


class Use(Worded):
    """What a precaution allows of a technique or therapy, most restrictive first."""

    AVOID = "avoid"
    ADJUST = "adjust"
    OK = "ok"

    @classmethod
    def strictest(cls, found: Iterable["Use"]) -> "Use":
        """The most restrictive of those found."""
        return cls.first_of(found, cls.OK)


class Scope(StrEnum):
    """Where a precaution holds."""

    WHOLE = "whole-plan"
    REGION = "region"


class Stance(Worded):
    """Which way guidelines and trials point for one condition, best supported first."""

    STRONG_FOR = "strong-for"
    CONDITIONAL_FOR = "conditional-for"
    CONFLICTING = "conflicting"  # guidelines disagree, and the disagreement is printed
    INSUFFICIENT = "insufficient"
    AGAINST = "against"

    @property
    def supports(self) -> bool:
        """Whether it may be proposed without being asked for."""
        return self in (Stance.STRONG_FOR, Stance.CONDITIONAL_FOR)


class Certainty(Worded):
    """How sure the evidence is, as its source graded it; a range takes its lower end."""

    HIGH = "high"
    MODERATE = "moderate"
    LOW = "low"
    VERY_LOW = "very-low"
    NOT_GRADED = "not-graded"  # trials or a guideline line without a grade that was read
    CONVENTION = "convention"  # usual practice, not tested


class Verification(Worded):
    """How far a source was checked, weakest first."""

    UNVERIFIED = "unverified"
    CITATION_ONLY = "citation-only"
    PARTLY_READ = "partly-read"
    READ = "read"

    @classmethod
    def weakest(cls, found: Iterable["Verification"]) -> "Verification":
        """The least checked of those found."""
        return cls.first_of(found, cls.READ)

    @property
    def may_speak_to_a_client(self) -> bool:
        """Only what was at least partly read may support a line a client reads."""
        return self in (Verification.READ, Verification.PARTLY_READ)


class Pressure(Worded):
    """How firm the hands are, lightest first."""

    LIGHT = "light"
    MODERATE = "moderate"
    FIRM = "firm"

    @classmethod
    def lightest(cls, found: Iterable["Pressure"]) -> "Pressure":
        """The lightest of those found."""
        return cls.first_of(found, cls.FIRM)


class PressureLimit(Worded):
    """The most that a limit leaves of pressure, tightest first."""

    NONE = "none"  # no hands here
    LIGHT = "light"
    MODERATE = "moderate"

    @property
    def firmest(self) -> Pressure | None:
        """The firmest pressure it leaves; None where there are to be no hands."""
        return None if self is PressureLimit.NONE else Pressure(self.value)

    @classmethod
    def tightest(cls, found: Iterable["PressureLimit"]) -> "PressureLimit | None":
        """The tightest of those found; None when there are none."""
        return min(found, key=lambda word: word.rank, default=None)


class Position(StrEnum):
    """How somebody lies or sits, and is helped, where a limit asks for it."""

    SIDE_LYING = "side-lying"
    HALF_SITTING = "half-sitting"
    SEATED = "seated"
    CLOTHED = "clothed"
    CLIENT_CHOOSES = "client-chooses"
    HEAD_RAISED = "head-raised"
    BOLSTERS = "bolsters"
    NECK_NEUTRAL = "neck-neutral"
    NOT_PRONE = "not-prone"
    NOT_SUPINE_FLAT = "not-supine-flat"
    NO_FACE_CRADLE = "no-face-cradle"
    NO_HEAD_DOWN = "no-head-down"
    NOT_ON_DEVICE = "not-on-device"
    HELP_ON_OFF_TABLE = "help-on-off-table"
    RISE_SLOWLY = "rise-slowly"


class ExerciseTag(StrEnum):
    """What a home task asks of a body, so that a limit can keep it away."""

    AEROBIC_LADDER = "aerobic-ladder"  # minutes are added each week
    WEIGHT_BEARING = "weight-bearing"
    STANDING_BALANCE = "standing-balance"  # on one leg, on a band, or without a hold
    HEAVY_LOAD = "heavy-load"  # a band, a step, an added load
    LOADED_BENDING = "loaded-bending"  # the spine bent or twisted, loaded or to the end
    END_RANGE = "end-range"
    BREATH_HOLD = "breath-hold"  # straining, or head down
    PRONE = "prone"
    SUPINE_FLAT = "supine-flat"
    HEAT = "heat"
    COLD = "cold"
    SELF_PRESSURE = "self-pressure"


class ExerciseBan(StrEnum):
    """What a limit keeps away beyond the tags of tasks."""

    ANY = "any"  # no home exercise
    ANY_UNTIL_CLEARED = "any-until-cleared"  # none before a clinician's answer is recorded
    THIS_PLACE = "this-place"  # no task of the marked zone


class Role(StrEnum):
    """The part a technique plays in a plan."""

    MAIN = "main"
    ADJUNCT = "adjunct"


class PhaseName(StrEnum):
    """The phases of a course of massage."""

    START = "start"
    CONSOLIDATE = "consolidate"
    MAINTAIN = "maintain"


class Day(Worded):
    """The days of the week."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"


class Locale(StrEnum):
    """Where the client is: decides emergency numbers."""

    US = "US"
    UK = "UK"
    IE = "IE"
    AU = "AU"
    NZ = "NZ"
    CA = "CA"
    EU = "EU"


class Visit(StrEnum):
    """Which visit this is: some questions are asked only at a follow-up."""

    FIRST = "first"
    FOLLOW_UP = "follow-up"


class Gauge(Worded):
    """What a pain source is judged by, beside the client's goals."""

    PAIN = "pain"
    PAIN_OR_SLEEP = "pain-or-sleep"
    HEADACHE_DAYS = "headache-days"
    ATTACK_DAYS = "attack-days"


class Intensity(Worded):
    """How much of the range a plan asks for: three ways to go, all inside the client's limits."""

    LIGHT = "light"
    BALANCED = "balanced"
    FULL = "full"


class Decision(Worded):
    """What a review proposes, most careful first; the therapist decides."""

    REFER = "refer"  # a sign or a clear worsening: a clinician looks first
    STOP = "stop"  # massage ends, what is done at home carries on
    NOT_ENOUGH = "not-enough"  # too little is known to propose anything
    CHANGE = "change"  # one thing is done otherwise, and held for two weeks
    STEP_UP = "step-up"  # it helps, and the tested dose is in reach
    STEP_DOWN = "step-down"  # it helped: less often, as the pain source's taper says
    KEEP = "keep"  # go on as planned


class Change(StrEnum):
    """What the therapist did to a line of the plan."""

    REMOVE = "remove"
    ADD = "add"
    REWORD = "reword"
    SET = "set"  # numbers, places or pressure of it
    REPLACE = "replace"  # another takes its place, wherever it may
    MOVE = "move"  # before another, or to the end


class Level(Worded):
    """How hard a home task is done, easiest first."""

    EASIER = "easier"
    USUAL = "usual"
    HARDER = "harder"


class Activity(StrEnum):
    """What a client wants to do again, and what may bring the pain on: one list for both."""

    SITTING = "sitting"
    DESK_WORK = "desk-work"
    STANDING = "standing"
    WALKING = "walking"
    STAIRS = "stairs"
    LIFTING = "lifting"
    BENDING = "bending"
    KNEELING = "kneeling"
    FLOOR = "floor"
    REACHING_OVERHEAD = "reaching-overhead"
    REACHING_BEHIND = "reaching-behind"
    GRIPPING = "gripping"
    TURNING_HEAD = "turning-head"
    EATING_TALKING = "eating-talking"
    SLEEPING = "sleeping"
    CARING_FOR_CHILD = "caring-for-child"
    SPORT_RUNNING = "sport-running"
    SPORT_THROWING = "sport-throwing"
    INTIMACY = "intimacy"
    MOOD = "mood"


class Technique(StrEnum):
    """The five massage techniques; nothing outside this list is ever suggested."""

    SWEDISH = "swedish"
    DEEP_TISSUE = "deep-tissue"
    TRIGGER_POINT = "trigger-point"
    MYOFASCIAL_RELEASE = "myofascial-release"
    NEUROMUSCULAR = "neuromuscular"
