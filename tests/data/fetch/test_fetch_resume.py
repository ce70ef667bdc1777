"""A connection that breaks off half way: gone on with where the service can prove that the rest belongs to it."""

from pathlib import Path

import pytest

from tests.data.drawn import OLD, RATE, table_csv
from tests.data.fetch.conftest import RATES
from tests.data.fetch.faults import Body, broken_off, flipped, ok, status
from tests.data.fetch.fetching import Heard, fetched, files
from tests.data.fetch.server import Service, _id, serving

FIRST = f"children-looked-after-in-england-including-adoptions-2024/v1.0/{RATE}"
PART = FIRST.replace(RATE, f".{RATE}.part")


@pytest.fixture
def large(service: Service) -> Service:
    """The service with parts and ETags, and a file that fills some packets, not packed."""
    service.etags = service.ranges = service.checksums = True
    service.packed = False
    rows = "".join(f"{n},{n * n}\n" for n in range(20_000))
    service.files[_id(RATES), "1.0"] = ("n,square\n" + rows).encode()
    service.versions[_id(RATES)][0]["totalResults"] = 20_000
    return service


def whole(service: Service, into: Path) -> bool:
    return (into / FIRST).read_bytes() == service.files[_id(RATES), "1.0"] and files(into) == [FIRST, "releases.csv"]


def test_a_download_goes_on_where_it_broke_off(large: Service, into: Path) -> None:
    large.go_wrong("csv", broken_off(100_000))
    heard = Heard()
    fetched(into, large.url, heard)
    first, second = large.asked_for("csv")
    assert "Range" not in first.headers
    assert second.headers["Range"] == "bytes=100000-"
    assert second.headers["If-Range"].startswith('"')
    assert f"  {RATE}: going on after 100,000 bytes." in heard.lines
    assert whole(large, into)


def test_a_packed_download_goes_on_too(service: Service, into: Path) -> None:
    service.etags = service.ranges = True
    service.go_wrong("csv", broken_off(50), broken_off(20))
    fetched(into, service.url)
    assert [a.headers.get("Range") for a in service.asked_for("csv")] == [None, "bytes=50-", "bytes=70-"]
    assert (into / FIRST).read_text() == table_csv(OLD)


def test_the_next_run_goes_on_where_this_one_gave_up(large: Service, into: Path) -> None:
    large.go_wrong("csv", broken_off(10_000), broken_off(5_000), broken_off(1_000))
    ((_, sentence),) = fetched(into, large.url).failed
    assert "broke off the connection. Tried 3 times. Run the same command again later." in sentence
    assert (into / PART).stat().st_size == 16_000
    assert not (into / FIRST).exists()
    fetched(into, large.url)
    assert large.asked_for("csv")[-1].headers["Range"] == "bytes=16000-"
    assert whole(large, into)


def test_a_part_is_not_taken_for_a_published_file(large: Service, into: Path) -> None:
    from data.gather import gather

    large.go_wrong("csv", *[broken_off(10)] * 3)
    fetched(into, large.url)
    (into / RATE).write_text("x\n")
    (into / "releases.csv").write_text(
        f"path,publisher,title,reporting_year,published_on,day_certain\n{RATE},a,b,1,2024-01-01,yes\n"
    )
    found = gather([into])
    assert [i.release.file for i in found.incoming] == [RATE]
    assert found.left_out == ()


def test_a_200_in_answer_to_a_range_starts_again(large: Service, into: Path) -> None:
    large.ranges = False
    large.go_wrong("csv", broken_off(100_000))
    fetched(into, large.url)
    assert large.asked_for("csv")[1].headers["Range"] == "bytes=100000-"
    assert whole(large, into)


def test_a_file_that_changed_meanwhile_starts_again(large: Service, into: Path) -> None:
    large.go_wrong("csv", *[broken_off(1_000)] * 3)
    fetched(into, large.url)
    changed = large.files[_id(RATES), "1.0"].replace(b"3,9\n", b"3,8\n")
    large.files[_id(RATES), "1.0"] = changed
    fetched(into, large.url)
    assert (into / FIRST).read_bytes() == changed


def test_without_a_validator_nothing_is_gone_on_with(large: Service, into: Path) -> None:
    large.etags = False
    large.go_wrong("csv", broken_off(100_000))
    fetched(into, large.url)
    assert all("Range" not in a.headers for a in large.asked_for("csv"))
    assert whole(large, into)


def test_a_weak_etag_proves_nothing(large: Service, into: Path) -> None:
    def weak(body: Body) -> None:
        body.headers["ETag"], body.sent = 'W/"a"', 100_000

    large.go_wrong("csv", weak)
    fetched(into, large.url)
    assert all("Range" not in a.headers for a in large.asked_for("csv"))
    assert whole(large, into)


def test_a_part_of_another_place_is_thrown_away(large: Service, into: Path) -> None:
    def elsewhere(body: Body) -> None:
        body.headers["Content-Range"] = body.headers["Content-Range"].replace("bytes 100000-", "bytes 99999-")

    large.go_wrong("csv", broken_off(100_000), elsewhere)
    heard = Heard()
    fetched(into, large.url, heard)
    assert "sent another part than we asked for; starting again." in heard.text
    assert [a.headers.get("Range") for a in large.asked_for("csv")] == [None, "bytes=100000-", None]
    assert whole(large, into)


@pytest.mark.parametrize(("header", "old", "new"), [("Content-Range", "/", "/1"), ("ETag", '"', '"x')])
def test_a_part_of_another_file_is_thrown_away(large: Service, into: Path, header: str, old: str, new: str) -> None:
    def another(body: Body) -> None:
        body.headers[header] = body.headers[header].replace(old, new, 1)

    large.go_wrong("csv", broken_off(100_000), another)
    heard = Heard()
    fetched(into, large.url, heard)
    assert "sent another part than we asked for; starting again." in heard.text
    assert whole(large, into)


def test_a_part_that_is_longer_than_the_rest_is_thrown_away(large: Service, into: Path) -> None:
    def longer(body: Body) -> None:
        body.data += b"1,1\n"

    large.go_wrong("csv", broken_off(100_000), longer)
    size = len(large.files[_id(RATES), "1.0"])
    heard = Heard()
    fetched(into, large.url, heard)
    assert f"sent {size + 4:,} bytes where it had announced {size:,}; starting again." in heard.text
    assert whole(large, into)


def test_a_part_from_another_address_is_not_gone_on_with(large: Service, into: Path) -> None:
    large.go_wrong("csv", *[broken_off(1_000)] * 3)
    fetched(into, large.url)
    with serving(large) as moved:
        fetched(into, moved.url)
    assert "Range" not in large.asked_for("csv")[-1].headers
    assert whole(large, into)


def test_a_damaged_file_is_asked_for_from_its_first_byte(service: Service, into: Path) -> None:
    service.etags = service.ranges = True
    service.go_wrong("csv", flipped(60))
    fetched(into, service.url)
    assert ["Range" in a.headers for a in service.asked_for("csv")] == [False, False]
    assert (into / FIRST).read_text() == table_csv(OLD)


def test_a_part_that_is_no_part_of_the_file_any_more_is_thrown_away(large: Service, into: Path) -> None:
    large.go_wrong("csv", broken_off(100_000), status(416))
    fetched(into, large.url)
    assert [a.headers.get("Range") for a in large.asked_for("csv")] == [None, "bytes=100000-", None]
    assert whole(large, into)


def test_a_part_that_is_already_whole_is_not_asked_for_again(large: Service, into: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr("data.fetch.download.unpack", killed)
        fetched(into, large.url)
    assert (into / PART).exists() and not (into / FIRST).exists()
    fetched(into, large.url)
    assert len(large.asked_for("csv")) == 1
    assert whole(large, into)


def test_a_damaged_note_beside_a_part_only_costs_the_part(large: Service, into: Path) -> None:
    large.go_wrong("csv", *[broken_off(1_000)] * 3)
    fetched(into, large.url)
    (into / f"{PART}.json").write_text('{"url": ')
    fetched(into, large.url)
    assert "Range" not in large.asked_for("csv")[-1].headers
    assert whole(large, into)


def test_where_nothing_can_be_gone_on_with_no_part_is_left(service: Service, into: Path) -> None:
    service.go_wrong("csv", *[broken_off(20)] * 3)
    came = fetched(into, service.url)
    assert len(came.failed) == 1
    assert files(into) == []
    assert [p for p in into.iterdir() if p.is_dir()] == []


def test_the_list_of_versions_may_break_off_too(service: Service, into: Path) -> None:
    service.go_wrong("versions", broken_off(5), ok)
    assert len(fetched(into, service.url).new) == 1
    assert len(service.asked_for("versions")) == 2
