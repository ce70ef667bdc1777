"""What a reader must know before reading figures of an area: its boundaries, its codes, what it can be compared with."""

from collections.abc import Mapping, Sequence
from datetime import date

from data.areas import Area, Areas
from data.status import Status
from metrics.boundaries import joint_returns, return_of
from metrics.results import Choice, Fact, Kind
from metrics.rows import ends_on


def of_area(
    area: Area, areas: Areas, facts: Sequence[Fact], edition: str, listed_in: Sequence[str], choice: Choice
) -> tuple[str, ...]:
    """Plain sentences, most important first; () where there is nothing to say. `listed_in` are the editions that name
    neighbours for the area."""
    found = [
        *_boundaries(area, areas, facts),
        *_nothing_known(area, facts),
        *_neighbours(area, edition, listed_in, choice),
    ]
    joint = sorted({f.joint_with for f in facts if f.joint_with})
    for codes in joint:
        names = " and ".join(areas[c].short_name for c in codes.split())
        found.append(f"{area.short_name} makes its workforce return together with {names}: the figure is for both.")
    return tuple(found)


def dissolved(area: Area, areas: Areas) -> str:
    """That an authority is no more, since when, and whose its area is now."""
    after = _names(area.successors, areas)
    return f"{area.short_name} was dissolved on {_day(area.valid_to)}; its area is now in {after}. Its figures end there."


def no_list(area: Area, edition: str) -> str:
    """That an edition has no list for an authority."""
    return f"The {edition} edition names no statistical neighbours for {area.short_name}, so none can be shown."


def no_edition(choice: Choice) -> str:
    """That no edition of the neighbours is held at all, or none that was out on the day chosen."""
    by = "" if choice.known_on.is_now or choice.known_on.first else f" that was out by {_day(choice.known_on.day)}"
    return f"No list of statistical neighbours{by} is held here, so there is nothing to compare with."


def _boundaries(area: Area, areas: Areas, facts: Sequence[Fact]) -> list[str]:
    name, said = area.short_name, []
    if area.valid_to:
        said.append(dissolved(area, areas))
    elif area.valid_from and area.predecessors:
        before = _names(area.predecessors, areas)
        said.append(
            f"{name} began on {_day(area.valid_from)} and follows {before}. "
            f"Earlier years belong to {before} and are not joined on."
        )
    elif area.note and _crosses(area.recoded_on, facts):
        said.append(area.note)
    return said


def _crosses(day: date | None, facts: Sequence[Fact]) -> bool:
    """Whether some figures are of before a day and some of that day or after."""
    if day is None:
        return False
    ends = {ends_on(f) >= day for f in facts}
    return len(ends) == 2


def _nothing_known(area: Area, facts: Sequence[Fact]) -> list[str]:
    if not facts or any(f.status is Status.PUBLISHED for f in facts):
        return []
    statuses = {f.status for f in facts if not (area.valid_to and f.year > area.valid_to.year)}
    if statuses == {Status.NOT_APPLICABLE}:
        return [f"The publisher gives no figures for {area.short_name}: it marks them as not applicable."]
    if Status.SUPPRESSED in statuses:
        return [f"So few children are counted in {area.short_name} that the publisher hides the figures to protect them."]
    return []


def _neighbours(area: Area, edition: str, listed_in: Sequence[str], choice: Choice) -> list[str]:
    if choice.kind is not Kind.NEIGHBOURS or edition in listed_in or not area.la_number:
        return []
    if not edition:
        return [no_edition(choice)]
    other = f" The {' and the '.join(listed_in)} edition does." if listed_in else ""
    return [no_list(area, edition) + other]


def of_neighbours(neighbours: Sequence[Area], own: Fact) -> tuple[str, ...]:
    """A sentence for each neighbour that had been dissolved, or did not yet exist, in the period shown."""
    gone = [a for a in neighbours if a.valid_to and a.valid_to.year < own.year]
    return tuple(f"{a.short_name} was dissolved on {_day(a.valid_to)} and drops out." for a in gone if a.valid_to)


def of_joint_returns(own: Fact, neighbours: Mapping[str, Fact], areas: Areas) -> tuple[str, ...]:
    """A sentence for each joint return among the neighbours' facts (by code): it is one figure, and counts once, or not at all
    where the authority itself makes it."""
    mine = return_of(own.area_code, own.joint_with or "")
    shared = [code for code in neighbours if code in mine]
    others = {code: f.joint_with or "" for code, f in neighbours.items() if code not in mine}
    said = [f"{_names(shared, areas)} has the same joint return, so its figure is not compared with."] if shared else []
    said += [f"{_names(codes, areas)} make one joint return, which is counted once." for codes in joint_returns(others)]
    return tuple(said)


def _names(codes: Sequence[str], areas: Areas) -> str:
    names = [areas[c].short_name for c in codes]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _day(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day else ""
