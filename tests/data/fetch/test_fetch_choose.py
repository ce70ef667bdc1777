"""Publications and data sets are found by their titles, however spelt, and later by their ids, whatever they are called."""

from pathlib import Path

import pytest

from data.errors import BadInput
from data.fetch.choose import fits, plain
from data.fetch.titles import TITLES, wanted
from tests.data.drawn import NEW, OLD, TITLE, table_csv
from tests.data.fetch.conftest import RATES, SOURCE
from tests.data.fetch.fetching import Heard, fetched
from tests.data.fetch.server import Service, _id

OTHER = "Children in need"


def only(service: Service, into: Path) -> str:
    """The one sentence that a run for our source ends with."""
    ((_, sentence),) = fetched(into, service.url, sources=[SOURCE]).failed
    return sentence


@pytest.mark.parametrize(
    ("title", "pattern"),
    [
        ("CLA numbers and rates – per 10,000  children", "cla NUMBERS & rates: per 10,000 children"),
        ("Children’s social work workforce", "Children's social-work workforce"),
        ("1. Indicators (in post, starters)", "*Indicators*in post*"),
        ("LA - Key Stage 4 (KS4) - API", "LA - Key Stage 4 (KS4)*"),
        ("LA - Key Stage 4 (KS4)", "LA - Key Stage 4 (KS4)*"),
        ("Montréal (a.b)", "Montreal a b"),
    ],
)
def test_a_title_is_known_whatever_its_case_and_punctuation(title: str, pattern: str) -> None:
    assert fits(title, pattern)


@pytest.mark.parametrize(
    ("title", "pattern"),
    [
        ("CLA numbers and rates", "CLA numbers"),
        ("CLA on 31 March by characteristics - NATIONAL", "CLA on 31 March by characteristics - LA"),
        ("Care leavers (now 22-25 years) - activity - by local authority", "Care leavers*17*21*activity*by local authority"),
        ("a.c", "abc"),
    ],
)
def test_another_title_is_not_taken_for_it(title: str, pattern: str) -> None:
    assert not fits(title, pattern)


def test_titles_are_compared_without_what_differs_by_accident() -> None:
    assert plain("  Outcomes — for CHILDREN’S homes_& more! ") == "outcomes for childrens homes and more"


def test_a_title_spelt_otherwise_is_found(service: Service, into: Path) -> None:
    service.publications[0]["title"] = "children looked after in england, including Adoptions"
    service.data_sets[_id(TITLE)][0]["title"] = "CLA Numbers & Rates per 10,000 children aged under 18 years — by Local Authority"
    assert len(fetched(into, service.url).new) == 1


def test_an_earlier_pattern_outranks_a_later_one(service: Service, into: Path) -> None:
    service.publish(TITLE, "CLA number and rate per 10,000 children - by region", table_csv(NEW))
    (new,) = fetched(into, service.url).new
    assert new.data_set_id == _id(RATES)


def test_two_data_sets_of_one_title_are_listed_and_neither_is_taken(service: Service, into: Path) -> None:
    twin = {"id": "11111111-1111", "title": RATES.upper(), "status": "Published", "supersedingDataSetId": None}
    service.data_sets[_id(TITLE)].append(twin)
    sentence = only(service, into)
    assert f'data set "{RATES}" in "{TITLE}": 2 have this title: ' in sentence
    assert f'"{RATES}" ({_id(RATES)})' in sentence and f'"{RATES.upper()}" (11111111-1111)' in sentence
    assert sentence.endswith("Say which in data/reference/ees_titles.toml.")
    assert service.asked_for("csv") == []


def test_two_publications_of_one_title_are_listed_and_neither_is_taken(service: Service, into: Path) -> None:
    service.publications.append({"id": "2222", "title": f"{TITLE}.", "slug": "x"})
    assert f'publication "{TITLE}": 2 have this title: "{TITLE}" ({_id(TITLE)}); "{TITLE}." (2222).' in only(service, into)


def test_an_ambiguous_title_is_a_failure_even_unasked(service: Service, into: Path) -> None:
    service.publications.append({"id": "2222", "title": TITLE, "slug": "x"})
    came = fetched(into, service.url)
    assert SOURCE in [id_ for id_, _ in came.failed]


def test_an_unknown_data_set_is_named_with_the_nearest(service: Service, into: Path) -> None:
    near = "CLA figures and rates per 10,000 children aged under 18 - by local authority"
    service.data_sets[_id(TITLE)][0]["title"] = near
    sentence = only(service, into)
    assert sentence == f'The service offers no data set "{RATES}" in "{TITLE}". The nearest data set is "{near}".'


def test_an_unknown_publication_is_named_with_the_nearest(service: Service, into: Path) -> None:
    service.publications[0]["title"] = "Looked after children in England, with adoptions"
    sentence = only(service, into)
    assert sentence == (
        f'The service offers no publication "{TITLE}". '
        'The nearest publication is "Looked after children in England, with adoptions".'
    )


def test_where_nothing_is_near_what_is_offered_is_listed(service: Service, into: Path) -> None:
    for number in range(8):
        service.publish(f"Apprenticeships {number}", "x", "a\n1\n")
    del service.publications[0]
    assert only(service, into).endswith(
        "It offers: Apprenticeships 0; Apprenticeships 1; Apprenticeships 2; Apprenticeships 3; Apprenticeships 4; "
        "Apprenticeships 5 and 2 more."
    )


def test_where_nothing_is_offered_that_is_said(service: Service, into: Path) -> None:
    service.publications.clear()
    assert only(service, into) == f'The service offers no publication "{TITLE}". It offers none at all.'


def test_what_is_not_offered_is_a_note_unless_it_was_asked_for(service: Service, into: Path) -> None:
    heard = Heard()
    came = fetched(into, service.url, heard)
    assert came.failed == ()
    assert {id_ for id_, _ in came.not_offered} == {w.source.id for w in wanted()} - {SOURCE}
    assert any(line.startswith("workforce: The service offers no publication") for line in heard.lines)
    asked = fetched(into, service.url, sources=["workforce", SOURCE])
    assert ([id_ for id_, _ in asked.failed], asked.not_offered) == (["workforce"], ())


def test_a_service_that_offers_nothing_of_ours_has_failed(service: Service, into: Path) -> None:
    service.publications.clear()
    came = fetched(into, service.url)
    assert (len(came.failed), came.not_offered) == (len(wanted()), ())


def test_publications_are_searched_for_and_then_looked_through_page_by_page(service: Service, into: Path) -> None:
    service.search_finds = False
    for number in range(95):
        service.publications.insert(0, {"id": f"p{number}", "title": f"Apprenticeships {number}", "slug": "a"})
    assert len(fetched(into, service.url, sources=[SOURCE]).new) == 1
    asked = [(a.query.get("search"), a.query["page"]) for a in service.asked_for("publications")]
    assert asked == [(TITLE, "1"), (None, "1"), (None, "2"), (None, "3")]


def test_data_sets_are_looked_through_page_by_page(service: Service, into: Path) -> None:
    more = [{"id": f"d{n}", "title": f"Table {n}", "status": "Published"} for n in range(45)]
    service.data_sets[_id(TITLE)] = more + service.data_sets[_id(TITLE)]
    assert len(fetched(into, service.url, sources=[SOURCE]).new) == 1
    assert [a.query["page"] for a in service.asked_for("data-sets")] == ["1", "2", "3"]


def test_the_second_run_goes_by_the_ids(service: Service, into: Path) -> None:
    fetched(into, service.url, sources=[SOURCE])
    service.asked.clear()
    fetched(into, service.url, sources=[SOURCE])
    assert [a.route for a in service.asked] == ["publication", "data-set", "versions"]


def test_a_renamed_publication_and_data_set_are_still_known(service: Service, into: Path) -> None:
    fetched(into, service.url, sources=[SOURCE])
    service.publications[0]["title"] = "Children in care in England"
    service.data_sets[_id(TITLE)][0]["title"] = "Rates of children in care"
    service.publish(TITLE, RATES, table_csv(NEW), "1.1", "2025-11-26", "2025")
    heard = Heard()
    (new,) = fetched(into, service.url, heard, sources=[SOURCE]).new
    assert new.version == "1.1"
    assert f'"{TITLE}" is now called "Children in care in England".' in heard.lines
    assert f'"{RATES}" is now called "Rates of children in care".' in heard.lines
    assert ",Children in care in England,2025,2025-11-26,yes" in (into / "releases.csv").read_text()
    again = Heard()
    fetched(into, service.url, again, sources=[SOURCE])
    assert "now called" not in again.text


def test_an_id_that_is_gone_is_looked_up_by_title_again(service: Service, into: Path) -> None:
    fetched(into, service.url, sources=[SOURCE])
    service.data_sets[_id(TITLE)][0]["id"] = "33333333-3333"
    service.versions["33333333-3333"] = service.versions[_id(RATES)]
    service.files["33333333-3333", "1.0"] = table_csv(OLD).encode()
    heard = Heard()
    came = fetched(into, service.url, heard, sources=[SOURCE])
    assert f'The data set "{RATES}" is not known any longer by the id it had; looking for its title.' in heard.lines
    assert [h.data_set_id for h in came.new] == ["33333333-3333"]


def test_a_publication_whose_id_is_gone_is_looked_up_by_title_again(service: Service, into: Path) -> None:
    fetched(into, service.url, sources=[SOURCE])
    service.data_sets["4444"] = service.data_sets.pop(_id(TITLE))
    service.publications[0]["id"] = "4444"
    heard = Heard()
    assert fetched(into, service.url, heard, sources=[SOURCE]).unchanged == (SOURCE,)
    assert f'The publication "{TITLE}" is not known any longer by the id it had; looking for its title.' in heard.lines


def test_a_discontinued_data_set_leads_to_the_one_that_took_its_place(service: Service, into: Path) -> None:
    fetched(into, service.url, sources=[SOURCE])
    later = service.publish(TITLE, "Rates, new method", table_csv(NEW), "1.0", "2025-11-26", "2025")
    service.data_sets[_id(TITLE)][0] |= {"status": "Deprecated", "supersedingDataSetId": later}
    heard = Heard()
    (new,) = fetched(into, service.url, heard, sources=[SOURCE]).new
    assert new.data_set_id == later
    assert f'"{RATES}" is discontinued; "Rates, new method" takes its place.' in heard.lines


def test_a_discontinued_data_set_does_not_make_its_successor_ambiguous(service: Service, into: Path) -> None:
    twin = {"id": "55555555-5555", "title": RATES, "status": "Published", "supersedingDataSetId": None}
    service.data_sets[_id(TITLE)][0] |= {"status": "Deprecated", "supersedingDataSetId": "55555555-5555"}
    service.data_sets[_id(TITLE)].append(twin)
    service.versions["55555555-5555"] = service.versions[_id(RATES)]
    service.files["55555555-5555", "1.0"] = table_csv(OLD).encode()
    (new,) = fetched(into, service.url, sources=[SOURCE]).new
    assert new.data_set_id == "55555555-5555"


def test_data_sets_that_name_each_other_as_successors_end(service: Service, into: Path) -> None:
    later = service.publish(TITLE, "Rates, new method", table_csv(NEW), "1.0", "2025-11-26", "2025")
    first, second = service.data_sets[_id(TITLE)]
    first["supersedingDataSetId"], second["supersedingDataSetId"] = later, first["id"]
    assert len(fetched(into, service.url, sources=[SOURCE]).new) == 1


def test_a_withdrawn_data_set_is_said(service: Service, into: Path) -> None:
    service.data_sets[_id(TITLE)][0]["status"] = "Withdrawn"
    assert only(service, into) == f'The data set "{RATES}" was withdrawn by its publisher (Withdrawn).'


def test_every_entry_of_the_titles_is_a_source_and_its_file_can_be_named() -> None:
    from data.describe import source_of, sources
    from data.fetch.place import place
    from data.fetch.shapes import Publication, Version

    version = Version("1.0", "Published", None, 1, "Reporting year 2025", "2025", "2017", "2025")
    for entry in wanted():
        path = place(Publication("1", "t", "slug"), version, entry.source)
        found = source_of(path.name, sources())
        assert found is not None and found.id == entry.source.id
        assert "*" not in path.name


def test_no_title_of_the_file_leads_to_two_sources() -> None:
    entries = wanted()
    for entry in entries:
        for other in entries:
            if other is not entry and other.publication == entry.publication:
                assert not any(fits(t.replace("*", " "), p) for t in entry.data_sets for p in other.data_sets), other.source.id


BAD_TITLES = {
    'workforces]\npublication = "a"': "no source of this name is described in data/sources. Did you mean",
    'workforce]\npublication = "a"': "expected exactly these keys: publisher, publication, data_sets.",
    'workforce]\npublisher = "a"\npublication = ""\ndata_sets = ["x"]': "publication must be a title, and not empty.",
    'workforce]\npublisher = "a"\npublication = "b"\ndata_sets = "x"': "data_sets must be a list of titles, and not empty.",
    'workforce]\npublisher = "a"\npublication = "b"\ndata_sets = ["*"]': "data_sets must be a list of titles with words in them.",
    "workforce": "this is not valid TOML",
}


@pytest.mark.parametrize("entry", BAD_TITLES)
def test_a_file_of_titles_that_does_not_hold_together_is_said(tmp_path: Path, entry: str) -> None:
    path = tmp_path / TITLES.name
    path.write_text(f"[{entry}\n")
    with pytest.raises(BadInput) as raised:
        wanted(file=path)
    assert str(raised.value).startswith(TITLES.name) and BAD_TITLES[entry] in str(raised.value)


def test_publications_that_are_not_ours_are_left_alone(service: Service, into: Path) -> None:
    service.publish(OTHER, "Something else", "a\n1\n")
    assert [h.source for h in fetched(into, service.url).new] == [SOURCE]
