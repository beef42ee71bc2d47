/* Forms in a dialog: fetched when they are asked for, sent as JSON, their errors said in place. */
(function () {
  "use strict";

  const HEADERS = { "Content-Type": "application/json", "X-Timeline": "page" };
  let dialog = null;
  let opener = null; // the key or the element that has the focus again afterwards

  function live(words) {
    const said = document.getElementById("live");
    if (said) said.textContent = words;
  }

  // What is shown is fetched anew: the address is the same, but the store is not.
  function changed(words, there, way, id) {
    window.calendarPage.draw();
    tell(words, there, way, id);
  }

  // What was done, or could not be, is said for a while at the foot of the page, with the way to it and the way back.
  function tell(words, there, way, id) {
    setTimeout(() => live(words), 600);
    away();
    const said = document.createElement("section");
    said.className = "done";
    said.setAttribute("aria-label", "Message");
    said.textContent = words;
    if (there) {
      const link = document.createElement("a");
      link.href = there;
      link.dataset.go = "push";
      link.textContent = way;
      link.addEventListener("click", () => said.remove());
      said.append(" ", link);
    }
    if (id) {
      const back = document.createElement("button");
      back.type = "button";
      back.textContent = "Undo";
      back.dataset.undo = id;
      said.append(" ", back);
    }
    document.querySelector(".page").append(said); // the next that Tab comes to after the buttons of an event
    fade(said);
  }

  // It goes after a while, but not from under somebody's hand.
  function fade(said) {
    setTimeout(() => (said.matches(":hover, :focus-within") ? fade(said) : said.remove()), 12000);
  }

  function away() {
    const said = document.querySelector(".done");
    if (said) said.remove();
  }

  function box() {
    if (dialog) return dialog;
    dialog = document.createElement("dialog");
    dialog.className = "dialog";
    dialog.setAttribute("aria-labelledby", "dialog-title");
    document.body.append(dialog);
    dialog.addEventListener("close", () => {
      document.dispatchEvent(new CustomEvent("dialog:close"));
      dialog.replaceChildren();
      const again = opener && (opener.isConnected ? opener : document.querySelector(`[data-key="${CSS.escape(opener.dataset.key || "")}"]`));
      if (again) again.focus({ preventScroll: true });
      opener = null;
    });
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog) dialog.close(); // beside the form
    });
    return dialog;
  }

  async function open(address, from) {
    const shown = box();
    away();
    if (!shown.open) opener = from;
    const answer = await fetch(address, { headers: { "X-Timeline": "page" } }).catch(() => null);
    if (!answer || !answer.ok) {
      const gone = answer && answer.status === 404;
      const why = gone ? "This is not there any more: load the page again" : "The server does not answer: is it still running?";
      if (shown.open) wrong(why);
      else tell(why);
      return;
    }
    shown.innerHTML = await answer.text();
    if (!shown.open) shown.showModal();
    shown.scrollTop = 0;
    const first = shown.querySelector("[autofocus], form input:not([type=hidden]), form textarea, button.main");
    if (first) first.focus();
    shown.querySelectorAll("li.actor").forEach(kind);
    shown.querySelectorAll("select[name=status]").forEach(meaning);
    if (shown.querySelector("#date-read")) dated(shown.querySelector("form"));
    document.dispatchEvent(new CustomEvent("dialog:open", { detail: shown }));
  }

  // What is wrong stands at its field, which gets the focus; what is about no field, above the buttons.
  function wrong(words, field) {
    dialog.querySelectorAll("[aria-invalid]").forEach((old) => old.removeAttribute("aria-invalid"));
    dialog.querySelectorAll(".fault").forEach((old) => (old.id === "date-read" ? old.classList.remove("fault") : old.remove()));
    const said = dialog.querySelector(".wrong");
    const input = words && field && dialog.querySelector(`form [name="${CSS.escape(field)}"]`);
    if (said) said.textContent = input ? "" : words;
    if (input) {
      let beside = dialog.querySelector("#" + input.getAttribute("aria-describedby"));
      if (!beside || beside.id === "fault") {
        beside = document.createElement("p");
        beside.id = "fault";
        input.closest("label, fieldset").after(beside);
        input.setAttribute("aria-describedby", "fault");
      }
      beside.classList.add("fault");
      beside.textContent = words;
      input.setAttribute("aria-invalid", "true");
      input.focus();
    } else if (words && said) said.scrollIntoView({ block: "nearest" });
  }

  function values(form) {
    const found = {};
    for (const [name, value] of new FormData(form)) {
      if (name === "status" && form.elements.status.dataset.usual) continue; // the date says it
      if (["name", "role", "kind"].includes(name)) (found[name] = found[name] || []).push(value);
      else found[name] = value;
    }
    return found;
  }

  async function post(address, body) {
    const answer = await fetch(address, { method: "POST", headers: HEADERS, body: JSON.stringify(body) }).catch(() => null);
    const said = answer ? await answer.json().catch(() => ({})) : {};
    if (!answer || !answer.ok || said.error) {
      const why = said.error || "The server did not take it: is it still running?";
      throw Object.assign(new Error(why), { field: said.field });
    }
    return said;
  }

  async function send(form) {
    const button = form.querySelector("[type=submit]");
    button.disabled = true;
    wrong("");
    try {
      const said = await post(form.dataset.send, { ...values(form), address: location.search });
      dialog.close();
      if (said.go) window.calendarPage.go(said.go, "replace");
      changed([said.told, said.away].filter(Boolean).join(". "), said.there, "Show it", said.id);
    } catch (error) {
      wrong(error.message, error.field);
      button.disabled = false;
    }
  }

  // Take changes back, or make them again: from the history, which is shown anew, or from what was said when one was made.
  async function undo(button) {
    const { dataset } = button;
    const listed = dialog && dialog.open;
    const held = button === document.activeElement;
    try {
      const said = await post("/edit/undo", { ids: dataset.undo.split(" "), again: Boolean(dataset.again) });
      changed(said.told);
    } catch (error) {
      if (listed) wrong(error.message);
      else tell(error.message);
      return;
    }
    if (!listed) {
      if (held) document.getElementById("details").focus({ preventScroll: true }); // the button went with its message
      return;
    }
    await open("/edit/history", opener);
    const same = dialog.querySelector(`[data-undo="${CSS.escape(dataset.undo)}"]`);
    if (same) same.focus();
  }

  // What the chosen status means, below its field, and whether it is the date that chose it.
  function meaning(select) {
    const said = select.parentElement.querySelector(".meaning");
    const by = select.dataset.usual && select.form.elements.when.value.trim() ? " Taken from the date until you choose one." : "";
    if (said) said.textContent = select.selectedOptions[0].title + by;
  }

  // A name that is not known here needs its kind.
  function kind(row) {
    const list = document.getElementById("known-names");
    const name = row.querySelector("input[name=name]").value.trim().toLowerCase();
    const known = !name || !list || [...list.options].some((one) => one.value.toLowerCase() === name);
    row.querySelector(".kind").hidden = known;
  }

  let asking = 0;
  function dated(form) {
    clearTimeout(asking);
    asking = setTimeout(async () => {
      const said = form.querySelector("#date-read");
      const now = values(form);
      if (!said) return;
      const query = new URLSearchParams({ when: now.when, extent: now.extent || "", event: form.dataset.event || "" });
      for (const key of ["open_start", "open_end"]) if (now[key]) query.set(key, "on");
      const answer = await fetch("/edit/date?" + query).catch(() => null);
      const read = answer ? await answer.json().catch(() => ({})) : {};
      said.textContent = read.told || read.error || "";
      said.classList.toggle("fault", Boolean(read.error));
      form.querySelector(".ends label:has(select)").hidden = !read.several;
      const status = form.elements.status;
      if (read.status && status.dataset.usual) {
        status.value = read.status;
        meaning(status);
      }
      if (read.error) form.elements.when.setAttribute("aria-invalid", "true");
      else form.elements.when.removeAttribute("aria-invalid");
    }, 200);
  }

  let searching = 0;
  function others(input) {
    clearTimeout(searching);
    searching = setTimeout(async () => {
      const form = input.form;
      const query = new URLSearchParams({ event: form.dataset.event, words: input.value });
      const answer = await fetch("/edit/merge/others?" + query).catch(() => null);
      if (answer && answer.ok) form.querySelector("[data-others]").innerHTML = await answer.text();
    }, 200);
  }

  document.addEventListener("click", (event) => {
    const asked = event.target.closest("[data-dialog]");
    if (asked) {
      event.preventDefault();
      open(asked.dataset.dialog, asked);
      return;
    }
    const act = event.target.closest("[data-form]");
    if (act && act.dataset.form === "close") dialog.close();
    if (act && act.dataset.form === "remove") {
      const list = act.closest("ul");
      act.closest("li").remove();
      (list.querySelector("input") || list.parentElement.querySelector("[data-form=more]")).focus();
    }
    if (act && act.dataset.form === "more") {
      const field = act.closest("fieldset");
      field.querySelector("ul").append(field.querySelector("template").content.cloneNode(true));
      field.querySelector("ul").lastElementChild.querySelector("input").focus();
    }
    const back = event.target.closest("[data-undo]");
    if (back) undo(back);
  });
  document.addEventListener("submit", (event) => {
    if (!event.target.dataset.send) return;
    event.preventDefault();
    send(event.target);
  });
  document.addEventListener("input", (event) => {
    const row = event.target.closest("li.actor");
    if (row) kind(row);
    if (event.target.closest("form[data-send] .dated")) dated(event.target.form);
    if (event.target.matches(".dialog select[name=status]")) {
      delete event.target.dataset.usual;
      meaning(event.target);
    }
    if (event.target.dataset.form === "others") others(event.target);
  });
  document.addEventListener("keydown", (event) => {
    const back = document.querySelector(".done [data-undo]");
    if (back && event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey) && !event.shiftKey &&
        !event.target.closest("input, textarea, dialog")) {
      event.preventDefault();
      undo(back);
    }
    // Keys in a dialog are its own, and close nothing else.
    if (event.key === "Escape" && dialog && dialog.open) event.stopPropagation();
  }, true);

  window.forms = { open, changed, live, post, wrong };
})();
