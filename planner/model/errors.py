"""Everything the planner can refuse.

PlannerError
├── KnowledgeError    the knowledge base is faulty: a developer's fault, stops the program at start
├── IntakeError       the intake cannot be used: shown beside the form, or on standard error
├── PlanError         a plan, or what was said at its review, cannot be used
├── EntryError        a session, a consent or a note cannot be used, or not be changed like this
├── PracticeError     what was set once for the practice, or its logo, cannot be used
├── NotForHandout     the plan may not leave the screen in this form
├── DiaryError        a diary file that cannot be read at all
├── FileError         a file, or standard output, cannot be read or written
├── ExportError       a document could not be made
└── WordsError        a language that the program does not speak
"""

from collections.abc import Iterable
from typing import NamedTuple


class Problem(NamedTuple):
    """One thing that is wrong, and where."""

    place: str
    what: str

    def __str__(self) -> str:
        """`place: what is wrong`, as the command line prints it."""
        return f"{self.place}: {self.what}"


class PlannerError(Exception):
    """Any refusal of the planner; carries every problem found, not only the first."""

    def __init__(self, problems: Iterable[Problem] | str) -> None:
        found = [Problem("input", problems)] if isinstance(problems, str) else list(problems)
        self.problems: tuple[Problem, ...] = tuple(found)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class KnowledgeError(PlannerError):
    """The knowledge base is faulty."""


class IntakeError(PlannerError):
    """The intake cannot be used."""


class PlanError(PlannerError):
    """A plan, or what was said at its review, cannot be used."""


class EntryError(PlannerError):
    """A session, a consent or a note cannot be used, or not be changed like this."""


class PracticeError(PlannerError):
    """What was set once for the practice, or its logo, cannot be used."""


class NotForHandout(PlannerError):
    """The clearance does not allow this document to be handed out."""


class DiaryError(PlannerError):
    """The diary file cannot be read at all."""


class FileError(PlannerError):
    """A file, or standard output, cannot be read or written."""


class ExportError(PlannerError):
    """A document could not be made."""


class WordsError(PlannerError):
    """A language that the program does not speak."""
