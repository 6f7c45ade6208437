"""The closed words of an exercise: its start, what it needs, its side, where its dose is from."""

from enum import StrEnum


class StartPosition(StrEnum):
    """How an exercise begins."""

    STANDING = "standing"
    STANDING_HOLDING_ON = "standing-holding-on"
    SITTING = "sitting"
    LYING_ON_BACK = "lying-on-back"
    LYING_ON_SIDE = "lying-on-side"
    LYING_ON_FRONT = "lying-on-front"
    HANDS_AND_KNEES = "hands-and-knees"
    WALKING = "walking"
    IN_WATER = "in-water"
    ANY = "any"


class Prop(StrEnum):
    """What an exercise needs."""

    CHAIR = "chair"
    WALL = "wall"
    COUNTER = "counter"
    TABLE = "table"
    DOOR_FRAME = "door-frame"
    STEP = "step"
    RAIL = "rail"
    BED_OR_MAT = "bed-or-mat"
    PILLOW = "pillow"
    CUSHION = "cushion"
    TOWEL = "towel"
    BAND = "band"
    BELT = "belt"
    BALL = "ball"
    SMALL_WEIGHT = "small-weight"
    STICK = "stick"
    RUBBER_BAR = "rubber-bar"
    BOTTLE = "bottle"
    EXERCISE_BIKE = "exercise-bike"
    POOL = "pool"
    SHOES = "shoes"
    WARM_PACK = "warm-pack"
    COLD_PACK = "cold-pack"
    MIRROR = "mirror"
    DIARY = "diary"
    SPLINT = "splint"
    SCREEN = "screen"


class Side(StrEnum):
    """Whether a count is for each side, for the sore one only, or for no side."""

    NO = "no"
    YES = "yes"
    SORE = "sore-side"


class DoseFrom(StrEnum):
    """Where the dose of an exercise is taken from."""

    TRIAL = "trial"
    BELOW_TRIAL = "below-trial"  # a tested dose, cut or begun lower
    GUIDELINE = "guideline"
    SHEET = "sheet"  # a page of a clinic or a charity
    USUAL_PRACTICE = "usual-practice"


class MoveRead(StrEnum):
    """How far a source for this very move was read."""

    READ = "read"
    PARTLY_READ = "partly-read"
    USUAL_PRACTICE = "usual-practice"  # none was: what is cited is about exercise of its class
    UNVERIFIED = "unverified"


class FinerTag(StrEnum):
    """What an exercise asks of a body beyond the tags that limits go by."""

    STANDING = "standing"
    FLOOR = "floor"
    HANDS_AND_KNEES = "hands-and-knees"
    SIDE_LYING = "side-lying"
    OVERHEAD = "overhead"
    SHOULDER_BEHIND = "shoulder-behind"
    GRIP = "grip"
    WRIST_LOAD = "wrist-load"
    IMPACT = "impact"
    SPINE_TWIST = "spine-twist"
    SPINE_EXTENSION = "spine-extension"
    NECK_LOAD = "neck-load"
    NECK_END_RANGE = "neck-end-range"
    NECK_TURN = "neck-turn"
    HIP_PAST_90 = "hip-past-90"
    HIP_CROSS = "hip-cross"
    LEGS_APART = "legs-apart"
    NERVE_TENSION = "nerve-tension"
    HEAD_DOWN = "head-down"
    ABDOMINAL_LOAD = "abdominal-load"
    JAW_LOAD = "jaw-load"
    STILL_PRESS = "still-press"
    LIGHT_LOAD = "light-load"
    WATER = "water"
    EYES_CLOSED = "eyes-closed"
    BODY_FOCUS = "body-focus"
    BREATH_FOCUS = "breath-focus"
    SEATED_OK = "seated-ok"
