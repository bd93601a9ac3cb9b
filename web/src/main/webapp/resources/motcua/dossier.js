/* A dossier's dialogs. What is typed is kept in the window until the step is done, so that neither a
   session that ran out nor a wrong key loses it. */
(function () {
  "use strict";

  const code = new URLSearchParams(location.search).get("code") || "";
  const PREFIX = "motcua-typed " + code + " ";

  function fields() {
    return document.querySelectorAll("[data-keep]");
  }

  if (document.querySelector("[data-done]")) {
    Object.keys(sessionStorage)
      .filter((key) => key.startsWith(PREFIX))
      .forEach((key) => sessionStorage.removeItem(key));
  }
  if (code) {
    for (const field of fields()) {
      const kept = sessionStorage.getItem(PREFIX + field.dataset.keep);
      if (kept && !field.value) {
        field.value = kept;
      }
      field.addEventListener("input", () => sessionStorage.setItem(PREFIX + field.dataset.keep, field.value));
    }
  }

  const refused = document.querySelector("dialog.refused");
  if (refused) {
    refused.showModal();
  }
  const first = document.querySelector("[data-first=true]");
  if (first && !refused) {
    first.focus();
  }

  document.addEventListener("click", (event) => {
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      if (!menu.contains(event.target) || event.target.closest("[data-opens]")) {
        menu.open = false;
      }
    }
  });
  document.addEventListener("keydown", (event) => {
    const menu = document.querySelector("details.menu[open]");
    if (menu && event.key === "Escape") {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
})();
