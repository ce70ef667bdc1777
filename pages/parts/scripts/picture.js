// Save a chart as a picture. It is plotly's own button that is pressed, told first which format is wanted.
function picture(button) {
  const view = button.closest("[class*='st-key-view-']");
  const chart = view?.querySelector(".js-plotly-plot");
  const press = chart?.querySelector(".modebar-btn[data-attr='toImage'], .modebar-btn[data-title*='Download']");
  if (!press || !chart._context) return say("There is no chart in this view to save");
  const format = button.dataset.cpdPicture;
  chart._context.toImageButtonOptions = { ...chart._context.toImageButtonOptions, format, scale: format === "png" ? 2 : 1 };
  press.click();
  say(`The chart is saved as ${format.toUpperCase()}`);
}
