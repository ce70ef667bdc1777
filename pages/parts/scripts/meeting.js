// Meeting mode: one chart at a time. A page is cut into screens at its headings and before each further chart; the arrows, or
// the page keys of a presenter, go through them and on to the next page.
let screen = 0;
let screens = [];
let landOnLast = false;
let before = "";

const bar = () => document.querySelector(".cpd-meeting");
const holds = (element, what) => element.matches(what) || element.querySelector(what) !== null;

function cut() {
  const top = document.querySelector(".stMainBlockContainer > .stVerticalBlock");
  const found = [];
  for (const part of top?.children || []) {
    if (holds(part, ".cpd-meeting, style, .cpd-foot") || part.classList.contains("stHidden")) continue;
    const heading = [...part.querySelectorAll("h1, h2")].some((h) => !h.closest(".stExpander"));
    const chart = holds(part, ".stPlotlyChart");
    const last = found.at(-1);
    if (!last || (heading && last.full) || (chart && last.chart)) found.push({ parts: [], chart: false, full: false });
    const now = found.at(-1);
    now.parts.push(part);
    now.chart ||= chart;
    now.full ||= chart || holds(part, ".cpd-table, .stExpander");
  }
  return found;
}

function showScreen() {
  const here = bar();
  if (!here) {
    for (const part of document.querySelectorAll("[data-cpd-off]")) part.removeAttribute("data-cpd-off");
    return void (before = "");
  }
  if (!before) foldSidebar();
  screens = cut();
  if (here.dataset.cpdPage !== before) {
    screen = landOnLast ? screens.length - 1 : 0;
    before = here.dataset.cpdPage;
  }
  screen = Math.max(0, Math.min(screen, screens.length - 1));
  screens.forEach((one, i) => one.parts.forEach((part) => off(part, i !== screen)));
  const place = here.querySelector(".cpd-place");
  const words = screens.length > 1 ? `${screen + 1} of ${screens.length}` : "";
  if (place && place.textContent !== words) place.textContent = words;
}

function off(part, hidden) {
  if (part.hasAttribute("data-cpd-off") !== hidden) part.toggleAttribute("data-cpd-off", hidden);
}

function step(way) {
  if (way > 0 && chartBelow()) return;
  const to = screen + way;
  landOnLast = way < 0;
  if (to >= 0 && to < screens.length) {
    screen = to;
    showScreen();
    document.querySelector(".stMain")?.scrollTo({ top: 0 });
    const heading = screens[screen].parts.map((part) => part.querySelector("h1, h2")).find(Boolean);
    return say(`${screen + 1} of ${screens.length}. ${heading?.innerText || ""}`);
  }
  document.querySelector(`.st-key-meeting-${way < 0 ? "previous" : "next"} a`)?.click();
}

// On a low screen the finding comes first and its chart after it: go to a chart that is not in sight yet before going on.
function chartBelow() {
  const chart = screens[screen]?.parts.map((part) => part.querySelector(".stPlotlyChart")).find(Boolean);
  const main = document.querySelector(".stMain");
  const edge = document.querySelector(".st-key-meeting-bar").getBoundingClientRect().top;
  if (!chart || chart.getBoundingClientRect().bottom <= edge + 40) return false;
  const from = main.scrollTop;
  main.scrollBy({ top: chart.getBoundingClientRect().top - 72 });
  return main.scrollTop > from + 40;
}

const foldSidebar = () => document.querySelector("[data-testid=stSidebarCollapseButton] button")?.click();
const leave = () => document.querySelector(".st-key-meeting-leave button")?.click();

// Arrow keys belong to whatever uses them: fields, lists, sliders, tabs and boxes that scroll.
const USES_ARROWS = "input, textarea, select, [role=slider], [role=radio], [role=listbox], [role=combobox], [role=tab], .cpd-table";

function keyed(event) {
  if (!bar() || event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
  if (event.key === "Escape" && !document.querySelector("[role=listbox], [role=dialog]")) return leave();
  if (event.target.closest?.(USES_ARROWS)) return;
  const main = document.querySelector(".stMain");
  const way = { ArrowRight: 1, ArrowLeft: -1, PageDown: 1, PageUp: -1 }[event.key];
  if (!way) return;
  event.preventDefault();
  // A presenter has two keys only: they first go through what does not fit on the screen.
  const from = main.scrollTop;
  if (event.key.startsWith("Page")) main.scrollBy({ top: way * 0.8 * main.clientHeight, behavior: "instant" });
  if (Math.abs(main.scrollTop - from) < 4) step(way);
}
