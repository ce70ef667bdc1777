"""The commands that judge, through the real command line: sentences or JSON on stdout, errors as one sentence on stderr."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from data.command import as_command
from data.store import VARIABLE, Store
from metrics import attention, change, comparison, costs, gaps, ring, robust, words
from metrics.__main__ import app
from metrics.ask import Ask
from metrics.verdict_changes import verdict_changes
from tests.metrics.peers import TEN, beside, over_years, shares
from tests.metrics.test_command import Answer
from tests.metrics.worlds import World, entries, figures, inspected, publish, rates

STABLE, RATE, STARTED, CEASED = "same_placement_2_years", "children_looked_after_rate", "children_started", "children_ceased"
KS2, PUPILS = "key_stage_2_expected", "key_stage_2_expected_all_pupils"
FOSTER, CARE = "weekly_cost_of_foster_care", "weekly_cost_of_care"
CARD = entries(STABLE, RATE, STARTED, CEASED, KS2, PUPILS, FOSTER, CARE)
NEIGHBOURS = "\n".join(f"{name} | 2025 | 2025-11-26 | 100 | 10,000" for name in TEN)
STOCK = "Rutland | 2024 | 2025-11-26 | 387 | 34,000\n Rutland | 2025 | 2025-11-26 | {} | 34,000"
ABOUT = ("--area", "Rutland")
ON_STABLE = ("--indicator", STABLE, *ABOUT)
INSPECTED = """
    list   | published_on | area | inspected_on | reported_on | overall     | children_in_care | care_leavers
    latest | 2025-07-10   | Kent | 2025-01-13   | 2025-03-03  | Outstanding | Outstanding      | Good
"""


def plain(id_: str, cells: str, columns: str) -> World:
    """Figures of an entry for Rutland and others, drawn without a header."""
    return figures(CARD[id_], f"area | period | released | {columns}\n{cells}")


def world(number: int) -> World:
    """Rutland, with so many children looked after, among ten neighbours; it is less settled than they are."""
    settled = shares(CARD[STABLE], {**dict.fromkeys(TEN, "270 of 300"), "Rutland": "150 of 300"})
    kent = over_years(CARD[STABLE], "Kent", ("120 of 300", "140 of 300", "165 of 300", "190 of 300"))
    flows = plain(STARTED, "Rutland | 2025 | 2025-11-26 | 68", "numerator")
    flows += plain(CEASED, "Rutland | 2025 | 2025-11-26 | 111", "numerator")
    schools = plain(KS2, "Rutland | 2024/25 | 2026-03-26 | 10 | 40", "numerator | denominator").under("Key stage 2")
    schools += plain(PUPILS, "Rutland | 2024/25 | 2026-03-26 | 60", "value").under("All pupils")
    money = plain(FOSTER, "England | 2024/25 | 2025-12-18 | 765", "value").under("Spending")
    money += plain(CARE, "England | 2024/25 | 2025-12-18 | 2,100", "value").under("Spending")
    stock = rates(f"{STOCK.format(number)}\n {NEIGHBOURS}")
    return stock + settled + kent + flows + schools + money + beside("Rutland") + inspected(INSPECTED)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with two snapshots: in the first Rutland's rate is clearly higher than its neighbours', in the second similar."""
    folder = tmp_path_factory.mktemp("judged")
    publish(world(600), folder)
    publish(world(344), folder)
    return folder


@pytest.fixture(scope="module")
def ask(store: Path) -> Any:
    """The current snapshot as the commands open it, with the whole catalogue."""
    opened = Ask(Store(store).open())
    yield opened
    opened.close()


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], store: Path) -> Callable[..., Answer]:
    monkeypatch.setenv(VARIABLE, str(store))

    def command(*typed: str) -> Answer:
        monkeypatch.setattr(sys, "argv", ["metrics", *typed])
        with pytest.raises(SystemExit) as left:
            as_command(app)
        said = capsys.readouterr()
        return Answer(int(left.value.code or 0), said.out, said.err)

    return command


def of_scorecard(ask: Ask) -> list[str]:
    card = ask.everything("Rutland")
    return [words.scorecard_finding(card), words.scorecard_sentence(card), *map(words.verdicts.verdict, card.rows)]


def of_compare(ask: Ask) -> list[str]:
    found = comparison.compare(ask, ask.neighbours(STABLE, "Rutland"))
    line, place, gap = words.robustness.line(found.robust), words.compared.place(found), words.compared.gap(found)
    return [words.verdicts.verdict(found.row), place, line, gap, CARD[STABLE].caution]


def of_robust(ask: Ask) -> list[str]:
    found = robust.robust(ask, STABLE, "Rutland")
    return [words.robustness.line(found), *words.robustness.lines(found)]


def of_ring(ask: Ask) -> list[str]:
    found = ring.ring(ask, STABLE, "Rutland")
    named = [words.ring.candidate(found, one) for one in (*found.to_ring, *found.better)]
    return [words.ring.finding(found), words.ring.sentence(found), *named]


def of_attention(ask: Ask) -> list[str]:
    found = attention.attention(ask, "Rutland")
    rows = [words.verdicts.verdict(row) for row in (*found.strengths, *found.concerns)]
    return [words.attention.finding(found), words.attention.sentence(found), *rows]


def of_explain(ask: Ask) -> list[str]:
    found = change.explain(ask, "Rutland")
    return [words.explained.finding(found), words.explained.sentence(found), words.explained.caution(), *found.notes]


def of_gaps(ask: Ask) -> list[str]:
    found = gaps.gaps(ask, KS2, "Rutland")
    return [words.gaps.finding(found), words.gaps.sentence(found)]


def of_cost(ask: Ask) -> list[str]:
    found = costs.costs(ask, "Rutland")
    return [words.costs.finding(found), words.costs.sentence(found)]


COMMANDS: dict[str, tuple[tuple[str, ...], Callable[[Ask], list[str]]]] = {
    "scorecard": (ABOUT, of_scorecard),
    "compare": (ON_STABLE, of_compare),
    "robust": (ON_STABLE, of_robust),
    "ring": (ON_STABLE, of_ring),
    "attention": (ABOUT, of_attention),
    "explain": (ABOUT, of_explain),
    "gaps": (("--indicator", KS2, *ABOUT), of_gaps),
    "cost": (ABOUT, of_cost),
}


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_prints_the_sentences_of_the_dashboard_and_nothing_else(
    run: Callable[..., Answer], ask: Ask, command: str
) -> None:
    options, said = COMMANDS[command]
    answer = run(command, *options)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.splitlines() == [line for line in said(ask) if line]
    assert len(answer.out.splitlines()) > 1


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_as_json_is_the_whole_result_with_the_same_sentences(
    run: Callable[..., Answer], ask: Ask, command: str
) -> None:
    options, said = COMMANDS[command]
    answer = run(command, *options, "--json")
    assert (answer.code, answer.err) == (0, "")
    assert answer.json["words"] == [line for line in said(ask) if line]
    assert len(answer.json) > 3


def test_figures_as_json_are_unrounded(run: Callable[..., Answer]) -> None:
    found = run("compare", "--indicator", RATE, *ABOUT, "--json").json
    assert found["neighbours"]["own"]["value"] == 344 * 10_000 / 34_000
    assert found["gap"]["gap"] == 344 - 100 * 34_000 / 10_000
    low, high = (run("cost", *ABOUT, "--json").json["range"][end] for end in ("low", "high"))
    assert (low, round(high, 6)) == (4 * 765 * 0.5 * 365 / 7, round(4 * 2_100 * 365 / 7, 6))


def test_the_commands_say_the_verdict_words_of_the_drawn_world(run: Callable[..., Answer]) -> None:
    said = run("compare", *ON_STABLE).out
    assert "Worse than its neighbours, where the median is 90% (10 of 10 had a figure): chance would rarely" in said
    assert "If our share equalled that of the neighbours, about 120 more children would be counted." in said
    assert run("explain", *ABOUT).out.splitlines()[1].startswith("387 + 68 − 111 = 344, nothing left over.")
    assert (
        "25% for children looked after and 60% for all pupils, 35.0 points apart" in run("gaps", "--indicator", KS2, *ABOUT).out
    )
    ringed = run("ring", *ON_STABLE).out
    assert "Kent" in ringed.splitlines()[0] and "Inspected on 13 January 2025, report of 3 March 2025" in ringed


def test_another_benchmark_is_taken_where_it_is_asked_for(run: Callable[..., Answer]) -> None:
    against = run("compare", *ON_STABLE, "--against", "england", "--json").json
    assert against["neighbours"]["benchmark"]["kind"] == "england"
    assert "Cannot tell: there is nothing to compare with." in " ".join(against["words"])


def test_verdict_changes_are_csv_json_or_one_line(run: Callable[..., Answer], store: Path) -> None:
    old, new = (id_ for id_ in (_other(store), Store(store).current_id()))
    expected = verdict_changes(*(Ask(Store(store).open(id_)) for id_ in (old, new)))
    assert run("verdict-changes", old, new).rows == [
        {"area_code": "E06000017", "area_name": "Rutland", "indicator": RATE, "before": "higher", "after": "similar",
         "period_before": "2025", "period_after": "2025", "value_before": str(600 * 10_000 / 34_000),
         "value_after": str(344 * 10_000 / 34_000)},
    ]  # fmt: skip
    (found,) = run("verdict-changes", old, new, "--json").json
    assert (found["area"]["name"], found["before"], found["after"]) == ("Rutland", "higher", "similar")
    line = run("verdict-changes", old, new, "--summary")
    assert (line.code, line.err, line.out) == (0, "", f"{words.verdict_changes.summary(expected)}\n")
    assert line.out == (
        "1 headline verdict changes (1 in children looked after, rate per 10,000). "
        "Rutland, children looked after, rate per 10,000: similar, was higher (2025, revised).\n"
    )
    assert run("verdict-changes", new, new, "--summary").out == "No headline verdict changes.\n"


def _other(store: Path) -> str:
    return next(id_ for id_ in Store(store).ids() if id_ != Store(store).current_id())


@pytest.mark.parametrize(
    ("typed", "code", "sentence"),
    [
        (("scorecard", "--area", "Atlantis"), 1, 'No area is called "Atlantis"'),
        (("scorecard", *ABOUT, "--principle", "8"), 3, '--principle "8" is not understood.'),
        (("scorecard",), 2, "--area"),
        (("compare", "--indicator", "same_placement_2_year", *ABOUT), 3, f'Did you mean "{STABLE}"?'),
        (("compare", *ON_STABLE, "--period", "1999"), 3, "is not held for Rutland in 1999"),
        (("compare", *ON_STABLE, "--against", "englnd"), 3, 'Did you mean "england"?'),
        (("compare", *ON_STABLE, "--how", "middle"), 3, "Use one of: median, mean, pooled."),
        (("robust", "--indicator", STARTED, *ABOUT), 3, "is a plain count"),
        (("ring", "--indicator", RATE, *ABOUT), 3, "neither good nor bad"),
        (("attention", *ABOUT, "--edition", "2019"), 3, "Held: 2025"),
        (("explain", *ABOUT, "--from", "1999"), 3, "is not published for 1999"),
        (("explain", *ABOUT, "--from", "2025", "--to", "2024"), 3, "before 31 March 2024"),
        (("gaps", "--indicator", KS2, *ABOUT, "--to", "adults"), 3, "Groups to compare with: all pupils, children in need."),
        (("cost", "--area", "Kent"), 3, "cannot be told in money: there is nothing to compare with"),
        (("verdict-changes", "a", "b"), 4, "There is no snapshot"),
        (("verdict-changes", "a", "b", "--summary", "--json"), 3, "Choose one of them."),
        (("attention", *ABOUT, "--known-on", "soon"), 3, "Use now, first or a date such as 2024-12-31"),
    ],
)
def test_what_cannot_be_judged_is_one_sentence_on_stderr_and_an_exit_code(
    run: Callable[..., Answer], typed: tuple[str, ...], code: int, sentence: str
) -> None:
    answer = run(*typed)
    assert (answer.code, answer.out) == (code, "")
    assert sentence in answer.err and "Traceback" not in answer.err


@pytest.mark.parametrize("command", COMMANDS)
def test_json_has_no_value_that_json_lacks(run: Callable[..., Answer], command: str) -> None:
    text = run(command, *COMMANDS[command][0], "--json").out
    json.loads(text, parse_constant=lambda word: pytest.fail(f"{command} prints {word}"))
