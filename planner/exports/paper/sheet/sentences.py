"""A reason taken apart into its sentences, so that each is said once."""

from collections.abc import Iterator

from planner.model.phrase import Phrase
from planner.words.saying import LAYOUT


def sentences(why: str) -> Iterator[str]:
    """The sentences of a reason; one read from an older file is a single one."""
    if isinstance(why, Phrase) and why.message.context == LAYOUT and "parts" in why.fill:
        for part in why.fill["parts"]:
            yield from sentences(part)
    else:
        yield why


def answers_in(sentence: str) -> tuple[str, ...]:
    """The answers that a sentence only names: what they ask for stands beside their limit."""
    if not isinstance(sentence, Phrase):
        return ()
    return (*sentence.fill.get("answers", ()), *filter(None, (sentence.fill.get("answer"),)))
