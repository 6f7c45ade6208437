"""What opens beside a line: how to change it first, then why it is there, how sure, and sources."""

from collections.abc import Iterable, Iterator

from planner.knowledge import Knowledge
from planner.knowledge.names import name_of
from planner.model import sizes
from planner.model.edits import MASSAGE as MASSAGE_LINE
from planner.model.ids import LineId
from planner.model.plan import DoseReason, Likely, Massage, Plan, SelfCareTask, TechniqueChoice, Why
from planner.model.visit import Draft
from planner.planning.self_care import how_to
from planner.visit.line_bounds import Candidate
from planner.visit.said import edits
from planner.words import say
from planner.words.terms import CERTAINTY, STANCE
from ui.parts.wording import linked
from ui.pictures.named import of_task
from ui.plan_sheet import bar, folds
from ui.plan_sheet.blocks import Data, act, heading, listed, opens, pictured, strong, text
from ui.plan_sheet.changed.marks import DOSE
from ui.plan_sheet.hand import ByHand
from ui.plan_sheet.lines import controls, own_task, times
from ui.plan_sheet.lines.parts import BESIDE, HOME, MASSAGE
from ui.plan_sheet.lines.rows import Line, line_name
from ui.state.language import shown, tell

OWN = "add-own"
ADD = "add:"  # before the part of the plan that a line is put into
QUICK = 3  # lines that may take a line's place, in sight without a search
PART_OF = {"massage": MASSAGE, "complementary": BESIDE, "self_care": HOME}
STILL_SAFETY = say("What the answers keep away stays away, whoever asks for it.")
ADD_TO = {
    MASSAGE: say("Add to massage"),
    BESIDE: say("Add beside it"),
    HOME: say("Add at home"),
}


def panel(opened: str, plan: Plan, draft: Draft, hand: ByHand, knowledge: Knowledge) -> Data | None:
    """What stands beside the plan for what was opened; None where that is not there any more."""
    lines = dict(lines_by_id(plan))
    part = opened.removeprefix(ADD)
    if not opened:
        return None
    if opened in lines:
        return _of_line(lines[opened], plan, draft, hand, knowledge)
    if opened.startswith(ADD) and part in ADD_TO:
        return _of_adding(part, plan, draft, hand, knowledge)
    if opened == OWN:
        return _panel(OWN, tell("My own task"), [own_task.form(None, None, knowledge)])
    return _of_the_course(opened, plan, draft, knowledge)


def lines_by_id(plan: Plan) -> Iterator[tuple[str, Line]]:
    """Every line of the plan under its id."""
    techniques = plan.massage.techniques if plan.massage else ()
    for part in (techniques, plan.complementary, plan.self_care):
        yield from ((str(one.id), one) for one in part)


def _part_of(line: str, knowledge: Knowledge) -> str:
    if line in knowledge.techniques:
        return MASSAGE
    return BESIDE if line in knowledge.therapies else HOME


def _of_line(one: Line, plan: Plan, draft: Draft, hand: ByHand, knowledge: Knowledge) -> Data:
    """How to change it first, then why it is there."""
    line = LineId(one.id)
    bounds = hand.bounds(line)
    changes = [
        *controls.in_the_panel(bounds, knowledge),
        *_own_task(line, draft, knowledge),
        *_instead(line, hand),
        {"kind": "reword", "line": line, "most": sizes.LINE},
        act("remove", tell("Take out"), line, "out"),
        *([act("undo-line", tell("Undo my change"), line)] if _is_changed(line, draft) else []),
    ]
    return _panel(line, line_name(one, knowledge), [*changes, *_reasons(one, plan, knowledge)])


def _is_changed(line: LineId, draft: Draft) -> bool:
    return edits.is_edited(draft, line)


def _own_task(line: LineId, draft: Draft, knowledge: Knowledge) -> Iterator[Data]:
    """The form of a task of the therapist's own, to say it otherwise."""
    for one in draft.edits:
        if one.line == line and one.own:
            yield own_task.form(line, one.own, knowledge)


def _instead(line: LineId, hand: ByHand) -> list[Data]:
    """What may take its place, the nearest first, and the reason where it may not."""
    others = _listed(hand.candidates(line))
    named = {"kind": "pick", "act": "swap", "line": line, "quick": QUICK, "others": others}
    return [heading(tell("Replace with")), {**named, "search": _search(len(others))}]


def _listed(found: Iterable[Candidate]) -> list[Data]:
    return [
        {"id": one.id, "name": shown(one.name), "why": shown(one.why_not) if one.why_not else ""}
        for one in sorted(found, key=lambda one: bool(one.why_not))
    ]


def _search(number: int) -> str:
    return tell("Search {number} by name", number=number)


def _reasons(one: Line, plan: Plan, knowledge: Knowledge) -> Iterator[Data]:
    if isinstance(one, SelfCareTask):
        yield from _how_to(one, knowledge)
    yield heading(tell("Why it is here"))
    if one.own:
        yield text(one.own)
    for why in one.why:
        yield from _why(why, plan, STANCE[why.stance])
    cautions = one.adjustments if isinstance(one, TechniqueChoice) else one.cautions
    if cautions:
        yield heading(tell("With care"))
        yield listed(cautions)


def _how_to(one: SelfCareTask, knowledge: Knowledge) -> Iterator[Data]:
    """What a home task asks for in full; what a plan of an earlier edition lacks is left out."""
    yield heading(tell("How to do it"))
    if found := of_task(one, knowledge):
        yield pictured(found)
    yield text(one.steps or how_to(knowledge.self_care[one.id]))
    for title, words in (
        (tell("What changed"), one.step),
        (tell("How much pain is fine"), one.pain_rule),
        (tell("Stop"), one.stop_if),
        (tell("Easier"), one.easier),
        (tell("Harder"), one.harder),
        (tell("When to do more"), one.progress_rule),
    ):
        if words:
            yield heading(title)
            yield text(words)


def _why(one: Why | DoseReason | Likely, plan: Plan, stance: str = "") -> Iterator[Data]:
    sure = linked(CERTAINTY[one.certainty], stance)
    yield text(one.says)
    yield strong(tell("**How sure:** {certainty}", certainty=sure))
    yield from folds.sources_of(one.sources, plan)


def _of_adding(part: str, plan: Plan, draft: Draft, hand: ByHand, knowledge: Knowledge) -> Data:
    """What can be put into a part of the plan, and every line by hand that is not in it now."""
    there = dict(lines_by_id(plan))
    gone = [one for one in edits.edited_lines(draft) if one not in there and one != MASSAGE_LINE]
    back = [
        act("undo-line", tell("Undo: {name}", name=name_of(line, knowledge)), line)
        for line in gone
        if _part_of(line, knowledge) == part
    ]
    others = _listed(one for one in hand.candidates(None) if PART_OF[one.part] == part)
    pick = {"kind": "pick", "act": "put-in", "line": "", "quick": 0, "others": others}
    blocks = [
        *back,
        *([opens(OWN, tell("My own task"))] if part == HOME else []),
        {**pick, "search": _search(len(others))},
        text(tell(STILL_SAFETY), "small"),
    ]
    return _panel(ADD + part, tell(ADD_TO[part]), blocks)


def _of_the_course(opened: str, plan: Plan, draft: Draft, knowledge: Knowledge) -> Data | None:
    if opened == DOSE and plan.massage:
        reasons = (block for one in plan.massage.dose_why for block in _why(one, plan))
        notes = map(text, plan.massage.dose_notes)
        blocks = [*reasons, *notes, *_likely(plan.massage, plan, knowledge)]
        return _panel(DOSE, tell("Why this often"), blocks)
    if opened == times.VISITS and plan.visits:
        return _panel(opened, tell("All dates"), times.all_dates(plan, draft))
    if visit := times.opened(opened, plan):
        return _panel(opened, tell("{day:weekday}", day=visit.on), times.one_date(visit, draft))
    if opened == bar.LIMITS and bar.limits(plan, knowledge):
        return _panel(opened, tell("What binds the plan"), [listed(bar.by_what(plan, knowledge))])
    return None


def _likely(massage: Massage, plan: Plan, knowledge: Knowledge) -> Iterator[Data]:
    """What the client reads that massage is likely to do, and how sure that is."""
    if massage.likely:
        yield heading(tell("What massage is likely to do"))
    for one in massage.likely:
        yield text(knowledge.conditions[one.condition].name, "small")
        yield from _why(one, plan, one.sure)


def _panel(line: str, title: str, blocks: list[Data]) -> Data:
    return {"id": line, "title": title, "blocks": blocks}
