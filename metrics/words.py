"""Every result in plain English, from fixed templates: the same sentence is the heading, the chart's alt text and the caption.

The templates live in metrics/wording, a file for each kind of result. Better and worse are said by verdicts only, which rest on
the methods; everything else says higher, lower or the same.
"""

from metrics.phrases import dated, when
from metrics.wording import attention, compared, costs, explained, gaps, ring, robustness, verdict_changes, verdicts
from metrics.wording.naming import (
    COUNTS,
    ELSEWHERE,
    NOT_NATIONAL,
    benchmark_name,
    comparable,
    principle_title,
    principle_words,
    vintage,
)
from metrics.wording.neighbours import neighbours_finding, neighbours_sentence
from metrics.wording.places import against, against_benchmark, change, change_between, finding
from metrics.wording.scorecards import opening_finding, scorecard_finding, scorecard_sentence
from metrics.wording.trends import trend_finding, trend_sentence

__all__ = [
    "COUNTS", "ELSEWHERE", "NOT_NATIONAL", "against", "against_benchmark", "attention", "benchmark_name", "change",
    "change_between", "comparable", "compared", "costs", "dated", "explained", "finding", "gaps", "neighbours_finding",
    "neighbours_sentence", "opening_finding", "principle_title", "principle_words", "ring", "robustness", "scorecard_finding",
    "scorecard_sentence", "trend_finding", "trend_sentence", "verdict_changes", "verdicts", "vintage", "when",
]  # fmt: skip
