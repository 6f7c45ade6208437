"""How long the list of contents of a zip is, before a reader holds all of it in memory."""

import os
from typing import BinaryIO

from planner.model.phrase import Phrase
from records.errors import ArchiveError

END, LARGE_END = b"PK\x05\x06", b"PK\x06\x07"  # of a list; of one that needs 64 bits, as none here
END_BYTES, MOST_COMMENT = 22, 65_535
SIZE_AT = slice(12, 16)  # in the end: how many bytes the list takes
AN_ENTRY = 150  # bytes; a name of ours takes some 70


def require_short(packed: BinaryIO, entries: int, refusal: Phrase) -> None:
    """Raise ArchiveError where the list has room for more than so many entries of usual names."""
    packed.seek(0, os.SEEK_END)
    packed.seek(max(0, packed.tell() - END_BYTES - MOST_COMMENT - len(LARGE_END)))
    tail = packed.read()
    end = tail[tail.rfind(END) :] if END in tail else b""
    size = int.from_bytes(end[SIZE_AT], "little")
    if LARGE_END in tail or size > entries * AN_ENTRY:
        raise ArchiveError("file", refusal)
    packed.seek(0)
