"""How a question becomes a command: the options that every question has, the opened snapshot, and the answer in words or JSON."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from inspect import Parameter, Signature, signature
from typing import Any

import typer

from metrics.jsonable import plain
from metrics.options import (
    Against,
    AsJson,
    Edition,
    HowTo,
    Known,
    SnapshotId,
    StoreFolder,
    Years,
    chosen,
    opened,
    print_json,
    print_lines,
)

CHOICE: dict[str, tuple[Any, Any]] = {"against": (Against, "neighbours"), "how": (HowTo, "median"), "edition": (Edition, "")}
COMPARED = tuple(CHOICE)
ALWAYS: dict[str, tuple[Any, Any]] = {
    "years": (Years, ""), "known": (Known, "now"), "as_json": (AsJson, False), "store": (StoreFolder, None),
    "snapshot": (SnapshotId, ""),
}  # fmt: skip


@dataclass(frozen=True)
class Answer:
    """A result and its sentences. With --json the result is printed with `more`, the sentences (under "words") and those of its
    page that are not among them (`page`); without it the sentences alone. Empty ones are left out."""

    result: object
    words: Iterable[str]
    more: Mapping[str, object] = field(default_factory=dict)
    page: Iterable[str] = ()

    def show(self, as_json: bool) -> None:
        """Print the answer."""
        said = [line for line in self.words if line]
        if not as_json:
            print_lines(said)
            return
        page = [line for line in dict.fromkeys(self.page) if line and line not in said]
        print_json(plain(self.result) | plain(self.more) | {"words": said} | ({"page": page} if page else {}))


def ask_with(app: typer.Typer, answer: Callable[..., Answer], choice: Iterable[str] = COMPARED) -> None:
    """Add a command of the name of `answer`, a function of the opened snapshot, the choice, and options of its own.

    The command has those options, then the ones named in `choice` (against, how, edition), then those of every question.
    """
    named = tuple(choice)
    own = list(signature(answer, eval_str=True).parameters.values())[2:]
    shared = {name: CHOICE[name] for name in named} | ALWAYS
    options = [p.replace(kind=Parameter.KEYWORD_ONLY) for p in own]
    options += [Parameter(name, Parameter.KEYWORD_ONLY, default=d, annotation=a) for name, (a, d) in shared.items()]

    def command(**given: Any) -> None:
        as_json, store, snapshot = (given.pop(name) for name in ("as_json", "store", "snapshot"))
        picked = chosen(**{name: given.pop(name) for name in (*named, "years", "known")})
        answer(opened(store, snapshot), picked, **given).show(as_json)

    command.__signature__ = Signature(options)  # type: ignore[attr-defined]
    command.__annotations__ = {p.name: p.annotation for p in options}
    command.__doc__ = answer.__doc__
    app.command(answer.__name__)(command)
