// A table that is wider than its box is marked: the style then says so under its caption and keeps the names of its rows in
// sight. What takes the focus is brought out from under those names.
const MEASURED = new WeakSet();
const measure = new ResizeObserver((changed) => {
  const boxes = changed.map(({ target }) => target.closest(".cpd-table")).filter(Boolean);
  requestAnimationFrame(() => new Set(boxes).forEach(markWide)); // a mark moves what is measured: not in the same breath
});

function measureTables() {
  for (const box of document.querySelectorAll(".cpd-table")) {
    if (MEASURED.has(box)) continue;
    MEASURED.add(box);
    measure.observe(box);
    measure.observe(box.firstElementChild);
  }
}

function markWide(box) {
  const wide = box.scrollWidth > box.clientWidth + 1;
  if (box.hasAttribute("data-cpd-wide") !== wide) box.toggleAttribute("data-cpd-wide", wide);
  const name = box.querySelector("tbody th");
  box.style.scrollPaddingLeft = wide && name ? `${name.offsetWidth}px` : "";
}
