"""Ways in which a diary file gets broken on its way: cut, doubled, shuffled, overwritten."""

import io
import random
import zipfile

NASTY = (
    b"\0", b'"', b'""', b",", b";", b"\t", b"\n", b"\r", b"\r\n\r\n", b"\xff\xfe", b"\xef\xbb\xbf",
    b"=1+1", b"-", b"NaN", b"inf", b"1e999", b"99999999999999999999", b"31/02/2024", b"00/00/0000",
    b"0000-00-00", b"24:61", b"\xf0\x9f\x98\x80", b"'", b"#", b"Date,Pain\n", b"\\", b"%", b"{}",
    b"\xe2\x80\xae", b"2024-03-07", b"5/10", b"100", b"very severe", b"  ", b"\xa0", b"|", b"\x1a",
)  # fmt: skip


def mutated(data: bytes, rng: random.Random) -> bytes:
    """The bytes after one to six accidents."""
    out = bytearray(data)
    for _ in range(rng.randint(1, 6)):
        rng.choice(ACCIDENTS)(out, rng)
    return bytes(out)


def mutated_file(data: bytes, rng: random.Random) -> bytes:
    """A file after accidents: of a workbook its sheets, packed again, or its bytes as they are."""
    if not data.startswith(b"PK") or rng.random() < RAW:
        return mutated(data, rng)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as book, zipfile.ZipFile(out, "w") as broken:
        for name in book.namelist():
            inside = book.read(name)
            hurt = "sheet" in name and rng.random() < HURT
            broken.writestr(name, mutated(inside, rng) if hurt else inside)
    return out.getvalue()


RAW, HURT = 0.2, 0.8  # of the workbooks; of their sheets
SEPARATORS = (b",", b";", b"\t", b"|")
ENCODINGS = ("utf-8", "utf-16", "cp1252", "cp437", "shift_jis", "utf-8-sig")


def flip(out: bytearray, rng: random.Random) -> None:
    """Overwrite a few single bytes."""
    for _ in range(rng.randint(1, 8)):
        if out:
            out[rng.randrange(len(out))] = rng.randrange(256)


def cut(out: bytearray, rng: random.Random) -> None:
    """Lose a stretch."""
    start = rng.randrange(len(out) + 1)
    del out[start : start + rng.randrange(1, 80)]


def double(out: bytearray, rng: random.Random) -> None:
    """Repeat a stretch somewhere else."""
    start = rng.randrange(len(out) + 1)
    place = rng.randrange(len(out) + 1)
    out[place:place] = out[start : start + rng.randrange(1, 200)]


def insert(out: bytearray, rng: random.Random) -> None:
    """Put in something a reader may stumble over."""
    place = rng.randrange(len(out) + 1)
    out[place:place] = rng.choice(NASTY) * rng.choice((1, 1, 1, 3, 40))


def swap_lines(out: bytearray, rng: random.Random) -> None:
    """Shuffle the lines."""
    lines = out.split(b"\n")
    rng.shuffle(lines)
    out[:] = b"\n".join(lines)


def drop_lines(out: bytearray, rng: random.Random) -> None:
    """Lose some lines, perhaps the first."""
    lines = out.split(b"\n")
    start = rng.randrange(len(lines))
    del lines[start : start + rng.randint(1, 3)]
    out[:] = b"\n".join(lines)


def _separator(out: bytearray) -> bytes:
    """The mark that stands most often in a text."""
    return max(SEPARATORS, key=out.count)


def swap_cells(out: bytearray, rng: random.Random) -> None:
    """Put cells of a line, or of two lines, in each other's place."""
    mark, lines = _separator(out), out.split(b"\n")
    for _ in range(rng.randint(1, 5)):
        one, other = rng.randrange(len(lines)), rng.randrange(len(lines))
        cells, others = lines[one].split(mark), lines[other].split(mark)
        here, there = rng.randrange(len(cells)), rng.randrange(len(others))
        cells[here], others[there] = others[there], cells[here]
        lines[one], lines[other] = mark.join(cells), mark.join(others)
    out[:] = b"\n".join(lines)


def drop_column(out: bytearray, rng: random.Random) -> None:
    """Lose a column, in all lines or from some line on."""
    mark, lines = _separator(out), out.split(b"\n")
    place = rng.randrange(lines[0].count(mark) + 1)
    begun = rng.choice((0, 0, rng.randrange(len(lines))))
    kept = [line.split(mark) for line in lines[begun:]]
    cells = [line[:place] + line[place + 1 :] for line in kept]
    out[:] = b"\n".join([*lines[:begun], *map(mark.join, cells)])


def repeat_headings(out: bytearray, rng: random.Random) -> None:
    """The first lines once more, somewhere below."""
    lines = out.split(b"\n")
    place = rng.randrange(len(lines) + 1)
    lines[place:place] = lines[: rng.randint(1, 3)]
    out[:] = b"\n".join(lines)


def mix_separators(out: bytearray, rng: random.Random) -> None:
    """Another separator from some line on, or in a stretch."""
    mark, other = _separator(out), rng.choice(SEPARATORS)
    start = rng.randrange(len(out) + 1)
    end = rng.choice((len(out), start + rng.randrange(300)))
    out[start:end] = out[start:end].replace(mark, other)


def mix_encodings(out: bytearray, rng: random.Random) -> None:
    """A stretch in another encoding than the rest."""
    start = rng.randrange(len(out) + 1)
    end = rng.choice((len(out), start + rng.randrange(300)))
    stretch = out[start:end].decode("latin-1")
    out[start:end] = stretch.encode(rng.choice(ENCODINGS), errors="replace")


def huge_cell(out: bytearray, rng: random.Random) -> None:
    """A cell far longer than any score or note."""
    place = rng.randrange(len(out) + 1)
    out[place:place] = rng.choice(HUGE) * rng.choice((500, 5000, 20000))


HUGE = (b"9", b"x", b"1,", b"a ", b"\0", b"5-", b'"', b"\xc3\xa9", b"2024-03-07 ", b"=(")
ACCIDENTS = (
    flip, cut, double, insert, swap_lines, drop_lines, swap_cells, drop_column, repeat_headings,
    mix_separators, mix_encodings, huge_cell,
)  # fmt: skip
