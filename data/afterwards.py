"""After a snapshot is published: say which headline verdicts it changes. Figures are judged in the storey above, so it is asked
as any analyst would ask it, by its own command in its own process; whatever happens there, the snapshot stays published."""

import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from data.store import Store

HOME = Path(__file__).resolve().parents[1]
COMMAND = ("-m", "metrics", "verdict-changes")
LONGEST = 600  # seconds; the full files of ten years take about a minute


def verdict_changes(
    store: Store, old: str, new: str, say: Callable[[str], None], command: Sequence[str] = COMMAND, longest: float = LONGEST
) -> None:
    """Say in a line which headline verdicts differ between two snapshots of a store, or why that could not be told."""
    asked = [sys.executable, *command, old, new, "--summary", "--store", str(store.folder.resolve())]
    try:
        done = subprocess.run(asked, cwd=HOME, capture_output=True, text=True, timeout=longest, check=False)
    except subprocess.TimeoutExpired:
        why = f"it took more than {longest:g} seconds"
    except OSError as error:
        why = error.strerror or "the command did not start"
    else:
        if done.returncode == 0:
            say(done.stdout.strip())
            return
        why = (done.stderr.strip().splitlines() or ["it gave no reason"])[-1].rstrip(".")
    again = f"python -m metrics verdict-changes {old} {new} --store {store.folder}"
    say(f"The snapshot is published, but which headline verdicts it changes could not be told: {why}. Ask again with: {again}")
