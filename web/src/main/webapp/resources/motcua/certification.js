/* Shows what a certification costs while it is typed. */
(function () {
  "use strict";

  const $ = (id) => document.getElementById(id);
  let asked = 0;

  async function show() {
    const mine = ++asked;
    const pages = $("book").value === "SIGNATURE" ? "1" : $("pages").value;
    if (!/^\d{1,4}$/.test(pages) || !/^\d{1,3}$/.test($("copies").value)) {
      $("fee").textContent = "";
      return;
    }
    const question = new URLSearchParams({ book: $("book").value, pages, copies: $("copies").value });
    try {
      const response = await fetch($("fee").dataset.api + "?" + question, { headers: { Accept: "application/json" } });
      const answer = await response.json();
      if (mine === asked && response.ok) {
        $("fee").textContent = new Intl.NumberFormat(document.documentElement.lang).format(answer.fee) + " ₫";
      }
    } catch {
      $("fee").textContent = "";
    }
  }

  for (const id of ["book", "pages", "copies"]) {
    $(id).addEventListener("input", show);
  }
  show();
})();
