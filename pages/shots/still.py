"""When a page stands still: its script has run, its own scripts listen, its finding is there and every chart is drawn."""

from typing import Any

SECONDS = 60
FAILURE = ".stException"  # how Streamlit shows a page that failed
QUIET = 250  # milliseconds in which nothing of the page is put in, taken out or restyled
PATIENCE = 10_000  # after which a page that never rests is taken as it is

# One answer to "is it done?". A page that has nothing to show still has a heading that says why.
DONE = """() => {
  const app = document.querySelector('[data-testid=stApp]');
  if (!app || app.dataset.testScriptState !== 'notRunning' || !document.querySelector('h1.cpd-finding')) return false;
  if (!window.cpdListening) return false;
  if (document.querySelector('[data-testid=stSkeleton], [data-testid=stAppSkeleton], [data-stale=true]')) return false;
  return [...document.querySelectorAll('.stPlotlyChart')].every(chart => chart.querySelector('.main-svg'));
}"""
# Charts draw again when their room changes, and a script may still cut the page into screens after its run.
RESTED = """([quiet, patience]) => new Promise(rested => {
  let pause = setTimeout(done, quiet);
  const end = setTimeout(done, patience);
  const watch = new MutationObserver(() => { clearTimeout(pause); pause = setTimeout(done, quiet); });
  function done() { watch.disconnect(); clearTimeout(pause); clearTimeout(end); rested(); }
  watch.observe(document.body, { subtree: true, childList: true, attributes: true });
})"""
DRAWN = "() => document.fonts.ready.then(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))"


def wait(tab: Any) -> None:
    """Wait until the page in this tab of Playwright's stands still. Raises Playwright's TimeoutError after a minute."""
    tab.wait_for_function(DONE, timeout=SECONDS * 1000)
    tab.evaluate(DRAWN)
    tab.evaluate(RESTED, [QUIET, PATIENCE])
    tab.wait_for_function(DONE, timeout=SECONDS * 1000)
