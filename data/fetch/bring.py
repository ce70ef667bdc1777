"""Bring one source up to date: which versions of its data set are new, downloaded, listed and remembered."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path, PurePosixPath

from data.durable import write_text
from data.fetch import answers
from data.fetch.api import Api
from data.fetch.changes import read_changes
from data.fetch.download import UNSEEN, Arrived, Seen, download
from data.fetch.errors import FetchError, Unreachable
from data.fetch.listing import add_release
from data.fetch.place import place, replaced, reporting_year
from data.fetch.remember import Held, Memory
from data.fetch.shapes import DataSet, Publication, Version
from data.fetch.titles import Wanted
from data.releases import Listed


@dataclass(frozen=True)
class Bringer:
    """Brings what is new into one folder. `everything`: older versions too, not only those after the newest that we hold."""

    api: Api
    folder: Path
    memory: Memory
    everything: bool = False

    def bring(self, wanted: Wanted, publication: Publication, data_set: DataSet) -> Iterator[Held]:
        """The files that are new, each as soon as it has come whole. Raises FetchError where one will not come."""
        versions = self.api.versions(data_set.id)
        held = self.memory.held(wanted.source.id, data_set.id)
        missing = new_versions(versions, held, self.everything)
        newest = next((h for h in reversed(held) if versions and h.version == versions[-1].number), None)
        if newest:
            yield from self._if_replaced(wanted, publication, versions[-1], newest)
        for version in missing:
            assert version.published_on is not None  # unpublished versions are not among those listed
            path = place(publication, version, wanted.source)
            arrived = self._download(data_set.id, version, path)
            if arrived:
                yield self._keep(wanted, publication, data_set.id, version, path, arrived, version.published_on, certain=True)
                self._note_changes(data_set, version, path)

    def _if_replaced(self, wanted: Wanted, publication: Publication, version: Version, held: Held) -> Iterator[Held]:
        """Ask whether the newest version's file has changed under its number, where the service lets us ask."""
        seen = Seen(held.etag, held.last_modified)
        if not seen.headers():
            return
        today = datetime.now(UTC).date()
        path = replaced(place(publication, version, wanted.source), today)
        arrived = self._download(held.data_set_id, version, path, seen)
        if arrived is None:
            return
        if arrived.sha256 == held.sha256:
            (self.folder / path).unlink()
            self._sweep(path)
            return
        self.api.web.say(f"{wanted.source.id}: the file of {version.number} was replaced without a new number; both are kept.")
        changed = answers.http_day(arrived.last_modified)
        day = changed.date() if changed else today
        yield self._keep(wanted, publication, held.data_set_id, version, path, arrived, day, certain=changed is not None)

    def _download(self, data_set: str, version: Version, path: PurePosixPath, seen: Seen = UNSEEN) -> Arrived | None:
        address, params = self.api.csv(data_set, version.number)
        try:
            return download(self.api.web, address, params, self.folder / path, version.rows, seen)
        finally:
            self._sweep(path)

    def _sweep(self, path: PurePosixPath) -> None:
        """Remove the folders that were made for a file which did not come; one that holds anything stays."""
        for folder in list(path.parents)[:-1]:
            with suppress(OSError):
                (self.folder / folder).rmdir()

    def _keep(
        self,
        wanted: Wanted,
        publication: Publication,
        data_set: str,
        version: Version,
        path: PurePosixPath,
        arrived: Arrived,
        day: date,
        certain: bool,
    ) -> Held:
        year = reporting_year(version)
        add_release(self.folder, Listed(str(path), wanted.publisher, publication.title, year, day, certain))
        held = Held(
            path=str(path),
            source=wanted.source.id,
            data_set_id=data_set,
            version=version.number,
            published_on=day,
            sha256=arrived.sha256,
            bytes=arrived.bytes,
            rows=arrived.rows,
            etag=arrived.etag,
            last_modified=arrived.last_modified,
        )
        self.memory.note_held(held)
        self.api.web.say(
            f"New: {wanted.source.id} {version.number} ({version.release_title}), published {day:%d %B %Y}: "
            f"{arrived.rows:,} rows, SHA-256 {arrived.sha256}."
        )
        return held

    def _note_changes(self, data_set: DataSet, version: Version, path: PurePosixPath) -> None:
        """Write what the publisher says has changed beside the file. A first version has nothing to be compared with."""
        if version.number == "1.0":
            return
        try:
            changes = read_changes(self.api.changes(data_set.id, version.number))
        except Unreachable:
            raise
        except FetchError as error:  # the file itself has come whole; its list of changes is a courtesy
            self.api.web.say(f"  What version {version.number} changed is not told: {error}")
            return
        beside = self.folder / path.with_name(f"{path.name}.changes.txt")
        write_text(beside, changes.text(f"{data_set.title}, version {version.number}"))
        count = f"{len(changes.major)} major and {len(changes.minor)} minor changes"
        self.api.web.say(f"  Its publisher lists {count}: {beside}")


def new_versions(versions: Sequence[Version], held: Sequence[Held], everything: bool) -> list[Version]:
    """The versions to download, oldest first: those after the newest that we hold; the newest alone where we hold none.

    Of several published on one day only the last one counts: a day has one vintage.
    """
    numbers = {h.version for h in held}
    last_of_day = {v.published_on: v for v in versions}
    wanted = sorted((v for v in last_of_day.values() if v.number not in numbers), key=lambda v: v.order)
    if everything:
        return wanted
    if not numbers:
        return wanted[-1:]
    newest = max((v.order for v in versions if v.number in numbers), default=())
    return [v for v in wanted if v.order > newest]
