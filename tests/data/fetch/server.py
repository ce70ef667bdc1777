"""A small service with the shape of the EES API, really served over HTTP on this computer, that can misbehave on demand.

Shapes as documented for the API's version 1.0.3. All titles, ids and figures are invented, but for the titles our sources have.
"""

import base64
import csv
import gzip
import hashlib
import io
import json
import re
import sys
import threading
import time
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.data.fetch.faults import Body, Fault

ROUTES = {
    "publications": r"/v1/publications",
    "publication": r"/v1/publications/(?P<id>[^/]+)",
    "data-sets": r"/v1/publications/(?P<id>[^/]+)/data-sets",
    "data-set": r"/v1/data-sets/(?P<id>[^/]+)",
    "versions": r"/v1/data-sets/(?P<id>[^/]+)/versions",
    "changes": r"/v1/data-sets/(?P<id>[^/]+)/versions/(?P<version>[^/]+)/changes",
    "csv": r"/v1/data-sets/(?P<id>[^/]+)/csv",
}


@dataclass(frozen=True)
class Asked:
    """One request as it came in."""

    route: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]


@dataclass
class Service:
    """What the service knows. `faults` queues what goes wrong with the next answers of a route; `etags` and `ranges` say
    whether files come with a validator and in parts, `packed` whether they travel as gzip (the real service always does)."""

    publications: list[dict[str, Any]] = field(default_factory=list)
    data_sets: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    versions: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    changes: dict[tuple[str, str], Any] = field(default_factory=dict)
    files: dict[tuple[str, str], bytes] = field(default_factory=dict)
    etags: bool = False
    ranges: bool = False
    packed: bool = True
    checksums: bool = False
    search_finds: bool = True
    url: str = ""
    asked: list[Asked] = field(default_factory=list)
    faults: dict[str, deque[Fault]] = field(default_factory=lambda: defaultdict(deque))

    def publish(
        self, title: str, data_set: str, text: str, version: str = "1.0", day: str = "2025-11-26", release: str = "2025"
    ) -> str:
        """Add a version of a data set, with all that leads to it. Returns the data set's id, which its title makes."""
        publication = _id(title)
        if publication not in self.data_sets:
            self.publications.append(
                {"id": publication, "title": title, "slug": _slug(title), "summary": "", "lastPublished": ""}
            )
        sets = self.data_sets.setdefault(publication, [])
        id_ = _id(data_set)
        if all(s["id"] != id_ for s in sets):
            sets.append({"id": id_, "title": data_set, "summary": "", "status": "Published", "supersedingDataSetId": None})
        self.versions.setdefault(id_, []).insert(0, _version(version, text, day, release))
        self.files[id_, version] = text.encode("utf-8")
        return id_

    def go_wrong(self, route: str, *faults: Fault) -> None:
        """Let the next answers of a route go wrong, one fault each."""
        self.faults[route].extend(faults)

    def asked_for(self, route: str) -> list[Asked]:
        """The requests of a route so far."""
        return [a for a in self.asked if a.route == route]

    def answer(self, asked: Asked, match: re.Match[str] | None) -> Body:
        """What a well-behaved service answers."""
        found = match.groupdict() if match else {}
        id_ = found.get("id", "")
        if asked.route == "publications":
            search = asked.query.get("search", "")
            fitting = [p for p in self.publications if not search or (self.search_finds and search.lower() in p["title"].lower())]
            return _page(fitting, asked)
        if asked.route == "publication":
            return _one(p for p in self.publications if p["id"] == id_)
        if asked.route == "data-sets" and id_ in self.data_sets:
            return _page(self.data_sets[id_], asked)
        if asked.route == "data-set":
            return _one(s for sets in self.data_sets.values() for s in sets if s["id"] == id_)
        if asked.route == "versions" and id_ in self.versions:
            return _page(self.versions[id_], asked)
        if asked.route == "changes" and (id_, found["version"]) in self.changes:
            return _json(200, self.changes[id_, found["version"]])
        if asked.route == "csv" and (id_, asked.query.get("dataSetVersion")) in self.files:
            return self._file(self.files[id_, asked.query["dataSetVersion"]], asked)
        return _json(404, {"title": "Not Found", "status": 404})

    def _file(self, text: bytes, asked: Asked) -> Body:
        data = gzip.compress(text, mtime=0) if self.packed else text
        etag = f'"{hashlib.sha256(data).hexdigest()[:16]}"'
        headers = {"Content-Type": "text/csv"} | ({"Content-Encoding": "gzip"} if self.packed else {})
        if self.checksums:
            headers["Content-MD5"] = base64.b64encode(hashlib.md5(data, usedforsecurity=False).digest()).decode()
        if self.etags:
            headers["ETag"] = etag
            if asked.headers.get("If-None-Match") == etag:
                return Body(304, b"", headers)
        wanted = re.fullmatch(r"bytes=(\d+)-", asked.headers.get("Range", ""))
        if self.ranges and wanted and asked.headers.get("If-Range") in (None, etag):
            start = int(wanted[1])
            headers["Content-Range"] = f"bytes {start}-{len(data) - 1}/{len(data)}"
            return Body(206, data[start:], headers)
        return Body(200, data, headers | ({"Accept-Ranges": "bytes"} if self.ranges else {}))


@contextmanager
def serving(service: Service) -> Iterator[Service]:
    """Serve on a free port of this computer; `service.url` says where."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = -1  # head and body leave together: in two packets, each answer would wait 40 ms for the first one's receipt

        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            route, match = _route(parts.path)
            query = {k: v[0] for k, v in parse_qs(parts.query).items()}
            asked = Asked(route, parts.path, query, {k: v for k, v in self.headers.items()})
            service.asked.append(asked)
            body = service.answer(asked, match)
            if service.faults[route]:
                service.faults[route].popleft()(body)
            with suppress(OSError):  # whoever asked has hung up
                self._send(body)

        def _send(self, body: Body) -> None:
            time.sleep(body.pause)
            self.send_response(body.status)
            headers = {"Content-Length": str(len(body.data))} | body.headers
            for name, value in headers.items():
                if value:
                    self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body.data if body.sent is None else body.data[: body.sent])
            self.close_connection = body.sent is not None or headers["Content-Length"] != str(len(body.data))

        def log_message(self, format: str, *args: object) -> None:
            """Tests read `service.asked` instead."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: Any, address: Any) -> None:
            """Whoever asks in tests hangs up as it likes; what is wrong in the server itself must still be seen."""
            if not isinstance(sys.exc_info()[1], OSError):
                super().handle_error(request, address)

    with Server(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        service.url = f"http://127.0.0.1:{server.server_port}/statistics"
        try:
            yield service
        finally:
            server.shutdown()
            thread.join()


def _route(path: str) -> tuple[str, re.Match[str] | None]:
    for name, pattern in ROUTES.items():
        if match := re.fullmatch("/statistics" + pattern, path):
            return name, match
    return "", None


def _json(code: int, answer: Any) -> Body:
    return Body(code, json.dumps(answer).encode(), {"Content-Type": "application/json; charset=utf-8"})


def _one(found: Iterator[Any]) -> Body:
    first = next(found, None)
    return _json(404, {"title": "Not Found", "status": 404}) if first is None else _json(200, first)


def _page(entries: list[Any], asked: Asked) -> Body:
    number, size = int(asked.query.get("page", "1")), int(asked.query.get("pageSize", "10"))
    if size > (40 if asked.route == "publications" else 20):
        return _json(400, {"title": "There are validation errors with the request.", "status": 400})
    pages = (len(entries) - 1) // size + 1
    paging = {"page": number, "pageSize": size, "totalResults": len(entries), "totalPages": pages}
    return _json(200, {"paging": paging, "results": entries[(number - 1) * size : number * size]})


def _version(number: str, text: str, day: str, release: str) -> dict[str, Any]:
    rows = list(csv.DictReader(io.StringIO(text.lstrip("\ufeff"))))
    periods = sorted(r.get("time_period") or "2025" for r in rows) or ["2025"]
    return {
        "version": number,
        "type": "Major" if number.endswith(".0") else "Minor",
        "status": "Published",
        "published": f"{day}T09:30:00.0000000+00:00",
        "withdrawn": None,
        "notes": "",
        "totalResults": len(rows),
        "file": {"id": _id(number + day)},
        "release": {"title": f"Reporting year {release}", "slug": release},
        "timePeriods": {"start": periods[0], "end": periods[-1]},
        "geographicLevels": ["National", "Regional", "Local authority"],
        "filters": [],
        "indicators": [],
    }


def _id(words: str) -> str:
    digest = hashlib.sha256(words.encode()).hexdigest()
    return f"{digest[:8]}-{digest[8:12]}-{digest[12:16]}-{digest[16:20]}-{digest[20:32]}"


def _slug(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")
