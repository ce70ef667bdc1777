"""Ways to spoil the bytes of a published file, by a random number generator: the same seed spoils it the same way."""

import random
from collections.abc import Callable
from dataclasses import dataclass

from tests.data.drawn import NEW, neighbours_csv, table_csv

Mutation = Callable[[bytes, random.Random], bytes]
PIECES = (b"", b",", b'"', b"\n", b"\r", b"\0", b"\xff", b"\xef\xbb\xbf", b"%", b" ", "é".encode())
WORDS = (b"c", b"z", b"-", b".", b"9", b"0", b"2024", b"England", b"E12000005", b"E06000051")
ODD = (*PIECES, *WORDS)


@dataclass(frozen=True)
class Spoilt:
    """A file to spoil and the source that describes it."""

    source: str
    raw: bytes


SPOILT = (Spoilt("cla_number_and_rate", table_csv(NEW).encode()), Spoilt("neighbours_2025", neighbours_csv().encode()))


def cut(raw: bytes, rng: random.Random) -> bytes:
    """The file up to somewhere."""
    return raw[: rng.randrange(len(raw) + 1)]


def flip(raw: bytes, rng: random.Random) -> bytes:
    """One bit another way."""
    at = rng.randrange(len(raw))
    return raw[:at] + bytes([raw[at] ^ (1 << rng.randrange(8))]) + raw[at + 1 :]


def put(raw: bytes, rng: random.Random) -> bytes:
    """Something odd in the place of up to two bytes."""
    at = rng.randrange(len(raw))
    return raw[:at] + rng.choice(ODD) + raw[at + rng.randrange(3) :]


def swap_columns(raw: bytes, rng: random.Random) -> bytes:
    """Two columns in each other's place, with or without their names."""
    rows = [line.split(b",") for line in raw.split(b"\n")]
    one, other = rng.sample(range(len(rows[0])), 2) if len(rows[0]) > 1 else (0, 0)
    for row in rows[rng.randrange(2) :]:
        if len(row) > max(one, other):
            row[one], row[other] = row[other], row[one]
    return b"\n".join(b",".join(row) for row in rows)


def drop_line(raw: bytes, rng: random.Random) -> bytes:
    """A line gone."""
    lines = raw.splitlines(keepends=True)
    del lines[rng.randrange(len(lines))]
    return b"".join(lines)


def double_line(raw: bytes, rng: random.Random) -> bytes:
    """A line twice."""
    lines = raw.splitlines(keepends=True)
    lines.insert(rng.randrange(len(lines) + 1), rng.choice(lines))
    return b"".join(lines)


def put_cell(raw: bytes, rng: random.Random) -> bytes:
    """Something odd in the place of a whole cell."""
    lines = raw.split(b"\n")
    at = rng.randrange(len(lines))
    cells = lines[at].split(b",")
    cells[rng.randrange(len(cells))] = rng.choice(ODD)
    lines[at] = b",".join(cells)
    return b"\n".join(lines)


MUTATIONS: tuple[Mutation, ...] = (cut, flip, put, swap_columns, drop_line, double_line, put_cell)
