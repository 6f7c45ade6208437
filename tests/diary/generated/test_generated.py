"""A file of each kind is read as it was meant, or what is open in it is asked."""

import pytest

from tests.diary.generated.case import fault
from tests.diary.generated.kinds import KINDS, made

MORE = range(1, 16)


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_of_each_kind_is_read_as_it_was_meant(kind):
    assert fault(made(kind, 0)) is None


@pytest.mark.slow
@pytest.mark.parametrize("seed", MORE)
@pytest.mark.parametrize("kind", KINDS)
def test_more_files_of_each_kind_are_read_as_they_were_meant(kind, seed):
    assert fault(made(kind, seed)) is None
