"""Whether a typed text stands in another as it was typed."""

from collections.abc import Callable, Iterable, Iterator

from tests.typed.fields import TYPED, mark

Of = Callable[[Iterable[bool]], bool]


def typed_in(text: str, of: Of = all) -> Iterator[tuple[str, bool]]:
    """Each typed text of which something stands there, by its place, and whether it is whole.

    It is so wherever it stands, or (`of` is `any`) once at least: a page with two columns side by
    side gives their lines by turns. White space may differ: lines are broken anew. Where little
    room is left its beginning stands for it, with an ellipsis.
    """
    there = "".join(text.split())
    for place, words in TYPED.items():
        known, whole = mark(words), "".join(words.split())
        if known in there:
            starts = whole.index(known)
            yield (
                place,
                of(
                    _is_whole(whole, there[at - starts : at - starts + len(whole)])
                    for at in _each(known, there)
                ),
            )


def _each(known: str, there: str) -> Iterator[int]:
    at = there.find(known)
    while at >= 0:
        yield at
        at = there.find(known, at + 1)


def _is_whole(whole: str, found: str) -> bool:
    beginning, cut, _ = found.partition("…")
    return found == whole or (cut != "" and whole.startswith(beginning))
