// The one script of the dashboard, mounted once: it listens at the document, so that what is drawn anew needs no new listener.
let heard = null;

function say(words) {
  heard.textContent = "";
  setTimeout(() => (heard.textContent = words), 50); // the same words twice are said twice
}

function clicked(event) {
  const within = event.target.closest?.("a[href^='#']");
  if (within) followWithin(within);
  const button = event.target.closest?.("button");
  if (!button) return;
  if (button.dataset.cpdCopy) copy(button);
  if (button.dataset.cpdPicture) picture(button);
  if (button.dataset.cpdPrint) printPage();
  if (button.dataset.cpdStep) step(Number(button.dataset.cpdStep));
}

export default function ({ setStateValue }) {
  tellServer = setStateValue;
  if (window.cpdListening) return;
  window.cpdListening = true;
  heard = document.createElement("div");
  heard.className = "cpd-heard";
  heard.setAttribute("role", "status");
  document.body.append(heard);
  document.addEventListener("click", clicked);
  document.addEventListener("keydown", keyed);
  for (const sign of TAKES_OVER) window.addEventListener(sign, stay, { capture: true, passive: true });
  window.addEventListener("beforeprint", toPaper);
  window.addEventListener("afterprint", fromPaper);
  SMALL.addEventListener("change", tellRoom);
  let waiting = false;
  const refresh = () => {
    waiting = false;
    enhanceTables();
    measureTables();
    showScreen();
    arrive();
    tellRoom();
  };
  const look = () => {
    if (!waiting) waiting = true, requestAnimationFrame(refresh);
  };
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
  look();
}
