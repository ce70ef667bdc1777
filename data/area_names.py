"""What people call an area: one name, however capitalised, punctuated or styled. Strings only, no list of areas."""

import re

# ", City of" and ", County of" are how official lists file a name under its own letter; nobody says them.
_FILED_STYLE = re.compile(r", (city|county) of$", re.IGNORECASE)
_STYLE = re.compile(r"^(city of|county of|county) | (city of|county of)$")

# Names that everybody uses and no official list has. Only where no other area could be meant.
_SPOKEN = {"hull": "kingston upon hull", "bcp": "bournemouth christchurch and poole"}


def short_name(name: str) -> str:
    """The name as it is said: 'Herefordshire, County of' is 'Herefordshire'; 'County Durham' and others stay."""
    return _FILED_STYLE.sub("", name)


def key(name: str) -> str:
    """Lower-case words without punctuation: 'St. Helens', 'ST HELENS' and 'Saint Helens' are all 'st helens'."""
    text = re.sub(r"[.'’]", "", name.casefold()).replace("&", " and ")
    return re.sub(r"\bsaint\b", "st", re.sub(r"\W+", " ", text).strip())


def plain_key(name: str) -> str:
    """The key without 'City of', 'County of' or 'County': 'County Durham' is 'durham', 'Bristol, City of' 'bristol'."""
    plain = _STYLE.sub("", key(name))
    return _SPOKEN.get(plain, plain)
