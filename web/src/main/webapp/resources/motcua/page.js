/* What a page does beyond its markup. Every screen works without it, only less smoothly. */
(function () {
  "use strict";

  const SHOW_AFTER = 300;
  const CANCEL_AFTER = 3000;
  const TYPING_PAUSE = 250;

  /* A form whose answer follows what is typed: the same address, asked again. */
  function followTyping(form) {
    let timer;
    let asked = 0;
    form.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(refresh, TYPING_PAUSE);
    });
    async function refresh() {
      const mine = ++asked;
      const address = form.action + "?" + new URLSearchParams(new FormData(form));
      const response = await fetch(address, { headers: { Accept: "text/html" } });
      if (response.redirected && new URL(response.url).pathname === "/sign-in") {
        location.assign(response.url);
        return;
      }
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      const id = form.dataset.live;
      const fresh = page.getElementById(id);
      if (mine !== asked || !fresh) {
        return;
      }
      document.getElementById(id).replaceChildren(...fresh.childNodes);
      for (const field of form.querySelectorAll(".field")) {
        const input = field.querySelector("input, select");
        const twin = page.getElementById(input.id);
        field.classList.toggle("wrong", twin.closest(".field").classList.contains("wrong"));
      }
      history.replaceState(null, "", address);
    }
  }

  /* A named period has its days; days of one's own have no name. */
  function periodOrDays(form) {
    const period = form.elements.period;
    /* A horizon keeps one dataset's figures of one period. */
    function leave(...names) {
      for (const name of names) {
        if (form.elements[name]) {
          form.elements[name].disabled = true;
        }
      }
    }
    function ask(...without) {
      leave(...without);
      form.requestSubmit();
    }
    for (const day of [form.elements.from, form.elements.through]) {
      day.addEventListener("input", () => { period.value = ""; leave("horizon"); });
    }
    form.elements.dataset.addEventListener("change", () => ask("period", "from", "through", "unit", "horizon"));
    period.addEventListener("change", () => { if (period.value) { ask("horizon"); } });
    form.elements.cut.addEventListener("change", () => form.requestSubmit());
  }

  /* Waiting shows after 300 ms; after 3 s it can be left. */
  const busy = document.getElementById("busy");
  let shown;
  let leaving;
  function wait(request) {
    const cancel = busy.querySelector("button");
    const bar = busy.querySelector("progress");
    bar.removeAttribute("value");
    cancel.hidden = true;
    cancel.onclick = () => request.abort();
    shown = setTimeout(() => { busy.hidden = false; }, SHOW_AFTER);
    leaving = setTimeout(() => { cancel.hidden = false; }, CANCEL_AFTER);
  }
  function done() {
    clearTimeout(shown);
    clearTimeout(leaving);
    busy.hidden = true;
  }
  function showUploadProgress(settings) {
    const make = settings.xhr;
    settings.xhr = () => {
      const request = make();
      request.upload.addEventListener("progress", (sent) => {
        if (sent.lengthComputable) {
          const bar = busy.querySelector("progress");
          bar.max = sent.total;
          bar.value = sent.loaded;
        }
      });
      return request;
    };
  }
  /* Polls are silent: PrimeFaces tells of no request that is not global. */
  if (window.jQuery && busy) {
    window.jQuery(document)
      .on("pfAjaxSend", (event, request, settings) => {
        showUploadProgress(settings);
        wait(request);
      })
      .on("pfAjaxComplete pfAjaxError", () => {
        done();
        focusErrors();
      });
  }

  /* A page that asks by itself must not keep a session alive that nobody uses: each request tells
     for how many seconds nobody has touched the page. */
  let touched = Date.now();
  for (const touch of ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"]) {
    document.addEventListener(touch, () => { touched = Date.now(); }, { passive: true });
  }
  if (window.jQuery) {
    window.jQuery.ajaxPrefilter((options, given, request) => {
      request.setRequestHeader("Motcua-Idle", String(Math.floor((Date.now() - touched) / 1000)));
    });
  }

  /* The list of errors gets the focus, so that it is read and seen. */
  function focusErrors() {
    const errors = document.querySelector("[data-errors]");
    if (errors) {
      errors.focus();
    }
  }

  /* One mark for all lines of a list. */
  for (const all of document.querySelectorAll("[data-picks]")) {
    all.addEventListener("change", () => {
      for (const one of all.form.querySelectorAll("input[name=" + all.dataset.picks + "]")) {
        one.checked = all.checked;
      }
    });
  }

  /* A button for what was chosen waits until something is. */
  for (const button of document.querySelectorAll("[data-needs]")) {
    const form = button.form;
    const refresh = () => {
      button.disabled = !form.querySelector("input[name=" + button.dataset.needs + "]:checked");
    };
    form.addEventListener("change", refresh);
    refresh();
  }

  /* What changed after its preview must be previewed again before it is done. */
  document.addEventListener("input", (event) => {
    const previewed = event.target.dataset.previewed;
    if (previewed) {
      document.getElementById(previewed).disabled = true;
    }
  });

  /* A question before what cannot be undone; the element asks, the button inside does it. */
  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-opens]");
    if (opener) {
      document.getElementById(opener.dataset.opens).showModal();
    }
    const closer = event.target.closest("[data-closes]");
    if (closer) {
      closer.closest("dialog").close();
    }
    const example = event.target.closest("[data-example]");
    if (example) {
      const text = document.getElementById(example.dataset.example).textContent;
      const field = document.querySelector("[data-mapping]");
      field.value = text.trim();
      field.focus();
    }
  });

  /* A page that draws parts of itself anew may do so between pressing and letting go. The browser
     then knows of no press: it is given to what stands in the same place and leads to the same.
     Only links and what opens a dialog: a button of a list that was drawn anew may be another
     line's, and a deed on another line is worse than a press that is lost. */
  const PRESSABLE = "a[href], [data-opens]";
  let pressed = null;
  function identity(element) {
    return [element.tagName, element.getAttribute("href"), element.dataset.opens].join(" ");
  }
  document.addEventListener("pointerdown", (event) => {
    pressed = event.button === 0 ? event.target.closest(PRESSABLE) : null;
  }, true);
  document.addEventListener("pointerup", (event) => {
    const gone = pressed && !pressed.isConnected ? pressed : null;
    pressed = null;
    const there = gone && document.elementFromPoint(event.clientX, event.clientY);
    const twin = there && there.closest(PRESSABLE);
    if (twin && identity(twin) === identity(gone)) {
      twin.click();
    }
  }, true);

  document.querySelectorAll("form[data-live]").forEach(followTyping);
  document.querySelectorAll("form[data-period-or-days]").forEach(periodOrDays);
  focusErrors();

  /* One group of the menu at a time; a press elsewhere or Escape closes it. */
  const groups = document.querySelectorAll(".nav-group");
  document.addEventListener("click", (event) => {
    for (const group of groups) {
      if (!group.contains(event.target)) {
        group.open = false;
      }
    }
  });
  document.addEventListener("keydown", (event) => {
    const open = [...groups].find((group) => group.open);
    if (open && event.key === "Escape") {
      open.open = false;
      open.querySelector("summary").focus();
    }
  });
})();
