"""One catalogue: gathered from everything that says something, and never stale."""

import string

import pytest
from babel.messages.pofile import read_po

from planner.command.catalogue import ROOT, found_everywhere, template_text
from planner.knowledge import load
from planner.words.languages import PATTERN, TEMPLATE
from planner.words.pseudo import accented

NO_FILLS = (PATTERN,)


@pytest.fixture(scope="module")
def found():
    return found_everywhere(ROOT, load())


def test_the_template_is_what_the_program_says(found):
    assert TEMPLATE.read_text(encoding="utf-8") == template_text(found)


def test_every_fill_of_a_message_has_a_name(found):
    for message, place, line in found:
        for form in (message.one, message.many):
            if message.context in NO_FILLS or " " in message.context:
                continue
            fields = [
                field for _, field, _, _ in string.Formatter().parse(form) if field is not None
            ]
            assert all(field.isidentifier() for field in fields), (place, line)


def test_both_forms_of_a_counted_message_have_the_number(found):
    for message, place, line in found:
        if message.many:
            assert "{number" in message.many, (place, line)


def test_the_pseudo_language_keeps_fills_and_marks():
    assert accented("<b>Stop</b> on {day:weekday}") == "<b>Šŧóƥ</b> óń {day:weekday}"


def test_the_template_is_read_by_a_translators_tools():
    with TEMPLATE.open("rb") as file:
        assert len(read_po(file)) > 3000
