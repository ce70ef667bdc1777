"""What the service's answers hold, as its documentation says, in our own shapes; anything else is said in a sentence.

Documented with the API ("explore education statistics api 1", version 1.0.3) and in the view models of its public source:
PublicationSummaryViewModel, DataSetViewModel, DataSetVersionViewModel and PaginatedListViewModel, written in camelCase.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from data.errors import brief
from data.fetch.errors import FetchError

USABLE = ("Published", "Deprecated")
_ID = re.compile(r"[0-9A-Za-z-]{1,64}", re.ASCII)
_NUMBER = re.compile(r"\d{1,4}(\.\d{1,4}){1,2}", re.ASCII)


@dataclass(frozen=True)
class Publication:
    """A statistical publication, such as "Children looked after in England including adoptions"."""

    id: str
    title: str
    slug: str


@dataclass(frozen=True)
class DataSet:
    """A table of a publication. `successor` is the id of the data set that took its place, '' where none did."""

    id: str
    title: str
    status: str
    successor: str


@dataclass(frozen=True)
class Version:
    """One state of a data set: 1.0 first, 1.1 with another release, 1.1.1 corrected, 2.0 where labels or columns went.

    `rows` counts the rows under the header of its CSV; `published_on` is None before publication.
    """

    number: str
    status: str
    published_on: date | None
    rows: int
    release_title: str
    release_slug: str
    first_period: str
    last_period: str

    @property
    def order(self) -> tuple[int, ...]:
        """Sorts versions from oldest to newest: 1.0, 1.0.1, 1.1, 1.10, 2.0."""
        return tuple(int(part) for part in self.number.split("."))


def publication(entry: Any, where: str) -> Publication:
    """Raises FetchError for an entry of another shape; so do the functions below. `where` is the address it came from."""
    return Publication(_id(entry, "id", where), _text(entry, "title", where), _text(entry, "slug", where))


def data_set(entry: Any, where: str) -> DataSet:
    """A data set's summary."""
    successor = _id(entry, "supersedingDataSetId", where) if entry.get("supersedingDataSetId") else ""
    return DataSet(_id(entry, "id", where), _text(entry, "title", where), _text(entry, "status", where), successor)


def version(entry: Any, where: str) -> Version:
    """A data set version's summary."""
    release, periods = _take(entry, "release", Mapping, where), _take(entry, "timePeriods", Mapping, where)
    number = _text(entry, "version", where)
    if not _NUMBER.fullmatch(number):
        raise _strange(f'the version "{brief(number, 20)}" is no number such as 1.0', where)
    return Version(
        number=number,
        status=_text(entry, "status", where),
        published_on=_day(entry["published"], where) if entry.get("published") else None,
        rows=_take(entry, "totalResults", int, where),
        release_title=_text(release, "title", where),
        release_slug=_text(release, "slug", where),
        first_period=_text(periods, "start", where),
        last_period=_text(periods, "end", where),
    )


def page(answer: Any, where: str) -> tuple[list[Any], int]:
    """The entries on one page of a list, and how many pages there are."""
    paging = _take(answer, "paging", Mapping, where)
    return _take(answer, "results", list, where), _take(paging, "totalPages", int, where)


def _take(entry: Any, key: str, kind: type, where: str) -> Any:
    found = entry.get(key) if isinstance(entry, Mapping) else None
    if not isinstance(found, kind) or isinstance(found, bool):
        raise _strange(f'"{key}" is missing or of another kind', where)
    return found


def _text(entry: Any, key: str, where: str) -> str:
    return str(_take(entry, key, str, where)).strip()


def _id(entry: Any, key: str, where: str) -> str:
    """An id goes into addresses, so it may hold nothing that would lead elsewhere."""
    found = _text(entry, key, where)
    if not _ID.fullmatch(found):
        raise _strange(f'"{brief(found, 40)}" is no id', where)
    return found


def _day(said: Any, where: str) -> date:
    try:
        return datetime.fromisoformat(said).date()
    except (TypeError, ValueError) as error:
        raise _strange(f'"{brief(str(said), 40)}" is no time of publication', where) from error


def _strange(what: str, where: str) -> FetchError:
    return FetchError(
        f"{where} does not answer as its documentation says: {what}. The address may be wrong (see --url and CPD_EES_URL), "
        "or the service has changed; until then, download the files by hand."
    )
