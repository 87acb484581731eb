// What was read from the words under the pointer or the focus, and why: the rows of the panel, shown beside them.
const MOST = 4;

export function popover(prose, scope) {
  const pop = document.createElement("div");
  pop.className = "pop";
  pop.id = "pop";
  pop.setAttribute("role", "tooltip");
  pop.hidden = true;
  prose.append(pop);
  let over = null;
  let waiting = 0;

  const hide = () => {
    clearTimeout(waiting);
    over?.removeAttribute("aria-describedby");
    over = null;
    pop.hidden = true;
  };
  const show = (mark) => {
    if (mark === over) return;
    hide();
    const rows = mark.dataset.rows.split(" ").slice(0, MOST).map((key) => scope.querySelector(`.row#${CSS.escape(key)}`));
    pop.replaceChildren(...rows.filter(Boolean).map(told));
    if (!pop.children.length) return;
    over = mark;
    mark.setAttribute("aria-describedby", "pop");
    pop.hidden = false;
    place(pop, mark, prose);
  };
  const later = (deed, delay) => {
    clearTimeout(waiting);
    waiting = setTimeout(deed, delay);
  };

  prose.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    if (event.target.closest(".pop")) return clearTimeout(waiting);
    const mark = event.target.closest("a.m[data-rows]");
    if (mark) later(() => show(mark), over ? 60 : 180);
    else if (over) later(hide, 250);
  });
  prose.addEventListener("pointerleave", () => later(hide, 250));
  prose.addEventListener("focusin", (event) => {
    if (event.target.matches("a.m[data-rows]")) show(event.target);
  });
  prose.addEventListener("focusout", hide);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
}

// A row of the panel as a section of the popover.
function told(row) {
  const section = document.createElement("section");
  const title = document.createElement("h3");
  title.textContent = row.closest("details").querySelector("h2").textContent;
  section.append(title, row.querySelector(".head").cloneNode(true), row.querySelector(".why").cloneNode(true));
  return section;
}

// Below the words, or above where there is no room; a phone's stylesheet keeps it at the foot of the screen.
function place(pop, mark, prose) {
  if (getComputedStyle(pop).position === "fixed") return;
  const words = mark.getClientRects()[0];
  const sheet = prose.getBoundingClientRect();
  const left = Math.min(words.left - sheet.left, sheet.width - pop.offsetWidth);
  const above = words.bottom + pop.offsetHeight + 12 > innerHeight && words.top > pop.offsetHeight + 12;
  pop.style.left = `${Math.max(0, left)}px`;
  pop.style.top = `${above ? words.top - sheet.top - pop.offsetHeight - 6 : words.bottom - sheet.top + 6}px`;
}
