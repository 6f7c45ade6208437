"""The tables of a plan as files: the therapist's, the client's, and all of them in a workbook."""

from planner.exports.files.tables.cells import Table, as_csv, said, table
from planner.exports.files.tables.handout_table import handout_table
from planner.exports.files.tables.plan_table import HEADER, plan_rows, plan_table
from planner.exports.files.tables.source_table import source_table
from planner.exports.files.tables.visit_table import binding_table, visit_table
from planner.exports.files.tables.workbook import workbook
from planner.exports.handout import hand_out_or_refuse
from planner.knowledge import Knowledge
from planner.knowledge.own import knowing_own
from planner.model.intake import QuestionnaireScore
from planner.model.plan import Plan
from planner.words import SOURCE, Language, in_language, say

Measured = tuple[QuestionnaireScore, ...]


def plan_csv(
    plan: Plan, knowledge: Knowledge, language: Language = SOURCE, measured: Measured = ()
) -> str:
    """The therapist's table as text; raises NotForHandout when it may not leave the screen.

    `measured`: the scores of forms that the visit holds.
    """
    hand_out_or_refuse(plan, "csv")
    return as_csv(said(plan_table(plan, knowing_own(knowledge, plan), measured), language))


def handout_csv(plan: Plan, knowledge: Knowledge, language: Language = SOURCE) -> str:
    """The client's table as text; raises NotForHandout."""
    hand_out_or_refuse(plan, "client-csv")
    return as_csv(said(handout_table(plan, knowing_own(knowledge, plan)), language))


def plan_xlsx(
    plan: Plan, knowledge: Knowledge, language: Language = SOURCE, measured: Measured = ()
) -> bytes:
    """All tables as one workbook; raises NotForHandout."""
    hand_out_or_refuse(plan, "xlsx")
    sheets = _sheets(plan, knowing_own(knowledge, plan), measured)
    named = {in_language(name, language): said(one, language) for name, one in sheets.items()}
    return workbook(named, plan.on)


def _sheets(plan: Plan, knowledge: Knowledge, measured: Measured) -> dict[str, Table]:
    return {
        say("Handout"): handout_table(plan, knowledge),
        say("Plan"): table(HEADER, plan_rows(plan, knowledge, measured)),
        say("Visits"): visit_table(plan),
        say("Limits"): binding_table(plan, knowledge),
        say("Sources"): source_table(plan),
    }
