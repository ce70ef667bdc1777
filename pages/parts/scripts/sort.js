// A table's columns can be sorted: a button in each heading, aria-sort, a spoken word. Sent without scripts, a table is whole.
const SORTED = new Map(); // what was sorted, by the headings of the table: another authority's table keeps the order
const NEXT = { none: "ascending", ascending: "descending", descending: "none" };
const SAID = { ascending: "lowest first", descending: "highest first", none: "in the order of the page" };

function enhanceTables() {
  for (const table of document.querySelectorAll(".cpd-table table:not(.cpd-sortable)")) {
    const rows = [...table.tBodies[0].rows];
    const heads = [...table.tHead.rows[0].cells];
    if (rows.length < 3) continue;
    table.classList.add("cpd-sortable");
    rows.forEach((row, place) => (row.cpdPlace = place));
    heads.forEach((head, column) => {
      if (rows.some((row) => row.cells[column]?.querySelector("img"))) return;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "cpd-sort";
      button.append(...head.childNodes);
      button.addEventListener("click", () => sortBy(table, column, NEXT[head.getAttribute("aria-sort") || "none"], true));
      head.append(button);
    });
    const before = SORTED.get(named(table));
    if (before) sortBy(table, before.column, before.way, false);
  }
}

function sortBy(table, column, way, aloud) {
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, i) => (i === column && way !== "none" ? head.setAttribute("aria-sort", way) : head.removeAttribute("aria-sort")));
  const figures = heads[column].classList.contains("cpd-right");
  const rows = [...table.tBodies[0].rows].sort((a, b) => a.cpdPlace - b.cpdPlace);
  if (way !== "none") rows.sort(comparing(column, figures, way === "ascending" ? 1 : -1));
  table.tBodies[0].append(...rows);
  if (way === "none") SORTED.delete(named(table));
  else SORTED.set(named(table), { column, way });
  const words = figures || way === "none" ? SAID[way] : way === "ascending" ? "A to Z" : "Z to A";
  if (aloud) say(`Sorted by ${heads[column].innerText.trim()}, ${words}`);
}

// What is missing stands last whichever way is sorted: a mark such as [c] has no place among figures.
function comparing(column, figures, sign) {
  return (a, b) => {
    const [one, other] = [a, b].map((row) => worth(row.cells[column]?.innerText.trim() || "", figures));
    if (one === null || other === null) return (one === null) - (other === null) || a.cpdPlace - b.cpdPlace;
    const order = figures ? one - other : one.localeCompare(other, "en-GB", { numeric: true });
    return sign * order || a.cpdPlace - b.cpdPlace;
  };
}

function worth(text, figures) {
  if (!figures) return text || null;
  const found = /^[^\d[(]{0,3}?([-−]?)[^\d[]{0,2}(\d[\d,]*(?:\.\d+)?)/.exec(text);
  return found ? Number(found[2].replaceAll(",", "")) * (found[1] ? -1 : 1) : null;
}

function named(table) {
  return [...table.tHead.rows[0].cells].map((head) => head.innerText.trim()).join("|");
}
