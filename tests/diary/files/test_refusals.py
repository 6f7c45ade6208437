"""Files that cannot be read at all are refused with one plain sentence."""

import io
import zipfile

import pytest
from msoffcrypto.format.ooxml import OOXMLFile
from openpyxl import Workbook

from planner.diary import read_diary
from planner.diary.file.workbook import PASSWORD
from planner.model.errors import DiaryError

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def archive(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return out.getvalue()


def far_cell() -> bytes:
    book = Workbook()
    book.active["A1"], book.active["XFD1048576"] = "Date", 5
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def with_a_cell_at(cell: str, before: str = "") -> bytes:
    """A workbook whose last cell is said to stand there, after so much of something else."""
    book = Workbook()
    book.active["A1"], book.active["B2"] = "Date", 5
    out = io.BytesIO()
    book.save(out)
    with zipfile.ZipFile(out) as made:
        members = {name: made.read(name) for name in made.namelist()}
    sheet = members["xl/worksheets/sheet1.xml"].decode()
    begins, ends = sheet.split("<sheetData>")
    assert 'r="B2"' in ends
    ends = ends.replace('r="B2"', cell)
    members["xl/worksheets/sheet1.xml"] = f"{begins}<sheetData>{before}{ends}".encode()
    return archive(members)


FAR_AWAY = [
    f'r="B{"9" * 7}"',
    f'r="B10{"9" * 500}"',  # a number that wraps around where it is read
    "r='XFD1048576'",
    'r = "XFD1048576"',
    'r="xfd1048576"',
    'r="AAAAAAA2"',
    'r="4294967297"',
]


@pytest.mark.parametrize("cell", FAR_AWAY, ids=lambda cell: cell[:16])
def test_a_cell_far_away_is_refused_before_it_fills_the_memory(cell: str) -> None:
    wide = cell if cell != FAR_AWAY[0] else cell.replace("B9", "D9")
    with pytest.raises(DiaryError, match="far apart"):
        read_diary(with_a_cell_at(wide), "diary.xlsx")


def test_a_cell_whose_name_is_cut_between_two_pieces_is_refused_too() -> None:
    """Sheets are looked through a MiB at a time."""
    fill = "<!--" + "x" * 90 + "-->"
    for shift in range(0, 60, 6):
        before = fill * (2**20 // len(fill) - 20) + " " * shift + fill * 24
        with pytest.raises(DiaryError, match="far apart"):
            read_diary(with_a_cell_at('r="XFD1048576"', before), "diary.xlsx")


def test_a_binary_workbook_is_refused_with_what_to_do() -> None:
    with pytest.raises(DiaryError, match="Save it as XLSX or CSV"):
        read_diary(archive({"xl/workbook.bin": b"\x83\x01"}), "diary.xlsb")


def claiming_five_gigabytes() -> bytes:
    data = bytearray(archive({"xl/workbook.xml": b"<x/>" * 50}))
    place = data.find(b"PK\x01\x02")
    data[place + 24 : place + 28] = (4_294_967_290).to_bytes(4, "little")
    return bytes(data)


REFUSED = {
    "bomb": (archive({"xl/workbook.xml": b"0" * 30_000_000}), "far beyond its own size"),
    "five gigabytes": (claiming_five_gigabytes(), "far beyond its own size"),
    "far cell": (far_cell(), "far apart"),
    "nothing but empty bytes": (b"\0" * 10_000, "empty bytes"),
    "PDF": (b"%PDF-1.7\n1 0 obj", "PDF"),
    "locked": (OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "password"),
    "damaged workbook": (b"PK\x03\x04" + b"x" * 100, "damaged"),
    "damaged old workbook": (OLE + b"\0" * 600, "damaged"),
    "archive": (archive({"export.xml": b"<HealthData/>"}), "no symptoms"),
    "markup": (b"<?xml version='1.0'?><other/>", "markup"),
    "empty": (b"", "empty"),
    "blank": (b"\xef\xbb\xbf \r\n\r\n", "empty"),
    "picture": (b"\x89PNG\r\n\x1a\n", "picture"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_a_sentence_says_what_is_wrong(kind: str) -> None:
    data, words = REFUSED[kind]
    with pytest.raises(DiaryError, match=words):
        read_diary(data, "diary.csv")


ODS = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
    '<table:table table:name="Diary">{rows}</table:table>'
    "</office:spreadsheet></office:body></office:document-content>"
)
MANIFEST = (
    '<?xml version="1.0"?><manifest:manifest '
    'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="/" '
    'manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>'
)
CELL = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'


def ods(rows: list[list[str]], after: str = "") -> bytes:
    lines = "".join(
        "<table:table-row>" + "".join(CELL.format(c) for c in row) + "</table:table-row>"
        for row in rows
    )
    return archive(
        {
            "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": MANIFEST.encode(),
            "content.xml": ODS.format(rows=lines + after).encode(),
        }
    )


def test_an_ods_sheet_is_read_like_any_other() -> None:
    data = ods([["Date", "Pain (0-10)"], ["2024-03-01", "5"], ["2024-03-02", "0"]])
    assert [day.pain for day in read_diary(data, "diary.ods").days] == [5.0, 0.0]


@pytest.mark.parametrize("days", [1, 5000])
def test_a_workbook_locked_with_a_password_is_named_as_that(days: int) -> None:
    book = Workbook()
    for row in [("Date", "Pain"), *[("2024-03-01", 5)] * days]:
        book.active.append(row)
    opened, locked = io.BytesIO(), io.BytesIO()
    book.save(opened)
    assert read_diary(opened.getvalue(), "diary.xlsx").used == days
    OOXMLFile(opened).encrypt("a password", locked)
    with pytest.raises(DiaryError, match=PASSWORD):
        read_diary(locked.getvalue(), "diary.xlsx")


def test_an_ods_workbook_with_a_password_is_named_as_that() -> None:
    locked = MANIFEST.replace(
        "/></manifest", "><manifest:encryption-data/></manifest:file-entry></manifest"
    )
    members = {"META-INF/manifest.xml": locked.encode(), "content.xml": b"\x8f\x11 scrambled"}
    with pytest.raises(DiaryError, match="password"):
        read_diary(archive(members), "diary.ods")


def test_an_ods_sheet_that_repeats_a_row_a_million_times_is_refused() -> None:
    row = (
        '<table:table-row table:number-rows-repeated="1048576">'
        '<table:table-cell table:number-columns-repeated="16384" office:value-type="string">'
        "<text:p>5</text:p></table:table-cell></table:table-row>"
    )
    with pytest.raises(DiaryError, match="far apart"):
        read_diary(ods([["Date", "Pain"]], row), "diary.ods")


def test_a_reason_does_not_repeat_what_may_be_a_name() -> None:
    reading = read_diary(b"Date,Pain\nJane Example,5\n2024-03-01,5\n", "diary.csv")
    assert "Jane" not in reading.skipped[0].why
