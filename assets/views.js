/* What the views do by themselves: marking the sentence that is told, dates and names typed in, keys, saved views. */
(function () {
  "use strict";

  const page = window.calendarPage; // the address and its changes
  const $ = (id) => document.getElementById(id);
  const VIEWS = ["timeline", "month", "table", "actors", "articles"];

  // ---------------------------------------------------------------- the article and its events

  let marked = "";
  function markSentence() {
    const id = page.chosen();
    const sentences = document.querySelectorAll("#read .sentence");
    let at = null;
    for (const one of sentences) {
      const on = id !== "" && one.dataset.events.split(" ").includes(id);
      one.classList.toggle("marked", on);
      if (on && !at) at = one;
    }
    const now = at ? id : "";
    if (at && now !== marked) {
      const box = at.getBoundingClientRect();
      if (box.top < 90 || box.bottom > innerHeight - 110) at.scrollIntoView({ block: "center" });
    }
    if (sentences.length || !id) marked = now;
  }

  // ---------------------------------------------------------------- the event that somebody came for

  // An address, or “Show it”, that opens an event in the table shows its row, wherever that stands.
  let sought = true;
  function seek() {
    const id = page.chosen();
    const row = sought && id ? $("view").querySelector(`.events a[data-event="${CSS.escape(id)}"]`) : null;
    if (sought && !id && $("view").children.length) sought = false;
    if (!row || !row.checkVisibility()) return;
    sought = false;
    const box = row.getBoundingClientRect();
    if (box.top < 90 || box.bottom > innerHeight - 110) row.scrollIntoView({ block: "center" });
  }

  // ---------------------------------------------------------------- dates typed in

  // "3 Feb 2016", "Feb 2016", "2016-02-03": the server reads them, and what is no day is said below the field. What is
  // being typed stays when the filters are told anew.
  const DAYS = { "from-date": "from", "to-date": "to" };
  const typed = new Map(); // by field: the words that are no filter yet, and what is wrong with them
  async function dates(event) {
    const key = DAYS[event.target.id];
    if (!key) return;
    const words = event.target.value.trim();
    let said = { day: null };
    if (words) {
      const query = new URLSearchParams(location.search);
      query.set("words", words);
      query.set("end", key === "from" ? "first" : "last");
      const answer = await fetch("day?" + query).catch(() => null);
      if (!answer || !answer.ok) return;
      said = await answer.json();
    }
    if (said.error) typed.set(event.target.id, [words, said.error]);
    else typed.delete(event.target.id);
    showTyped();
    if (!said.error) page.go(page.changed({ [key]: said.day, dates: null, page: null }));
  }
  function showTyped() {
    const wrong = $("wrong-day");
    if (!wrong) return;
    for (const id of Object.keys(DAYS)) {
      const [words, error] = typed.get(id) || [];
      const field = $(id);
      if (words !== undefined && field.value !== words) field.value = words;
      if (error) field.setAttribute("aria-invalid", "true");
      else field.removeAttribute("aria-invalid");
      field.setAttribute("aria-describedby", "wrong-day");
    }
    const said = [...typed.values()].map(([, error]) => error).filter(Boolean).join(" ");
    if (wrong.textContent !== said) wrong.textContent = said;
  }

  // ---------------------------------------------------------------- views kept under a name

  const KEPT = "saved-views"; // in this browser alone
  function kept() {
    try {
      const found = JSON.parse(localStorage.getItem(KEPT) || "[]");
      return Array.isArray(found) ? found.filter((one) => one && typeof one.name === "string" && typeof one.search === "string") : [];
    } catch {
      return [];
    }
  }
  function keep(views) {
    try { localStorage.setItem(KEPT, JSON.stringify(views)); } catch { /* private window */ }
    listKept();
  }
  function present() {
    const query = new URLSearchParams(location.search);
    query.delete("event");
    return "?" + query.toString();
  }
  function listKept() {
    const list = $("saved-list");
    if (!list) return;
    const views = kept();
    list.parentElement.classList.toggle("some", views.length > 0);
    list.replaceChildren(...views.map((one) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = one.search.startsWith("?") ? one.search : "?";
      link.dataset.go = "push";
      link.textContent = one.name;
      if (link.getAttribute("href") === present()) link.setAttribute("aria-current", "true");
      const off = document.createElement("button");
      off.type = "button";
      off.className = "forget";
      off.textContent = "×";
      off.dataset.forget = one.name;
      off.setAttribute("aria-label", `Forget the view ${one.name}`);
      item.append(link, off);
      return item;
    }));
  }
  function saveView() {
    const field = $("save-name");
    const name = field ? field.value.trim().slice(0, 60) : "";
    if (!name) {
      if (field) field.focus();
      return;
    }
    keep([...kept().filter((one) => one.name !== name), { name, search: present() }]);
    $("save-name").value = "";
    $("save").open = false;
    $("save").querySelector("summary").focus();
    page.say(`View ${name} saved in this browser`);
  }

  // ---------------------------------------------------------------- first visit, keys

  function hint() {
    const box = document.querySelector(".hint");
    if (!box) return;
    let seen = false;
    try { seen = localStorage.getItem("hint-seen") === "yes"; } catch { seen = true; }
    box.hidden = seen;
  }

  const help = () => $("keys");
  function openHelp() {
    if (help() && !help().open) help().showModal();
  }

  // ---------------------------------------------------------------- what goes on between page and server

  function answered(failed) {
    const banner = document.querySelector(".failed");
    if (banner) banner.hidden = !failed;
  }

  let waiting = 0;
  let slow = 0;
  const plain = window.fetch;
  window.fetch = function (what, how) {
    const address = String((what && what.url) || what);
    if (!/_dash-update-component|^drawing\?/.test(address)) return plain.call(this, what, how);
    waiting += 1;
    if (!slow) slow = setTimeout(() => document.body.classList.add("waiting"), 350);
    const done = (failed) => {
      waiting -= 1;
      if (!waiting) {
        clearTimeout(slow);
        slow = 0;
        document.body.classList.remove("waiting");
      }
      answered(failed);
    };
    return plain.call(this, what, how).then(
      (answer) => {
        done(answer.status >= 500);
        return answer;
      },
      (error) => {
        done(true);
        throw error;
      });
  };

  // ---------------------------------------------------------------- events of the page

  // What a number of the matrix is read as stands beside the pointer, too.
  document.addEventListener("pointerover", ({ target }) => {
    if (target.matches(".matrix a:not([title])")) target.title = target.getAttribute("aria-label");
  });
  document.addEventListener("change", dates);
  document.addEventListener("toggle", (event) => {
    if (event.target.id === "save" && event.target.open) $("save-name").focus();
  }, true);
  document.addEventListener("input", (event) => {
    if (event.target.id in DAYS) typed.set(event.target.id, [event.target.value]);
  });
  document.addEventListener("click", (event) => {
    const target = event.target;
    if (target.closest("#save-view")) saveView();
    if (target.closest(".done a")) sought = true;
    if (target.closest("a[data-read]")) {
      read = page.chosen();
      document.body.dataset.read = "yes";
    } else if (target.closest(`a[data-event="${CSS.escape(page.chosen())}"]`)) delete document.body.dataset.read;
    const off = target.closest("[data-forget]");
    if (off) {
      keep(kept().filter((one) => one.name !== off.dataset.forget));
      $("save").querySelector("summary").focus();
    }
    if (target.closest(".hint .close-hint")) {
      try { localStorage.setItem("hint-seen", "yes"); } catch { /* private window */ }
      document.querySelector(".hint").hidden = true;
      $("stage").focus({ preventScroll: true });
    }
    if (target.closest("#show-keys")) openHelp();
    if (target.closest("#again")) location.reload();
    if (help() && help().open && (target === help() || target.closest("#keys .close"))) help().close();
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.target.id === "save-name" && event.key === "Enter") {
      event.preventDefault(); // or the key would open again what closes now
      saveView();
    }
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "?") {
      event.preventDefault();
      openHelp();
    } else if (event.key === "/") {
      event.preventDefault();
      $("text").focus();
    } else if (/^[1-5]$/.test(event.key)) {
      const tab = document.querySelector(`[data-key="view:${VIEWS[event.key - 1]}"]`);
      if (tab) tab.click();
    } else if (event.key === "[" || event.key === "]") {
      const way = document.querySelector(event.key === "[" ? '[data-way="before"]' : '[data-way="after"]');
      if (way) way.click();
    }
  });
  let read = ""; // the event whose sentence is read under details that would cover it
  document.addEventListener("calendar:chosen", () => {
    if (page.chosen() !== read) delete document.body.dataset.read;
    markSentence();
    listKept();
  });

  (function start() {
    const view = $("view");
    if (!view || !$("saved-list")) {
      requestAnimationFrame(start);
      return;
    }
    new MutationObserver(() => {
      marked = "";
      markSentence();
      seek();
    }).observe(view, { childList: true, subtree: true });
    new MutationObserver(showTyped).observe($("filters"), { childList: true, subtree: true });
    hint();
    listKept();
  })();
})();
