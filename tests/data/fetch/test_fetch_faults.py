"""Everything that goes wrong on the way ends in a file that came whole, or in one sentence and exit code 6."""

import socket
from pathlib import Path

import pytest

from data.fetch.errors import FetchError, Unreachable
from tests.data.drawn import OLD, RATE, TITLE, table_csv
from tests.data.fetch.conftest import SOURCE
from tests.data.fetch.faults import Fault, announced, broken_off, flipped, instead, ok, slow, status, without_length
from tests.data.fetch.fetching import Heard, fetched, files, run_command
from tests.data.fetch.server import Service

FIRST = f"children-looked-after-in-england-including-adoptions-2024/v1.0/{RATE}"
PAGE = b"<!DOCTYPE html><title>Sign in</title>"

MENDED: dict[str, tuple[str, Fault, str]] = {
    "broken off": ("csv", broken_off(30), "broke off the connection."),
    "truncated without a word": ("csv", without_length(60), "came damaged or cut off"),
    "announced too long": ("csv", announced(7), "broke off the connection."),
    "announced too short": ("csv", announced(-7), "came damaged or cut off"),
    "a flipped bit": ("csv", flipped(40), "came damaged"),
    "500": ("csv", status(500), "the service has a fault of its own (500)."),
    "503": ("versions", status(503), "the service has a fault of its own (503)."),
    "429": ("csv", status(429), "the service says that we ask too often (429)."),
    "a sign-in page for a file": ("csv", instead(PAGE, "text/html"), "answers with a web page"),
    "a sign-in page for a list": ("publications", instead(PAGE, "text/html"), "perhaps a sign-in page of this network"),
    "half a JSON": ("data-sets", instead(b'{"results": [{"id": "'), "answers with something that is not JSON."),
    "JSON that is not UTF-8": ("versions", instead(b'"\xff"'), "answers with something that is not JSON."),
    "nothing at all": ("csv", instead(b"", "text/csv"), "holds 0 rows where the service counts 10: it is cut off."),
    "another file": ("csv", instead(b"a\n" * 21, "text/csv"), "holds 20 rows where the service counts 10: it is another file."),
}


@pytest.mark.parametrize("what", MENDED)
def test_a_passing_fault_is_said_and_mended_by_trying_again(service: Service, into: Path, what: str) -> None:
    route, fault, sentence = MENDED[what]
    service.go_wrong(route, fault)
    heard = Heard()
    came = fetched(into, service.url, heard)
    assert [h.path for h in came.new] == [FIRST]
    assert (into / FIRST).read_text() == table_csv(OLD)
    assert files(into) == [FIRST, "releases.csv"]
    assert len(heard.waits) == 1
    (said,) = (line for line in heard.lines if "Trying again in " in line)
    assert sentence in said and said.endswith(" s (2 of 3).")


@pytest.mark.parametrize("what", MENDED)
def test_a_fault_that_stays_is_one_sentence_and_leaves_nothing_half_written(service: Service, into: Path, what: str) -> None:
    route, fault, sentence = MENDED[what]
    service.go_wrong(route, *[fault] * 100)
    came = fetched(into, service.url, sources=[SOURCE])
    ((source, said),) = came.failed
    assert source == SOURCE
    assert sentence in said and "Tried 3 times. Run the same command again later." in said
    assert "\n" not in said and "Error(" not in said
    assert (came.new, files(into)) == ((), [])


def test_without_length_and_unpacked_only_the_count_of_rows_tells(service: Service, into: Path) -> None:
    service.packed = False
    text = table_csv(OLD)
    service.go_wrong("csv", without_length(len(text) // 2))
    heard = Heard()
    fetched(into, service.url, heard)
    assert "rows where the service counts 10: it is cut off." in heard.text
    assert (into / FIRST).read_text() == text


def test_a_checksum_that_does_not_fit_is_noticed(service: Service, into: Path) -> None:
    service.checksums, service.packed = True, False
    at = table_csv(OLD).index("840")
    service.go_wrong("csv", flipped(at))
    heard = Heard()
    fetched(into, service.url, heard)
    assert "its checksum is not the one that the service sent along." in heard.text
    assert (into / FIRST).read_text() == table_csv(OLD)


def test_the_wait_that_the_service_asks_for_is_kept(service: Service, into: Path) -> None:
    service.go_wrong("publications", status(429, Retry_After="7"))
    heard = Heard()
    assert len(fetched(into, service.url, heard).new) == 1
    assert heard.waits == [7.0]
    assert "Trying again in 7 s (2 of 3)." in heard.text


def test_a_wait_that_is_too_long_is_left_to_the_analyst(service: Service, into: Path) -> None:
    service.go_wrong("csv", status(429, Retry_After="3600"))
    heard = Heard()
    ((_, sentence),) = fetched(into, service.url, heard).failed
    assert sentence.endswith("(429). It asks us to come back in 60 minutes. Run the same command then.")
    assert heard.waits == []


def test_without_a_wish_the_waits_grow_and_stay_bounded(service: Service, into: Path) -> None:
    service.go_wrong("csv", *[status(500)] * 100)
    heard = Heard()
    fetched(into, service.url, heard, patience={"tries": 9, "longest_wait": 20})
    assert len(heard.waits) == 8
    assert all(min(20, 2**n) / 2 <= wait <= min(20, 2**n) for n, wait in enumerate(heard.waits))


def test_a_silent_service_is_given_up(service: Service, into: Path) -> None:
    service.go_wrong("csv", *[slow(1.5)] * 3)
    ((_, sentence),) = fetched(into, service.url, patience={"silence": 0.2, "tries": 2}).failed
    assert "stopped answering half way. Tried 2 times." in sentence


def test_a_service_that_is_slow_once_is_waited_for(service: Service, into: Path) -> None:
    service.go_wrong("csv", slow(0.8))
    assert len(fetched(into, service.url, patience={"silence": 0.2}).new) == 1


def test_a_file_that_trickles_is_given_up(service: Service, into: Path) -> None:
    service.go_wrong("csv", slow(0.3), slow(0.3), slow(0.3))
    ((_, sentence),) = fetched(into, service.url, patience={"whole": -1}, sources=[SOURCE]).failed
    assert "is too slow: it was not done within -1 s." in sentence


@pytest.mark.parametrize("route", ["publications", "data-sets", "versions", "csv"])
@pytest.mark.parametrize(("code", "words"), [(404, "does not exist"), (403, "is not given out"), (410, "does not exist")])
def test_what_is_not_there_is_not_asked_for_twice(service: Service, into: Path, route: str, code: int, words: str) -> None:
    service.go_wrong(route, *[status(code)] * 9)
    heard = Heard()
    ((_, sentence),) = fetched(into, service.url, heard, sources=[SOURCE]).failed
    assert words in sentence and f"(the service answers {code})" in sentence and service.url in sentence
    assert (heard.waits, len(service.asked_for(route))) == ([], 1)


def test_an_answer_that_we_do_not_understand_is_said(service: Service, into: Path) -> None:
    service.go_wrong("versions", status(418))
    ((_, sentence),) = fetched(into, service.url, sources=[SOURCE]).failed
    assert "answers 418 (I'm a Teapot), which we do not understand." in sentence


STRANGE: dict[str, tuple[str, bytes, str]] = {
    "a list where a page was expected": ("publications", b"[]", '"paging" is missing or of another kind'),
    "a page without a count": ("data-sets", b'{"results": [], "paging": {}}', '"totalPages" is missing or of another kind'),
    "an entry without a title": (
        "publications",
        b'{"results": [{"id": "a", "slug": "b"}], "paging": {"totalPages": 1}}',
        '"title" is missing or of another kind',
    ),
    "an id that leads elsewhere": (
        "data-sets",
        b'{"results": [{"id": "../../x", "title": "b", "status": "Published"}], "paging": {"totalPages": 1}}',
        '"../../x" is no id',
    ),
    "an entry that is no entry": ("versions", b'{"results": [7], "paging": {"totalPages": 1}}', '"release" is missing'),
}


@pytest.mark.parametrize("what", STRANGE)
def test_an_answer_of_another_shape_is_said_in_a_sentence(service: Service, into: Path, what: str) -> None:
    route, answer, words = STRANGE[what]
    service.go_wrong(route, instead(answer))
    ((_, sentence),) = fetched(into, service.url, sources=[SOURCE]).failed
    assert "does not answer as its documentation says" in sentence and words in sentence
    assert "download the files by hand." in sentence


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [("version", "new", "is no number"), ("published", "soon", "is no time of"), ("totalResults", True, "of another kind")],
)
def test_a_version_that_makes_no_sense_is_said(service: Service, into: Path, key: str, value: object, words: str) -> None:
    service.versions[next(iter(service.versions))][0][key] = value
    ((_, sentence),) = fetched(into, service.url, sources=[SOURCE]).failed
    assert words in sentence


def test_a_packing_that_was_not_asked_for_is_refused(service: Service, into: Path) -> None:
    service.go_wrong("csv", instead(b"x", "text/csv", **{"Content-Encoding": "br"}))
    ((_, sentence),) = fetched(into, service.url).failed
    assert "comes packed as br, which was not asked for and cannot be unpacked here." in sentence


def closed_port() -> int:
    """A port on which nobody listens: one that was free a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_where_nobody_answers_the_whole_run_ends_with_one_sentence(into: Path) -> None:
    heard = Heard()
    with pytest.raises(Unreachable) as ended:
        fetched(into, f"http://127.0.0.1:{closed_port()}", heard)
    assert "Nobody answers at 127.0.0.1:" in str(ended.value)
    assert "Check this computer's connection" in str(ended.value)
    assert "Tried 2 times; nothing more was fetched." in str(ended.value)
    assert len(heard.waits) == 1


def test_a_name_without_an_address_is_said(into: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)  # the operating system's answer when offline, without asking anyone
    with pytest.raises(Unreachable, match="No address is known for nowhere.invalid: this computer is offline, or the name"):
        fetched(into, "http://nowhere.invalid")


def test_a_service_that_cannot_prove_who_it_is_is_not_trusted(service: Service, into: Path) -> None:
    heard = Heard()
    with pytest.raises(Unreachable, match="could not prove who it is") as ended:
        fetched(into, service.url.replace("http://", "https://"), heard)
    assert "wrong version number). If your network" in str(ended.value)
    assert "REQUESTS_CA_BUNDLE" in str(ended.value)
    assert heard.waits == []


def test_a_proxy_that_does_not_answer_is_said(into: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_PROXY")
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{closed_port()}")
    with pytest.raises(Unreachable, match="The proxy of this network would not let us through to nowhere.invalid"):
        fetched(into, "http://nowhere.invalid")


@pytest.mark.parametrize("address", ["", "ftp://a.example", "api.example", "http://", "http://[", "http://a.example?x=1"])
def test_an_address_that_is_none_is_said(into: Path, address: str) -> None:
    with pytest.raises(FetchError, match="is no base address"):
        fetched(into, address)
    assert not into.exists()


def test_a_base_address_may_name_the_version_of_the_api(service: Service, into: Path) -> None:
    assert len(fetched(into, f"{service.url}/v1/").new) == 1


def test_what_came_before_the_service_went_away_is_kept(service: Service, into: Path) -> None:
    service.publish(TITLE, "CLA ceasing during the year - characteristics - by local authority", "a,b\n1,2\n")
    service.go_wrong("csv", ok, *[broken_off(0)] * 9)
    came = fetched(into, service.url)
    assert [h.source for h in came.new] == ["cla_ceased"]
    assert [id_ for id_, _ in came.failed] == [SOURCE]


def test_a_folder_that_cannot_be_made_is_said(service: Service, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    ran = run_command(tmp_path / "file" / "below", "--url", service.url)
    assert ran.code == 6
    assert "is in the way" in ran.err


def test_a_disk_that_is_full_is_said(service: Service, into: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import errno

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("data.fetch.part.os.fsync", full)
    with pytest.raises(FetchError, match="is full. Free some space and try again. Files that had come whole are kept."):
        fetched(into, service.url)
