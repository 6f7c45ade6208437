"""The papers of an open visit as values: what each is called, and how it is made and kept."""

from collections.abc import Callable, Mapping
from functools import partial
from hashlib import sha256
from typing import NamedTuple

from planner.exports import documents
from planner.exports.documents import Answer, Choice, Document, Reader
from planner.exports.given import Given
from planner.knowledge import Knowledge
from planner.model.between.consent import Consent
from planner.model.intake import Conversation
from planner.model.phrase import Phrase
from planner.model.plan import Plan
from planner.model.practice import Practice
from planner.model.record import Record
from planner.visit.in_force import plan_before
from ui.state import own_pictures, practice, session
from ui.state.language import read_by


class Made(NamedTuple):
    """What papers are made from."""

    plan: Plan
    said: Conversation
    knowledge: Knowledge
    consent: Consent | None = None


class Paper(NamedTuple):
    """One file that may leave; `stamp` is another one whenever what it is made from is another.

    `plan`: what the client has in hand from then on, where it is one.
    """

    key: str
    title: Phrase
    reader: Reader
    file_name: str
    media_type: str
    stamp: str
    make: Callable[..., bytes]
    is_private: bool = False
    plan: Plan | None = None
    choices: tuple[Choice, ...] = ()
    chosen: tuple[tuple[str, Answer], ...] = ()

    def choosing(self, chosen: Mapping[str, Answer]) -> "Paper":
        """The same paper with something chosen of it, by the field."""
        return self._replace(chosen=tuple(sorted(chosen.items())))

    def answer(self, choice: Choice) -> Answer:
        """What is chosen of one; the usual, where nothing was."""
        return dict(self.chosen).get(choice.field, choice.answers[0][0])

    @property
    def name_of_content(self) -> str:
        """Another one whenever its content may be another."""
        return f"{self.stamp} {self.chosen}"

    def made(self) -> bytes:
        """Its bytes; raises PlannerError where it may not be made."""
        return self.make(**dict(self.chosen))


def of_plan(of: Made) -> tuple[Paper, ...]:
    """Every paper of this plan, the one that matters most first."""
    given = _signed(_unsigned(of), practice.now())
    stamp = _stamp(given)
    return tuple(_paper(one, given, stamp) for one in documents.due(of.plan))


def main_at_the_click(of: Made) -> Callable[[], Paper]:
    """The paper that matters most; nothing of it is read or made before this is called."""
    given, head = _unsigned(of), practice.at_the_click()

    def made() -> Paper:
        signed = _signed(given, head())
        return _paper(documents.due(of.plan)[0], signed, _stamp(signed))

    return made


def _unsigned(of: Made) -> Given:
    """All but the practice, which is read from the disk."""
    return Given(
        *of[:3],
        read_by(of.said),
        own=own_pictures.of_plan(of.plan),
        before=plan_before(session.draft(), of.plan),
        consent=of.consent,
    )


def _signed(given: Given, head: Practice) -> Given:
    return given._replace(practice=head)


def _paper(one: Document, given: Given, stamp: str) -> Paper:
    """It is offered only once it was asked for twice, where it is private."""
    key, is_private = key_of(one), one.is_private(given.plan)
    return Paper(
        key,
        one.title,
        one.reader,
        one.file_name(given.plan),
        one.media_type,
        f"{stamp}/{key}",
        partial(_made, one, given._replace(even_so=is_private)),
        is_private,
        given.plan,
        one.choices,
    )


def _made(one: Document, given: Given, **chosen: Answer) -> bytes:
    return one.make(given.having(chosen))


def key_of(one: Document) -> str:
    """What tells a document from the others of a plan."""
    return f"{one.kind}-{one.name}-{one.suffix}".replace(".", "-")


def _stamp(of: Given) -> str:
    own = [part for line, picture in sorted(of.own.items()) for part in (line, picture)]
    beside = [one for one in (of.before, of.consent) if one]
    return stamp_of(of.plan, of.intake, of.practice, of.language.code, *beside, *own)


def stamp_of(*parts: Record | str | bytes) -> str:
    """The same for what makes the same papers."""
    seen = sha256()
    for one in parts:
        text = one.model_dump_json() if isinstance(one, Record) else one
        seen.update(text.encode() if isinstance(text, str) else text)
    return seen.hexdigest()
