// One stop of the tab key for the whole text; arrows go from words to words, Home and End to the first and last.
export function roving(prose) {
  const stops = [...prose.querySelectorAll("a.m")];
  if (!stops.length) return;
  let here = stops[0];
  const step = (element) => {
    here.tabIndex = -1;
    here = element;
    here.tabIndex = 0;
  };
  step(here);
  prose.addEventListener("focusin", (event) => {
    if (event.target.matches("a.m")) step(event.target);
  });
  prose.addEventListener("keydown", (event) => {
    if (!event.target.matches("a.m") || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = stops.indexOf(here);
    const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: stops.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    stops[Math.min(Math.max(to, 0), stops.length - 1)].focus();
  });
}
