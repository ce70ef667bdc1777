"""Whether a figure is fresh: of the newest release that was out on the known-on day, and not of a period long before it."""

from datetime import date

from data.manifest import Manifest
from metrics.known_on import KnownOn
from metrics.results import Fact
from metrics.rows import ends_on

MONTHS = 18


class Freshness:
    """The newest release of each publication (a title under which tables come out) that a snapshot held on a day."""

    def __init__(self, manifest: Manifest, known_on: KnownOn) -> None:
        out = sorted((f for f in manifest.source_files if f.published_on <= known_on.day), key=lambda f: f.published_on)
        self._title = {f.release: f.title for f in out}
        self._newest = {f.title: (f.release, f.published_on) for f in out}

    def of(self, fact: Fact) -> bool:
        """True for a fact of its publication's newest release, of a period that ended within 18 months before that release. The
        day on which somebody looks plays no part."""
        title = self._title.get(fact.release)
        if title is None:
            return False
        release, day = self._newest[title]
        return fact.release == release and ends_on(fact) >= months_before(day, MONTHS)


def months_before(day: date, months: int) -> date:
    """The same day so many months earlier; the 28th at the latest, so that every month has it."""
    whole = day.year * 12 + day.month - 1 - months
    return date(whole // 12, whole % 12 + 1, min(day.day, 28))
