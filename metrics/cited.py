"""Where figures come from, said in one line: publisher, release, day of publication, licence."""

from collections.abc import Iterable
from datetime import date

from data.manifest import Manifest, SourceFile
from metrics import words
from metrics.catalogue import Indicator
from metrics.known_on import KnownOn
from metrics.results import Choice, Fact, Kind, Neighbours, Scorecard, Trend

EARLIER = "Figures of earlier years come from earlier releases; the download names the release of each."


def trend(result: Trend, manifest: Manifest) -> str:
    """The source line under a trend: the release of the newest figures, and a word on the earlier ones."""
    lines = [line for line in (result.own, result.england) if line.facts]
    newest = [(result.indicator, line.facts[-1]) for line in lines]
    edition = _edition(result.choice, result.edition, [result.indicator], bool(result.neighbours))
    said = source_line(manifest, newest, result.choice.known_on, edition)
    releases = {f.release for f in result.own.facts if f.release}
    return f"{said} {EARLIER}" if len(releases) > 1 else said


def neighbours(result: Neighbours, manifest: Manifest) -> str:
    """The source line under a comparison in one period."""
    facts = [result.own, *(n.fact for n in result.neighbours if n.fact.release)]
    edition = _edition(result.choice, result.edition, [result.indicator], bool(result.neighbours))
    return source_line(manifest, [(result.indicator, f) for f in facts], result.choice.known_on, edition)


def scorecard(card: Scorecard, manifest: Manifest) -> str:
    """The source line under a scorecard: the releases of every latest figure."""
    rows = [row for row in card.rows if row.latest]
    listed = any(row.benchmark and row.benchmark.of for row in rows)
    edition = _edition(card.choice, card.edition, [row.indicator for row in rows], listed)
    return source_line(manifest, [(row.indicator, row.latest) for row in rows], card.choice.known_on, edition)


def _edition(choice: Choice, edition: str, indicators: Iterable[Indicator], listed: bool) -> str:
    """The edition to name: only where figures are set beside the neighbours."""
    compared = listed and choice.kind is Kind.NEIGHBOURS and any(words.comparable(i) for i in indicators)
    return edition if compared else ""


def source_line(manifest: Manifest, shown: Iterable[tuple[Indicator, Fact | None]], known_on: KnownOn, edition: str = "") -> str:
    """Every release that the facts shown come from, named once; '' without any.

    With an `edition`, the list of statistical neighbours is named too.
    """
    files: list[SourceFile] = []
    for indicator, fact in shown:
        if fact is not None:
            files += _of_fact(manifest, indicator, fact, known_on)
    if files and edition:
        files += [f for f in manifest.source_files if f.source == f"neighbours_{edition}"][-1:]
    if not files:
        return ""
    cited = list(dict.fromkeys(f"{f.publisher}, {f.release}, published {published(f)}" for f in files))
    lead = "Source" if len(cited) == 1 else "Sources"
    licences = "; ".join(dict.fromkeys(f.licence for f in files))
    return f"{lead}: {'; '.join(cited)}. {licences}."


def source_file(manifest: Manifest, indicator: Indicator, release: str) -> SourceFile | None:
    """The published file of an indicator's own source in one release, or None."""
    return next((f for f in manifest.source_files if f.source == indicator.source and f.release == release), None)


def published(file: SourceFile) -> str:
    """The day of publication: '26 November 2025', or 'about July 2025' where only the month is certain."""
    return _day(file.published_on) if file.day_certain else f"about {file.published_on:%B %Y}"


def _of_fact(manifest: Manifest, indicator: Indicator, fact: Fact, known_on: KnownOn) -> list[SourceFile]:
    own = source_file(manifest, indicator, fact.release)
    one = indicator.slice(fact.breakdown)
    others = {part.source for part in (one.numerator, one.denominator, one.value) if part} - {indicator.source}
    found = [own] if own else []
    for source in sorted(others):
        known = [f for f in manifest.source_files if f.source == source and f.published_on <= known_on.day]
        found += sorted(known, key=lambda f: f.published_on)[-1:]
    return found


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
