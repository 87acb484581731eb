// The desk by keyboard: j and k go on and back, a accepts, r rejects, c opens the correction, u takes back.
"use strict";

(() => {
  const cards = () => [...document.querySelectorAll(".card")];
  const current = () => document.activeElement && document.activeElement.closest(".card");

  function go(step) {
    const all = cards();
    const at = all.indexOf(current());
    const next = all[at < 0 ? 0 : Math.max(0, Math.min(all.length - 1, at + step))];
    if (next) next.focus();
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
    if (event.key === "j") { go(1); event.preventDefault(); return; }
    if (event.key === "k") { go(-1); event.preventDefault(); return; }
    const card = current();
    const button = card && card.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (!button) return;
    event.preventDefault();
    button.click();
    if (event.key === "c") card.querySelector("input[name^=right-]").focus();
  });

  // A card that was judged is drawn anew: the focus goes to it again, so that j goes on from there.
  document.addEventListener("htmx:afterSwap", (event) => {
    const drawn = event.detail.elt.isConnected ? event.detail.elt : null;
    if (drawn && drawn.matches(".card")) drawn.focus();
  });
})();
