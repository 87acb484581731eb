// The voices: a bar in the gutter along the words of each statement, the inner ones nearer to the text, a dotted one
// for who passes words on; the speakers' names stand where their words begin.
const STEP = 6; // pixels from bar to bar
const MOST = 600; // bars that are drawn

export function bands(prose, words) {
  const labels = [...prose.querySelectorAll("[data-band]")].slice(0, MOST);
  const bars = labels.map((label) => ({ label, bar: made(label), lines: words.get(label.dataset.band)?.read ?? [] }));
  if (!bars.length) return;
  prose.append(...bars.map(({ bar }) => bar));
  const draw = () => lay(prose, bars);
  new ResizeObserver(draw).observe(prose);
  document.fonts?.ready.then(draw);
}

function made(label) {
  const bar = document.createElement("div");
  bar.className = `bar ${[...label.classList].find((name) => /^v\d$/.test(name))}`;
  bar.dataset.band = label.dataset.band;
  return bar;
}

function lay(prose, bars) {
  const sheet = prose.getBoundingClientRect();
  const text = prose.querySelector(".par p").getBoundingClientRect().left - sheet.left;
  const narrow = text < 60;
  prose.classList.toggle("placed", !narrow);
  const spans = bars.map(({ lines }) => extent(lines, sheet));
  const lanes = laned(spans);
  let low = 0;
  bars.forEach(({ label, bar }, at) => {
    const span = spans[at];
    bar.hidden = !span;
    if (!span) return;
    const lane = Math.min(lanes[at], narrow ? 1 : 5);
    bar.style.top = `${span.top}px`;
    bar.style.height = `${span.bottom - span.top}px`;
    bar.style.left = `${text - 9 - lane * STEP}px`;
    if (narrow || label.hidden) return;
    const top = Math.max(span.top, low);
    label.style.top = `${top}px`;
    label.style.right = `${sheet.width - text + 14 + 3 * STEP}px`;
    low = top + label.offsetHeight + 2;
  });
}

// From the top of the first line of a statement's words to the bottom of the last.
function extent(lines, sheet) {
  const said = lines.filter((line) => line.classList.contains("said"));
  const rects = (said.length ? said : lines).flatMap((line) => [...line.getClientRects()]);
  if (!rects.length) return null;
  return {
    top: Math.min(...rects.map((rect) => rect.top)) - sheet.top,
    bottom: Math.max(...rects.map((rect) => rect.bottom)) - sheet.top,
  };
}

// The lane of each bar: the first, from the text outwards, in which no other bar stands beside it.
function laned(spans) {
  const order = spans.map((_, at) => at).filter((at) => spans[at]);
  order.sort((one, other) => spans[one].bottom - spans[one].top - (spans[other].bottom - spans[other].top));
  const taken = [];
  const lanes = [];
  for (const at of order) {
    const clear = (lane) => !(taken[lane] ?? []).some((other) => other.top < spans[at].bottom - 2 && spans[at].top < other.bottom - 2);
    let lane = 0;
    while (!clear(lane)) lane += 1;
    (taken[lane] ??= []).push(spans[at]);
    lanes[at] = lane;
  }
  return lanes;
}
