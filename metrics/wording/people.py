"""Who or what a figure counts, as one and as many: a child, a young person, a placement; never a child where posts are meant."""

from metrics.entry import Indicator
from metrics.figures import number

POSTS = "of "  # entries on the workforce begin so: nobody counts 14.2 of 86.4 people
NAMED = (  # how `who` begins, what many are called in a count, what one is called
    ("care leavers", "young people", "young person"),
    ("young people", "young people", "young person"),
    ("placements", "placements", "placement"),
    ("foster places", "places", "place"),
    ("special guardianship orders", "orders", "order"),
    ("incidents", "incidents", "incident"),
    ("school half days", "half days", "half day"),
    ("social workers", "social workers", "social worker"),
    ("social worker posts", "posts", "post"),
    ("vacant social worker posts", "posts", "post"),
)
SINGULAR = (
    ("children", "child"), ("care leavers", "care leaver"), ("incidents", "incident"), ("social workers", "social worker"),
    ("foster places", "foster place"), ("young people", "young person"),
)  # fmt: skip


def posts(entry: Indicator) -> bool:
    """Whether the figure is a share of posts or workers in full-time equivalents, said as a percentage only."""
    return entry.who.startswith(POSTS)


def many(entry: Indicator) -> str:
    """What is counted, as many: 'children', 'young people', 'placements'."""
    return _names(entry)[0]


def one(entry: Indicator) -> str:
    """What is counted, as one: 'child', 'young person', 'placement'."""
    return _names(entry)[1]


def counted(n: float, entry: Indicator) -> str:
    """So many of them: '1 child', '12 young people', '1,204 placements'."""
    return f"{number(n)} {one(entry) if n == 1 else many(entry)}"


def differ(n: float, entry: Indicator) -> str:
    """So many more (above zero) or fewer: '1 child fewer', '14 more children'. `n` is a whole number that is not zero."""
    word = "more" if n > 0 else "fewer"
    return f"1 {one(entry)} {word}" if abs(n) == 1 else f"{number(abs(n))} {word} {many(entry)}"


def alone(who: str) -> str:
    """The subject of a sentence about one: 'unaccompanied asylum-seeking child' of '... children'."""
    found = [(who.index(plural), plural, single) for plural, single in SINGULAR if plural in who]
    if not found:
        return who
    at, plural, single = min(found)
    return who[:at] + single + who[at + len(plural) :]


def _names(entry: Indicator) -> tuple[str, str]:
    who = entry.who.removeprefix(POSTS)
    young = entry.unit == "young people"
    return next(
        ((several, single) for start, several, single in NAMED if who.startswith(start)),
        ("young people", "young person") if young else ("children", "child"),
    )
