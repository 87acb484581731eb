// What every page needs of scripts: the token of writes goes with each request of htmx.
"use strict";

document.addEventListener("htmx:configRequest", (event) => {
  const token = document.querySelector('meta[name="depeche-token"]');
  event.detail.headers["X-Depeche-Token"] = token.content;
});
