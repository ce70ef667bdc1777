// In a meeting the server draws charts larger. How wide the window is only the browser knows: where it is as narrow or
// as low as a phone, it says so, and charts come as they are.
const SMALL = matchMedia("(max-width: 640px), (max-height: 480px)"); // as in meeting.css
let tellServer = null;
let toldSmall = false;

function tellRoom() {
  if (!bar() || toldSmall === SMALL.matches) return;
  toldSmall = SMALL.matches;
  tellServer("small", toldSmall);
}
