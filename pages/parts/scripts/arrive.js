// A link that ends in #section leads to that section, although it is drawn only after the page has loaded, and takes the
// keyboard along. That end of the address is read from what was asked for: it is gone once the server writes the address.
const ARRIVED = 1500; // milliseconds in which nothing is drawn any more
const TAKES_OVER = ["wheel", "touchstart", "pointerdown", "keydown"];
const asked = new URL(performance.getEntriesByType("navigation")[0]?.name || location.href).hash || location.hash;
let goal = asked.slice(1);
let resting = 0;

// Called after whatever was drawn, as what stands above may have grown, until all rests or the reader takes over.
function arrive() {
  const there = goal && document.getElementById(goal);
  if (!there) return;
  clearTimeout(resting);
  resting = setTimeout(stay, ARRIVED);
  uncover(there);
  there.scrollIntoView({ behavior: "instant" });
  if (document.activeElement !== there) there.focus({ preventScroll: true });
}

function stay() {
  goal = "";
}

// In a meeting the section stands on a screen of its own, which may not be the one that is shown.
function uncover(there) {
  const at = screens.findIndex((one) => one.parts.some((part) => part.contains(there)));
  if (!bar() || at < 0 || at === screen) return;
  screen = at;
  showScreen();
}

function followWithin(link) {
  if (!bar()) return; // the browser does it by itself
  goal = link.hash.slice(1);
  arrive();
}
