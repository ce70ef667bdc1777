"""Where the figures of a change, and of where children live, come from: the releases named once, in one line."""

from collections.abc import Mapping

from data.manifest import Manifest
from metrics.catalogue import Indicator
from metrics.change import Change
from metrics.cited import EARLIER, source_line
from metrics.movements import Movements
from metrics.results import Fact, Kind
from metrics.settings import Settings

Entries = Mapping[str, Indicator]


def change(result: Change, entries: Entries, manifest: Manifest) -> str:
    """The source line under the steps of a change. `entries` are the indicators by id."""
    flows = [f for year in result.years for f in (year.started, year.ceased) if f is not None]
    beside = [*(result.unaccompanied_facts or ()), *(result.rates or ())]
    facts = [result.first, result.last, *flows, *beside]
    return source_line(manifest, [(entries[f.indicator], f) for f in facts], result.choice.known_on)


def movements(result: Movements, manifest: Manifest) -> str:
    """The source line under the flows of all years: the newest release, and a word on the earlier ones."""
    newest = result.years[-1] if result.years else None
    shown = [(result.came, newest.started), (result.left, newest.ceased), (result.stock, newest.end)] if newest else []
    said = source_line(manifest, shown, result.choice.known_on)
    facts = [f for year in result.years for f in (year.started, year.ceased)]
    return f"{said} {EARLIER}" if said and _several(facts) else said


def settings(result: Settings, manifest: Manifest) -> str:
    """The source line under where children live: the release of the latest period, the list of neighbours where they are used."""
    compared = result.choice.kind is Kind.NEIGHBOURS and any(s.benchmark.of for s in result.settings)
    latest = [(result.indicator, s.latest) for s in result.settings]
    said = source_line(manifest, latest, result.choice.known_on, result.edition if compared else "")
    return f"{said} {EARLIER}" if said and _several([f for s in result.settings for f in s.history]) else said


def _several(facts: list[Fact | None]) -> bool:
    return len({f.release for f in facts if f is not None and f.release}) > 1
