// Copy the link or the citation. Where the browser does not allow it, the text stands selected, to be copied by hand.
const SECONDS_OF_THANKS = 4;

async function copy(button) {
  const link = location.href;
  const words = button.dataset.cpdCopy === "link" ? link : `${button.dataset.cpdCopy} ${link}`;
  try {
    await navigator.clipboard.writeText(words);
  } catch {
    return selected(button, words);
  }
  thank(button, button.dataset.cpdCopied);
}

function thank(button, words) {
  const label = (button.cpdLabel ??= button.textContent);
  button.textContent = words;
  say(words);
  clearTimeout(button.cpdTimer);
  button.cpdTimer = setTimeout(() => (button.textContent = label), SECONDS_OF_THANKS * 1000);
}

function selected(button, words) {
  const field = button.parentElement.querySelector("input.cpd-address") || document.createElement("input");
  Object.assign(field, { className: "cpd-address", readOnly: true, value: words });
  field.setAttribute("aria-label", "To be copied");
  button.after(field);
  field.focus();
  field.select();
  say("This browser does not let a page copy. The text is selected: copy it with Control and C");
}
