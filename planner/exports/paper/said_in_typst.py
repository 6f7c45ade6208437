"""What a template of typst says itself: every `say("…")` in it."""

import re
from collections.abc import Iterator

SAID = re.compile(r'\bsay\(\s*"((?:[^"\\]|\\.)*)"')


def said_in(template: str) -> Iterator[tuple[int, str]]:
    """Each message with the line it stands on, which counts from 1."""
    for line, text in enumerate(template.splitlines(), 1):
        for words in SAID.findall(text):
            yield line, words.replace('\\"', '"')
