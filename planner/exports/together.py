"""Several files in one zip: the same files give the same bytes, at any hour, on any computer."""

import io
import zipfile
from collections.abc import Mapping

NO_HOUR = (1980, 1, 1, 0, 0, 0)  # the first that a zip can hold
READABLE = 0o644 << 16


def zipped(files: Mapping[str, bytes]) -> bytes:
    """The files by their names, in the order of these."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, content in sorted(files.items()):
            archive.writestr(_entry(name), content, zipfile.ZIP_DEFLATED)
    return written.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, NO_HOUR)
    entry.create_system, entry.external_attr = 3, READABLE  # as on Unix, wherever it is made
    return entry
