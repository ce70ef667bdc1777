"""`python -m tests.benchmarks`: measure pages, questions, start and memory on the bundled snapshot. Writes nothing.

Times depend on the computer; what pandas alone takes for the same, measured in the same run, does not as much.
"""

import logging
import os
import platform
import sys

from data.store import BUNDLED, VARIABLE, Store

THE_OTHER_PAGE = "The page with pandas alone draws the same lines and figures and nothing else: no words, notes or downloads."


def main() -> None:
    """Print one table, and a line on the computer and the memory."""
    os.environ[VARIABLE] = str(BUNDLED)
    logging.disable(logging.WARNING)  # what Streamlit says of running without a browser
    # Streamlit reads its settings when it is imported.
    from tests.benchmarks import cards, clicks, pages, questions, start
    from tests.benchmarks.timing import report

    snapshot = Store(BUNDLED).open()
    print(f"Snapshot {snapshot.id}, Python {platform.python_version()}, {os.cpu_count()} cores.", file=sys.stderr)
    lines = []
    parts = {"pages": pages.measure(), "questions": questions.measure(snapshot), "verdicts": cards.measure(snapshot)}
    for name, measured in parts.items():
        print(f"Measuring {name} ...", file=sys.stderr)
        lines += list(measured)
    print("Measuring cold starts ...", file=sys.stderr)
    starts, memory = start.measure()
    print("Measuring clicks ...", file=sys.stderr)
    clicked, bytes_ = clicks.measure()
    print(report([*lines, *starts, *clicked]))
    print(f"\n{memory}\n{bytes_}\n{THE_OTHER_PAGE}")


if __name__ == "__main__":
    main()
