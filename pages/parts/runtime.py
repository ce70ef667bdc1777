"""Garbage collection, kept out of the visitors' way.

Streamlit runs a full collection after every rerun (`runner.postScriptGC`), which was more than half of the time
of a page and stops every other session too. `.streamlit/config.toml` turns that off; what takes its place is here:
what start-up built is set aside once (`gc.freeze`), so that a collection looks only at what came since, and one
thread collects at regular times, since without it the cycles of closed sessions would pile up.
"""

import atexit
import gc
import threading
import time

SECONDS_BETWEEN_COLLECTIONS = 5.0
COLLECTOR_NAME = "garbage-collector"

_settling = threading.Lock()


def settle() -> None:
    """Set aside what start-up built and start the collector: once per process, later calls return at once.

    To be called at the end of a script run, when modules, catalogue and snapshot have been loaded.
    """
    with _settling:
        if _collector_is_running():
            return
        gc.collect()
        gc.freeze()
        atexit.register(gc.unfreeze)  # or what is set aside is reported as leaked when the process ends
        threading.Thread(target=_collect_for_ever, name=COLLECTOR_NAME, daemon=True).start()


def _collector_is_running() -> bool:
    # The thread itself is the record that it was started: a flag in this module would be lost when Streamlit
    # loads edited modules afresh, and one in its cache when somebody clears the cache.
    return any(thread.name == COLLECTOR_NAME for thread in threading.enumerate())


def _collect_for_ever() -> None:
    while True:
        time.sleep(SECONDS_BETWEEN_COLLECTIONS)
        gc.collect()
