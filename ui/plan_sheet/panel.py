"""What opens beside a line: how to change it first, then why it is there, how sure, and sources."""

from collections.abc import Iterable, Iterator

from planner.knowledge import Knowledge
from planner.knowledge.names import name_of
from planner.model.edits import Edit
from planner.model.ids import LineId
from planner.model.plan import DoseReason, Likely, Massage, Plan, SelfCareTask, Why
from planner.planning.self_care import how_to
from planner.visit.said import edits
from planner.words import say
from planner.words.terms import CERTAINTY, STANCE
from ui.parts.wording import linked
from ui.pictures.named import of_task
from ui.plan_sheet import bar, course, folds
from ui.plan_sheet.blocks import Data, act, heading, listed, pictured, strong, text
from ui.plan_sheet.marks import DOSE
from ui.plan_sheet.parts import BESIDE, HOME, MASSAGE
from ui.plan_sheet.rows import Line
from ui.state.language import tell

ADD = "add:"  # before the part of the plan that a line is put into
STILL_SAFETY = say("What the answers keep away stays away, whoever asks for it.")
ADD_TO = {
    MASSAGE: say("Add to massage"),
    BESIDE: say("Add beside it"),
    HOME: say("Add at home"),
}


def panel(
    opened: str, plan: Plan, edited: tuple[Edit, ...], able: Iterable[LineId], knowledge: Knowledge
) -> Data | None:
    """What stands beside the plan for what was opened; None where that is not there any more.

    `able`: what may stand in the plan.
    """
    lines = dict(lines_by_id(plan))
    if opened in lines:
        swaps = _others(_part_of(opened, knowledge), plan, able, knowledge)
        return _of_line(lines[opened], plan, edited, swaps, knowledge)
    part = opened.removeprefix(ADD)
    if opened.startswith(ADD) and part in ADD_TO:
        return _of_adding(part, plan, edited, able, knowledge)
    return _of_the_course(opened, plan, knowledge)


def lines_by_id(plan: Plan) -> Iterator[tuple[str, Line]]:
    """Every line of the plan under its id."""
    techniques = plan.massage.techniques if plan.massage else ()
    for part in (techniques, plan.complementary, plan.self_care):
        yield from ((str(one.id), one) for one in part)


def _part_of(line: str, knowledge: Knowledge) -> str:
    if line in knowledge.techniques:
        return MASSAGE
    return BESIDE if line in knowledge.therapies else HOME


def _others(part: str, plan: Plan, able: Iterable[LineId], knowledge: Knowledge) -> list[Data]:
    """What of a part may stand in the plan and does not, considered ones first."""
    there, open_lines = dict(lines_by_id(plan)), frozenset(able)
    known: dict[str, Iterable[str]] = {
        MASSAGE: knowledge.techniques,
        BESIDE: knowledge.therapies,
        HOME: knowledge.self_care,
    }
    considered = [one.id for one in plan.not_chosen]
    ordered = sorted(map(LineId, known[part]), key=lambda one: one not in considered)
    return [
        {"id": one, "name": name_of(one, knowledge)}
        for one in ordered
        if one in open_lines and one not in there
    ]


def _of_line(
    one: Line, plan: Plan, edited: tuple[Edit, ...], swaps: list[Data], knowledge: Knowledge
) -> Data:
    by_hand = any(edit.line == one.id for edit in edited)
    take_back = [act("undo-line", tell("Undo my change"), line=one.id)] if by_hand else []
    swap: Data = {"kind": "swap", "line": one.id, "others": swaps}
    reword: Data = {"kind": "reword", "line": one.id, "most": edits.MOST_WORDS}
    reasons = _reasons(one, plan, knowledge)
    return _panel(one.id, name_of(LineId(one.id), knowledge), [swap, reword, *take_back, *reasons])


def _reasons(one: Line, plan: Plan, knowledge: Knowledge) -> Iterator[Data]:
    if isinstance(one, SelfCareTask):
        yield from _how_to(one, knowledge)
    yield heading(tell("Why it is here"))
    if one.own:
        yield text(one.own)
    for why in one.why:
        yield from _why(why, plan, STANCE[why.stance])
    cautions = getattr(one, "cautions", getattr(one, "adjustments", ()))
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


def _of_adding(
    part: str, plan: Plan, edited: tuple[Edit, ...], able: Iterable[LineId], knowledge: Knowledge
) -> Data:
    """What can be put into a part of the plan, and every line by hand that is not in it now."""
    there = dict(lines_by_id(plan))
    gone = dict.fromkeys(edit.line for edit in edited if edit.line not in there)
    back = [
        act("undo-line", tell("Undo: {name}", name=name_of(line, knowledge)), line=line)
        for line in gone
        if _part_of(line, knowledge) == part
    ]
    adding = {"kind": "add", "others": _others(part, plan, able, knowledge)}
    return _panel(
        ADD + part, tell(ADD_TO[part]), [adding, text(tell(STILL_SAFETY), "small"), *back]
    )


def _of_the_course(opened: str, plan: Plan, knowledge: Knowledge) -> Data | None:
    if opened == DOSE and plan.massage:
        reasons = (block for one in plan.massage.dose_why for block in _why(one, plan))
        notes = map(text, plan.massage.dose_notes)
        blocks = [*reasons, *notes, *_likely(plan.massage, plan, knowledge)]
        return _panel(DOSE, tell("Why this often"), blocks)
    if opened == course.VISITS and plan.visits:
        return _panel(opened, tell("All dates"), [listed(course.dates(plan), ordered=True)])
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
