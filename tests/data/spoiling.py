"""Ways to spoil the bytes of a published file, by a random number generator: the same seed spoils it the same way.

Some leave a file that says the same (another order of rows, quotation marks, line ends), some one that says something else and is
still a table, some no table at all. Every kind of place is hit: bytes, cells, columns, rows, encodings, ends.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from tests.data.drawn import NEARBY, NEW, OLD, neighbours_csv, table_csv
from tests.data.printed import printed

Mutation = Callable[[bytes, random.Random], bytes]
Cells = list[list[bytes]]
PIECES = (b"", b",", b'"', b"\n", b"\r", b"\0", b"\xff", b"\xef\xbb\xbf", b"%", b" ", "\u00e9".encode())
WORDS = (b"c", b"z", b"-", b".", b"9", b"0", b"2024", b"England", b"E12000005", b"E06000051", b"x", b"k", b"~", b"-100", b"1,234")
ODD = (*PIECES, *WORDS)
HOW_MANY = (1, 1, 1, 2, 3, 4)


@dataclass(frozen=True)
class Spoilt:
    """A file to spoil, the source that describes it, and the release before it ('': there is none)."""

    source: str
    raw: bytes
    before: bytes = b""


@cache
def drawn_files() -> tuple[Spoilt, ...]:
    """Small files with invented figures."""
    rate = Spoilt("cla_number_and_rate", table_csv(NEW).encode(), table_csv(OLD).encode())
    return rate, Spoilt("neighbours_2025", neighbours_csv(NEARBY).encode())


@cache
def printed_files() -> tuple[Spoilt, ...]:
    """Files of real shape, with the figures that were published: rates, shares of a total, joint returns, a mean among counts."""
    older = ("cla_number_and_rate", "care_leavers_accommodation", "cla_placement_stability")
    files = [Spoilt(source, printed(source).encode(), printed(source, back=1).encode()) for source in older]
    health = "cla_conviction_health"
    files.append(Spoilt(health, printed(health, periods=1).encode(), printed(health, back=1, periods=1).encode()))
    return (*files, Spoilt("workforce", printed("workforce").encode()))


def cut(raw: bytes, rng: random.Random) -> bytes:
    """The file up to somewhere."""
    return raw[: rng.randrange(len(raw) + 1)]


def cut_between_rows(raw: bytes, rng: random.Random) -> bytes:
    """The file up to the end of some row."""
    lines = raw.splitlines(keepends=True)
    return b"".join(lines[: rng.randrange(len(lines)) + 1])


def flip(raw: bytes, rng: random.Random) -> bytes:
    """One bit another way."""
    at = rng.randrange(len(raw))
    return raw[:at] + bytes([raw[at] ^ (1 << rng.randrange(8))]) + raw[at + 1 :]


def put(raw: bytes, rng: random.Random) -> bytes:
    """Something odd in the place of up to two bytes."""
    at = rng.randrange(len(raw))
    return raw[:at] + rng.choice(ODD) + raw[at + rng.randrange(3) :]


def digit(raw: bytes, rng: random.Random) -> bytes:
    """One digit another one: a figure, a code or a year that is wrong and looks right."""
    places = [at for at, byte in enumerate(raw) if 48 <= byte <= 57]
    at = rng.choice(places or [0])
    return raw[:at] + str(rng.randrange(10)).encode() + raw[at + 1 :]


def other_encoding(raw: bytes, rng: random.Random) -> bytes:
    """The same text in other bytes."""
    text = raw.decode("utf-8", "replace").replace("East Midlands", "East\u2013Midlands" if rng.randrange(2) else "East Midlands")
    return text.encode(rng.choice(("utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252", "utf-7", "ascii")), "replace")


def other_line_ends(raw: bytes, rng: random.Random) -> bytes:
    """Lines that end as on another system."""
    return raw.replace(b"\n", rng.choice((b"\r\n", b"\r", b"\n\r", b"\n\n")))


def in_quotes(raw: bytes, rng: random.Random) -> bytes:
    """Every cell, or every cell of a row, in quotation marks."""
    lines = raw.split(b"\n")
    some = range(len(lines)) if rng.randrange(2) else [rng.randrange(len(lines))]
    for at in some:
        if lines[at] and b'"' not in lines[at]:
            lines[at] = b'"' + lines[at].replace(b",", b'","') + b'"'
    return b"\n".join(lines)


def twice(raw: bytes, rng: random.Random) -> bytes:
    """The file and, after it, the file again or its rows."""
    return raw + (raw if rng.randrange(2) else raw.partition(b"\n")[2])


def swap_columns(raw: bytes, rng: random.Random) -> bytes:
    """Two columns in each other's place, with or without their names."""
    rows = _cells(raw)
    one, other = rng.sample(range(len(rows[0])), 2) if len(rows[0]) > 1 else (0, 0)
    for row in rows[rng.randrange(2) :]:
        if len(row) > max(one, other):
            row[one], row[other] = row[other], row[one]
    return _raw(rows)


def drop_column(raw: bytes, rng: random.Random) -> bytes:
    """A column gone, with or without its name."""
    rows = _cells(raw)
    at = rng.randrange(len(rows[0]))
    for row in rows[rng.randrange(2) :]:
        del row[at : at + 1]
    return _raw(rows)


def double_column(raw: bytes, rng: random.Random) -> bytes:
    """A column twice, under its name or another one."""
    rows = _cells(raw)
    at, name = rng.randrange(len(rows[0])), rng.choice((rows[0][-1], b"note", b""))
    for row in rows:
        if len(row) > at:
            row.append(row[at])
    rows[0][-1] = name
    return _raw(rows)


def scale_column(raw: bytes, rng: random.Random) -> bytes:
    """The figures of a column times something, in all rows or from somewhere on."""
    rows = _cells(raw)
    at, by = rng.randrange(len(rows[0])), rng.choice((0.01, 0.1, 2 / 3, 1.01, 10, -1))
    for row in rows[rng.choice((1, rng.randrange(len(rows)))) :]:
        if len(row) > at and row[at].replace(b".", b"").isdigit():
            row[at] = f"{float(row[at]) * by:.6g}".encode()
    return _raw(rows)


def shift_from_a_row_on(raw: bytes, rng: random.Random) -> bytes:
    """The cells one place to the left from some row on, the first of them last."""
    rows = _cells(raw)
    start, first = rng.randrange(len(rows)), rng.randrange(max(1, len(rows[0])))
    for row in rows[start:]:
        row[first:] = [*row[first + 1 :], *row[first : first + 1]]
    return _raw(rows)


def symbols_become(raw: bytes, rng: random.Random) -> bytes:
    """One symbol everywhere another one, a number or nothing."""
    old, new = rng.choice((b"c", b"z", b"x", b"k")), rng.choice((b"0", b"3", b"", b"-", b"-100", b"c", b"x", b"z"))
    return _raw([[new if cell == old else cell for cell in row] for row in _cells(raw)])


def put_cell(raw: bytes, rng: random.Random) -> bytes:
    """Something odd in the place of a whole cell."""
    rows = _cells(raw)
    row = rng.choice(rows)
    row[rng.randrange(len(row))] = rng.choice(ODD)
    return _raw(rows)


def swap_cells(raw: bytes, rng: random.Random) -> bytes:
    """Two cells of one column in each other's place: a label, an area or a figure of another row."""
    rows = _cells(raw)
    one, other = rng.choice(rows), rng.choice(rows)
    at = rng.randrange(min(len(one), len(other)))
    one[at], other[at] = other[at], one[at]
    return _raw(rows)


def drop_line(raw: bytes, rng: random.Random) -> bytes:
    """A line gone."""
    lines = raw.splitlines(keepends=True)
    del lines[rng.randrange(len(lines))]
    return b"".join(lines)


def drop_rows_of_a_cell(raw: bytes, rng: random.Random) -> bytes:
    """All rows gone that say the same in some column: an area, a year or a label."""
    header, *rows = _cells(raw)
    cell, at = b"", 0
    if rows:
        at = rng.randrange(len(header))
        cell = (rng.choice(rows)[at : at + 1] or [b""])[0]
    return _raw([header, *(row for row in rows if row[at : at + 1] != [cell])])


def double_line(raw: bytes, rng: random.Random) -> bytes:
    """A line twice."""
    lines = raw.splitlines(keepends=True)
    lines.insert(rng.randrange(len(lines) + 1), rng.choice(lines))
    return b"".join(lines)


def shuffle_lines(raw: bytes, rng: random.Random) -> bytes:
    """The rows in another order."""
    header, *rows = raw.splitlines(keepends=True)
    rng.shuffle(rows)
    return b"".join((header, *rows))


def stray_line(raw: bytes, rng: random.Random) -> bytes:
    """A line that is no row: blank, a note, a total without an area."""
    lines = raw.splitlines(keepends=True)
    cells = lines[-1].rstrip(b"\n").split(b",")
    total = b",".join([*cells[:2], *(b"" for _ in cells[2:-1]), b"81770"])
    lines.insert(rng.randrange(len(lines) + 1), rng.choice((b"", b"Source: DfE", b"," * (len(cells) - 1), total)) + b"\n")
    return b"".join(lines)


def _cells(raw: bytes) -> Cells:
    """The cells of every line that holds anything; at least one line."""
    return [line.split(b",") for line in raw.split(b"\n") if line] or [[b""]]


def _raw(rows: Cells) -> bytes:
    return b"".join(b",".join(row) + b"\n" for row in rows)


MUTATIONS: tuple[Mutation, ...] = (
    *(cut, cut_between_rows, flip, put, digit, other_encoding, other_line_ends, in_quotes, twice),
    *(swap_columns, drop_column, double_column, scale_column, shift_from_a_row_on, symbols_become, put_cell, swap_cells),
    *(drop_line, drop_rows_of_a_cell, double_line, shuffle_lines, stray_line),
)


def spoil(raw: bytes, rng: random.Random) -> tuple[bytes, tuple[Mutation, ...]]:
    """The file spoilt in one to four ways, and which."""
    ways = tuple(rng.choices(MUTATIONS, k=rng.choice(HOW_MANY)))
    for mutation in ways:
        raw = mutation(raw, rng) if raw else raw
    return raw, ways
