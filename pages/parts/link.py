"""Read a link: its words in, a valid view out. A word that cannot be followed becomes the nearest valid one, and a sentence."""

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from data.area_record import AUTHORITY
from data.areas import Area
from data.errors import UserError
from metrics import describe, settings
from metrics.ask import Ask
from metrics.catalogue import PRINCIPLES, Indicator
from metrics.known_on import NOW, KnownOn, known_on
from metrics.principles import ALL
from metrics.results import Choice, How, Kind
from pages.parts import grouped, over_years
from pages.parts.visit import AUTHORITY_FIRST_SHOWN, ON, PRINCIPLE_FIRST_SHOWN, Visit, first_indicator

SWITCH = {ON: ON, "off": "off"}
ALIKE = 0.6  # below this a word is no slip of the pen for another


def read(words: Mapping[str, str], ask: Ask) -> Visit:
    """The view that a link means. A word that cannot be followed is replaced by the nearest valid one, and `said` says so."""
    said: list[str] = []
    indicator = _indicator(words.get("indicator", ""), ask, said)
    first, last = _years(words.get("years", ""), ask, said)
    editions = {edition: edition for edition in ask.editions}
    choice = Choice(
        kind=Kind(_one_of("compare", words, {k.value: k.value for k in Kind}, said) or Kind.NEIGHBOURS),
        how=How(_one_of("how", words, {h.value: h.value for h in How}, said) or How.MEDIAN),
        edition=_one_of("edition", words, editions, said),
        known_on=_known_on(words.get("known_on", ""), ask, said),
        first_year=first,
        last_year=last,
    )
    return Visit(
        ask=ask,
        area=_area(words.get("authority", ""), ask, said),
        indicator=indicator,
        breakdown=_one_of("breakdown", words, {b: b for b in indicator.breakdowns}, said) or indicator.breakdowns[0],
        principle=_one_of("principle", words, {p: p for p in (*PRINCIPLES, ALL)}, said) or PRINCIPLE_FIRST_SHOWN,
        choice=choice,
        period=words.get("period", ""),
        meeting=_one_of("meeting", words, SWITCH, said) == ON,
        group=grouped.group(words.get("group", ""), ask, said),
        region=grouped.region(words.get("region", ""), ask, said),
        first=words.get("from", ""),
        last=words.get("to", ""),
        base=words.get("base", ""),
        look=_one_of("look", words, {look: look for look in settings.offered(ask)}, said),
        indicators=over_years.indicators(words.get("indicators", ""), indicator, ask, said),
        view=_one_of("view", words, over_years.VIEWS, said),
        zero=_one_of("zero", words, SWITCH, said) == ON,
        intervals=_one_of("intervals", words, SWITCH, said) == ON,
        said=tuple(said),
    )


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that looks most like this one; '' where none is near."""
    by_plain = {k.casefold(): k for k in known}
    near = get_close_matches(word.casefold(), list(by_plain), n=1, cutoff=ALIKE)
    return by_plain[near[0]] if near else ""


def _one_of(name: str, words: Mapping[str, str], known: Mapping[str, str], said: list[str]) -> str:
    """The word of the link, the nearest known one, or '' where the link has none or none is near."""
    word = words.get(name, "")
    if not word or word in known:
        return word
    near = nearest(word, known)
    shown = f'"{near}" is shown' if near else "the usual one is shown"
    said.append(f'The link asks for {name.replace("_", " ")} "{word}", which is not one of: {", ".join(known)}. Here {shown}.')
    return near


def _area(word: str, ask: Ask, said: list[str]) -> Area:
    default = ask.areas[AUTHORITY_FIRST_SHOWN]
    if not word:
        return default
    try:
        found = ask.areas.find(word)
    except UserError:
        authorities = [a for a in ask.areas if a.level == AUTHORITY]
        # Names only: a code with one wrong figure is the code of another council, which nobody meant.
        by_word = {a.name: a for a in authorities} | {a.short_name: a for a in authorities}
        near = nearest(word, by_word)
        found = by_word[near] if near else default
        said.append(f'The link names an authority "{word}", which is not known. Here {found.short_name} is shown.')
        return found
    if found.level == AUTHORITY:
        return found
    said.append(f"{found.short_name} is not a local authority. Here {default.short_name} is shown.")
    return default


def _indicator(word: str, ask: Ask, said: list[str]) -> Indicator:
    usual = ask.catalogue[first_indicator(ask)]
    if not word:
        return usual
    entry = ask.catalogue[word] if word in ask.catalogue else None
    if entry and entry.measured:
        return entry
    near = ask.catalogue[nearest(word, [e.id for e in ask.catalogue.measured]) or usual.id]
    if entry and entry.elsewhere:
        said.append(f'{describe.no_figures(entry)} Here "{usual.title}" is shown.')
        return usual
    if entry:
        said.append(
            f'"{entry.title}" is not measured nationally: the page on the principles says what to collect. '
            f'Here "{usual.title}" is shown.'
        )
        return usual
    said.append(f'The link asks for an indicator "{word}", which is not known. Here "{near.title}" is shown.')
    return near


def _years(word: str, ask: Ask, said: list[str]) -> tuple[int | None, int | None]:
    """First and last year of '2019-2025', within those held; two Nones for all of them."""
    if not word:
        return None, None
    low, high = ask.years()
    match = re.fullmatch(r"(\d{4})-(\d{4})", word)
    if match is None:
        said.append(f'The link asks for years "{word}". They are written like {low}-{high}. Here all years are shown.')
        return None, None
    first, last = sorted(int(year) for year in match.groups())
    if last < low or first > high:
        said.append(f"The link asks for {first} to {last}; figures are held for {low} to {high}. Here all years are shown.")
        return None, None
    first, last = max(first, low), min(last, high)
    return (None, None) if (first, last) == (low, high) else (first, last)


def _known_on(word: str, ask: Ask, said: list[str]) -> KnownOn:
    try:
        asked = known_on(word)
    except UserError:
        said.append(f'The link asks for figures as known on "{word}". Write now, first or a date such as 2024-12-31. Here: now.')
        return NOW
    oldest = min(f.published_on for f in ask.manifest.source_files)
    if asked.first or asked.day >= oldest:
        return asked
    said.append(f"The oldest release held came out on {oldest.day} {oldest:%B %Y}. Here figures are shown as known on that day.")
    return KnownOn(oldest)
