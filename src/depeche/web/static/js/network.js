// Lays the network out by forces, the same way each time, and shows who is near to whom. Works on what the
// server drew: without scripts the dots stay on their circle.
"use strict";

(() => {
  const EDGE = 385; // half of the drawing, less a margin

  function layOut(svg) {
    const dots = [...svg.querySelectorAll(".dot")];
    const lines = [...svg.querySelectorAll("line")];
    const nodes = dots.map((dot) => ({ code: dot.dataset.code, r: Number(dot.querySelector("circle").getAttribute("r")) }));
    const links = lines.map((line) => ({ source: line.dataset.source, target: line.dataset.target, times: Number(line.dataset.times) }));
    const most = Math.max(...links.map((link) => link.times));
    const crowd = Math.sqrt(40 / Math.max(nodes.length, 8));
    const simulation = d3.forceSimulation(nodes)
      .force("link", d3.forceLink(links).id((node) => node.code)
        .distance((link) => crowd * (120 - 50 * Math.sqrt(link.times / most))).strength(0.35))
      .force("charge", d3.forceManyBody().strength(-420 * crowd))
      .force("x", d3.forceX().strength(0.07))
      .force("y", d3.forceY().strength(0.07))
      .force("apart", d3.forceCollide((node) => node.r + 14 * crowd))
      .stop();
    simulation.tick(300);
    fit(nodes);
    dots.forEach((dot, at) => dot.setAttribute("transform", `translate(${nodes[at].x} ${nodes[at].y})`));
    lines.forEach((line, at) => {
      const { source, target } = links[at];
      Object.entries({ x1: source.x, y1: source.y, x2: target.x, y2: target.y })
        .forEach(([name, value]) => line.setAttribute(name, value));
    });
    point(svg, dots, lines);
  }

  // Moves and scales the places so that all are within the drawing.
  function fit(nodes) {
    const [xs, ys] = [nodes.map((node) => node.x), nodes.map((node) => node.y)];
    const middle = (values) => (Math.min(...values) + Math.max(...values)) / 2;
    const [x, y] = [middle(xs), middle(ys)];
    const reach = Math.max(...xs.map((one) => Math.abs(one - x) + 40), ...ys.map((one) => Math.abs(one - y) + 30));
    const scale = Math.min(1.6, EDGE / reach);
    nodes.forEach((node) => { node.x = ((node.x - x) * scale).toFixed(1); node.y = ((node.y - y) * scale).toFixed(1); });
  }

  function point(svg, dots, lines) {
    const near = (code) => new Set(lines.flatMap((line) => {
      const ends = [line.dataset.source, line.dataset.target];
      return ends.includes(code) ? ends : [];
    }));
    dots.forEach((dot) => {
      dot.addEventListener("pointerenter", () => {
        const code = dot.dataset.code;
        const kept = near(code);
        svg.classList.add("pointed");
        dots.forEach((one) => one.classList.toggle("far", !kept.has(one.dataset.code)));
        lines.forEach((line) => {
          const touches = [line.dataset.source, line.dataset.target].includes(code);
          line.classList.toggle("near", touches);
          line.classList.toggle("far", !touches);
        });
      });
      dot.addEventListener("pointerleave", () => svg.classList.remove("pointed"));
    });
  }

  const start = () => document.querySelectorAll("svg.network").forEach(layOut);
  document.addEventListener("htmx:afterSettle", start);
  start();
})();
