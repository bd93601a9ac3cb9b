/* The counter's form. It lives in the browser; every pause of typing is kept as a draft on the server. */
(function () {
  "use strict";

  const form = document.getElementById("intake");
  if (!form) {
    return;
  }
  const SAVE_AFTER = 1200;
  const ASK_AFTER = 200;
  const LARGEST = Number(form.dataset.largest);
  const api = form.dataset.api;
  const texts = document.getElementById("reception-texts").dataset;
  const language = document.documentElement.lang;
  const $ = (id) => document.getElementById(id);
  const RELATIONS = ["owner", "submitter", "authorised", "receiver"];
  const OTHER = "other-";

  let requestId = crypto.randomUUID();
  let procedure = { code: "", title: "" };
  let preview = null;
  let basket = [];
  /* Owners before the one in the form. */
  let owners = [];
  let papers = new Map();
  let answered = {};
  let asked = 0;
  let sending = false;
  let dirty = false;
  /* Two papers may be added within one tick of the clock. */
  let added = 0;

  const fill = (text, ...values) => values.reduce((all, value, i) => all.replace("{" + i + "}", value), text);
  const branch = () => Number($("branch").value);
  const make = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };

  /* ---- Asking the server ---- */

  class Problem extends Error {
    constructor(status, body) {
      super(body.detail || texts.offline);
      this.status = status;
      this.findings = body.findings || [];
    }
  }
  async function ask(method, path, body) {
    let response;
    try {
      response = await fetch(api + path, {
        method,
        redirect: "manual",
        headers: { Accept: "application/json", "Accept-Language": language, ...(body ? { "Content-Type": "application/json" } : {}) },
        body: body ? JSON.stringify(body) : undefined,
      });
    } catch {
      throw new Problem(0, { detail: texts.offline });
    }
    if (response.status === 401 || response.type === "opaqueredirect") {
      throw new Problem(401, { detail: texts.expired });
    }
    const text = await response.text();
    let answer = {};
    try {
      answer = text ? JSON.parse(text) : {};
    } catch {
      answer = {};
    }
    if (!response.ok) {
      throw new Problem(response.status, answer);
    }
    return answer;
  }

  /* What was received on paper has a reserved code and its own moment. */
  function visitAddress() {
    const code = $("outage-code").value.trim();
    return code ? "/outages/entries?" + new URLSearchParams({ code, at: $("outage-at").value }) : "/reception/visits";
  }

  /* ---- People ---- */

  const fields = (relation) => [...$(relation).querySelectorAll("[data-field]")];
  const present = (relation) => relation === "owner" || $("has-" + relation).checked;
  function readPerson(relation) {
    if (!present(relation)) {
      return null;
    }
    const person = {};
    for (const field of fields(relation)) {
      const name = field.dataset.field;
      person[name] = field.type === "checkbox" ? field.checked : field.value.trim();
    }
    person.communeId = person.communeId ? Number(person.communeId) : null;
    return person;
  }
  function writePerson(relation, person) {
    if (relation !== "owner") {
      $("has-" + relation).checked = Boolean(person);
    }
    for (const field of fields(relation)) {
      const value = person ? person[field.dataset.field] : "";
      if (field.type === "checkbox") {
        field.checked = Boolean(value);
      } else {
        field.value = value ?? "";
      }
    }
    $(relation).querySelector("[data-no-papers]").checked = Boolean(person && person.noPapersReason);
    $(relation + "-known").textContent = "";
    showPerson(relation);
  }
  function showPerson(relation) {
    const box = $(relation);
    box.hidden = !present(relation);
    box.disabled = box.hidden;
    const organisation = box.querySelector("[data-field=organisation]").checked;
    const noPapers = box.querySelector("[data-no-papers]").checked;
    box.querySelector("[data-for=organisation]").hidden = !organisation;
    box.querySelector("[data-for=no-papers]").hidden = !noPapers;
    $(relation + "-nationalId").disabled = organisation || noPapers;
    if (!noPapers) {
      $(relation + "-noPapersReason").value = "";
    }
  }
  async function lookUp(relation) {
    const number = $(relation + "-nationalId").value.replace(/\D/g, "");
    const known = $(relation + "-known");
    $(relation).querySelector(".name-confirmed").hidden = true;
    if (relation === "owner" && owners.length === 0) {
      lookUpHeld(number.length === 12 ? number : "");
    }
    if (number.length !== 12) {
      known.textContent = "";
      return;
    }
    try {
      const person = await ask("GET", "/reception/people/" + number);
      if ($(relation + "-nationalId").value.replace(/\D/g, "") !== number) {
        return;
      }
      for (const name of ["fullName", "birthDate", "phone", "address", "email", "communeId"]) {
        const field = $(relation).querySelector("[data-field=" + name + "]");
        if (!field.value && person[name]) {
          field.value = person[name];
          if (field === document.activeElement && field.select) {
            // Somebody is about to type there: what they type takes its place, not a place beside it.
            field.select();
          }
        }
      }
      known.textContent = person.population ? texts.population : texts.known;
      if (person.population && relation === (present("submitter") ? "submitter" : "owner")) {
        answered["du-lieu-dan-cu"] = true;
      }
      changed();
      askPreview();
    } catch (problem) {
      known.textContent = problem.status === 404 ? texts.unknown : problem.message;
    }
  }

  /* ---- Several owners: those before the one in the form ---- */

  function showOwners() {
    const place = $("owners");
    place.hidden = owners.length === 0;
    place.replaceChildren(...owners.map((owner, i) => {
      const edit = make("button", { type: "button", className: "button secondary small", textContent: texts.edit });
      const remove = make("button", { type: "button", className: "button danger small", textContent: texts.remove });
      edit.setAttribute("aria-label", texts.edit + ": " + owner.fullName);
      remove.setAttribute("aria-label", texts.remove + ": " + owner.fullName);
      edit.addEventListener("click", () => { takeOwner(i); $("owner-fullName").focus(); });
      remove.addEventListener("click", () => { owners.splice(i, 1); showOwners(); changed(); $("owner-more").focus(); });
      return make("li", { id: "owners-" + i }, make("span", { className: "name", textContent: owner.fullName }), edit, remove);
    }));
  }
  /* Takes an owner back into the form; who stood there goes into the list instead. */
  function takeOwner(i) {
    const mine = readPerson("owner");
    const [wanted] = owners.splice(i, 1, ...(mine.fullName ? [mine] : []));
    writePerson("owner", wanted);
    showOwners();
    changed();
  }
  function addOwner() {
    const mine = readPerson("owner");
    if (!mine.fullName) {
      showProblems(texts.ownerFirst, [{ path: "owner.fullName", message: texts.ownerFirst }]);
      return;
    }
    hideProblems();
    owners.push(mine);
    writePerson("owner", {});
    showOwners();
    changed();
    $("owner-nationalId").focus();
  }

  /* What was digitised of this person before, and still holds: offered, not asked for again. */
  let heldPapers = [];
  async function lookUpHeld(number) {
    try {
      heldPapers = number ? await ask("GET", "/papers/held/" + number) : [];
    } catch {
      heldPapers = [];
    }
    showPapers();
  }
  function offerHeld(row) {
    const old = row.querySelector(".held-offer");
    const held = heldPapers.find((one) => one.typeCode === row.dataset.code);
    if (!held) {
      if (old) {
        old.remove();
      }
      return;
    }
    if (old && old.dataset.held === String(held.id)) {
      return;
    }
    if (old) {
      old.remove();
    }
    const state = paper(row.dataset.code);
    const use = make("button", { type: "button", className: "button secondary small", textContent: texts.heldUse });
    use.addEventListener("click", () => {
      Object.assign(state, { custody: "HELD_ALREADY", heldId: held.id, askedAgain: "" });
      showPaper(row);
      changed();
    });
    const reason = make("input", { type: "text", maxLength: 300, value: state.askedAgain || "" });
    reason.addEventListener("input", () => { state.askedAgain = reason.value; changed(); });
    const label = make("label", {}, document.createTextNode(texts.heldReason + " "), reason);
    const offer = make("div", { className: "held-offer" },
      make("p", { textContent: fill(texts.heldOffer, held.title, held.dossierCode) }), use, label);
    offer.dataset.held = held.id;
    row.querySelector("fieldset").append(offer);
  }

  /* ---- Procedure: a list that follows what is typed ---- */

  const box = $("procedure");
  const list = $("procedure-list");
  let looking;
  let active = -1;
  function closeList() {
    list.hidden = true;
    list.replaceChildren();
    active = -1;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  }
  async function search() {
    const mine = ++asked;
    try {
      const found = await ask("GET", "/procedures?limit=12&q=" + encodeURIComponent(box.value.trim()));
      if (mine !== asked || document.activeElement !== box) {
        return;
      }
      list.replaceChildren(...found.items.map((item, i) => {
        const option = make("li", { id: "procedure-" + i },
          make("span", { className: "name", textContent: item.shortName || item.name }),
          make("span", { className: "detail", textContent: item.code + " · " + item.fieldName }));
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.addEventListener("mousedown", (event) => {
          event.preventDefault();
          choose(item);
        });
        option.item = item;
        return option;
      }));
      const none = found.items.length === 0;
      $("procedure-count").textContent = none ? texts.noneFound : fill(texts.found, found.items.length);
      list.hidden = none;
      box.setAttribute("aria-expanded", String(!none));
      move(none ? -1 : 0);
    } catch (problem) {
      tell(problem);
    }
  }
  function move(to) {
    const options = list.children;
    if (options[active]) {
      options[active].setAttribute("aria-selected", "false");
    }
    active = options.length ? (to + options.length) % options.length : -1;
    if (options[active]) {
      options[active].setAttribute("aria-selected", "true");
      options[active].scrollIntoView({ block: "nearest" });
      box.setAttribute("aria-activedescendant", options[active].id);
    }
  }
  function choose(item) {
    clearTimeout(looking);
    asked++;
    procedure = { code: item.code, title: item.shortName || item.name };
    box.value = procedure.title;
    closeList();
    papers = new Map();
    changed();
    askPreview();
  }
  box.addEventListener("input", () => {
    if (box.value.trim() !== procedure.title) {
      procedure = { code: "", title: "" };
      preview = null;
      showPreview();
    }
    clearTimeout(looking);
    looking = setTimeout(search, ASK_AFTER);
  });
  box.addEventListener("focus", () => box.select());
  box.addEventListener("blur", closeList);
  box.addEventListener("keydown", async (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) {
        search();
      } else {
        move(active + (event.key === "ArrowDown" ? 1 : -1));
      }
    } else if (event.key === "Enter" && !event.ctrlKey) {
      event.preventDefault();
      if (list.hidden || looking) {
        /* Typed faster than the list came: wait for it, then take the first. */
        clearTimeout(looking);
        looking = 0;
        if (!procedure.code && box.value.trim()) {
          await search();
        }
      }
      if (!list.hidden && list.children[active]) {
        choose(list.children[active].item);
      }
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      closeList();
    }
  });

  /* ---- What the catalogue says of the dossier ---- */

  const numberOf = (id) => ($(id).value ? Number($(id).value) : null);
  function readDossier() {
    return {
      procedure: procedure.code,
      title: procedure.title,
      channel: $("channel").value,
      communeId: numberOf("communeId"),
      summary: $("summary").value.trim(),
      externalCode: $("externalCode").value.trim(),
      copies: /^\d+$/.test($("copies").value.trim()) ? Number($("copies").value) : 0,
      returnChannel: $("returnChannel").value,
      answers: { ...answered },
      papers: readPapers(),
    };
  }
  let previewTimer;
  function askPreview() {
    clearTimeout(previewTimer);
    previewTimer = setTimeout(refresh, ASK_AFTER / 2);
  }
  let previews = 0;
  async function refresh() {
    box.dataset.code = procedure.code;
    document.dispatchEvent(new CustomEvent("procedure-chosen"));
    if (!procedure.code) {
      return;
    }
    const mine = ++previews;
    const owner = readPerson("owner");
    try {
      const answer = await ask("POST", "/reception/preview", { dossier: { ...readDossier(), papers: [] }, communeId: owner.communeId, branchId: branch() });
      if (mine === previews && procedure.code) {
        preview = answer;
        showPreview();
      }
    } catch (problem) {
      tell(problem);
    }
  }
  /* "Thứ Hai 23/11/2026 17:00", on the city's wall clock, whatever the clock of this machine says. */
  function moment(text) {
    const at = new Date(text.slice(0, 16) + ":00Z");
    const part = (options) => new Intl.DateTimeFormat(language === "en" ? "en-GB" : "vi", { timeZone: "UTC", ...options }).format(at);
    return part({ weekday: "long" }) + " " + part({ day: "2-digit", month: "2-digit", year: "numeric" }) + " " + text.slice(11, 16);
  }
  function showPreview() {
    const due = $("due");
    due.hidden = !preview;
    /* Only of what a ministry's own software decides. */
    $("external").hidden = !(preview && preview.elsewhere);
    if (preview) {
      const about = (preview.findings || []).map((finding) => finding.message).join(" ");
      due.querySelector("[data-due]").textContent = preview.due ? moment(preview.due.at) + (preview.due.provisional ? " (" + texts.provisional + ")" : "") : about;
      due.querySelector("[data-agency]").textContent = [preview.agency || texts.noAgency,
        preview.delegatedTo ? fill(texts.delegated, preview.delegatedTo) : ""].filter(Boolean).join(" · ");
      const fee = preview.fee === undefined ? texts.noFee : preview.fee === 0 ? texts.free : new Intl.NumberFormat(language).format(preview.fee) + " ₫";
      due.querySelector("[data-fee]").textContent = [fee, preview.feeNote].filter(Boolean).join(". ");
      due.querySelector(".reasons").replaceChildren(...(preview.due ? preview.due.reasons : []).map((line) => make("li", { textContent: line })));
    }
    showQuestions();
    showPapers();
  }
  function showQuestions() {
    const group = $("questions");
    const questions = preview ? preview.questions : [];
    group.hidden = questions.length === 0;
    const focused = document.activeElement && document.activeElement.dataset.question;
    group.replaceChildren(group.querySelector("legend"), ...questions.map((question) => {
      const tick = make("input", { type: "checkbox", checked: Boolean(answered[question.code]) });
      tick.dataset.question = question.code;
      return make("label", { className: "check" }, tick, " " + question.text);
    }));
    if (focused) {
      group.querySelector("[data-question='" + focused + "']")?.focus();
    }
  }
  $("questions").addEventListener("change", (event) => {
    answered[event.target.dataset.question] = event.target.checked;
    askPreview();
  });

  /* ---- Papers ---- */

  const blank = () => ({ custody: "", originals: 1, certified: 0, copies: 0, fileId: "", fileName: "", heldId: null, askedAgain: "" });
  const paper = (code) => {
    if (!papers.has(code)) {
      papers.set(code, blank());
    }
    return papers.get(code);
  };
  function readPapers() {
    const shown = new Set([...$("papers").children].map((row) => row.dataset.code));
    return [...papers].filter(([code, state]) => shown.has(code) && state.custody).map(([code, state]) => ({
      component: code.startsWith(OTHER) ? "" : code,
      name: state.name || "",
      custody: state.custody,
      originals: Number(state.originals) || 0,
      certified: Number(state.certified) || 0,
      copies: Number(state.copies) || 0,
      fileId: state.fileId,
      fileName: state.fileName,
      heldId: state.custody === "HELD_ALREADY" ? state.heldId : null,
      askedAgain: state.askedAgain || "",
    }));
  }
  function showPapers() {
    const others = [...papers.keys()].filter((code) => code.startsWith(OTHER)).map((code) => ({ code, name: "", required: false }));
    const wanted = preview ? [...preview.asked, ...others] : [];
    const rows = new Map([...$("papers").children].map((row) => [row.dataset.code, row]));
    const fresh = wanted.map((component) => rows.get(component.code) || paperRow(component));
    const focused = document.activeElement;
    $("papers").replaceChildren(...fresh);
    if (focused && focused.isConnected && $("papers").contains(focused)) {
      focused.focus();
    }
    fresh.forEach((row) => { showPaper(row); offerHeld(row); });
    $("papers-empty").hidden = Boolean(preview);
    $("papers-tools").hidden = !preview;
    const held = preview ? preview.held : [];
    $("held").hidden = held.length === 0;
    $("held").querySelector("ul").replaceChildren(...held.map((component) => make("li", {},
      make("span", { textContent: component.name }), make("span", { className: "detail", textContent: component.heldSource }))));
  }
  function paperRow(component) {
    const row = $("paper-row").content.firstElementChild.cloneNode(true);
    row.dataset.code = component.code;
    row.id = "paper-" + component.code;
    const name = row.querySelector("[data-name]");
    if (component.code.startsWith(OTHER)) {
      const label = $("other-row").content.firstElementChild.cloneNode(true);
      const input = label.querySelector("input");
      input.value = paper(component.code).name || "";
      input.addEventListener("input", () => { paper(component.code).name = input.value; });
      row.querySelector("fieldset").insertBefore(label, row.querySelector(".custody"));
      name.textContent = document.getElementById("other-paper").textContent;
    } else {
      name.textContent = component.name;
    }
    row.querySelector("[data-required]").textContent = component.required ? texts.required : "";
    row.querySelectorAll("[type=radio]").forEach((radio) => {
      radio.name = "custody-" + component.code;
      radio.addEventListener("change", () => { paper(component.code).custody = radio.value; showPaper(row); changed(); });
    });
    row.querySelectorAll("[data-count]").forEach((input) => {
      input.addEventListener("input", () => { paper(component.code)[input.dataset.count] = input.value.replace(/\D/g, ""); });
    });
    const picker = row.querySelector("[type=file]");
    row.querySelector("[data-attach]").addEventListener("click", () => picker.click());
    picker.addEventListener("change", () => upload(row, picker));
    return row;
  }
  function showPaper(row) {
    const state = paper(row.dataset.code);
    row.querySelectorAll("[type=radio]").forEach((radio) => { radio.checked = radio.value === state.custody; });
    row.querySelectorAll("[data-count]").forEach((input) => {
      if (document.activeElement !== input) {
        input.value = state[input.dataset.count];
      }
    });
    row.querySelector(".paper-counts").hidden = !state.custody || state.custody === "HELD_ALREADY";
    row.classList.toggle("given", Boolean(state.custody));
    if (state.custody) {
      row.classList.remove("wrong");
    }
    const file = row.querySelector(".file");
    file.hidden = !state.fileId;
    if (state.fileId && !file.children.length) {
      const remove = make("button", { type: "button", className: "button danger small", textContent: texts.remove });
      remove.addEventListener("click", () => removeFile(row));
      file.replaceChildren(make("a", { href: api + "/reception/files/" + state.fileId, target: "_blank", textContent: state.fileName }), " ", remove);
    } else if (!state.fileId) {
      file.replaceChildren();
    }
  }
  function upload(row, picker) {
    const file = picker.files[0];
    picker.value = "";
    if (!file) {
      return;
    }
    const bar = row.querySelector("progress");
    const note = row.querySelector(".file");
    const say = (text) => { note.hidden = false; note.replaceChildren(text); };
    if (file.size > LARGEST) {
      say(texts.fileLarge);
      return;
    }
    const request = new XMLHttpRequest();
    request.open("POST", api + "/reception/files?branch=" + branch() + "&name=" + encodeURIComponent(file.name));
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.setRequestHeader("Accept-Language", language);
    request.upload.addEventListener("progress", (sent) => { bar.max = sent.total; bar.value = sent.loaded; });
    request.addEventListener("loadend", () => {
      bar.hidden = true;
      let answer = {};
      try {
        answer = JSON.parse(request.responseText);
      } catch {
        answer = {};
      }
      if (request.status !== 201) {
        say(answer.detail || (request.status === 401 ? texts.expired : texts.offline));
        return;
      }
      const state = paper(row.dataset.code);
      state.fileId = answer.id;
      state.fileName = answer.name;
      state.custody = state.custody || "SEEN_RETURNED";
      note.replaceChildren();
      showPaper(row);
      changed();
    });
    bar.value = 0;
    bar.hidden = false;
    request.send(file);
  }
  async function removeFile(row) {
    const state = paper(row.dataset.code);
    try {
      await ask("DELETE", "/reception/files/" + state.fileId);
    } catch (problem) {
      if (problem.status !== 404) {
        tell(problem);
        return;
      }
    }
    state.fileId = "";
    state.fileName = "";
    showPaper(row);
    changed();
    row.querySelector("[data-attach]").focus();
  }
  function allKept() {
    for (const row of $("papers").children) {
      const state = paper(row.dataset.code);
      state.custody = state.custody || "KEPT";
      showPaper(row);
    }
    changed();
  }
  $("all-kept").addEventListener("click", allKept);
  $("other-paper").addEventListener("click", () => {
    const code = OTHER + Date.now() + "-" + ++added;
    paper(code).custody = "KEPT";
    showPapers();
    $("paper-" + code).querySelector("input").focus();
  });

  /* ---- Several dossiers in one visit ---- */

  function writeDossier(dossier) {
    procedure = { code: dossier.procedure || "", title: dossier.title || "" };
    box.value = procedure.title;
    $("channel").value = dossier.channel || "DIRECT";
    $("communeId").value = dossier.communeId ?? "";
    $("summary").value = dossier.summary || "";
    $("externalCode").value = dossier.externalCode || "";
    $("copies").value = dossier.copies || 1;
    $("returnChannel").value = dossier.returnChannel || "COUNTER";
    answered = { ...(dossier.answers || {}) };
    papers = new Map((dossier.papers || []).map((one, i) => [one.component || OTHER + i, { ...blank(), ...one }]));
    preview = null;
    $("papers").replaceChildren();
    showPreview();
    askPreview();
  }
  function nextDossier() {
    const { "du-lieu-dan-cu": population = false, "uy-quyen": authority = false } = answered;
    writeDossier({ answers: { "du-lieu-dan-cu": population, "uy-quyen": authority } });
  }
  function add() {
    if (!procedure.code) {
      showProblems(texts.addFirst, [{ path: "dossiers." + basket.length + ".procedure", message: texts.addFirst }]);
      return;
    }
    basket.push(readDossier());
    nextDossier();
    showBasket();
    changed();
    box.focus();
  }
  function showBasket() {
    const place = $("basket");
    place.hidden = basket.length === 0;
    place.querySelector("ol").replaceChildren(...basket.map((dossier, i) => {
      const edit = make("button", { type: "button", className: "button secondary small", textContent: texts.edit });
      const remove = make("button", { type: "button", className: "button danger small", textContent: texts.remove });
      edit.setAttribute("aria-label", texts.edit + ": " + dossier.title);
      remove.setAttribute("aria-label", texts.remove + ": " + dossier.title);
      edit.addEventListener("click", () => { takeUp(i); box.focus(); });
      remove.addEventListener("click", () => { basket.splice(i, 1); showBasket(); changed(); $("add").focus(); });
      return make("li", {}, make("span", { className: "name", textContent: dossier.title }), " ", edit, " ", remove);
    }));
  }
  /* Takes a dossier out of the basket; what stood in the form goes in instead. */
  function takeUp(i) {
    const mine = procedure.code ? [readDossier()] : [];
    const [wanted] = basket.splice(i, 1, ...mine);
    writeDossier(wanted);
    showBasket();
  }

  /* ---- Draft ---- */

  function snapshot() {
    const people = Object.fromEntries(RELATIONS.map((relation) => [relation, readPerson(relation)]));
    const current = readDossier();
    const dossiers = [...basket, ...(current.procedure || !basket.length ? [current] : [])];
    return {
      requestId,
      branchId: branch(),
      title: [(owners[0] || people.owner).fullName, dossiers.map((dossier) => dossier.title).filter(Boolean).join(", ")].filter(Boolean).join(" – "),
      owners: [...owners, ...(people.owner.fullName || !owners.length ? [people.owner] : [])],
      ...people,
      authorityScope: $("authorityScope").value.trim(),
      authorityUntil: $("authorityUntil").value,
      dossiers,
    };
  }
  function restore(content) {
    requestId = content.requestId;
    RELATIONS.forEach((relation) => writePerson(relation, content[relation] || (relation === "owner" ? {} : null)));
    const all = content.owners || [];
    owners = all.slice(0, content.owner && content.owner.fullName ? -1 : all.length);
    showOwners();
    $("authorityScope").value = content.authorityScope || "";
    $("authorityUntil").value = content.authorityUntil || "";
    const dossiers = [...(content.dossiers || [])];
    const current = dossiers.pop() || {};
    basket = dossiers;
    writeDossier(current);
    showBasket();
    hideProblems();
  }
  let saveTimer;
  function changed() {
    dirty = true;
    clearTimeout(saveTimer);
    saveTimer = setTimeout(save, SAVE_AFTER);
  }
  async function save() {
    clearTimeout(saveTimer);
    if (!dirty || sending) {
      return;
    }
    const content = snapshot();
    if (!content.title) {
      return;
    }
    dirty = false;
    try {
      await ask("PUT", "/reception/drafts/" + content.requestId, content);
      if (content.requestId === requestId) {
        $("saved").textContent = fill(texts.saved, new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", second: "2-digit" }).format(new Date()));
      }
    } catch (problem) {
      if (content.requestId === requestId && !sending) {
        dirty = true;
        $("saved").textContent = problem.status === 401 ? texts.expired : texts.savingFailed;
      }
    }
  }
  async function listDrafts() {
    const place = $("drafts");
    let drafts = [];
    try {
      drafts = (await ask("GET", "/reception/drafts")).filter((draft) => draft.id !== requestId);
    } catch {
      drafts = [];
    }
    place.hidden = drafts.length === 0;
    place.querySelector("[data-count]").textContent = drafts.length;
    place.querySelector("ul").replaceChildren(...drafts.map((draft) => {
      const open = make("button", { type: "button", className: "link", textContent: draft.title || texts.untitled });
      const remove = make("button", { type: "button", className: "button danger small", textContent: texts.remove });
      remove.setAttribute("aria-label", texts.remove + ": " + (draft.title || texts.untitled));
      open.addEventListener("click", async () => {
        await save();
        restore(draft.content);
        place.open = false;
        listDrafts();
        $("owner-nationalId").focus();
      });
      remove.addEventListener("click", async () => {
        await ask("DELETE", "/reception/drafts/" + draft.id).catch(tell);
        listDrafts();
      });
      const when = new Intl.DateTimeFormat(language, { day: "2-digit", month: "2-digit", hour: "2-digit", minute: "2-digit" }).format(new Date(draft.savedAt));
      return make("li", {}, open, make("span", { className: "detail", textContent: when }), remove);
    }));
  }

  /* ---- Errors ---- */

  function placeOf(path) {
    let parts = path.split(".");
    /* The first owner has no number, those after it count from 1. */
    if (parts[0] === "owner" || parts[0] === "owners") {
      const i = parts[0] === "owner" ? 0 : Number(parts[1]);
      if (i < owners.length) {
        takeOwner(i);
      }
      parts = ["owner", parts[parts.length - 1]];
    }
    if (parts[0] === "dossiers") {
      const i = Number(parts[1]);
      if (i < basket.length) {
        takeUp(i);
      }
      if (parts[2] === "papers") {
        return parts[3] ? $("paper-" + parts.slice(3).join(".")) : $("papers-tools");
      }
      return $(parts[2]) || box;
    }
    return $(parts.join("-")) || $(parts[0]);
  }
  const focusable = (place) => (place.matches("input, select, button") ? place : place.querySelector("input, select, button"));
  function showProblems(title, findings) {
    hideProblems();
    const summary = $("problems");
    summary.querySelector("strong").textContent = title;
    summary.querySelector("ul").replaceChildren(...findings.map((finding) => {
      const place = placeOf(finding.path);
      if (!place) {
        return make("li", { textContent: finding.message });
      }
      const target = focusable(place);
      const field = place.closest(".field, .paper, fieldset, .actions") || place;
      field.classList.add("wrong");
      const details = field.closest("details");
      if (details) {
        details.open = true;
      }
      if (finding.code === "name-other") {
        field.closest("[data-person]").querySelector(".name-confirmed").hidden = false;
      }
      if (target) {
        if (!target.id) {
          target.id = "wrong-" + finding.path.replaceAll(".", "-");
        }
        target.setAttribute("aria-invalid", "true");
        const note = make("p", { className: "field-error", id: target.id + "-error", textContent: finding.message });
        field.append(note);
        target.setAttribute("aria-describedby", [target.getAttribute("aria-describedby"), note.id].filter(Boolean).join(" "));
        const link = make("a", { href: "#" + target.id, textContent: finding.message });
        link.addEventListener("click", (event) => { event.preventDefault(); target.focus(); });
        return make("li", {}, link);
      }
      return make("li", { textContent: finding.message });
    }));
    summary.hidden = false;
    const first = form.querySelector("[aria-invalid=true]");
    (first || summary).focus();
    if (first) {
      first.scrollIntoView({ block: "center" });
    }
  }
  function hideProblems() {
    $("problems").hidden = true;
    form.querySelectorAll(".wrong").forEach((field) => field.classList.remove("wrong"));
    form.querySelectorAll(".field-error").forEach((note) => note.remove());
    form.querySelectorAll("[aria-invalid]").forEach((input) => {
      input.removeAttribute("aria-invalid");
      const others = (input.getAttribute("aria-describedby") || "").split(" ").filter((id) => id && !id.endsWith("-error"));
      if (others.length) {
        input.setAttribute("aria-describedby", others.join(" "));
      } else {
        input.removeAttribute("aria-describedby");
      }
    });
  }
  function tell(problem) {
    showProblems(problem.message, []);
  }

  /* ---- Receiving ---- */

  async function receive() {
    if (sending) {
      return;
    }
    if (!list.hidden) {
      closeList();
    }
    sending = true;
    clearTimeout(saveTimer);
    $("receive").setAttribute("aria-disabled", "true");
    const content = snapshot();
    try {
      const result = await ask("POST", visitAddress(), content);
      $("outage-code").value = "";
      dirty = false;
      const receipt = api + "/reception/visits/" + result.visitId + "/receipt";
      startAfresh();
      const done = $("done");
      const correct = make("a", { href: texts.receiptPage + "?visit=" + result.visitId, textContent: texts.correct });
      correct.dataset.correct = "";
      done.replaceChildren(
        make("strong", { textContent: fill(texts.done, result.receiptCode) }), " ",
        make("span", { className: "codes", textContent: result.dossiers.map((dossier) => dossier.code).join(", ") }), " ",
        make("a", { href: receipt, target: "_blank", textContent: texts.print }), " · ", correct);
      done.hidden = false;
      window.open(receipt, "_blank");
      $("owner-nationalId").focus();
      listDrafts();
    } catch (problem) {
      if (problem.findings && problem.findings.length) {
        showProblems(problem.message, problem.findings);
      } else {
        tell(problem);
      }
      dirty = true;
    } finally {
      sending = false;
      $("receive").removeAttribute("aria-disabled");
      if (dirty) {
        changed();
      }
    }
  }
  function startAfresh() {
    requestId = crypto.randomUUID();
    basket = [];
    owners = [];
    showOwners();
    RELATIONS.forEach((relation) => writePerson(relation, relation === "owner" ? {} : null));
    $("authorityScope").value = "";
    $("authorityUntil").value = "";
    writeDossier({});
    showBasket();
    hideProblems();
    $("saved").textContent = "";
    form.querySelectorAll("details").forEach((details) => { details.open = false; });
    dirty = false;
  }
  /* Nothing is asked before clearing: it can be taken back. */
  async function clear() {
    const before = snapshot();
    await save();
    startAfresh();
    const undo = make("button", { type: "button", className: "button secondary small", textContent: texts.undo });
    undo.addEventListener("click", () => { restore(before); $("done").hidden = true; changed(); $("owner-nationalId").focus(); });
    $("done").replaceChildren(texts.cleared + " ", undo);
    $("done").hidden = false;
    listDrafts();
    $("owner-nationalId").focus();
  }

  /* ---- Events ---- */

  RELATIONS.forEach((relation) => {
    showPerson(relation);
    $(relation).addEventListener("change", (event) => {
      showPerson(relation);
      if (event.target.dataset.field === "communeId") {
        askPreview();
      }
    });
    $(relation + "-nationalId").addEventListener("input", () => lookUp(relation));
    if (relation !== "owner") {
      $("has-" + relation).addEventListener("change", (event) => {
        showPerson(relation);
        if (relation === "authorised") {
          answered["uy-quyen"] = event.target.checked;
          askPreview();
        }
        if (event.target.checked) {
          $(relation + "-nationalId").focus();
        }
      });
    }
  });
  ["channel", "communeId"].forEach((id) => $(id).addEventListener("change", askPreview));
  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  form.addEventListener("submit", (event) => { event.preventDefault(); receive(); });
  /* Enter in a field does not send: a scanner ends with it. */
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.ctrlKey && event.target.matches("input")) {
      event.preventDefault();
      if (event.target !== box) {
        const all = [...form.querySelectorAll("input, select")].filter((field) => !field.disabled && field.offsetParent && field.type !== "file");
        const next = all[all.indexOf(event.target) + 1];
        if (event.target.dataset.field === "nationalId") {
          box.focus();
        } else if (next) {
          next.focus();
        }
      }
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey && event.key === "Enter") {
      event.preventDefault();
      receive();
    } else if (event.altKey && event.code === "KeyN") {
      event.preventDefault();
      add();
    } else if (event.altKey && event.code === "KeyG") {
      event.preventDefault();
      allKept();
    }
  });
  $("add").addEventListener("click", add);
  $("owner-more").addEventListener("click", addOwner);
  $("clear").addEventListener("click", clear);
  window.addEventListener("pagehide", () => {
    if (dirty && !sending) {
      const content = snapshot();
      if (content.title) {
        fetch(api + "/reception/drafts/" + content.requestId, { method: "PUT", keepalive: true, headers: { "Content-Type": "application/json" }, body: JSON.stringify(content) });
      }
    }
  });
  setInterval(askPreview, 60000);
  listDrafts();
  $("owner-nationalId").focus();
})();
