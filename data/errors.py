"""Errors that are the user's to mend: printed as one sentence, without a traceback, each kind with its own exit code."""


class UserError(Exception):
    """Says what is wrong, where, what was expected and what to do next. Anything else that is raised is a bug."""

    exit_code = 1


class BadInput(UserError):
    """A published file, a folder or a setting is not what it should be. `where` (file, row, column) goes in front."""

    exit_code = 3

    def __init__(self, message: str, where: str = "") -> None:
        super().__init__(f"{where}: {message}" if where else message)
        self.message = message
        self.where = where


class StoreError(UserError):
    """A snapshot store cannot be read or written, or what it holds is damaged."""

    exit_code = 4


def nearest(word: str, known: list[str], what: str = "") -> str:
    """The end of a sentence that offers the nearest known spelling: ' Did you mean "title"?', or '' when none is near."""
    from difflib import get_close_matches

    near = get_close_matches(word[:200], known, n=1, cutoff=0.5)
    lead = f" The nearest {what} is" if what else " Did you mean"
    end = "." if what else "?"
    return f'{lead} "{near[0]}"{end}' if near else ""


def brief(cell: str, most: int = 80) -> str:
    """A cell for an error message: whole where it is short, else its beginning, so that a shifted file shows no whole row."""
    return cell if len(cell) <= most else f"{cell[:most]} ..."
