"""Ways in which a diary file gets broken on its way: cut, doubled, shuffled, overwritten."""

import random

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
        rng.choice((flip, cut, double, insert, swap_lines, drop_lines))(out, rng)
    return bytes(out)


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
