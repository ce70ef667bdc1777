"""Is every figure of a table in the record of its row, and every figure of a sentence in a sentence that a command prints?"""

import re
from collections.abc import Iterator, Mapping, Sequence

from tests.pages.figures.answers import Answers, Number
from tests.pages.figures.figure import WRITTEN, figures, rounds_to
from tests.pages.figures.reading import Cell, Row, Shown
from tests.pages.figures.rule import EITHER, Column, Here, Phrase, Rule
from tests.pages.figures.rules import NAMES_ONLY, RULES, WITHOUT_FIGURES

ONE = rf"(?<![\w.,/])({WRITTEN})"
PERIOD = r"((?:19|20)\d{2}(?:/\d{2})?)"
# What a heading may hold: names.
HEADINGS = re.compile(r"\d{4}(?:/\d{2})?|95%|8 times out of 10|19 times out of 20|31 March|SHA-256")
LEAST = 20  # characters: a shorter string might be any part of a sentence


def faults(table: Shown, known: Answers, here: Here) -> list[str]:
    """What is wrong with the figures of a table, a line each; [] where each is in the record of its row."""
    found = [f"heading {text}" for text in table.headings if figures(HEADINGS.sub(" ", text))]
    found += [f"caption {written}" for written in _of_caption(table, here) if written != str(len(table.rows))]
    if any(re.match(text, table.caption) for text in WITHOUT_FIGURES):
        return found
    rule = _rule(table)
    if rule is None:
        return [*found, "no rule"]
    return [*found, *(fault for row in table.rows for fault in _of_row(table, row, rule, known, here))]


def unsaid(saying: str, known: Answers) -> list[str]:
    """The figures of a sentence of the page that stand in no sentence that the commands print."""
    rest = saying
    if figures(rest):
        for sentence in sorted(known.sentences, key=len, reverse=True):
            if len(sentence) >= LEAST:
                rest = rest.replace(sentence, " ")
    return figures(rest)


def counted(label: str, items: int) -> bool:
    """Whether a figure in what opens a fold is the number of its items."""
    return figures(label) in ([], [str(items)])


def _rule(table: Shown) -> Rule | None:
    fits = (
        rule
        for rule in RULES
        if re.fullmatch(rule.first, table.headings[0])
        and re.search(rule.caption, table.caption)
        and (not rule.headings or rule.headings in table.headings)
    )
    return next(fits, None)


def _of_caption(table: Shown, here: Here) -> list[str]:
    """The figures of a caption without the title of an indicator: how many rows there are, or a figure that is none of ours."""
    text = table.caption
    for title in sorted(here.titles, key=len, reverse=True):
        text = text.replace(title, " ")
    return figures(re.sub(r"\b(?:19|20)\d{2}\b|solid 95%|each as 100 in", " ", text))


def _of_row(table: Shown, row: Row, rule: Rule, known: Answers, here: Here) -> Iterator[str]:
    names = rule.names(table, row, here)
    named_in = (Cell(row.name.heading, "", row.name.quiet),) if row.name.quiet else ()  # the name itself is what names the record
    for cell in (*named_in, *row.cells):
        column = _column(rule, cell.heading, row.name.loud)
        texts = [text for text in (f"{cell.loud} {cell.quiet}".strip(), cell.alt) if text]
        if column is None:
            named = cell.heading in NAMES_ONLY or cell.heading == table.headings[0]
            left = [] if named else [written for text in texts for written in figures(text)]
            yield from (f"{row.name.loud} | {cell.heading} | {written}: no field" for written in left)
            continue
        within = _within(column, names, cell.heading, here)
        for text in texts:
            yield from (f"{row.name.loud} | {cell.heading} | {text} | {one}" for one in _of_text(text, column, within, known))


def _column(rule: Rule, heading: str, name: str) -> Column | None:
    return next((c for c in rule.columns if re.fullmatch(c.heading, heading) and re.match(c.rows, name)), None)


def _within(column: Column, names: Mapping[str, str], heading: str, here: Here) -> Mapping[str, str]:
    """What the record of a cell is called: by its row and by its heading."""
    match = re.fullmatch(column.heading, heading)
    more = {kind: here.codes[text] if kind == "area" else text for kind, text in match.groupdict().items()} if match else {}
    return {**names, **more, **({"area": here.area} if column.own else {})}


def _of_text(text: str, column: Column, within: Mapping[str, str], known: Answers) -> Iterator[str]:
    """The figures of a text that no field of its record holds, and those that no phrase reads."""
    rest = text
    for phrase in column.phrases:
        rest, wrong = _read(rest, phrase, column, within, known)
        yield from wrong
    yield from (f"{written}: not read" for written in figures(rest))


def _read(
    text: str, phrase: Phrase, column: Column, within: Mapping[str, str], known: Answers
) -> tuple[str, list[str]]:
    """What is left of a text without a phrase, and the figures of the phrase that are not in their fields."""
    pattern, *fields = phrase
    wrong: list[str] = []
    ways = [field for field in fields if field[0] in "<>"]

    def take(found: re.Match[str]) -> str:
        groups = list(found.groups())
        names = {**within, "period": groups.pop(0)} if "@" in pattern else within
        wrong.extend(
            f"{written}: not in {field}" for written, field in zip(groups, fields, strict=False)
            if not _held(written, field, column, names, known)
        )  # fmt: skip
        wrong.extend(f"{found[0]}: not {way}" for way in ways if not _points(way, column, names, known))
        return " "

    regex = pattern.replace("@", PERIOD).replace("#", ONE)
    return re.sub(regex, take, text, flags=re.IGNORECASE), wrong


def _held(written: str, field: str, column: Column, names: Mapping[str, str], known: Answers) -> bool:
    """Whether a field of the record that is called so holds the figure, with its sign."""
    extreme, _, tails = field.rpartition(" ")
    sign, tails = (tails[0], tails[1:]) if tails[0] in "-±" else ("", tails)
    found = [one for tail in tails.split("|") for one in known.of(_filled(tail, names)) if _called(one, column, names)]
    values = [-one.value if sign == "-" else abs(one.value) if sign else one.value for one in found]
    if extreme and values:
        values = [min(values) if extreme == "min" else max(values)]
    return any(rounds_to(value, written) for value in values)


def _points(way: str, column: Column, names: Mapping[str, str], known: Answers) -> bool:
    """Whether a field of the record is above zero ('>field') or below it ('<field')."""
    found = [one.value for one in known.of(way[1:]) if _called(one, column, names)]
    return bool(found) and all(value > 0 if way[0] == ">" else value < 0 for value in found)


def _filled(tail: str, names: Mapping[str, str]) -> str:
    return re.sub(r"\{(\w+)\}", lambda found: names[found[1]], tail)


def _called(one: Number, column: Column, names: Mapping[str, str]) -> bool:
    asked = {kind: name for kind, name in names.items() if kind not in column.drop}
    beside = {kind: names[kind] for kind in column.around if kind in names}
    return all(one.called.get(kind) in name.split(EITHER) for kind, name in asked.items()) and all(
        one.around.get(kind, frozenset()) & set(name.split(EITHER)) for kind, name in beside.items()
    )


def every(tables: Sequence[Shown], known: Answers, here: Here) -> dict[str, list[str]]:
    """The faults of each table of a page by its caption, without the tables that have none."""
    found = {table.caption: faults(table, known, here) for table in tables}
    return {caption: wrong for caption, wrong in found.items() if wrong}
