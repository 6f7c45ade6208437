"""One kind of document: what it is called, who it is for, how it is made, what it is named."""

import re
from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

from planner.exports.given import Answer, Given
from planner.exports.kept_back import to_be_seen
from planner.model.intake import UNNAMED
from planner.model.phrase import Phrase
from planner.model.plan import Plan

NO_PART_OF_A_NAME = re.compile(r"[\W_]+")
MOST_OF_A_CODE = 40


class Reader(StrEnum):
    """Who a document is written for; a colleague's is carried there by the client."""

    CLIENT = "client"
    COLLEAGUE = "colleague"
    THERAPIST = "therapist"


class Choice(NamedTuple):
    """What can be chosen of a document before it is made: a field of what it is made from.

    `answers`: each value in words, the usual one first.
    """

    field: str
    title: Phrase
    answers: tuple[tuple[Answer, Phrase], ...]


class Document(NamedTuple):
    """A document of one kind; `is_due` says for which plan it is handed out.

    `write` gives its bytes, or raises PlannerError. `title` is what a person calls it.
    `is_private`: for which plan it is not even offered until somebody asks for it twice. One that
    `says_nothing` has not a word of the client.
    """

    kind: str
    name: str
    suffix: str
    media_type: str
    write: Callable[[Given], bytes]
    is_due: Callable[[Plan], bool]
    title: Phrase
    reader: Reader
    is_private: Callable[[Plan], bool] = lambda _: False
    says_nothing: bool = False
    choices: tuple[Choice, ...] = ()

    def make(self, of: Given) -> bytes:
        """Its bytes; what no paper says is not in them, unless it was asked for twice."""
        as_it_is = of.even_so or self.says_nothing
        return self.write(of if as_it_is else of._replace(plan=to_be_seen(of.plan)))

    def file_name(self, plan: Plan) -> str:
        """What the file is called where nobody names it: "pain-plan-J-S-2026-11-23.pdf"."""
        return file_name(self.name, plan.client, f"{plan.on}.{self.suffix}")


def file_name(kind: str, label: str, rest: str) -> str:
    """The name of a file of one client: their code in it, so that no two of a day are alike.

    A client without a label has none. (It is a name on the therapist's own disk, and never part of
    an address.)
    """
    code = NO_PART_OF_A_NAME.sub("-", "" if label == UNNAMED else label)[:MOST_OF_A_CODE]
    return "-".join(filter(None, (kind, code.strip("-"), rest)))
