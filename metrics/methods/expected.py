"""What would be expected of the children an authority has, and of how deprived it is (M20).

The published files lack the inputs (children by group, and IDACI, the share of children in low-income households), so no page
shows these; they wait for a council that holds its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, fsum, log, sqrt
from statistics import fmean

from metrics.methods.intervals import Z95, Interval, poisson_count
from metrics.methods.refuse import unless_counts, unless_finite, unless_positive


@dataclass(frozen=True)
class LogLine:
    """ln(rate) = a + b x IDACI over `n` authorities; `residual` is the standard deviation around the line, in logs."""

    a: float
    b: float
    r_squared: float
    residual: float
    n: int

    def band(self, idaci: float, z: float = Z95) -> Interval:
        """The rate at an IDACI, between the limits that about 95% of authorities keep to: exp(line +- z x residual)."""
        on_line = log(rate_at(self.a, self.b, idaci))
        return Interval(exp(on_line), exp(on_line - z * self.residual), exp(on_line + z * self.residual))


def expected(groups: Sequence[tuple[float, float]]) -> float:
    """The children expected if each group had the national rate: sum of n_g x r_g, from (children, national rate 0 to 1).

    Source: indirect standardisation. Raises ValueError of a negative number, or a rate above 1.
    """
    for n, r in groups:
        unless_counts(n=n, r=r)
        if r > 1:
            raise ValueError(f"A rate of {r:g} is not a share: expected 0 to 1.")
    return fsum(n * r for n, r in groups)


def observed_to_expected(observed: float, groups: Sequence[tuple[float, float]], z: float = Z95) -> Interval:
    """Observed / expected with its interval: the limits of the observed count (Byar from 10, exact below) over the expected.

    No unit; 1 is as expected. Source: indirect standardisation; APHO Technical Briefing 3 for the limits. Raises ValueError
    where nobody is expected, and as `expected` does.
    """
    unless_counts(observed=observed)
    among = expected(groups)
    unless_positive(expected=among)
    count = poisson_count(observed, z)
    return Interval(observed / among, count.lower / among, count.upper / among)


def adjusted(ratio: Interval, national: float) -> Interval:
    """The indirectly standardised figure: ratio x the national one, in its unit (1.228 x 10% is 12.3%)."""
    unless_counts(national=national)
    return Interval(ratio.value * national, ratio.lower * national, ratio.upper * national)


def rate_at(a: float, b: float, idaci: float) -> float:
    """The rate on the line at an IDACI (0 to 1), in the unit it was fitted in: exp(a + b x IDACI)."""
    unless_finite(a=a, b=b)
    if not 0 <= idaci <= 1:
        raise ValueError(f"An IDACI of {idaci:g} is not a share: expected 0 to 1.")
    return exp(a + b * idaci)


def log_line(idaci: Sequence[float], rates: Sequence[float]) -> LogLine:
    """The line of ln(rate) on IDACI by least squares over authorities, with R^2 (1 where all rates are one) and the
    spread around it, sqrt(SSE / (n - 2)).

    Source: ordinary least squares. It describes, it does not explain. Raises ValueError of fewer than three authorities, lists
    of different length, a rate that is not above zero, or one IDACI for all.
    """
    if len(idaci) != len(rates) or len(rates) < 3:
        raise ValueError(f"{len(idaci)} IDACI with {len(rates)} rates: expected as many of each, three at least.")
    for x, rate in zip(idaci, rates, strict=True):
        unless_finite(idaci=x)
        unless_positive(rate=rate)
    if len(set(idaci)) == 1:
        raise ValueError("All authorities have one IDACI: expected some that differ, for a line to have a slope.")
    logs = [log(rate) for rate in rates]
    mx, my = fmean(idaci), fmean(logs)
    sxx = fsum((x - mx) ** 2 for x in idaci)
    syy = fsum((y - my) ** 2 for y in logs)
    b = fsum((x - mx) * (y - my) for x, y in zip(idaci, logs, strict=True)) / sxx
    a = my - b * mx
    errors = fsum((y - a - b * x) ** 2 for x, y in zip(idaci, logs, strict=True))
    return LogLine(a, b, 1 - errors / syy if len(set(rates)) > 1 else 1.0, sqrt(errors / (len(rates) - 2)), len(rates))
