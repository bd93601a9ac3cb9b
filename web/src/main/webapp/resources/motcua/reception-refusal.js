/* At the counter: refusing what cannot be received (form 03), and a warning where the same person has
   an open dossier of the same procedure. */
(function () {
  "use strict";

  const form = document.getElementById("intake");
  const dialog = document.getElementById("refusal");
  const warning = document.getElementById("doubles");
  const box = document.getElementById("procedure");
  if (!form || !dialog || !warning) {
    return;
  }
  const api = form.dataset.api;
  const said = document.getElementById("refusal-problem");
  let requestId = crypto.randomUUID();
  let asked = 0;

  const value = (id) => (document.getElementById(id) || { value: "" }).value.trim();

  async function lookForDoubles() {
    const mine = ++asked;
    const number = value("owner-nationalId").replace(/[\s.]/g, "");
    const code = box.dataset.code || "";
    warning.hidden = true;
    if (!/^[0-9]{12}$/.test(number) || !code) {
      return;
    }
    try {
      const response = await fetch(api + "/reception/open-dossiers", {
        method: "POST",
        headers: { Accept: "application/json", "Content-Type": "application/json" },
        body: JSON.stringify({ nationalId: number, procedure: code }),
      });
      const found = response.ok ? await response.json() : { codes: [] };
      if (mine === asked && found.codes.length > 0) {
        warning.textContent = warning.dataset.text.replace("{0}", found.codes.join(", "));
        warning.hidden = false;
      }
    } catch {
      /* Only a warning: the counter goes on without it. */
    }
  }

  document.addEventListener("procedure-chosen", lookForDoubles);
  document.getElementById("owner-nationalId").addEventListener("change", lookForDoubles);

  dialog.querySelector("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    said.textContent = "";
    const button = dialog.querySelector("[type=submit]");
    button.disabled = true;
    try {
      const response = await fetch(api + "/reception/refusals", {
        method: "POST",
        headers: {
          Accept: "application/json",
          "Content-Type": "application/json",
          "Accept-Language": document.documentElement.lang,
        },
        body: JSON.stringify({
          requestId,
          branchId: Number(value("branch")),
          procedure: box.dataset.code || "",
          fullName: value("owner-fullName"),
          nationalId: value("owner-nationalId"),
          address: value("owner-address"),
          phone: value("owner-phone"),
          email: value("owner-email"),
          submitter: value("submitter-fullName"),
          reason: value("refusal-reason"),
        }),
      });
      const answer = await response.json().catch(() => ({}));
      if (!response.ok) {
        said.textContent = answer.detail || said.dataset.offline;
        return;
      }
      requestId = crypto.randomUUID();
      document.getElementById("refusal-reason").value = "";
      dialog.close();
      const done = document.getElementById("done");
      done.replaceChildren();
      const link = document.createElement("a");
      link.href = api + "/reception/refusals/" + answer.id + "/form";
      link.target = "_blank";
      link.rel = "noopener";
      link.textContent = dialog.dataset.print;
      done.append(dialog.dataset.done + " ", link);
      done.hidden = false;
      done.focus();
    } catch {
      said.textContent = said.dataset.offline;
    } finally {
      button.disabled = false;
    }
  });
})();
