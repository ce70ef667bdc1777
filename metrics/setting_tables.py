"""Where children live as tables: each group in the latest period beside others, and each group over the years."""

from data.status import Status
from metrics.figures import key_to_marks, number, shown, with_unit
from metrics.phrases import when
from metrics.results import Fact, Kind
from metrics.settings import Setting, Settings
from metrics.tables import Column, Table, counts
from metrics.wording import settings as said

YEARS_STAND = 5  # where the pictures of all years go, counted from the name of a row


def latest(result: Settings) -> Table:
    """One row a group: share, n of N, what it is set beside and of how many, and the change since the year before. Without
    the columns of what it is set beside where there is no such council at all."""
    compared = any(s.benchmark.of for s in result.settings)
    neighbours = compared and result.choice.kind is Kind.NEIGHBOURS
    columns = [Column("Group"), Column("Share", True), Column("n of N", True)]
    columns += [Column(said.beside(result), True)] if compared else []
    columns += [Column("Neighbours with a figure", True)] if neighbours else []
    columns.append(Column("Change in a year", True))
    rows = tuple(_cells(setting, result, compared, neighbours) for setting in result.settings)
    caption = f"{result.indicator.title}, {result.area.short_name}, {when(result.settings[0].latest)}"
    return Table(caption, tuple(columns), rows, key_to_marks({s.latest.status for s in result.settings}))


def years(result: Settings) -> Table:
    """One row a group and one column a period, oldest first: the counts, since they are what is said in a meeting."""
    periods = list(dict.fromkeys(f.period for s in result.settings for f in s.history))
    ordered = sorted(periods)
    rows = []
    for setting in result.settings:
        by_period = {f.period: f for f in setting.history}
        rows.append((setting.label, *(_count(by_period.get(p), setting, result) for p in ordered)))
    statuses = {f.status for s in result.settings for f in s.history}
    marked = " | a break: not to be compared with the years before it." if any(s.breaks for s in result.settings) else ""
    title = f"{result.indicator.title}, {result.area.short_name}: how many, year by year"
    columns = (Column("Group"), *(Column(p, True) for p in ordered))
    return Table(title, columns, tuple(rows), f"{key_to_marks(statuses)}{marked}".strip())


def history(setting: Setting, result: Settings) -> str:
    """All years of a group in words, oldest first: '2023: 71%, 2024: [c], 2025: 73%'."""
    return ", ".join(f"{f.period}: {shown(f, result.indicator)}" for f in setting.history)


def _cells(setting: Setting, result: Settings, compared: bool, neighbours: bool) -> tuple[str, ...]:
    own, benchmark = setting.latest, setting.benchmark
    cells = [setting.label, shown(own, result.indicator), counts(own)]
    cells += [_beside(setting, result)] if compared else []
    cells += [f"{benchmark.n} of {benchmark.of}"] if neighbours else []
    return (*cells, said.moved(setting))


def _beside(setting: Setting, result: Settings) -> str:
    if setting.beside is not None:
        return with_unit(setting.beside, result.indicator)
    return "too few" if setting.benchmark.n else "none"


def _count(fact: Fact | None, setting: Setting, result: Settings) -> str:
    """'247', '[c]'; with a bar in front where the series breaks."""
    if fact is None:
        return ""
    count = number(fact.numerator or 0.0) if fact.status is Status.PUBLISHED else shown(fact, result.indicator)
    return f"| {count}" if any(b.year == fact.year for b in setting.breaks) else count
