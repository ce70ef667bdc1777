"""Asking only for what has changed: ETag and 304, and a file that was replaced under its number."""

from datetime import UTC, datetime
from pathlib import Path

from data.releases import read_list
from tests.data.drawn import NEW, OLD, RATE, TITLE, table_csv
from tests.data.fetch.conftest import RATES, SOURCE
from tests.data.fetch.faults import instead
from tests.data.fetch.fetching import Heard, fetched, files
from tests.data.fetch.server import Service, _id

FIRST = f"children-looked-after-in-england-including-adoptions-2024/v1.0/{RATE}"


def test_an_unchanged_etag_is_answered_with_304_and_nothing_is_new(service: Service, into: Path) -> None:
    service.etags = True
    fetched(into, service.url)
    before = files(into)
    heard = Heard()
    came = fetched(into, service.url, heard)
    first, second = service.asked_for("csv")
    assert "If-None-Match" not in first.headers
    assert second.headers["If-None-Match"].startswith('"')
    assert came.unchanged == (SOURCE,)
    assert f"{SOURCE}: nothing new." in heard.lines
    assert files(into) == before
    assert [p.name for p in into.iterdir() if p.is_dir()] == [Path(FIRST).parts[0]]


def test_a_service_without_etags_is_not_asked_for_the_same_file_again(service: Service, into: Path) -> None:
    fetched(into, service.url)
    fetched(into, service.url)
    assert len(service.asked_for("csv")) == 1


def test_a_file_replaced_without_a_new_number_is_kept_beside_the_first(service: Service, into: Path) -> None:
    service.etags = True
    fetched(into, service.url)
    changed = table_csv(OLD).replace("840", "841")
    service.files[_id(RATES), "1.0"] = changed.encode()
    heard = Heard()
    (new,) = fetched(into, service.url, heard).new
    today = datetime.now(UTC).date()
    assert new.path == FIRST.replace("/v1.0/", f"/v1.0-replaced-{today.isoformat()}/")
    assert (into / new.path).read_text() == changed
    assert (into / FIRST).read_text() == table_csv(OLD)
    assert "was replaced without a new number; both are kept." in heard.text
    second = read_list(into / "releases.csv")[1]
    assert (second.path, second.published_on, second.day_certain) == (new.path, today, False)
    assert fetched(into, service.url).new == ()


def test_the_same_file_with_a_new_etag_is_nothing_new(service: Service, into: Path) -> None:
    service.etags = True
    fetched(into, service.url)
    before = files(into)
    service.go_wrong("csv", instead(table_csv(OLD).encode(), "text/csv", ETag='"another"'))
    assert fetched(into, service.url).new == ()
    assert files(into) == before


def test_a_new_version_is_not_mixed_up_with_a_replaced_one(service: Service, into: Path) -> None:
    service.etags = True
    fetched(into, service.url)
    service.publish(TITLE, RATES, table_csv(NEW), "1.1", "2025-11-26", "2025")
    assert [h.version for h in fetched(into, service.url).new] == ["1.1"]
    assert all("If-None-Match" not in a.headers for a in service.asked_for("csv"))
