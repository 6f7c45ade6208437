"""Everything a person reads is said here, in any language of the catalogue.

A sentence is a `Phrase` (`planner.model.phrase`): words that know their message and their fill.

    say("Stop on {day:long}.", day=on)                     one message
    say_many("{number} week", "{number} weeks", weeks)     one or many, as the language counts
    joined(first, second)                                  sentences one after the other
    in_language(plan, language("es"))                      the same value, said again

- English is the source language: a phrase is made in English, and said again at the border (page,
  paper, command line). `in_language` takes any value: a plan, a table, a chart, the knowledge base.
- The first argument of `say`, `say_many`, `say_in`, `tell` and `template` is written out where it
  is called: that is how the catalogue finds it (`python -m planner catalogue`).
- A sentence is never built with `+`, an f-string, `join`, `lower` or a slice: that loses the
  message. What varies is a fill, and is formatted by the language:
    {x:.1f} {x:g} {x:,.0f}        numbers, as in Python, with the language's marks
    {day} {day:weekday} {day:short}   23 November 2026 · Monday 23 November 2026 · 23 Nov
    {names} {names:or} {names:semicolons} {names:commas} {names:spaces} {names:dots}   lists
    {name:lower} {name:capital} {name:sentence}    words inside a sentence, or as one
- Ids and closed words are never shown as they are: `terms` has what each is called.
- Facts (`knowledge/data/*.toml`) are phrases too, with "file id field" as their context.
"""

from planner.words.languages import LANGUAGES, SOURCE, Language, language, spoken_in
from planner.words.saying import (
    dated,
    fact,
    figure,
    formed,
    in_language,
    joined,
    listed,
    not_yet_read,
    said_anew,
    say,
    say_in,
    say_many,
)

__all__ = [
    "LANGUAGES",
    "SOURCE",
    "Language",
    "dated",
    "fact",
    "figure",
    "formed",
    "in_language",
    "joined",
    "language",
    "listed",
    "not_yet_read",
    "said_anew",
    "say",
    "say_in",
    "say_many",
    "spoken_in",
]
