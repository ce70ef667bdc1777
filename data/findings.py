"""What a check has to say: one shape for all of them, printed, saved as CSV and kept in the manifest."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TextIO


class Outcome(StrEnum):
    """FAIL stops publishing; ACCEPTED would have, but a named person took it with a reason; WARNING is kept in the manifest; NOTE
    explains what was left out."""

    FAIL = "fail"
    ACCEPTED = "accepted"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True)
class Finding:
    """One thing found: by which check, how grave, what, where (file, row, column) and what to do about it."""

    check: str
    outcome: Outcome
    message: str
    where: str
    help: str = ""

    def sentence(self) -> str:
        """The finding as one line that can be read aloud."""
        return f"{self.where}: {self.message}" + (f" {self.help}" if self.help else "")


def write_csv(findings: Iterable[Finding], stream: TextIO) -> None:
    """The findings as CSV, one row each: check, outcome, message, where, help."""
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(["check", "outcome", "message", "where", "help"])
    writer.writerows([f.check, f.outcome.value, f.message, f.where, f.help] for f in findings)
