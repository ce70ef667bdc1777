"""Say who came into care and who left over the years, and what yearly figures cannot tell."""

from collections.abc import Sequence

from data.status import Status
from metrics.change import Change, boundaries_changed
from metrics.figures import number, reason
from metrics.movements import Movements
from metrics.results import Fact
from metrics.wording import explained
from metrics.wording.naming import and_

QUESTION = "Did the number of children in care change because more came in, or because fewer left?"
MONTHLY = (
    "These are counts from one 31 March to the next. Whether the number has risen, fallen or steadied in recent months cannot be "
    "told from them: a council's own monthly counts would tell."
)
BEHIND = "What else is behind the change, and what cannot be told"
LEAST = 3  # years: of two, one is always the most


def finding(result: Movements) -> str:
    """Who came and who left in the newest year, and whether that is the most or the fewest of all years: a heading."""
    latest = result.years[-1] if result.years else None
    if latest is None:
        return f"No release known on that day has flows for {result.area.short_name}."
    came, left = _flow(result, "started"), _flow(result, "ceased")
    if not _known(latest.started) or not _known(latest.ceased):
        why = next(reason(f.status) if f else "not held" for f in (latest.started, latest.ceased) if not _known(f))
        return f"Both flows are not published for the year to 31 March {latest.period}: {why}."
    rank = _rank(latest.started, came)
    said_came = f"{_children(latest.started)} came into care{f'{rank},' if rank else ''}"
    said_left = f"{number(_value(latest.ceased))} left{_rank(latest.ceased, left)}"
    return f"In the year to 31 March {latest.period}, {said_came} and {said_left}."


def sentence(result: Movements) -> str:
    """In how many years more left than came, and which; what is not published is said."""
    known = [year for year in result.years if _known(year.started) and _known(year.ceased)]
    if not known:
        return "Children who came into care and who left are not published for any year held here."
    more_left = [y.period for y in known if _value(y.ceased) > _value(y.started)]
    more_came = [y.period for y in known if _value(y.started) > _value(y.ceased)]
    said = [_years(more_left, "More left than came", len(known)), _years(more_came, "More came than left", len(known))]
    missing = len(result.years) - len(known)
    if missing:
        said.append(f"For {missing} of {len(result.years)} years one of the two is not published.")
    return " ".join(part for part in said if part)


def days(result: Change) -> str:
    """'31 March 2024 to 31 March 2025'."""
    return f"31 March {result.first.period} to 31 March {result.last.period}"


def called(result: Change, parts: bool = False) -> str:
    """What the sum is cited as, or with `parts` what sets it against a base year."""
    against = f", set against the year to 31 March {result.base}" if parts else ""
    return f"Why the number of children in care changed, {days(result)}{against}: {result.area.name}"


def called_years(result: Movements) -> str:
    """What the flows of all years are cited as."""
    held = [year.period for year in result.years]
    years = f", {held[0]} to {held[-1]}" if len(held) > 1 else f", {held[0]}" if held else ""
    return f"Children who came into care and who left{years}: {result.area.name}"


def notes(result: Change, flows: Movements) -> tuple[str, ...]:
    """What a reader must know first: of the authority, of the change, and which 31 March has no number, and why. Each once: of
    an authority that ended or began in these years, its boundaries are told by that."""
    gone = [f for f in (year.end for year in flows.years) if f is not None and not _known(f)]
    hidden = [f"The number on 31 March {f.period} is not published: {reason(f.status)}." for f in gone]
    lived = result.area.valid_to or result.area.predecessors
    told = [line for line in result.notes if not (lived and line == boundaries_changed(result.area))]
    return tuple(dict.fromkeys((*flows.notes, *hidden, *told)))


def sum_sentence(result: Change) -> str:
    """The sum as it stands on paper, and what of it are unaccompanied children: the text alternative of the waterfall."""
    lead = explained.sum_(result.flow) if result.flow else _no_sum(result)
    return " ".join(part for part in (lead, explained.unaccompanied(result)) if part)


def behind(result: Change) -> tuple[str, ...]:
    """What the sum does not show: the child population, the rough length of a stay, what flows cannot tell, and months."""
    found = (explained.population(result), explained.stay(result), explained.caution(), MONTHLY)
    return tuple(line for line in found if line)


def _no_sum(result: Change) -> str:
    """What stands in place of the sum where a flow is not published: never worked out from the rest."""
    first, last = number(result.first.value or 0), number(result.last.value or 0)
    return (
        f"{first} children were in care on 31 March {result.first.period} and {last} on 31 March {result.last.period}. "
        "Those who came or left in between are not published for every year, so no sum is drawn."
    )


def _rank(fact: Fact | None, all_years: Sequence[float]) -> str:
    """', the fewest of 7 years', ', the most of 7 years'; '' in between, where it is shared, and of too few years."""
    if fact is None or len(all_years) < LEAST or all_years.count(_value(fact)) > 1:
        return ""
    word = {min(all_years): "fewest", max(all_years): "most"}.get(_value(fact))
    return f", the {word} of {len(all_years)} years" if word else ""


def _flow(result: Movements, which: str) -> list[float]:
    facts: list[Fact | None] = [getattr(year, which) for year in result.years]
    return [_value(f) for f in facts if _known(f)]


def _years(found: Sequence[str], lead: str, of: int) -> str:
    if not found:
        return ""
    return f"{lead} in {'all' if len(found) == of > 1 else len(found)} of {of} years: {and_(found)}."


def _children(fact: Fact | None) -> str:
    value = _value(fact)
    return f"{number(value)} {'child' if value == 1 else 'children'}"


def _value(fact: Fact | None) -> float:
    return fact.value if fact is not None and fact.value is not None else 0.0


def _known(fact: Fact | None) -> bool:
    return fact is not None and fact.status is Status.PUBLISHED
