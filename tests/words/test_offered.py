"""A language is on offer to a client when nearly all of it is said, and not before."""

import pytest
from babel.messages.pofile import read_po

from planner.model.errors import IntakeError
from planner.visit.said.places import LANGUAGE
from planner.words import offered
from planner.words.languages import CATALOGUES
from tests.visit.drafts import draft_with

CATALOGUE = """# Italian of the pain-plan builder.
msgid ""
msgstr ""
"Language: it\\n"

#. in ui
msgid "Stop."
msgstr "{stop}"

#, python-brace-format
msgid ""
"A message "
"of two lines"
msgstr ""{long}

msgid "{{number}} week"
msgid_plural "{{number}} weeks"
msgstr[0] "{one}"
msgstr[1] "{many}"

#{flag}
msgctxt "somewhere"
msgid "Hold"
msgstr "Tenere"

#~ msgid "Gone"
#~ msgstr "Via"
"""
ALL = {"stop": "Basta.", "long": '\n"Un messaggio"', "one": "una settimana",
       "many": "{number} settimane", "flag": ", python-brace-format"}  # fmt: skip


def said(**otherwise):
    return offered.said_of(CATALOGUE.format(**{**ALL, **otherwise}))


def test_a_whole_catalogue_is_said():
    assert said() == 1


@pytest.mark.parametrize(
    "otherwise", [{"stop": ""}, {"many": ""}, {"long": ""}, {"flag": ", fuzzy, python-format"}]
)
def test_what_is_open_in_any_form_or_stale_is_not_said(otherwise):
    assert said(**otherwise) == 0.75


def test_nothing_is_said_in_an_empty_file():
    assert offered.said_of("") == 0


def test_a_catalogue_of_ours_is_counted_as_a_translators_tools_count_it():
    path = CATALOGUES / "es.po"
    with path.open("rb") as file:
        messages = [one for one in read_po(file) if one.id]
    told = [one for one in messages if one.string and not one.fuzzy]
    assert offered.said_of(path.read_text(encoding="utf-8")) == len(told) / len(messages)


def test_spanish_is_on_offer():
    assert offered.for_clients() == ("en", "es")


def test_a_language_half_said_is_given_to_no_client(monkeypatch):
    monkeypatch.setattr(offered, "is_nearly_said", lambda code: False)
    assert offered.for_clients() == ("en",)
    with pytest.raises(IntakeError, match="is none of en"):
        LANGUAGE.put(draft_with("neck-pain"), "es")
