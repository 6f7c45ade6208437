"""What a rule proposes, the reasons it gives, and where it is registered by its name."""

from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from planner.knowledge.named import GOALS, ONE_CHANGE, OVERALL
from planner.model.ids import ReasonId, RuleId, SourceId
from planner.model.order import each_once
from planner.model.review import Because
from planner.model.vocabulary import Certainty, Decision
from planner.review.rules import day_wording, wording
from planner.review.standing import Standing


class Move(StrEnum):
    """What a decision does to the plan."""

    GO_ON = "go on"
    TAPER = "taper"
    RAISE = "raise"
    HALVE = "halve"
    OTHER = "other technique or exercise"
    END_MASSAGE = "end massage"
    PAUSE_MASSAGE = "pause massage"
    NOTHING = "nothing at all"


class Proposal(NamedTuple):
    """What a rule proposes, why, and what that does to the plan."""

    rule: RuleId
    decision: Decision
    because: tuple[Because, ...]
    move: Move
    log_until: date | None = None


class Reasons(NamedTuple):
    """What a rule says in its own name about a standing."""

    rule: RuleId
    standing: Standing

    def says(self, words: str, findings: Iterable[SourceId] = ()) -> Because:
        """A reason with what the rule, and these findings, lean on."""
        return because(self.standing, self.rule, words, findings)

    def pain(self) -> Because:
        """What the diary shows; only for rules that are asked once there are days enough."""
        effect = self.standing.effect
        if effect.days:
            return self.says(day_wording.pain_days(effect.days))
        found = effect.pain()
        assert found is not None, "days enough are asked for before any rule that compares"
        return self.says(wording.pain(found))

    def without_gain(self) -> tuple[Because, ...]:
        """What shows that there was no gain, and after how many sessions."""
        attendance = self.standing.attendance
        had = wording.sessions(attendance.sessions, attendance.in_all)
        return (self.pain(), *asked(self.standing), self.says(had))

    def propose(
        self, decision: Decision, move: Move, *told: Because, log_until: date | None = None
    ) -> Proposal:
        """The proposal of this rule."""
        return Proposal(self.rule, decision, told, move, log_until)


Judge = Callable[[Standing, Reasons], Proposal | None]
Rule = Callable[[Standing], Proposal | None]
RULES: dict[ReasonId, Rule] = {}


def rule(name: str) -> Callable[[Judge], Judge]:
    """Register a rule of the review under its name in review_rules.toml."""
    own = RuleId(ReasonId(name))

    def register(judge: Judge) -> Judge:
        RULES[own] = lambda standing: judge(standing, Reasons(own, standing))
        return judge

    return register


def because(
    standing: Standing, name: RuleId, words: str, findings: Iterable[SourceId] = ()
) -> Because:
    """A reason with what its entry, and these findings, lean on."""
    known, said = standing.knowledge.review_rules[name], tuple(findings)
    sources = each_once([*known.sources, *said])
    convention = (known.convention and not said) or not sources
    certainty = Certainty.CONVENTION if convention else Certainty.NOT_GRADED
    return Because(rule=name, says=words, sources=sources, certainty=certainty)


def asked(standing: Standing) -> list[Because]:
    """What the client said of the goals and of the change overall."""
    facts, told = standing.facts, []
    if facts.goals or (standing.last.measures and standing.last.measures.goals):
        told.append(because(standing, GOALS, wording.goals(facts)))
    if facts.overall:
        told.append(because(standing, OVERALL, wording.overall(facts.overall.label)))
    return told


def hold(standing: Standing) -> Because:
    """One change at a time."""
    return because(standing, ONE_CHANGE, wording.HOLD_IT)
