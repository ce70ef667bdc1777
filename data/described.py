"""What a description of a published table says, once it is read: the record that the rest of the house passes round."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from data.errors import BadInput, nearest

KINDS = ("count", "fte", "percent", "rate", "mean")
PERIOD_KINDS = ("31 March", "year to 31 March", "academic year", "30 September", "30 June")
SHAPES = ("table", "neighbours")


@dataclass(frozen=True)
class Dimension:
    """A column of labels. `words` leads from every spelling in the files to our own word for it."""

    name: str
    columns: tuple[str, ...]
    words: Mapping[str, str]


@dataclass(frozen=True)
class Measure:
    """A column of figures. A published percent or rate says which count it is `of`, and `per` how many. With `where`, it
    claims only the rows with those words (a mean that its publisher prints in the column of counts)."""

    name: str
    columns: tuple[str, ...]
    kind: str
    decimals: int = 0
    of: str | None = None
    per: float | None = None
    where: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class PeriodKind:
    """What a period means (31 March, year to 31 March ...) for the rows that `where` picks; empty `where` is every row."""

    kind: str
    where: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Source:
    """A published table, described once for all its releases. `exact` is False where the published rates come from
    figures finer than the ones published beside them."""

    id: str
    title: str
    files: tuple[str, ...]
    shape: str
    period_kinds: tuple[PeriodKind, ...] = ()
    dimensions: tuple[Dimension, ...] = ()
    measures: tuple[Measure, ...] = ()
    headline: tuple[Mapping[str, tuple[str, ...]], ...] = ()
    exact: bool = True
    edition: str = ""
    la_number: str = ""
    neighbour: str = ""

    def period_kind(self, words: Mapping[str, str]) -> str:
        """The kind of period of the rows with these words; the last description that fits wins."""
        fitting = [k.kind for k in self.period_kinds if all(words.get(d) == w for d, w in k.where.items())]
        return fitting[-1]

    def measure(self, name: str) -> Measure:
        """The measure of that name. Raises BadInput naming the nearest one."""
        for measure in self.measures:
            if measure.name == name:
                return measure
        known = [m.name for m in self.measures]
        raise BadInput(f'{self.id}.toml has no measure "{name}".{nearest(name, known)} It has: {", ".join(known)}.')

    def breakdown(self, where: Mapping[str, str]) -> str:
        """The text under which observations with these words are kept: the words of all dimensions, in order.

        Raises BadInput for a dimension or a word that the source does not have, or a dimension left out.
        """
        names = [d.name for d in self.dimensions]
        for name in where:
            if name not in names:
                raise BadInput(f'{self.id}.toml has no dimension "{name}".{nearest(name, names)} It has: {", ".join(names)}.')
        return join(self._word(d, where) for d in self.dimensions)

    def _word(self, dimension: Dimension, where: Mapping[str, str]) -> str:
        if dimension.name not in where:
            raise BadInput(f'{self.id}: say which "{dimension.name}" is meant, one of {_some(dimension)}.')
        word = where[dimension.name]
        if word not in dimension.words.values():
            near = nearest(word, sorted(set(dimension.words.values())))
            raise BadInput(f'{self.id}: "{word}" is no label of "{dimension.name}".{near}')
        return word


def join(words: Iterable[str]) -> str:
    """The words of an observation's dimensions as one text; a table without dimensions has 'Total'."""
    return " | ".join(words) or "Total"


def _some(dimension: Dimension) -> str:
    words = list(dict.fromkeys(dimension.words.values()))
    return ", ".join(f'"{w}"' for w in words[:6]) + (" ..." if len(words) > 6 else "")
