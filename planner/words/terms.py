"""What each closed word of the field is called: said once, for screen, paper, files and shell."""

from collections.abc import Mapping

from planner.model.assessment import Easing, Extent, Flare, Irritability, SetOffBy, SettlesIn
from planner.model.between.consent import AgreedBy
from planner.model.diary import MilestoneKind
from planner.model.exercise import MoveRead
from planner.model.follow_up import AfterLastTime, Overall
from planner.model.phrase import Phrase
from planner.model.vocabulary import (
    Certainty,
    Clearance,
    Day,
    Decision,
    PhaseName,
    Pressure,
    Stance,
    Verification,
)
from planner.words.saying import say, say_in

GO_ON = say_in("a button, to what comes next", "Go on")
CLEARANCE: Mapping[Clearance, Phrase] = {
    Clearance.EMERGENCY: say("Emergency"),
    Clearance.SAME_DAY: say("Medical help today"),
    Clearance.SOON: say("Doctor first"),
    Clearance.HOLD: say("On hold"),
    Clearance.REBOOK: say("Not today"),
    Clearance.ASK: say("Draft"),
    Clearance.ADJUST: say("Plan with changes"),
    Clearance.PROCEED: say("Plan"),
}
CLEARANCE_MEANS: Mapping[Clearance, Phrase] = {
    Clearance.EMERGENCY: say("Stop. Get emergency help now. There is no plan of any kind."),
    Clearance.SAME_DAY: say("Stop. Medical help today. There is no plan."),
    Clearance.SOON: say("Stop. A doctor within days. There is no plan until then."),
    Clearance.HOLD: say("No hands-on work until a clinician's clearance is recorded."),
    Clearance.REBOOK: say("Nothing to refer. Book another day."),
    Clearance.ASK: say("Questions that apply are still open. Nothing can leave the screen."),
    Clearance.ADJUST: say("The answers ask for the changes named here."),
    Clearance.PROCEED: say("Nothing in the answers asks for a change."),
}
STANCE: Mapping[Stance, Phrase] = {
    Stance.STRONG_FOR: say("strongly for"),
    Stance.CONDITIONAL_FOR: say("for, with conditions"),
    Stance.CONFLICTING: say("guidelines disagree"),
    Stance.INSUFFICIENT: say("too little is known"),
    Stance.AGAINST: say("against"),
}
CERTAINTY: Mapping[Certainty, Phrase] = {
    Certainty.HIGH: say_in("certainty", "high"),
    Certainty.MODERATE: say_in("certainty", "moderate"),
    Certainty.LOW: say_in("certainty", "low"),
    Certainty.VERY_LOW: say_in("certainty", "very low"),
    Certainty.NOT_GRADED: say_in("certainty", "not graded"),
    Certainty.CONVENTION: say("usual practice, not tested"),
}
VERIFICATION: Mapping[Verification, Phrase] = {
    Verification.READ: say_in("how far a source was checked", "read"),
    Verification.PARTLY_READ: say("partly read"),
    Verification.CITATION_ONLY: say("citation only"),
    Verification.UNVERIFIED: say("not verified"),
}
MOVE_READ: Mapping[MoveRead, Phrase] = {
    MoveRead.READ: VERIFICATION[Verification.READ],
    MoveRead.PARTLY_READ: VERIFICATION[Verification.PARTLY_READ],
    MoveRead.USUAL_PRACTICE: say("usual practice; what was read is about exercise of its kind"),
    MoveRead.UNVERIFIED: VERIFICATION[Verification.UNVERIFIED],
}
PRESSURE: Mapping[Pressure, Phrase] = {
    Pressure.LIGHT: say_in("pressure", "light"),
    Pressure.MODERATE: say_in("pressure", "moderate"),
    Pressure.FIRM: say_in("pressure", "firm"),
}
FEELS: Mapping[Pressure, Phrase] = {  # as a client would say it
    Pressure.LIGHT: say_in("pressure as it feels", "light"),
    Pressure.MODERATE: say_in("pressure as it feels", "medium"),
    Pressure.FIRM: say_in("pressure as it feels", "firm"),
}
PHASE: Mapping[PhaseName, Phrase] = {
    PhaseName.START: say_in("phase of a course", "Start"),
    PhaseName.CONSOLIDATE: say_in("phase of a course", "Consolidate"),
    PhaseName.MAINTAIN: say_in("phase of a course", "Maintain"),
}
DAY: Mapping[Day, Phrase] = {
    Day.MON: say_in("day of the week", "Mon"),
    Day.TUE: say_in("day of the week", "Tue"),
    Day.WED: say_in("day of the week", "Wed"),
    Day.THU: say_in("day of the week", "Thu"),
    Day.FRI: say_in("day of the week", "Fri"),
    Day.SAT: say_in("day of the week", "Sat"),
    Day.SUN: say_in("day of the week", "Sun"),
}
SIDE: Mapping[str, Phrase] = {
    "left": say_in("side of the body", "left"),
    "right": say_in("side of the body", "right"),
}
OCCUPATION: Mapping[str, Phrase] = {  # what fills a plan beside techniques and therapies
    "massage": say("Massage"),
    "pain-diary": say("Pain diary"),
}
MILESTONE: Mapping[MilestoneKind, Phrase] = {
    MilestoneKind.MEDICINE: say("New medicine"),
    MilestoneKind.FLARE: say("Flare"),
    MilestoneKind.HOLIDAY: say("Holiday"),
    MilestoneKind.ILLNESS: say("Illness"),
    MilestoneKind.OTHER: say("Something else"),
}
PROPOSED: Mapping[Decision, Phrase] = {  # by a review, inside a sentence
    Decision.KEEP: say("go on as planned"),
    Decision.STEP_DOWN: say("step down"),
    Decision.STEP_UP: say("step up"),
    Decision.CHANGE: say("change one thing"),
    Decision.STOP: say("end massage"),
    Decision.REFER: say("refer; massage waits"),
    Decision.NOT_ENOUGH: say("too little is known to propose anything"),
}
OVERALL: Mapping[Overall, Phrase] = {
    Overall.VERY_MUCH_IMPROVED: say("very much improved"),
    Overall.MUCH_IMPROVED: say("much improved"),
    Overall.MINIMALLY_IMPROVED: say("minimally improved"),
    Overall.NO_CHANGE: say("no change"),
    Overall.MINIMALLY_WORSE: say("minimally worse"),
    Overall.MUCH_WORSE: say("much worse"),
    Overall.VERY_MUCH_WORSE: say("very much worse"),
}
AFTER_LAST_TIME: Mapping[AfterLastTime, Phrase] = {
    AfterLastTime.AS_USUAL: say("as usual"),
    AfterLastTime.BETTER: say_in("after the last session", "better"),
    AfterLastTime.SORE: say("sore for up to 48 hours"),
    AfterLastTime.FLARE: say("worse for more than 48 hours"),
}
AGREED_BY: Mapping[AgreedBy, Phrase] = {
    AgreedBy.CLIENT: say("the client"),
    AgreedBy.PARENT: say("a parent"),
    AgreedBy.REPRESENTATIVE: say("a representative"),
}
IRRITABILITY: Mapping[Irritability, Phrase] = {
    Irritability.LOW: say_in("how easily pain is stirred up", "low"),
    Irritability.MODERATE: say_in("how easily pain is stirred up", "moderate"),
    Irritability.HIGH: say_in("how easily pain is stirred up", "high"),
}
SET_OFF_BY: Mapping[SetOffBy, Phrase] = {
    SetOffBy.LITTLE: say_in("set off by", "little"),
    SetOffBy.MUCH: say_in("set off by", "much"),
}
FLARE: Mapping[Flare, Phrase] = {
    Flare.BAD: say_in("once set off, the pain is", "bad"),
    Flare.MILD: say_in("once set off, the pain is", "mild"),
}
SETTLES_IN: Mapping[SettlesIn, Phrase] = {
    SettlesIn.HOURS: say_in("the pain settles in", "hours"),
    SettlesIn.MINUTES: say_in("the pain settles in", "minutes"),
}
EXTENT: Mapping[Extent, Phrase] = {
    Extent.FULL: say_in("how far a movement goes", "full"),
    Extent.LIMITED: say_in("how far a movement goes", "limited"),
    Extent.VERY_LIMITED: say_in("how far a movement goes", "very limited"),
}
TENDER: Mapping[int, Phrase] = {
    1: say_in("tender to touch", "mild"),
    2: say_in("tender to touch", "moderate"),
    3: say_in("tender to touch", "severe"),
}
EASING: Mapping[Easing, Phrase] = {
    Easing.WALKING: say_in("what eases pain", "Walking"),
    Easing.MOVING: say_in("what eases pain", "Moving about"),
    Easing.STRETCHING: say_in("what eases pain", "Stretching"),
    Easing.LYING: say_in("what eases pain", "Lying"),
    Easing.SITTING: say_in("what eases pain", "Sitting"),
    Easing.STANDING: say_in("what eases pain", "Standing"),
    Easing.REST: say_in("what eases pain", "Rest"),
    Easing.HEAT: say_in("what eases pain", "Heat"),
    Easing.COLD: say_in("what eases pain", "Cold"),
    Easing.MASSAGE: say_in("what eases pain", "Massage"),
    Easing.MEDICINE: say_in("what eases pain", "Medicine"),
}
