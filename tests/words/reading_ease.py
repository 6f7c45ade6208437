"""How easy a Spanish text is to read: INFLESZ, by the formula of Szigriszt-Pazos."""

from collections.abc import Iterator
from contextlib import contextmanager

import textstat

USUAL = "en_US"


def inflesz(text: str) -> float:
    """About 0 to 100; above 65 rather easy, 55 to 65 as a newspaper, below 40 for specialists."""
    with _in_spanish():
        return float(textstat.szigriszt_pazos(text))


@contextmanager
def _in_spanish() -> Iterator[None]:
    textstat.set_lang("es")
    try:
        yield
    finally:
        textstat.set_lang(USUAL)
