"""All authorities as CSV: every figure in full precision, with its interval, its verdict beside England and where it stands."""

from data.manifest import Manifest
from metrics import words
from metrics.asking import ENGLAND
from metrics.downloads import Line, as_csv, fact_line
from metrics.everywhere import Authority, Everywhere

EXTRA = (
    "region", "group", "interval_lower", "interval_upper", "beside_england", "outside_chance_limits", "outside_wide_limits",
    "quartile_band",
)  # fmt: skip


def everywhere(result: Everywhere, manifest: Manifest) -> str:
    """CSV of all authorities shown: one row each, by name, then those of one's own choice
    from elsewhere, the region where one was chosen, and England.

    `quartile_band` is the quarter (A to D) of the Local Authority Interactive Tool, over all authorities of England.
    """
    lines = [_authority(result, one) for one in (*result.authorities, *result.guests)]
    if result.region:
        lines.append(fact_line(result.indicator, result.region, "region", result.within))
    if result.england:
        lines.append(fact_line(result.indicator, result.england, "england"))
    edition = result.edition if any(one.position for one in result.authorities) else ""
    return as_csv(lines, [result.indicator], manifest, result.choice, edition, EXTRA)


def _authority(result: Everywhere, one: Authority) -> Line:
    own = result.own is not None and one.area.code == result.own.area.code
    line = fact_line(result.indicator, one.fact, "own" if own else "neighbour" if one.position else "authority", one.area)
    interval, known = one.row.verdict.interval, one.fact.value is not None
    line |= {"region": one.region.short_name if one.region else "", "group": "chosen" if one.chosen else ""}
    line |= {"interval_lower": interval.lower if interval else None, "interval_upper": interval.upper if interval else None}
    if known and words.comparable(result.indicator):
        line |= {"beside_england": one.row.verdict.level.value, "quartile_band": one.band or ""}
    return line | (_limits(result, one.area.code) if known else {})


def _limits(result: Everywhere, code: str) -> Line:
    found = result.funnel
    if found is None or code == ENGLAND:
        return {}
    wide = "below" if code in found.low else "above" if code in found.high else "no"
    return {"outside_chance_limits": "yes" if code in found.chance else "no", "outside_wide_limits": wide}
