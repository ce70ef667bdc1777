// Paper: A4 upright leaves 186 mm. The button sets the page to that width first, so that charts are drawn for it; printed from
// the browser's own menu, a chart that is wider is made smaller as a whole.
const PAPER = 703; // CSS pixels
const REDRAWN = 900; // milliseconds that charts take at most

function printPage() {
  document.documentElement.classList.add("cpd-paper");
  setTimeout(() => window.print(), REDRAWN);
}

function toPaper() {
  for (const fold of document.querySelectorAll(".cpd-two details:not([open])")) fold.open = fold.cpdShut = true;
  document.querySelector(".cpd-address-here")?.replaceChildren(location.href);
  for (const chart of document.querySelectorAll(".js-plotly-plot")) {
    const wide = chart.querySelector(".main-svg")?.clientWidth || 0;
    if (wide > PAPER) framed(chart).style.zoom = PAPER / wide;
  }
}

function fromPaper() {
  document.documentElement.classList.remove("cpd-paper");
  for (const fold of document.querySelectorAll(".cpd-two details")) if (fold.cpdShut) fold.open = fold.cpdShut = false;
  for (const chart of document.querySelectorAll(".js-plotly-plot")) framed(chart).style.zoom = "";
}

// What keeps the room of a chart free, so that a smaller chart takes less.
const framed = (chart) => chart.closest(".stElementContainer") || chart;
