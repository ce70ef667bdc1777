"""What an entry may say beyond its figures: breaks, targets, margins, gaps, references, published elsewhere, intervals."""

from pathlib import Path

import pytest

from data.errors import BadInput
from metrics.catalogue import Break, Catalogue, GapTo, Indicator, Target, catalogue
from metrics.describe import describe_indicator, no_figures

SHARE = """
title = "Children in foster care"
plain = "Of every 100 children, how many live with foster carers."
principle = 6
better = "neither"
unit = "%"
per = 100
source = "cla_on_31_march"
numerator = { measure = "children_count", where = { characteristic = "Placement" } }
denominator = { measure = "children_count", where = { characteristic = "Placement", label = "Total" } }
breakdown = { dimension = "label", labels = ["Foster placements", "Placed for adoption"] }
questions = ["Why did it change?"]
known = { area = "E06000019", period = "2025", value = 1 }
"""
COUNT = """
title = "Children looked after"
plain = "How many children the council was looking after on 31 March."
principle = "context"
better = "neither"
unit = "children"
source = "cla_number_and_rate"
numerator = { measure = "children_count", where = { population = "on 31 March" } }
questions = ["Why did it change?"]
known = { area = "E06000019", period = "2025", numerator = 344 }
"""
ELSEWHERE = """
title = "Care leavers owed help as homeless"
plain = "How many care leavers the council owed help because they had no home."
principle = 4
better = "lower"
unit = "young people"
questions = ["Could it have been prevented?"]
elsewhere = "A ministry, Homelessness tables"
"""


def entry(folder: Path, text: str) -> Indicator:
    """The entry with this text."""
    return read(folder, wrong=text)["wrong"]


def read(folder: Path, **texts: str) -> Catalogue:
    """A catalogue of entries, each text under its id."""
    for name, text in texts.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return catalogue(folder)


def test_an_entry_that_says_nothing_of_them_has_no_breaks_target_margin_or_gaps(tmp_path: Path) -> None:
    plain = entry(tmp_path, SHARE)
    assert (plain.breaks, plain.target, plain.margin, plain.gaps) == ((), None, None, ())
    assert plain.measured and not (plain.reference or plain.local or plain.elsewhere)


def test_a_break_holds_for_the_breakdowns_that_it_names_and_for_all_without(tmp_path: Path) -> None:
    lines = (
        'breaks = [{ year = 2023, reason = "A new setting.", breakdowns = ["Placed for adoption"] }, '
        '{ year = 2020, reason = "Counted anew." }]\n'
    )
    read_ = entry(tmp_path, SHARE + lines)
    everywhere, one = Break(2020, "Counted anew."), Break(2023, "A new setting.", ("Placed for adoption",))
    assert read_.breaks == (everywhere, one)
    assert read_.breaks_of("Foster placements") == (everywhere,)
    assert read_.breaks_of("Placed for adoption") == (everywhere, one)


def test_a_target_and_a_margin_are_read_in_the_unit_of_the_indicator(tmp_path: Path) -> None:
    read_ = entry(tmp_path, SHARE + 'target = { value = 100, why = "A duty." }\nmargin = 0.5\n')
    assert (read_.target, read_.margin) == (Target(100.0, "A duty."), 0.5)


def test_a_reference_has_figures_but_is_no_row_of_its_principle(tmp_path: Path) -> None:
    entries = read(tmp_path, own=SHARE + 'gaps = [{ to = "all", indicator = "other" }]\n', other=SHARE + "reference = true\n")
    assert [e.id for e in entries.of("6")] == ["own"]
    assert [e.id for e in entries.references] == ["other"]
    assert [e.id for e in entries.measured] == list(entries) == ["own", "other"]
    assert entries["own"].gaps == (GapTo("all", "other"),)


def test_what_is_published_elsewhere_is_neither_measured_here_nor_a_local_return(tmp_path: Path) -> None:
    read_ = entry(tmp_path, ELSEWHERE)
    assert not read_.measured and not read_.local
    assert no_figures(read_) == (
        "Care leavers owed help as homeless is published elsewhere, not in this snapshot: A ministry, Homelessness tables."
    )


def test_chance_is_reckoned_by_what_the_figure_is_unless_the_entry_says_otherwise(tmp_path: Path) -> None:
    assert entry(tmp_path, SHARE).interval == "proportion"
    assert entry(tmp_path, SHARE.replace("per = 100", "per = 10000")).interval == "rate"
    assert entry(tmp_path, SHARE.replace("per = 100\n", "")).interval == "none"
    assert entry(tmp_path, COUNT).interval == "none"
    assert entry(tmp_path, SHARE + 'interval = "none"\n').interval == "none"


def test_the_description_reads_breaks_the_norm_and_gaps_aloud(tmp_path: Path) -> None:
    own = SHARE + (
        'breaks = [{ year = 2023, reason = "A new setting.", breakdowns = ["Placed for adoption"] }]\n'
        'target = { value = 100, why = "A duty." }\n'
        'gaps = [{ to = "all children", indicator = "other" }]\n'
    )
    said = describe_indicator(read(tmp_path, own=own, other=SHARE)["own"])
    assert "Norm: 100. A duty." in said
    assert "period that ends in 2023 (Placed for adoption): A new setting." in said
    assert "Set beside all children: other." in said


@pytest.mark.parametrize(
    ("mistaken", "advice"),
    [
        (SHARE + 'breaks = { year = 2023, reason = "New." }', '"breaks" must be a list'),
        (SHARE + 'breaks = [{ yaer = 2023, reason = "New." }]', 'unknown key "yaer" in "breaks". Did you mean "year"?'),
        (SHARE + "breaks = [{ year = 2023 }]", 'the key "reason" is missing in "breaks"'),
        (SHARE + 'breaks = [{ year = "2022/23", reason = "New." }]', '"year" in "breaks" must be a whole number'),
        (SHARE + 'breaks = [{ year = 2023, reason = "New.", breakdowns = ["Foster placement"] }]', '"Foster placements"'),
        (SHARE + 'breaks = ["2023"]', '"breaks" must hold tables'),
        (SHARE + "target = 100", '"target" must be a table'),
        (SHARE + "target = { value = 100 }", 'the key "why" is missing in "target"'),
        (SHARE + 'target = { value = "all", why = "A duty." }', '"value" in "target" must be a number'),
        (SHARE + 'margin = "2"', '"margin" must be a number'),
        (SHARE + "margin = 0", '"margin" must be above 0'),
        (SHARE + 'gaps = [{ to = "all", indicator = "wrongg" }]', 'Did you mean "wrong"?'),
        (SHARE + 'reference = "yes"', '"reference" must be true or false'),
        (SHARE + "reference = true\nheadline = true", '"headline" is for measures'),
        (SHARE + 'interval = "proportions"', 'Did you mean "proportion"?'),
        (COUNT + 'interval = "rate"', "needs a numerator and a denominator"),
        (SHARE + 'elsewhere = "A ministry"', '"source" has no place beside it'),
        (ELSEWHERE + 'collect = "A count."', '"collect" has no place beside it'),
        (ELSEWHERE + "headline = true", '"headline" is for measures'),
        (ELSEWHERE + "reference = true", '"reference" is for an entry with figures'),
        (ELSEWHERE.replace("elsewhere =", "elswhere ="), 'unknown key "elswhere". Did you mean "elsewhere"?'),
        (ELSEWHERE.replace('"A ministry, Homelessness tables"', '""'), '"collect"'),
    ],
)
def test_a_mistake_is_told_in_one_line_with_file_and_key(tmp_path: Path, mistaken: str, advice: str) -> None:
    with pytest.raises(BadInput) as caught:
        entry(tmp_path, mistaken)
    message = str(caught.value)
    assert message.startswith("wrong.toml: ")
    assert advice in message
    assert "\n" not in message


def test_a_gap_to_a_measure_in_another_unit_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r'own\.toml: "gaps" needs an indicator of the same unit, "%", and "other" has the unit'):
        read(tmp_path, own=SHARE + 'gaps = [{ to = "all", indicator = "other" }]\n', other=COUNT)


def test_a_gap_to_an_entry_without_figures_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match='"other" has no published figures'):
        read(tmp_path, own=SHARE + 'gaps = [{ to = "all", indicator = "other" }]\n', other=ELSEWHERE)


def test_a_breakdown_can_be_said_in_its_own_words_and_the_others_are_quoted(tmp_path: Path) -> None:
    said = 'who = "children"\ndid = "were in \\"{breakdown}\\""\n[did_of]\n"Foster placements" = "lived in foster homes"\n'
    found = entry(tmp_path, SHARE + said)
    assert found.did_as("Foster placements") == "lived in foster homes"
    assert found.did_as("Placed for adoption") == 'were in "Placed for adoption"'


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ('[did_of]\n"Foster placement" = "lived in foster homes"', "Did you mean"),
        ('[did_of]\n"Foster placements" = 3', '"did_of" must hold texts'),
        ('did_of = "lived in foster homes"', '"did_of" must be a table'),
    ],
)
def test_words_of_a_breakdown_that_are_wrong_are_told(tmp_path: Path, said: str, told: str) -> None:
    with pytest.raises(BadInput, match=told):
        entry(tmp_path, f"{SHARE}{said}\n")
