/* The board follows the stream: told by a socket that there are new figures, it asks for its own
   address again. Without the socket it asks every five seconds and says so. */
(function () {
  "use strict";

  const QUIET = 6000;
  const POLL = 5000;
  const LONGEST_PAUSE = 15000;

  const line = document.getElementById("board-line");
  const form = document.querySelector("[data-board-question]");
  if (form) {
    followChoices(form);
  }
  const sorted = {};
  if (!document.getElementById("board-live")) {
    return;
  }
  makeSortable();

  /* Figures as old as this, when it was last told. */
  let age = Number(line.dataset.age);
  let toldAt = performance.now();
  let heardAt = -Infinity;
  let asking = false;
  let again = false;
  let pause = 500;

  function part(name) {
    return line.querySelector("[data-line=" + name + "]");
  }

  function fill(pattern, value) {
    return pattern.replace("{0}", value);
  }

  function spoken(milliseconds) {
    const seconds = Math.floor(milliseconds / 1000);
    const number = new Intl.NumberFormat(document.documentElement.lang);
    if (seconds < 2) {
      return line.dataset.now;
    }
    if (seconds < 120) {
      return fill(line.dataset.seconds, number.format(seconds));
    }
    return seconds < 7200
      ? fill(line.dataset.minutes, number.format(Math.floor(seconds / 60)))
      : fill(line.dataset.hours, number.format(Math.floor(seconds / 3600)));
  }

  function showLine() {
    const connected = performance.now() - heardAt < QUIET;
    const now = age < 0 ? -1 : age + performance.now() - toldAt;
    const stale = now > 10000;
    const state = part("state");
    const word = stale ? line.dataset.stale : connected ? line.dataset.live : line.dataset.polling;
    state.className = "state " + (stale ? "bad" : connected ? "good" : "waiting");
    if (part("word").textContent !== word) {
      part("word").textContent = word;
    }
    if (now >= 0) {
      const spokenAge = now < 2000 ? line.dataset.now : fill(line.dataset.ageWords, spoken(now));
      if (part("age").textContent !== spokenAge) {
        part("age").textContent = spokenAge;
      }
    }
    return connected;
  }

  async function ask() {
    if (asking) {
      again = true;
      return;
    }
    asking = true;
    try {
      const response = await fetch(location.href, { headers: { Accept: "text/html" } });
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      const fresh = page.getElementById("board-live");
      const freshLine = page.getElementById("board-line");
      if (response.ok && fresh && freshLine) {
        replace(fresh);
        age = Number(freshLine.dataset.age);
        toldAt = performance.now();
      }
    } catch {
      /* Said by the line's state; tried again. */
    } finally {
      asking = false;
      if (again) {
        again = false;
        ask();
      }
    }
  }

  /* What is looked at stays where it is: focus and scrolling survive. */
  function replace(fresh) {
    const live = document.getElementById("board-live");
    const focused = live.contains(document.activeElement) ? place(live, document.activeElement) : null;
    const scrolls = [...live.querySelectorAll(".scroll")].map((box) => box.scrollLeft);
    live.replaceChildren(...fresh.childNodes);
    makeSortable();
    live.querySelectorAll(".scroll").forEach((box, i) => { box.scrollLeft = scrolls[i] || 0; });
    if (focused !== null) {
      const target = live.querySelectorAll("a, button, [tabindex]")[focused];
      if (target) {
        target.focus({ preventScroll: true });
      }
    }
  }

  function place(live, element) {
    return [...live.querySelectorAll("a, button, [tabindex]")].indexOf(element);
  }

  function connect() {
    const scheme = location.protocol === "https:" ? "wss://" : "ws://";
    const root = form.getAttribute("action").replace(/\/board$/, "");
    const socket = new WebSocket(scheme + location.host + root + "/live/figures");
    socket.addEventListener("message", (event) => {
      const news = JSON.parse(event.data);
      const mine = Number(document.getElementById("board-live").dataset.dataset);
      heardAt = performance.now();
      pause = 500;
      age = news.ageMillis;
      toldAt = heardAt;
      showLine();
      if (news.all || news.datasets.includes(mine)) {
        ask();
      }
    });
    socket.addEventListener("close", () => {
      heardAt = -Infinity;
      showLine();
      setTimeout(connect, pause);
      pause = Math.min(LONGEST_PAUSE, pause * 2);
    });
  }

  setInterval(showLine, 1000);
  setInterval(() => {
    if (performance.now() - heardAt >= QUIET) {
      ask();
    }
  }, POLL);
  connect();

  /* A choice asks at once; days of one's own wait until both are there. */
  function followChoices(question) {
    question.addEventListener("change", (event) => {
      const chosen = event.target;
      if (chosen.name === "dataset") {
        for (const name of ["branch", "field", "on", "from", "through"]) {
          if (question.elements[name]) {
            question.elements[name].disabled = true;
          }
        }
        if (question.elements.period.value === "range") {
          question.elements.period.value = "month";
        }
      }
      if (chosen.name === "period" && chosen.value === "range" && !question.elements.from) {
        const page = new URL(location.href);
        const days = document.getElementById("board-live").dataset;
        page.search = new URLSearchParams([
          ...[...new FormData(question)].filter(([name]) => name !== "on"),
          ["from", days.from], ["through", days.through]]);
        location.assign(page);
        return;
      }
      for (const field of question.elements) {
        if (field.name && !field.value) {
          field.disabled = true;
        }
      }
      question.requestSubmit();
    });
  }

  /* Tables are sorted where they stand, and stay so when figures change. */
  function makeSortable() {
    for (const table of document.querySelectorAll("[data-sortable]")) {
      const heads = [...table.tHead.rows[0].cells];
      heads.forEach((head, column) => {
        head.querySelector(".sort").addEventListener("click", () => {
          const before = sorted[table.dataset.sortable];
          const down = before && before.column === column ? !before.down : column > 0;
          sorted[table.dataset.sortable] = { column, down };
          sort(table);
        });
      });
      sort(table);
    }
  }

  function sort(table) {
    const order = sorted[table.dataset.sortable];
    if (!order) {
      return;
    }
    const { column, down } = order;
    [...table.tHead.rows[0].cells].forEach((head, i) => {
      if (i === column) {
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
      } else {
        head.removeAttribute("aria-sort");
      }
    });
    const collator = new Intl.Collator(document.documentElement.lang);
    const key = (row) => row.cells[column].dataset.key;
    const rows = [...table.tBodies[0].rows].sort((one, other) => {
      if (column === 0) {
        return (down ? -1 : 1) * collator.compare(key(one), key(other));
      }
      /* What has no figure comes last either way. */
      if (key(one) === "" || key(other) === "") {
        return (key(one) === "" ? 1 : 0) - (key(other) === "" ? 1 : 0);
      }
      return (down ? -1 : 1) * (Number(key(one)) - Number(key(other)));
    });
    table.tBodies[0].append(...rows);
  }
})();
