/* Moving through a worklist by keyboard: up and down, x to mark. Enter opens, as links do. */
(function () {
  "use strict";

  const table = document.querySelector("[data-rows]");
  if (!table) {
    return;
  }
  const links = [...table.querySelectorAll("[data-row]")];

  function typing(target) {
    return target.matches("input:not([type=checkbox]), select, textarea");
  }

  function at() {
    const row = document.activeElement.closest("tr");
    return row ? links.findIndex((link) => row.contains(link)) : -1;
  }

  document.addEventListener("keydown", (event) => {
    if (typing(event.target) || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const next = at() + (event.key === "ArrowDown" ? 1 : -1);
      const link = links[Math.max(0, Math.min(links.length - 1, next))];
      link.focus();
      link.closest("tr").scrollIntoView({ block: "nearest" });
      event.preventDefault();
    } else if (event.key === "x" && at() >= 0) {
      const box = links[at()].closest("tr").querySelector("input[type=checkbox]");
      if (box) {
        box.checked = !box.checked;
      }
    }
  });
})();
