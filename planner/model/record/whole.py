"""A record: frozen, strict, and read whole from JSON, every problem in it told at once."""

from collections.abc import Collection, Mapping
from typing import Any, Self, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    SerializerFunctionWrapHandler,
    ValidationError,
    ValidationInfo,
    model_serializer,
    model_validator,
)

from planner.model.errors import PlannerError, Problem
from planner.model.phrase import LEGEND, Message, Phrase, legend, linked, tell, template
from planner.model.record.calendar_days import beyond_the_calendar
from planner.model.record.refusal import looked_through, not_too_many, problems_of
from planner.model.text.encoding import text_of

KnownIds = Mapping[str, Collection[str]]


class Strict(BaseModel):
    """A value that cannot change and takes no unknown fields."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")


class Record(BaseModel):
    """A frozen, strict record: unknown fields are refused, nothing is coerced."""

    model_config = ConfigDict(
        strict=True, frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True
    )

    def replaced(self, **changes: Any) -> Self:
        """The same record with these fields otherwise, checked like a new one.

        pydantic's own `model_copy` checks nothing, so a limit would hold only where a file is read.
        """
        kept = {name: getattr(self, name) for name in type(self).model_fields}
        return type(self)(**{**kept, **changes})

    def having(self, **changes: object) -> Self:
        """The same record saying this instead; None takes a field back. Checked like a new one.

        What nobody said stays unsaid, so that it is not kept as if somebody had.
        """
        said = {name: getattr(self, name) for name in self.model_fields_set} | changes
        return type(self)(**{name: value for name, value in said.items() if value is not None})


class Legible(Record):
    """A record whose texts keep their messages in a file: `messages` says which stands where."""

    messages: dict[str, Any] = {}

    @model_validator(mode="after")
    def _with_its_messages(self) -> Self:
        if not self.messages:
            return self
        try:
            return linked(self.model_copy(update={LEGEND: {}}), self.messages)
        except (AttributeError, LookupError, TypeError, ValueError):
            raise ValueError(tell("its messages are not what was written beside it")) from None

    @model_serializer(mode="wrap")
    def _with_a_legend(self, write: SerializerFunctionWrapHandler) -> dict[str, Any]:
        written = write(self)
        del written[LEGEND]
        return {**written, LEGEND: legend(self)}


R = TypeVar("R", bound=Record)
NOT_KNOWN = {
    "condition": template("'{id}' is not a known condition"),
    "home task": template("'{id}' is not a known home task"),
    "question": template("'{id}' is not a known question"),
    "questionnaire": template("'{id}' is not a known questionnaire"),
    "question or rule": template("'{id}' is not a known question or rule"),
    "reason": template("'{id}' is not a known reason"),
    "region": template("'{id}' is not a known region"),
    "source": template("'{id}' is not a known source"),
    "technique, therapy or home task": template(
        "'{id}' is not a known technique, therapy or home task"
    ),
    "therapy": template("'{id}' is not a known therapy"),
}
NO_TEXT = tell("is no text in UTF-8; save it as UTF-8")


def known_as(kind: str) -> AfterValidator:
    """Check an id against the knowledge base's list of that kind, when one is given."""

    def check(value: str, info: ValidationInfo) -> str:
        ids: KnownIds = info.context or {}
        if kind in ids and value not in ids[kind]:
            raise ValueError(filled(NOT_KNOWN[kind], id=value))
        return value

    return AfterValidator(check)


def read_record(
    kind: type[R],
    text: str | bytes,
    ids: KnownIds | None,
    *,
    name: str,
    refusal: type[PlannerError],
    within: str = "",
) -> R:
    """The record in a JSON text; raises `refusal` with every problem in it.

    `name` is what the record is called; `within`, the file's role, leads each place when a call
    reads several files.
    """
    text = _legible(text, name, refusal)
    found_in = looked_through(text, name, within)
    if found_in.crowded:
        raise refusal(not_too_many([*found_in.twice, *found_in.crowded]))
    try:
        made = kind.model_validate_json(text, context=dict(ids or {}))
    except ValidationError as error:
        raise refusal([*not_too_many(found_in.twice), *problems_of(error, name, within)]) from None
    if problems := [*found_in.twice, *found_in.large, *beyond_the_calendar(made, within)]:
        raise refusal(not_too_many(problems))
    return made


def _legible(text: str | bytes, name: str, refusal: type[PlannerError]) -> str:
    """The text in whatever encoding tells itself; raises `refusal`."""
    try:
        return text if isinstance(text, str) else text_of(text)
    except UnicodeDecodeError:
        raise refusal([Problem(name, NO_TEXT)]) from None


def filled(message: Message, **fill: str) -> Phrase:
    """A message with its fill, for a fault of a record."""
    return Phrase(message.one.format(**fill), message, fill)
