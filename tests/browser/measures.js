// What is wrong with how a page stands: a list of sentences, empty where nothing is. Lengths in CSS pixels.
() => {
  const SLACK = 2; // a letter may lean out of its box
  const faults = [];
  const words = (text) => text.replace(/\s+/g, " ").trim().slice(0, 60);
  const hidden = (element) => element.closest(".cpd-heard, [aria-hidden=true], details:not([open]) > :not(summary)") ||
    !element.checkVisibility({ visibilityProperty: true }) || getComputedStyle(element).clipPath !== "none" ||
    element.closest(".cpd-cards thead") && getComputedStyle(element.closest("thead")).clipPath !== "none";

  for (const [name, box] of [["the window", document.documentElement], ["the page", document.querySelector(".stMain")]])
    if (box.scrollWidth > box.clientWidth) faults.push(`${name} scrolls sideways, by ${box.scrollWidth - box.clientWidth}`);

  // Every line of text, cut to the box that scrolls it.
  const lines = [];
  const walker = document.createTreeWalker(document.querySelector(".stMain"), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || element.closest("style, script, svg") || hidden(element)) continue;
    const scrolls = element.closest(".cpd-table")?.getBoundingClientRect();
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const r of range.getClientRects()) {
      const [left, right] = scrolls ? [Math.max(r.left, scrolls.left), Math.min(r.right, scrolls.right)] : [r.left, r.right];
      if (right - left > 1 && r.height > 1) lines.push({ element, text: words(node.data), left, right, top: r.top, bottom: r.bottom });
    }
  }
  for (const one of lines)
    if (one.left < -SLACK || one.right > innerWidth + SLACK) faults.push(`outside the window: "${one.text}"`);

  // What has less room than its text needs and does not let it be scrolled.
  for (const element of document.querySelectorAll(".stMain *")) {
    if (!element.textContent.trim() || element.closest("svg, .stPlotlyChart, style") || hidden(element)) continue;
    const { overflowX, overflowY } = getComputedStyle(element);
    const shut = (overflow) => overflow === "hidden" || overflow === "clip";
    if (shut(overflowX) && element.scrollWidth > element.clientWidth + SLACK) faults.push(`cut off sideways: "${words(element.textContent)}"`);
    if (shut(overflowY) && element.scrollHeight > element.clientHeight + SLACK) faults.push(`cut off below: "${words(element.textContent)}"`);
  }

  const cross = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > SLACK + 1 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > SLACK + 3;
  const fixed = (one) => one.element.closest("[class*=st-key-meeting-bar], header");
  const free = lines.filter((one) => !fixed(one)).sort((a, b) => a.top - b.top);
  free.forEach((a, i) => {
    for (const b of free.slice(i + 1)) {
      if (b.top > a.bottom) break;
      if (a.element !== b.element && cross(a, b)) faults.push(`"${a.text}" overlaps "${b.text}"`);
    }
  });

  for (const chart of document.querySelectorAll(".js-plotly-plot")) {
    if (hidden(chart)) continue;
    const edge = chart.getBoundingClientRect();
    const labels = [...chart.querySelectorAll(".main-svg text")]
      .filter((text) => text.textContent.trim() && !text.closest(".hoverlayer") && text.checkVisibility({ opacityProperty: true }))
      .map((text) => ({ text: words(text.textContent), box: text.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 1);
    for (const { text, box } of labels)
      if (box.left < edge.left - SLACK || box.right > edge.right + SLACK || box.top < edge.top - SLACK || box.bottom > edge.bottom + SLACK)
        faults.push(`outside its chart: "${text}"`);
    labels.forEach((a, i) => {
      for (const b of labels.slice(i + 1)) if (cross(a.box, b.box)) faults.push(`in a chart, "${a.text}" overlaps "${b.text}"`);
    });
  }
  return [...new Set(faults)];
}
