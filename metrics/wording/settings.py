"""Say where children live: the first group in full, the others in a list, and what is hidden."""

from metrics.figures import key_to_marks, n_of_n, number, reason, with_unit
from metrics.phrases import starts_sentence, when
from metrics.results import Kind
from metrics.settings import LOOKS, Setting, Settings, label
from metrics.wording import places
from metrics.wording.naming import and_, benchmark_name, lower, vintage

FEWER = (
    "Where a neighbour has too few children in a group, its figure is hidden and left out: the figure for the neighbours is then "
    "higher than it would be. With fewer than 7 of 10 there is none."
)
KINSHIP = (
    "Relatives and friends who foster a child are counted among foster placements: the published table does not show them apart."
)
LIMITS = "What these figures cannot tell"
INSTEAD = "Here “{}” is shown."
MOST = 5  # groups named in a sentence that is read aloud


def finding(result: Settings) -> str:
    """The heading: the first group that has a figure, its change, and where it lies among others."""
    shown = next((s for s in result.settings if s.latest.value is not None), None)
    if shown is None:
        latest = result.settings[0].latest
        lead = f"{result.area.short_name} has no figures for {lower(result.indicator.title)} {when(latest)}"
        return f"{lead}: {reason(latest.status)}."
    before = None if any(b.year == shown.latest.year for b in shown.breaks) else shown.before
    beside = shown.benchmark if shown.beside is not None else None
    found = places.finding(result.indicator, shown.breakdown, result.area, shown.latest, before, beside)
    return found.replace(shown.breakdown, shown.label)


def called(result: Settings) -> str:
    """What the view is cited as: all of its groups, not the first."""
    return f"{result.indicator.title}, every group, {when(result.settings[0].latest)}: {result.area.name}"


def sentence(result: Settings) -> str:
    """The groups with the most, and how many have no figure: the chart's text alternative."""
    known = [s for s in result.settings if s.latest.value is not None]
    if not known:
        missing = key_to_marks({s.latest.status for s in result.settings})
        return f"None of the {len(result.settings)} groups has a figure: {missing}"
    there = sorted((s for s in known if s.latest.value), key=lambda s: -(s.latest.value or 0))[:MOST]
    nobody = len([s for s in known if not s.latest.value])
    hidden = len(result.settings) - len(known)
    none = f"there were none in {nobody} of the {len(result.settings)} groups"
    listed = "; ".join(_one(s, result) for s in there) or none  # where every figure shown is a nought, there is nothing to list
    said = [f"{result.indicator.title}, {when(known[0].latest)}: {listed}."]
    said += [f"{starts_sentence(none)}."] if nobody and there else []
    verb = "has" if hidden == 1 else "have"
    said += [f"{hidden} of the {len(result.settings)} groups {verb} no figure: {_why(result)}."] if hidden else []
    return " ".join(said)


def beside(result: Settings) -> str:
    """What each group is set beside, as a column is headed: 'Median of neighbours', 'West Midlands', 'England'."""
    if result.choice.kind is Kind.ENGLAND:
        return "England"
    if result.choice.kind is Kind.REGION:
        return result.region.short_name if result.region else "Region"
    return f"{result.choice.how.value.capitalize()} of neighbours"


def moved(setting: Setting) -> str:
    """'26 fewer', '4 more', 'the same'; why it cannot be told; '' for a figure that is not there."""
    if setting.moved is not None:
        if not setting.moved:
            return "the same"
        return f"{number(abs(setting.moved))} {'more' if setting.moved > 0 else 'fewer'}"
    if setting.latest.value is None:
        return ""
    if any(b.year == setting.latest.year for b in setting.breaks):
        return "not comparable"
    return "no figure a year before"


def breaks(result: Settings) -> tuple[str, ...]:
    """Each break within the years shown, once, with the groups it is in."""
    found: dict[tuple[int, str], list[str]] = {}
    for setting in result.settings:
        for one in setting.breaks:
            found.setdefault((one.year, one.reason), []).append(setting.label)
    said = []
    for (year, why), groups in sorted(found.items()):
        quoted = and_([f"“{group}”" for group in groups])
        said.append(f"{quoted}: figures before {year} are not to be compared with those from {year} on. {why}")
    return tuple(said)


def limits(result: Settings) -> tuple[str, ...]:
    """What the figures cannot tell: breaks, groups that hold more than their name says, and hidden figures of neighbours."""
    neighbours = [s.benchmark for s in result.settings if s.benchmark.kind is Kind.NEIGHBOURS]
    said = [KINSHIP] if result.indicator.id == LOOKS[0] else []
    return (*said, *breaks(result), *([FEWER] if any(0 < b.n < b.of for b in neighbours) else []))


def context(result: Settings) -> tuple[str, ...]:
    """The small line over the finding: period, what it is set beside, vintage."""
    compared = any(s.benchmark.of for s in result.settings)
    region = result.region.short_name if result.region else ""
    name = benchmark_name(result.choice, result.edition, result.area, region)
    return (when(result.settings[0].latest), f"beside {name}" if compared else "", vintage(result.choice))


def _one(setting: Setting, result: Settings) -> str:
    value = with_unit(setting.latest.value, result.indicator)
    return f"{label(setting.breakdown)} {value} ({n_of_n(setting.latest)})"


def _why(result: Settings) -> str:
    return and_(list(dict.fromkeys(reason(s.latest.status) for s in result.settings if s.latest.value is None)))
