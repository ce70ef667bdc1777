"""What a run brings: new versions as new files, with all that publishing needs, and nothing twice."""

import hashlib
from datetime import date
from pathlib import Path

import pytest

from data.fetch.errors import FetchError
from data.fetch.remember import Memory
from data.releases import Listed, read_list
from tests.data.drawn import NEW, OLD, RATE, TITLE, table_csv
from tests.data.fetch.conftest import RATES, SOURCE
from tests.data.fetch.faults import instead, status
from tests.data.fetch.fetching import Heard, fetched, files, run_command
from tests.data.fetch.server import Service
from tests.data.running import data

FOLDER = "children-looked-after-in-england-including-adoptions"
FIRST = f"{FOLDER}-2024/v1.0/{RATE}"
SECOND = f"{FOLDER}-2025/v1.1/{RATE}"


def publish_second(service: Service) -> str:
    return service.publish(TITLE, RATES, table_csv(NEW), "1.1", "2025-11-26", "2025")


def test_a_release_arrives_byte_for_byte_under_the_name_that_publishing_knows(service: Service, into: Path) -> None:
    came = fetched(into, service.url)
    assert files(into) == [FIRST, "releases.csv"]
    text = table_csv(OLD).encode()
    assert (into / FIRST).read_bytes() == text
    (new,) = came.new
    assert (new.path, new.sha256, new.bytes, new.rows) == (FIRST, hashlib.sha256(text).hexdigest(), len(text), 10)
    assert (came.unchanged, came.failed) == ((), ())
    assert service.asked_for("changes") == []  # a first version has nothing to be compared with


def test_an_unpacked_file_arrives_as_well_as_a_packed_one(service: Service, into: Path) -> None:
    service.packed = False
    fetched(into, service.url)
    assert (into / FIRST).read_text() == table_csv(OLD)


def test_the_release_list_says_what_the_service_says(service: Service, into: Path) -> None:
    fetched(into, service.url)
    dfe, day = "Department for Education", date(2024, 11, 14)
    assert read_list(into / "releases.csv") == (Listed(FIRST, dfe, TITLE, "2024", day, True),)


def test_the_folder_can_be_published_as_it_is(service: Service, into: Path, tmp_path: Path) -> None:
    publish_second(service)
    fetched(into, service.url, everything=True)
    ran = data("publish", into, "--store", tmp_path / "store")
    assert ran.code == 0, ran.err
    shown = data("show", ran.id, "--store", tmp_path / "store").out
    assert "published 14 November 2024" in shown and "published 26 November 2025" in shown
    assert hashlib.sha256(table_csv(NEW).encode()).hexdigest() in shown


def test_the_first_run_takes_the_newest_version_alone(service: Service, into: Path) -> None:
    publish_second(service)
    fetched(into, service.url)
    assert files(into) == [SECOND, "releases.csv"]
    assert fetched(into, service.url).new == ()


def test_all_takes_every_version(service: Service, into: Path) -> None:
    publish_second(service)
    assert [h.path for h in fetched(into, service.url, everything=True).new] == [FIRST, SECOND]


def test_a_second_run_brings_nothing_and_touches_nothing(service: Service, into: Path) -> None:
    fetched(into, service.url)
    before = {p: (into / p).stat().st_mtime_ns for p in [*files(into), "fetched.toml"]}
    heard = Heard()
    came = fetched(into, service.url, heard)
    assert (came.new, came.unchanged) == ((), (SOURCE,))
    assert f"{SOURCE}: nothing new." in heard.lines
    assert {p: (into / p).stat().st_mtime_ns for p in before} == before
    assert len(service.asked_for("csv")) == 1


def test_a_later_version_comes_beside_the_earlier_one(service: Service, into: Path) -> None:
    fetched(into, service.url)
    publish_second(service)
    assert [h.path for h in fetched(into, service.url).new] == [SECOND]
    assert [(row.path, row.reporting_year) for row in read_list(into / "releases.csv")] == [(FIRST, "2024"), (SECOND, "2025")]


def test_of_two_versions_of_one_day_the_last_one_counts(service: Service, into: Path) -> None:
    service.publish(TITLE, RATES, table_csv(NEW), "1.0.1", "2024-11-14", "2024")
    assert [h.version for h in fetched(into, service.url, everything=True).new] == ["1.0.1"]


def test_versions_are_ordered_as_numbers(service: Service, into: Path) -> None:
    for number, day in (("1.2", "2025-11-02"), ("1.10", "2025-11-09"), ("1.9", "2025-11-09")):
        service.publish(TITLE, RATES, table_csv(NEW) + "\n" * int(number[2:]), number, day, "2025")
    assert [h.version for h in fetched(into, service.url).new] == ["1.10"]
    assert [h.version for h in fetched(into, service.url, everything=True).new] == ["1.0", "1.2"]


@pytest.mark.parametrize("state", ["Withdrawn", "Draft"])
def test_a_version_that_is_not_published_is_passed_over(service: Service, into: Path, state: str) -> None:
    id_ = publish_second(service)
    service.versions[id_][0] |= {"status": state, "published": None if state == "Draft" else "2025-11-26T09:30:00Z"}
    assert [h.version for h in fetched(into, service.url).new] == ["1.0"]


def test_a_file_that_was_deleted_comes_again(service: Service, into: Path) -> None:
    fetched(into, service.url)
    (into / FIRST).unlink()
    assert [h.path for h in fetched(into, service.url).new] == [FIRST]
    assert len(read_list(into / "releases.csv")) == 1
    assert len(Memory(into, service.url).files) == 1


def test_a_file_that_lost_its_end_after_it_came_is_said(service: Service, into: Path) -> None:
    fetched(into, service.url)
    (into / FIRST).write_bytes((into / FIRST).read_bytes()[:-100])
    ((_, sentence),) = fetched(into, service.url).failed
    assert f"{FIRST} is there with other contents, and is not overwritten. Move it away and try again." in sentence


def test_a_file_that_is_there_but_not_remembered_is_recognised(service: Service, into: Path) -> None:
    fetched(into, service.url)
    (into / "fetched.toml").unlink()
    assert [h.path for h in fetched(into, service.url).new] == [FIRST]
    assert files(into) == [FIRST, "releases.csv"]


def test_a_file_with_other_contents_is_never_overwritten(service: Service, into: Path) -> None:
    (into / FIRST).parent.mkdir(parents=True)
    (into / FIRST).write_text("mine\n")
    ((_, sentence),) = fetched(into, service.url).failed
    assert "is there with other contents, and is not overwritten." in sentence
    assert (into / FIRST).read_text() == "mine\n"
    assert files(into) == [FIRST]


def test_what_a_person_wrote_into_the_release_list_is_kept(service: Service, into: Path) -> None:
    into.mkdir()
    (into / "releases.csv").write_text(
        f"path,publisher,title,reporting_year,published_on,day_certain,who\nold/,Ofsted,Outcomes,2023,2023-07-01,no,AB\n"
        f"{FIRST},Mended,by hand,2024,2024-11-15,yes,CD\n"
    )
    publish_second(service)
    fetched(into, service.url, everything=True)
    lines = (into / "releases.csv").read_text().splitlines()
    assert lines[1:3] == ["old/,Ofsted,Outcomes,2023,2023-07-01,no,AB", f"{FIRST},Mended,by hand,2024,2024-11-15,yes,CD"]
    assert lines[3:] == [f"{SECOND},Department for Education,{TITLE},2025,2025-11-26,yes,"]


def test_a_release_list_that_cannot_be_read_is_said_before_anything_is_lost(service: Service, into: Path) -> None:
    into.mkdir()
    (into / "releases.csv").write_text("nonsense\n")
    ran = run_command(into, "--url", service.url)
    assert (ran.code, ran.out) == (3, "")
    assert 'there is no column "path"' in ran.err
    assert (into / "releases.csv").read_text() == "nonsense\n"


def test_what_the_publisher_says_has_changed_lies_beside_the_file(service: Service, into: Path) -> None:
    id_ = publish_second(service)
    service.changes[id_, "1.1"] = {
        "versionNumber": "1.1",
        "notes": "Ages are grouped anew.",
        "majorChanges": {
            "filterOptions": [
                {
                    "filter": {"id": "aZ", "column": "age", "label": "Age"},
                    "options": [
                        {"currentState": None, "previousState": {"id": "q", "label": "16 years"}},
                        {"currentState": {"id": "r", "label": "17"}, "previousState": {"id": "s", "label": "17 years"}},
                    ],
                }
            ]
        },
        "minorChanges": {
            "timePeriods": [{"currentState": {"code": "RY", "period": "2025", "label": "2025"}, "previousState": None}],
            "locationGroups": [{"currentState": {"level": {"code": "LA", "label": "Local authority"}}}],
        },
    }
    heard = Heard()
    fetched(into, service.url, heard)
    assert (into / f"{SECOND}.changes.txt").read_text().splitlines() == [
        f"{RATES}, version 1.1",
        "Ages are grouped anew.",
        "Major changes (something went, or means something else):",
        "  label of Age gone: 16 years",
        '  label of Age changed: 17 years is now "17"',
        "Minor changes:",
        "  group of areas added: Local authority",
        "  period added: 2025",
    ]
    assert "  Its publisher lists 2 major and 2 minor changes:" in heard.text


@pytest.mark.parametrize("fault", [status(404), instead(b"[]")])
def test_a_release_without_a_list_of_changes_still_arrives(service: Service, into: Path, fault: object) -> None:
    publish_second(service)
    service.go_wrong("changes", fault)  # type: ignore[arg-type]
    assert [h.path for h in fetched(into, service.url).new] == [SECOND]


def test_one_source_alone_can_be_asked_for(service: Service, into: Path) -> None:
    service.publish(TITLE, "CLA - placement stability - by local authority", "a,b\n1,2\n")
    came = fetched(into, service.url, sources=["cla_placement_stability"])
    assert [h.source for h in came.new] == ["cla_placement_stability"]


def test_an_unknown_source_is_named_with_the_nearest(service: Service, into: Path) -> None:
    with pytest.raises(
        FetchError, match='"cla_number_rate" is no source that can be fetched. Did you mean "cla_number_and_rate"?'
    ):
        fetched(into, service.url, sources=["cla_number_rate"])
    assert service.asked == []


def test_a_source_that_fails_does_not_stop_the_others(service: Service, into: Path) -> None:
    service.publish(TITLE, "CLA ceasing during the year - characteristics - by local authority", "a,b\n1,2\n")
    service.go_wrong("csv", status(404))
    came = fetched(into, service.url)
    assert [id_ for id_, _ in came.failed] == ["cla_ceased"]
    assert [h.source for h in came.new] == [SOURCE]


def test_two_runs_do_not_share_a_folder(service: Service, into: Path) -> None:
    import fcntl

    into.mkdir()
    with (into / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(FetchError, match="Another download is at work"):
            fetched(into, service.url)


def test_names_from_the_service_cannot_lead_out_of_the_folder(service: Service, into: Path) -> None:
    id_ = service.publish(TITLE, RATES, table_csv(NEW), "1.1", "2025-11-26", "2025")
    service.publications[0]["slug"] = "../../etc"
    service.versions[id_][0]["release"]["slug"] = "/tmp/../x"
    assert [h.path for h in fetched(into, service.url).new] == [f"etc-tmp-x/v1.1/{RATE}"]


def test_a_damaged_memory_is_said_and_nothing_is_asked(service: Service, into: Path) -> None:
    into.mkdir()
    for damage in ("service = [", "[[files]]\npath = 3\n", "[[sources]]\nsource = 'x'\n"):
        (into / "fetched.toml").write_text(f'service = "{service.url}"\n{damage}' if "[[" in damage else damage)
        with pytest.raises(FetchError, match="fetched.toml in the download folder cannot be understood"):
            fetched(into, service.url)
    assert service.asked == []


def test_ids_of_another_service_are_not_used(service: Service, into: Path) -> None:
    fetched(into, service.url)
    memory = Memory(into, "https://another.example")
    assert memory.found == {}
    assert [h.path for h in memory.files] == [FIRST]
