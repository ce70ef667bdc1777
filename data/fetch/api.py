"""The public API of Explore Education Statistics: which publications, data sets and versions it offers."""

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from data.fetch import shapes
from data.fetch.shapes import DataSet, Publication, Version
from data.fetch.web import Web

PUBLICATIONS_A_PAGE = 40  # the most that the service allows (PublicationListRequest)
SETS_A_PAGE = 20  # likewise (DataSetListRequest, DataSetVersionListRequest)
MOST_PAGES = 200

T = TypeVar("T")


class Api:
    """Every method asks the service anew, and raises FetchError where it will not answer, or answers something else."""

    def __init__(self, web: Web) -> None:
        self.web = web

    def publications(self, search: str = "") -> tuple[Publication, ...]:
        """The publications with data sets in the API: those that `search` finds, or all of them."""
        asked = {"search": search} if search else {}
        return tuple(self._pages("/v1/publications", shapes.publication, PUBLICATIONS_A_PAGE, asked))

    def publication(self, id_: str) -> Publication:
        """One publication. Raises NotThere where the id is known no longer."""
        return self._one(f"/v1/publications/{id_}", shapes.publication)

    def data_sets(self, publication: str) -> tuple[DataSet, ...]:
        """The data sets of a publication, which are given by its id."""
        return tuple(self._pages(f"/v1/publications/{publication}/data-sets", shapes.data_set, SETS_A_PAGE))

    def data_set(self, id_: str) -> DataSet:
        """One data set. Raises NotThere where the id is known no longer, or it was withdrawn."""
        return self._one(f"/v1/data-sets/{id_}", shapes.data_set)

    def versions(self, data_set: str) -> tuple[Version, ...]:
        """The versions of a data set that can be downloaded, oldest first."""
        found = self._pages(f"/v1/data-sets/{data_set}/versions", shapes.version, SETS_A_PAGE)
        usable = (v for v in found if v.status in shapes.USABLE and v.published_on is not None)
        return tuple(sorted(usable, key=lambda v: v.order))

    def changes(self, data_set: str, version: str) -> Any:
        """What the publisher says a version changed against the one before it: JSON as it comes."""
        return self.web.get_json(f"/v1/data-sets/{data_set}/versions/{version}/changes")

    def csv(self, data_set: str, version: str) -> tuple[str, dict[str, str]]:
        """Where the CSV of a version is: path and parameters."""
        return f"/v1/data-sets/{data_set}/csv", {"dataSetVersion": version}

    def _one(self, path: str, shape: Callable[[Any, str], T]) -> T:
        return shape(self.web.get_json(path), self.web.base + path)

    def _pages(self, path: str, shape: Callable[[Any, str], T], size: int, asked: dict[str, str] | None = None) -> Iterator[T]:
        where = self.web.base + path
        for number in range(1, MOST_PAGES + 1):
            params = {"page": str(number), "pageSize": str(size)} | (asked or {})
            entries, pages = shapes.page(self.web.get_json(path, params), where)
            yield from (shape(entry, where) for entry in entries)
            if number >= pages or not entries:
                return
