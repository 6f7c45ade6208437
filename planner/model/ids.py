"""A type for each kind of id, so that none is taken for another.

Each is checked against the knowledge base where it is read (`known_as`); inside, mypy holds them
apart. A kind made from another may stand where that other may: a task is a line, a finding can be
cited like a source.
"""

from typing import NewType

ConditionId = NewType("ConditionId", str)  # a pain source
ZoneId = NewType("ZoneId", str)  # a part of the body that a plan speaks of
PlaceId = NewType("PlaceId", str)  # a place of the body chart, left and right together
RegionId = NewType("RegionId", str)  # a place on its side

ReasonId = NewType("ReasonId", str)  # an entry that may ask something of a plan
QuestionId = NewType("QuestionId", ReasonId)  # a red flag, a precaution, or a degree of one
TickId = NewType("TickId", str)  # a sign listed under a question
CombinationId = NewType("CombinationId", ReasonId)  # a rule about several answers together
RuleId = NewType("RuleId", ReasonId)  # a rule of the review

LineId = NewType("LineId", str)  # a line of a plan: a technique (its enum), a therapy, a task
TherapyId = NewType("TherapyId", LineId)
TaskId = NewType("TaskId", LineId)
KindId = NewType("KindId", str)  # a kind of home task
HomeRuleId = NewType("HomeRuleId", str)  # what several home tasks share
ColumnId = NewType("ColumnId", str)  # a column of the precaution table's therapies

SourceId = NewType("SourceId", str)  # whatever can be cited
FindingId = NewType("FindingId", SourceId)
GroupId = NewType("GroupId", str)  # a group of screening questions
InstrumentId = NewType("InstrumentId", str)  # a questionnaire whose score is typed in


def row_of(question: ReasonId) -> QuestionId:
    """The row that a question belongs to: a follow-up's id is `row:word`."""
    return QuestionId(ReasonId(question.partition(":")[0]))
