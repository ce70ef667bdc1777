"""From a source's titles to a data set of the service: by the ids remembered, else by the titles."""

from data.fetch.api import Api
from data.fetch.choose import choose_data_set, choose_publication
from data.fetch.errors import NotOffered, NotThere
from data.fetch.remember import Found, Memory
from data.fetch.shapes import USABLE, DataSet, Publication
from data.fetch.titles import Wanted


class Finder:
    """Asks for each publication and each list of data sets once a run. Raises FetchError where a title leads nowhere."""

    def __init__(self, api: Api, memory: Memory) -> None:
        self._api, self._memory = api, memory
        self._publications: dict[str, Publication] = {}
        self._data_sets: dict[str, tuple[DataSet, ...]] = {}

    def find(self, wanted: Wanted) -> tuple[Publication, DataSet]:
        """The publication and the data set of a source, which are remembered."""
        publication = self._publication(wanted.publication)
        data_set = self._data_set(wanted, publication)
        found = Found(wanted.source.id, wanted.publication, publication.id, publication.title, data_set.id, data_set.title)
        if self._memory.found.get(wanted.source.id) != found:
            self._memory.note_found(found)
        return publication, data_set

    def _publication(self, title: str) -> Publication:
        if title not in self._publications:
            self._publications[title] = self._remembered_publication(title) or self._publication_by_title(title)
        return self._publications[title]

    def _remembered_publication(self, title: str) -> Publication | None:
        id_ = self._memory.publication_id(title)
        if not id_:
            return None
        try:
            publication = self._api.publication(id_)
        except NotThere:
            self._say(f'The publication "{title}" is not known any longer by the id it had; looking for its title.')
            return None
        before = next(f.publication_title for f in self._memory.found.values() if f.publication_id == id_)
        if publication.title != before:
            self._say(f'"{before}" is now called "{publication.title}".')
        return publication

    def _publication_by_title(self, title: str) -> Publication:
        try:
            return choose_publication(title, self._api.publications(search=title))
        except NotOffered:  # the service's search may know less of punctuation than we do
            return choose_publication(title, self._api.publications())

    def _data_set(self, wanted: Wanted, publication: Publication) -> DataSet:
        data_set = self._remembered_data_set(wanted)
        if data_set is None:
            if publication.id not in self._data_sets:
                self._data_sets[publication.id] = self._api.data_sets(publication.id)
            data_set = choose_data_set(wanted, publication, self._data_sets[publication.id])
        return self._newest(data_set)

    def _remembered_data_set(self, wanted: Wanted) -> DataSet | None:
        before = self._memory.found.get(wanted.source.id)
        if before is None:
            return None
        try:
            data_set = self._api.data_set(before.data_set_id)
        except NotThere:
            self._say(f'The data set "{before.data_set_title}" is not known any longer by the id it had; looking for its title.')
            return None
        if data_set.title != before.data_set_title:
            self._say(f'"{before.data_set_title}" is now called "{data_set.title}".')
        return data_set

    def _newest(self, data_set: DataSet) -> DataSet:
        """Follow a discontinued data set to the one that took its place, and that one to its own."""
        passed = {data_set.id}
        while data_set.successor and data_set.successor not in passed:
            successor = self._api.data_set(data_set.successor)
            self._say(f'"{data_set.title}" is discontinued; "{successor.title}" takes its place.')
            passed.add(successor.id)
            data_set = successor
        if data_set.status not in USABLE:
            raise NotThere(f'The data set "{data_set.title}" was withdrawn by its publisher ({data_set.status}).')
        return data_set

    def _say(self, line: str) -> None:
        self._api.web.say(line)
