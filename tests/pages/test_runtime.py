"""The collector starts once and collects, and Streamlit's own collection after every rerun is off."""

import gc
import inspect
import subprocess
import sys
import threading
import time
import weakref
from pathlib import Path

from streamlit import config
from streamlit.runtime.scriptrunner.script_runner import ScriptRunner

from pages.parts.runtime import COLLECTOR_NAME, SECONDS_BETWEEN_COLLECTIONS, settle

ROOT = Path(__file__).resolve().parents[2]

SETTLE_FROM_EIGHT_SESSIONS_AT_ONCE = """
import sys, threading
from pages.parts.runtime import COLLECTOR_NAME, settle
sys.setswitchinterval(1e-6)
together = threading.Barrier(8)
sessions = [threading.Thread(target=lambda: (together.wait(), settle())) for _ in range(8)]
for session in sessions: session.start()
for session in sessions: session.join()
print(sum(thread.name == COLLECTOR_NAME for thread in threading.enumerate()))
"""

WHERE_THE_OPTION_WAS_SET = """
from streamlit import config
config.get_config_options()
print(config.get_option("runner.postScriptGC"), config.get_where_defined("runner.postScriptGC"))
"""


def _python(program: str) -> subprocess.CompletedProcess[str]:
    """Run a program in a process of its own, from the repository's root, where Streamlit finds its settings."""
    return subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True)


class _Node:
    """One half of a reference cycle, which only a collection can free."""

    other: "_Node"


def _cycle() -> weakref.ref[_Node]:
    first, second = _Node(), _Node()
    first.other, second.other = second, first
    return weakref.ref(first)


def test_settling_twice_makes_one_collector() -> None:
    settle()
    settle()
    collectors = [thread for thread in threading.enumerate() if thread.name == COLLECTOR_NAME]
    assert len(collectors) == 1
    assert collectors[0].daemon, "a collector that is not a daemon would keep a stopped server alive"


def test_sessions_that_settle_at_the_same_moment_share_one_collector() -> None:
    assert _python(SETTLE_FROM_EIGHT_SESSIONS_AT_ONCE).stdout.strip() == "1"


def test_what_start_up_built_is_set_aside() -> None:
    settle()
    assert gc.get_freeze_count() > 10_000


def test_the_collector_frees_a_cycle_made_after_settling() -> None:
    settle()
    gc.disable()  # so that nobody but the collector's thread can free it
    try:
        node = _cycle()
        deadline = time.monotonic() + 3 * SECONDS_BETWEEN_COLLECTIONS
        while node() is not None and time.monotonic() < deadline:
            time.sleep(0.1)
    finally:
        gc.enable()
    assert node() is None, "the cycle is still there after three rounds of the collector"


def test_streamlit_still_has_and_reads_the_option_that_turns_its_own_collection_off() -> None:
    what_to_do = (
        "Streamlit dropped the option runner.postScriptGC: measure a rerun again, "
        "then change .streamlit/config.toml and pages/parts/runtime.py"
    )
    assert "runner.postScriptGC" in config.get_config_options(), what_to_do
    # AppTest leaves this step of a rerun out, so the option's use is looked up where it stands.
    assert 'get_option("runner.postScriptGC")' in inspect.getsource(ScriptRunner), what_to_do


def test_our_settings_turn_the_option_off_and_streamlit_understands_every_one_of_them() -> None:
    loaded = _python(WHERE_THE_OPTION_WAS_SET)
    value, where = loaded.stdout.split(maxsplit=1)
    assert value == "False"
    assert Path(where.strip()) == ROOT / ".streamlit" / "config.toml"
    assert "not a valid config option" not in loaded.stderr
