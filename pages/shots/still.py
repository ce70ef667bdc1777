"""When a page stands still: its script has run, its finding is there and every chart is drawn."""

from typing import Any

SECONDS = 60
FAILURE = ".stException"  # how Streamlit shows a page that failed
MOMENT = 150  # milliseconds for what fades in after the last element

# One answer to "is it done?". A page that has nothing to show still has a heading that says why.
DONE = """() => {
  const app = document.querySelector('[data-testid=stApp]');
  if (!app || app.dataset.testScriptState !== 'notRunning' || !document.querySelector('h1.cpd-finding')) return false;
  if (document.querySelector('[data-testid=stSkeleton], [data-testid=stAppSkeleton], [data-stale=true]')) return false;
  return [...document.querySelectorAll('.stPlotlyChart')].every(chart => chart.querySelector('.main-svg'));
}"""
DRAWN = "() => document.fonts.ready.then(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))"


def wait(tab: Any) -> None:
    """Wait until the page in this tab of Playwright's stands still. Raises Playwright's TimeoutError after a minute."""
    tab.wait_for_function(DONE, timeout=SECONDS * 1000)
    tab.evaluate(DRAWN)
    tab.wait_for_timeout(MOMENT)
    tab.wait_for_function(DONE, timeout=SECONDS * 1000)
