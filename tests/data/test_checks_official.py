"""The full published files raise no alarm: no failure, and only warnings that can be explained one by one."""

import pytest

from data.findings import Finding, Outcome
from data.rehearse import check
from tests.official import official

OFFICIAL = official()
EXPLAINED = {
    # file: why it is taken with a warning
    "cla-2023/la_children_who_ceased_during_the_year_sgo_adoption.csv": "guardianship to carers is told in fewer labels",
    "cla-2023/la_cla_placement_stability.csv": "placements over two years were published for the first time",
    "stability-2024/la_cla_school_moves.csv": "children looked after for two years were published for the first time",
    "cla-2025/la_children_who_ceased_during_the_year.csv": "the rebuilt table has unaccompanied children too",
    "cla-2025/la_children_who_started_to_be_looked_after_during_the_year.csv": "the rebuilt table has unaccompanied children too",
    "lait-extract/lait_extract_2026-04-08.csv": "child poverty the year before an authority began, foster places after one ended",
}


@pytest.fixture(scope="module")
def findings() -> list[Finding]:
    """What the checks say of all files, each beside the release before it."""
    return check([OFFICIAL], published=None, say=lambda line: None)


def test_no_check_fails_on_a_file_as_it_was_published(findings: list[Finding]) -> None:
    assert [f.sentence() for f in findings if f.outcome is Outcome.FAIL] == []


def test_every_warning_is_explained(findings: list[Finding]) -> None:
    warned = [f for f in findings if f.outcome is Outcome.WARNING]
    assert {f.where.split(", row")[0] for f in warned} == set(EXPLAINED)
    told = {"vanished": ("are new since", "are gone since"), "in_force": ("did not exist then",)}
    assert all(any(words in f.message for words in told[f.check]) for f in warned)
