"""The members of a zip archive, each read piece by piece under one budget of bytes."""

import io
import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath

from planner.model.errors import DiaryError
from planner.words import say

ZIP, EMPTY_ZIP = b"PK\x03\x04", b"PK\x05\x06"
IN_DIRECTORY = b"PK\x01\x02"  # stands before each member in the list at the end
PLAIN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # the others cannot be unpacked piece by piece
ENCRYPTED = 0x1  # of a member's flags
OUTSIDE = re.compile(r"^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)")
HIDDEN = re.compile(r"(?:^|/)(?:__MACOSX/|\._|\.DS_Store)")
MIB = 2**20
HEAD = 1024  # bytes in which a file shows what it is
MOST_MEMBERS = 20_000
MOST_UNPACKED = 4096 * MIB  # of a file that is read as it streams by
MOST_KEPT = 64 * MIB  # of all the tables that are held whole
MOST_GROWTH = 100  # times; the export of a phone shrinks to a twentieth or a thirtieth
SMALL = 12 * MIB  # may be unpacked whatever it grew from
BROKEN = say("This zip archive or workbook is damaged and cannot be opened. Export it again.")
LOCKED = say("This zip archive is locked with a password. Unpack it and bring the table inside.")
TOO_MANY = say("This zip archive holds more than {most} files. Bring the table inside alone.",
               most=MOST_MEMBERS)  # fmt: skip
LEADS_OUT = say("This zip archive names files outside itself. Unpack it and bring the table alone.")
BOMB = say("This zip archive would grow far beyond its own size. Bring the table inside alone.")
LARGE = say("The tables in this zip archive are larger than a diary can be. Bring it alone.")
UNUSUAL = say("This zip archive is packed in an unusual way. Unpack it and bring the table inside.")


class Archive:
    """A zip archive whose members can be looked at; what is unpacked of it is counted."""

    def __init__(self, data: bytes) -> None:
        """Open the list of members; raises DiaryError where it is beyond all reason."""
        if data.count(IN_DIRECTORY) > MOST_MEMBERS:
            raise DiaryError(TOO_MANY)
        self._zip = zipfile.ZipFile(io.BytesIO(data))
        if any(OUTSIDE.search(member.filename) for member in self._zip.infolist()):
            raise DiaryError(LEADS_OUT)
        self._unpacked, self._kept = 0, 0
        self._most = max(SMALL, MOST_GROWTH * len(data))

    @property
    def members(self) -> tuple[zipfile.ZipInfo, ...]:
        """The files in it, but for folders and what a computer keeps for itself."""
        every = self._zip.infolist()
        return tuple(m for m in every if not (m.is_dir() or HIDDEN.search(m.filename)))

    def pieces(self, member: zipfile.ZipInfo) -> Iterator[bytes]:
        """The bytes of a member, a MiB at a time, refused by what it claims and by what it is."""
        if member.flag_bits & ENCRYPTED:
            raise DiaryError(LOCKED)
        if member.compress_type not in PLAIN:
            raise DiaryError(UNUSUAL)
        most = min(self._most, MOST_UNPACKED)
        if self._unpacked + member.file_size > most:
            raise DiaryError(BOMB)
        with self._zip.open(member) as stream:
            while piece := stream.read(MIB):
                self._unpacked += len(piece)
                if self._unpacked > most:
                    raise DiaryError(BOMB)
                yield piece

    def head(self, member: zipfile.ZipInfo) -> bytes:
        """The first bytes of a member; none of one that is locked."""
        if member.flag_bits & ENCRYPTED or member.compress_type not in PLAIN:
            return b""
        with self._zip.open(member) as stream:
            return stream.read(HEAD)

    def whole(self, member: zipfile.ZipInfo) -> bytes:
        """All bytes of a member."""
        found = bytearray()
        for piece in self.pieces(member):
            found += piece
            self._kept += len(piece)
            if self._kept > MOST_KEPT:
                raise DiaryError(LARGE)
        return bytes(found)


@contextmanager
def opened(data: bytes) -> Iterator[Archive]:
    """An archive to be looked through; whatever is wrong with it becomes one sentence."""
    try:
        yield Archive(data)
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, zlib.error, lzma.LZMAError,
            struct.error, OverflowError) as error:  # fmt: skip
        raise DiaryError(BROKEN) from error
    except NotImplementedError as error:
        raise DiaryError(UNUSUAL) from error
    except RuntimeError as error:  # what the library raises of a member with a password
        raise DiaryError(LOCKED) from error


def is_archive(data: bytes) -> bool:
    """Whether the bytes begin like a zip archive, as newer workbooks do too."""
    return data.startswith((ZIP, EMPTY_ZIP))


def suffix_of(member: zipfile.ZipInfo) -> str:
    """The ending of a member's name in lower case, with its dot."""
    return PurePosixPath(member.filename).suffix.lower()


def stem_of(member: zipfile.ZipInfo) -> str:
    """The name of a member without its folders and its ending."""
    return PurePosixPath(member.filename).stem
