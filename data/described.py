"""What a description of a published table says, once it is read: the record that the rest of the house passes round."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from data.errors import BadInput, nearest

# A balance is a count of people that may be negative (came minus went); a sum adds up scores; months are durations.
KINDS = ("count", "fte", "percent", "rate", "mean", "balance", "sum", "months", "pounds")
PERIOD_KINDS = ("31 March", "year to 31 March", "academic year", "financial year", "30 September", "30 June")
LEVELS = ("National", "Regional", "Local authority")
SHAPES = ("table", "neighbours", "lait", "inspections")
WRITTEN = ("yy:mm",)


@dataclass(frozen=True)
class Dimension:
    """A column of labels. `words` leads from every spelling in the files to our own word for it."""

    name: str
    columns: tuple[str, ...]
    words: Mapping[str, str]


@dataclass(frozen=True)
class Measure:
    """A column of figures. A published percent or rate says which count it is `of`, and `per` how many. With `where`, it
    claims only the rows with those words (a mean that its publisher prints in the column of counts). `out_of` names the
    measures of the same row whose sum it is a share of; without it the base stands in another row (see Whole). `written`
    says how its publisher writes it where that is no plain number: a duration as yy:mm."""

    name: str
    columns: tuple[str, ...]
    kind: str
    decimals: int = 0
    of: str | None = None
    per: float | None = None
    where: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    out_of: tuple[str, ...] = ()
    written: str = ""


@dataclass(frozen=True)
class Whole:
    """In one dimension, which word is the whole of which parts (all others without `parts`), for the rows that `where`
    picks. Percentages of the parts are of the whole; with `adds_up` the counts of the parts sum to it."""

    dimension: str
    whole: str
    parts: tuple[str, ...] = ()
    where: Mapping[str, str] = field(default_factory=dict)
    adds_up: bool = True


@dataclass(frozen=True)
class PeriodKind:
    """What a period means (31 March, year to 31 March ...) for the rows that `where` picks; empty `where` is every row."""

    kind: str
    where: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Sheets:
    """The sheets of a workbook: our word for each, the row of their header, how each of our columns is spelt in them, and the
    words that may stand in the columns of judgements and of kinds of visit."""

    names: Mapping[str, str]
    header_row: int
    columns: Mapping[str, tuple[str, ...]]
    grades: tuple[str, ...]
    visits: tuple[str, ...]


@dataclass(frozen=True)
class Source:
    """A published table, described once for all its releases. `exact` is False where the published rates come from
    figures finer than the ones published beside them; `regions_differ` is by what share of England's counts the
    regions' sum may differ from them. `remarks` are columns that say how a row was made and do not divide
    what is counted (revised or final); `levels` the geographic levels that it has. `numbers` and `names` lead from an area's
    number or name to its code where its publisher has numbers and names of its own."""

    id: str
    title: str
    files: tuple[str, ...]
    shape: str
    period_kinds: tuple[PeriodKind, ...] = ()
    dimensions: tuple[Dimension, ...] = ()
    measures: tuple[Measure, ...] = ()
    headline: tuple[Mapping[str, tuple[str, ...]], ...] = ()
    wholes: tuple[Whole, ...] = ()
    remarks: tuple[Dimension, ...] = ()
    levels: tuple[str, ...] = LEVELS
    exact: bool = True
    regions_differ: float = 0.0
    edition: str = ""
    la_number: str = ""
    neighbour: str = ""
    numbers: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    sheets: Sheets | None = None

    def period_kind(self, words: Mapping[str, str]) -> str:
        """The kind of period of the rows with these words; the last description that fits wins."""
        fitting = [k.kind for k in self.period_kinds if all(words.get(d) in w for d, w in k.where.items())]
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
