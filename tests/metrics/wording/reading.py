"""How hard a text is to read: the Flesch-Kincaid grade, by counting rules that can be checked on paper.

grade = 0.39 x words per sentence + 11.8 x syllables per word - 15.59 (Kincaid, Fishburne, Rogers and Chissom, 1975, Derivation of
new readability formulas for Navy enlisted personnel). A grade is a school year of the United States, in which pupils of grade g
are g + 5 years old at its start, so the reading age is grade + 5. Words, syllables and sentences are counted as Flesch says (How
to Write Plain English, 1979, chapter 2): a figure or an abbreviation is one word of one syllable; a sentence is each full unit of
speech marked off by a full stop, colon, semicolon, question mark or exclamation mark.
"""

import re
from itertools import pairwise

ENDS = r"(?<=[^aeiouyl])e$|(?<=[aeiouy]l)e$|(?<=[^td])ed$|(?<=[^cgszxh])es$"  # a last e that is not spoken
SILENT = re.compile(ENDS + r"|(?<=[a-z])e(?=(?:ly|ments?|ful|less|where)$)")
GROUP = re.compile(r"[aeiouy]+")
APART = re.compile(r"i(?=[ao])(?![ao](?:n|us|l))|(?<=[^q])u(?=a)|e(?=o[^u])|y(?=i)")  # vowels side by side, said one by one
KNOWN = {
    "area": 3, "areas": 3, "being": 2, "business": 2, "create": 2, "every": 2, "median": 3, "people": 2, "quiet": 2, "science": 2,
    "trial": 2, "various": 3,
}  # fmt: skip
WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?|\d[\d,.]*\d%?|\d%?")


def syllables(word: str) -> int:
    """How many syllables a word has when it is spoken; a figure or an abbreviation counts as one."""
    if not word.isalpha() and not re.search(r"[a-z]['’]", word) or word.isupper():
        return 1
    plain = re.sub(r"['’].*", "", word.lower())
    if plain in KNOWN:
        return KNOWN[plain]
    spoken = SILENT.sub("", plain)
    return max(1, len(GROUP.findall(spoken)) + len(APART.findall(spoken)))


def sentences(text: str) -> list[list[str]]:
    """The words of each full unit of speech."""
    units = (WORD.findall(part) for part in re.split(r"(?<=[.?!:;])\s+", text))
    return [unit for unit in units if unit]


def grade(text: str) -> float:
    """The Flesch-Kincaid grade. Raises ZeroDivisionError of a text without a word."""
    units = sentences(text)
    words = [word for unit in units for word in unit]
    return 0.39 * len(words) / len(units) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def reading_age(text: str) -> float:
    """The age in years at which the text is read with ease: grade + 5."""
    return grade(text) + 5


def longest(text: str) -> int:
    """The most words between two full stops, question or exclamation marks: colons and semicolons do not shorten it."""
    ends = [0, *(found.end() for found in re.finditer(r"[.?!](?=\s|$)", text)), len(text)]
    return max(len(WORD.findall(text[start:end])) for start, end in pairwise(ends))
