// The timeline: lanes that are shown or not, and a part of the axis that is drawn over to see it closer.
"use strict";

(() => {
  const svg = document.querySelector("svg.line");
  if (!svg) return;
  svg.parentElement.scrollLeft = svg.parentElement.scrollWidth; // on a phone the newest is seen first

  document.querySelectorAll("input[data-lane]").forEach((box) => {
    box.addEventListener("change", () => {
      document.querySelectorAll(`.point[data-lane="${box.dataset.lane}"], .entries li[data-lane="${box.dataset.lane}"]`)
        .forEach((mark) => { mark.toggleAttribute("hidden", !box.checked); });
    });
  });

  // A mark leads to its words: the list of them is opened first.
  const entries = document.querySelector(".entries");
  svg.addEventListener("click", (event) => {
    if (event.target.closest(".point")) entries.open = true;
  });

  const place = (event) => {
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    return Math.max(0, Math.min(1000, point.x));
  };
  const day = (x) => {
    const [first, last] = [Date.parse(svg.dataset.first), Date.parse(svg.dataset.last)];
    return new Date(first + (last - first) * x / 1000).toISOString().slice(0, 10);
  };
  let from = null;
  const chosen = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  chosen.setAttribute("class", "chosen");
  chosen.setAttribute("y", "-4");
  chosen.setAttribute("height", "200");

  svg.addEventListener("pointerdown", (event) => {
    if (!event.target.closest(".point")) from = place(event);
  });
  svg.addEventListener("pointermove", (event) => {
    if (from === null) return;
    const to = place(event);
    chosen.setAttribute("x", String(Math.min(from, to)));
    chosen.setAttribute("width", String(Math.abs(to - from)));
    svg.append(chosen);
  });
  window.addEventListener("pointerup", (event) => {
    if (from === null) return;
    const [start, end] = [from, place(event)].sort((one, other) => one - other);
    from = null;
    chosen.remove();
    if (end - start < 8) return;
    const form = document.getElementById("period");
    form.elements.since.value = day(start);
    form.elements.until.value = day(end);
    form.requestSubmit();
  });
})();
