"""What no method can work with, refused in one sentence that says what, and what was expected."""

from math import isfinite


def unless_counts(**named: float) -> None:
    """Refuse any figure that is not a number of people or children: ValueError unless each is finite and at least zero."""
    for name, figure in named.items():
        if not (isfinite(figure) and figure >= 0):
            raise ValueError(f"{_words(name)} is {figure}: expected a number that is not below zero.")


def unless_positive(**named: float) -> None:
    """Refuse any figure that something is divided by: ValueError unless each is finite and above zero."""
    for name, figure in named.items():
        if not (isfinite(figure) and figure > 0):
            raise ValueError(f"{_words(name)} is {figure}: expected a number above zero.")


def unless_finite(**named: float) -> None:
    """Refuse any figure that is no figure: ValueError unless each is finite."""
    for name, figure in named.items():
        if not isfinite(figure):
            raise ValueError(f"{_words(name)} is {figure}: expected a figure. Leave out what is not known.")


def _words(name: str) -> str:
    return f'The figure "{name.replace("_", " ")}"'
