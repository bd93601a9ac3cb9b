/* Keys that work on every screen of those who process dossiers: "/" searches, a scanner's code and
   Enter opens the dossier. */
(function () {
  "use strict";

  const CODE = /^[A-Za-z0-9]+(\.[A-Za-z0-9]+)*-\d{6}-\d{4,}$/;
  const SCANNER_PAUSE = 60;
  let scanned = "";
  let last = 0;

  function typing(target) {
    return target.matches("input, select, textarea, [contenteditable]");
  }

  function worklist(parameters) {
    const home = document.querySelector("a.brand").href.replace(/\/(index)?$/, "");
    return home + "/worklist" + parameters;
  }

  document.addEventListener("keydown", (event) => {
    if (typing(event.target) || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const now = event.timeStamp;
    if (now - last > SCANNER_PAUSE) {
      scanned = "";
    }
    last = now;
    if (event.key === "Enter" && CODE.test(scanned)) {
      event.preventDefault();
      const dataset = new URLSearchParams(location.search).get("dataset");
      location.assign(worklist("?q=" + encodeURIComponent(scanned)
        + (dataset ? "&dataset=" + encodeURIComponent(dataset) : "")));
    } else if (event.key === "/" && scanned === "") {
      event.preventDefault();
      const field = document.querySelector("[data-search]");
      if (field) {
        field.focus();
        field.select();
      } else {
        location.assign(worklist("#q"));
      }
    } else if (event.key.length === 1) {
      scanned += event.key;
    }
  });

  if (location.hash === "#q") {
    const field = document.querySelector("[data-search]");
    if (field) {
      field.focus();
    }
  }

  /* One press, one request: what the server does twice only once is not sent twice either. */
  document.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (button && button.matches("[data-once]")) {
      if (button.dataset.pressed) {
        event.preventDefault();
        return;
      }
      button.dataset.pressed = "true";
      button.setAttribute("aria-disabled", "true");
    }
  });
  window.addEventListener("pageshow", () => {
    for (const button of document.querySelectorAll("[data-pressed]")) {
      delete button.dataset.pressed;
      button.removeAttribute("aria-disabled");
    }
  });
})();
