// The reader: words lead to their rows and rows to their words, by pointer and by keyboard; the voices stand as
// bars beside the text. Without scripts the same links lead to the same places.
import { popover } from "./reader/popover.js";
import { bands } from "./reader/bands.js";
import { roving } from "./reader/roving.js";

for (const prose of document.querySelectorAll("[data-reader]")) {
  const scope = prose.closest(".reader");
  const words = byRow(prose);
  const light = lights(scope, words);

  prose.addEventListener("click", (event) => {
    const mark = event.target.closest("[data-rows]");
    const band = event.target.closest("[data-band]");
    if ((!mark && !band) || apart(event)) return;
    event.preventDefault();
    light.rows(band ? [band.dataset.band] : mark.dataset.rows.split(" "));
  });
  scope.addEventListener("click", (event) => {
    const row = event.target.closest(".row");
    if (!row || !words.has(row.id) || event.target.closest(".person") || apart(event)) return;
    event.preventDefault();
    light.words(row.id);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") light.none();
  });
  roving(prose);
  popover(prose, scope);
  bands(prose, words);
  arrived(prose, scope, light);
}
addEventListener("beforeprint", () => {
  for (const part of document.querySelectorAll(".panel details")) part.open = true;
});

// The stretches of text of each row: those it was read from, and those that are its speaker, source or target.
function byRow(prose) {
  const found = new Map();
  const put = (row, kind, element) => {
    if (!found.has(row)) found.set(row, { read: [], part: [] });
    found.get(row)[kind].push(element);
  };
  for (const element of prose.querySelectorAll("[data-rows], [data-parts]")) {
    for (const row of element.dataset.rows?.split(" ") ?? []) put(row, "read", element);
    for (const part of element.dataset.parts?.split(" ") ?? []) put(part.split(":")[0], "part", element);
  }
  return found;
}

// What is lit, in the text and in the panel.
function lights(scope, words) {
  let lit = [];
  const on = (element, name) => {
    element.classList.add(name);
    lit.push([element, name]);
  };
  const none = () => {
    for (const [element, name] of lit) element.classList.remove(name);
    lit = [];
  };
  const mark = (row) => {
    for (const element of words.get(row)?.read ?? []) on(element, "on");
    for (const element of words.get(row)?.part ?? []) on(element, "part-on");
  };
  const found = (row) => scope.querySelector(`#${CSS.escape(row)}`);
  return {
    none,
    rows(rows, calm = false) {
      none();
      const shown = rows.map(found).filter(Boolean);
      for (const row of shown) {
        row.closest("details").open = true;
        on(row, "on");
        mark(row.id);
      }
      const panel = shown[0]?.closest(".panel");
      if (panel && getComputedStyle(panel).position === "sticky") {
        panel.scrollTo({ top: shown[0].offsetTop - panel.offsetTop - 60, behavior: pace() });
      } else if (!calm) {
        shown[0]?.scrollIntoView({ block: "center", behavior: pace() });
      }
    },
    words(row) {
      none();
      on(found(row), "on");
      mark(row);
      const first = words.get(row).read[0];
      first.scrollIntoView({ block: "center", behavior: pace() });
      if (first.matches("a")) first.focus({ preventScroll: true });
    },
  };
}

// A passage or a row that the address names.
function arrived(prose, scope, light) {
  const marked = [...prose.querySelectorAll(".m.at[data-rows]")];
  const rows = new Set(marked.flatMap((element) => element.dataset.rows.split(" ")));
  if (rows.size) light.rows([...rows], true);
  const named = location.hash.slice(1);
  if (named && scope.querySelector(`.row#${CSS.escape(named)}`)) light.rows([named], true);
}

// A click that selects words or opens another tab means something else.
function apart(event) {
  return event.ctrlKey || event.metaKey || event.shiftKey || !getSelection().isCollapsed;
}

function pace() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
}
