"""Joint returns: one published row that stands for two authorities, 'E09000021 / E09000027'."""


def split(code: str) -> tuple[str, ...]:
    """The codes (or authority numbers) in a cell: one, or each of a joint return's."""
    return tuple(part.strip() for part in code.split("/") if part.strip())


def partner(code: str, part: str) -> str:
    """The other authorities of a joint return, joined by a space; '' where the row is for one alone."""
    return " ".join(other for other in split(code) if other != part)
