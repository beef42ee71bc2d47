/* Adding articles: files, text or a page are opened, read one after the other, looked at, and kept. */
(function () {
  "use strict";

  let found = []; // {article, line, item}
  let stopped = false;
  let busy = false;

  const box = () => document.querySelector(".dialog .add");
  const part = (selector) => box().querySelector(selector);
  const wrong = (words) => window.forms.wrong(words);

  async function open(from) {
    await window.forms.open("/add", from);
    document.querySelector(".dialog").classList.add("wide");
    found = [];
    busy = stopped = false;
  }

  async function sent(address, body, headers) {
    const answer = await fetch(address, { method: "POST", body, headers: { "X-Timeline": "page", ...headers } }).catch(() => null);
    if (answer && answer.status === 413) throw new Error("larger than 30 MB: split it, or start timeline serve with the file");
    const said = answer && answer.ok ? await answer.json().catch(() => null) : null;
    if (!said) throw new Error("The server did not take it: is it still running?");
    return said;
  }

  const post = (address, body) => sent(address, JSON.stringify(body), { "Content-Type": "application/json" });

  function failed(words) {
    const item = document.createElement("li");
    item.textContent = words;
    part(".failed").append(item);
  }

  function far(words, now, of) {
    part(".how-far").textContent = words;
    const bar = part("progress");
    bar.hidden = of === undefined;
    if (of !== undefined) Object.assign(bar, { max: of, value: now });
  }

  function begin() {
    busy = true;
    stopped = false;
    wrong("");
    part("[data-step=give]").hidden = true;
    part("[data-step=look]").hidden = false;
    part("[data-add=stop]").hidden = false;
    part("[data-add=stop]").focus();
    part("[data-add=keep]").hidden = true;
  }

  // Everything that is given becomes articles first; then each is read, so that one can see how far it is.
  async function take(opened) {
    begin();
    far("Opening …");
    const articles = [];
    for (const one of opened) {
      if (stopped || !box()) break;
      try {
        const said = await one();
        articles.push(...said.articles);
        said.errors.forEach(failed);
      } catch (error) {
        failed(error.message);
      }
    }
    for (const [index, article] of articles.entries()) {
      if (stopped || !box()) break;
      far(`Reading ${index + 1} of ${articles.length}: ${article.title || article.text.slice(0, 60)}`, index, articles.length);
      try {
        const line = await post("/add/read", { article });
        if (line.error) failed(line.error);
        else if (box()) shown(article, line);
      } catch (error) {
        failed(error.message);
      }
    }
    if (box()) looked(articles.length);
  }

  function shown(article, line) {
    const item = part("template").content.firstElementChild.cloneNode(true);
    const one = { article, line, item };
    found.push(one);
    part(".found").append(item);
    const date = item.querySelector("input[name=published]");
    date.setAttribute("aria-label", "Published, " + line.title);
    date.setAttribute("aria-describedby", (item.querySelector(".why").id = `why-${found.length}`));
    date.addEventListener("change", () => (one.asked = again(one, date)));
    tell(one);
  }

  function tell(one) {
    const { item, line } = one;
    item.querySelector(".title").textContent = line.title;
    const date = item.querySelector("input[name=published]");
    date.value = line.published;
    date.removeAttribute("aria-invalid");
    const how = line.reason.startsWith(line.origin) ? line.reason : [line.origin, line.reason].filter(Boolean).join(": ");
    const why = [line.said, how].filter(Boolean).join(" · ");
    item.querySelector(".why").textContent = line.sure ? why : `${why}. Give the day if you know it.`;
    item.classList.toggle("unsure", !line.sure);
    item.querySelector(".finds").textContent = [line.events, ...line.first, ...line.warnings].join(" · ");
  }

  // Another date gives other days: the article is read anew before it is kept.
  async function again(one, date) {
    const published = date.value.trim();
    let line;
    try {
      line = await post("/add/read", { article: one.article, published });
    } catch (error) {
      line = { error: error.message };
    }
    const why = one.item.querySelector(".why");
    why.classList.toggle("fault", Boolean(line.error));
    if (line.error) {
      date.setAttribute("aria-invalid", "true");
      why.textContent = line.error;
      return;
    }
    Object.assign(one, { published, line });
    tell(one);
  }

  function looked(all) {
    busy = false;
    part("[data-add=stop]").hidden = true;
    const read = found.length;
    far(stopped && read < all ? `Stopped: ${read} of ${all} read` : read ? `${read} read. Nothing is kept yet: look at the dates, then add them.` : "Nothing could be read.");
    const keep = part("[data-add=keep]");
    keep.hidden = !read;
    keep.textContent = read === 1 ? "Add the article" : `Add ${read} articles`;
    if (read) keep.focus();
  }

  async function keep() {
    const chosen = found.filter((one) => one.item.querySelector(".choose input").checked);
    if (!chosen.length) return wrong("Choose at least one");
    await Promise.all(chosen.map((one) => one.asked));
    const faulty = chosen.map((one) => one.item.querySelector("[aria-invalid]")).find(Boolean);
    if (faulty) return faulty.focus();
    begin();
    const kept = [];
    for (const [index, one] of chosen.entries()) {
      if (stopped || !box()) break;
      far(`Adding ${index + 1} of ${chosen.length}: ${one.line.title}`, index, chosen.length);
      try {
        const said = await post("/add/keep", { article: one.article, published: one.published });
        if (said.error) {
          failed(said.error);
          continue;
        }
        kept.push(said);
        found.splice(found.indexOf(one), 1);
        one.item.remove();
      } catch (error) {
        failed(error.message);
      }
    }
    const words = kept.length === 1 ? `“${kept[0].title}” added: ${kept[0].events}` : `${kept.length} articles added`;
    const there = kept.length === 1 ? "?" + new URLSearchParams({ view: "articles", article: kept[0].id }) : "?view=articles&dates=all";
    window.forms.changed(words, kept.length ? there : "", kept.length === 1 ? "Read it here" : "All articles");
    if (!box()) return;
    busy = false;
    if (kept.length === chosen.length && !part(".failed").children.length) document.querySelector(".dialog").close();
    else {
      looked(found.length);
      far(words);
    }
  }

  function files(list) {
    return [...list].map((file) => () => sent("/add/open", file, { "X-Name": encodeURIComponent(file.name), "Content-Type": "application/octet-stream" }));
  }

  document.addEventListener("click", (event) => {
    const asked = event.target.closest("[data-add]");
    if (!asked) {
      const remove = event.target.closest("[data-remove]");
      if (remove) removed(remove);
      return;
    }
    const act = asked.dataset.add;
    if (act === "open") open(asked);
    if (act === "choose") part("input[type=file]").click();
    if (act === "keep") keep();
    if (act === "stop") {
      stopped = true;
      far("Stopping …");
    }
  });

  async function removed(button) {
    try {
      const said = await post("/add/remove", { id: button.dataset.remove });
      if (said.error) return wrong(said.error);
      button.closest("li").remove();
      window.forms.changed(said.told);
      part("[data-form=close]") ? part("[data-form=close]").focus() : null;
    } catch (error) {
      wrong(error.message);
    }
  }

  document.addEventListener("change", (event) => {
    if (event.target.matches(".dialog .add input[type=file]") && event.target.files.length) take(files(event.target.files));
  });
  document.addEventListener("submit", (event) => {
    const kind = event.target.dataset.addForm;
    if (!kind) return;
    event.preventDefault();
    const said = Object.fromEntries(new FormData(event.target));
    if (kind === "fetch") take([() => post("/add/fetch", said)]);
    else take([() => sent("/add/open", said.text, { "Content-Type": "text/plain; charset=utf-8" })]);
  });

  // Files may be dropped anywhere on the page.
  const carries = (event) => event.dataTransfer && [...event.dataTransfer.types].includes("Files");
  const editable = () => document.querySelector(".page.adds");
  document.addEventListener("dragover", (event) => {
    if (!carries(event) || !editable()) return;
    event.preventDefault();
    document.body.classList.add("dropping");
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) document.body.classList.remove("dropping");
  });
  document.addEventListener("drop", async (event) => {
    document.body.classList.remove("dropping");
    if (!carries(event) || !editable()) return;
    event.preventDefault();
    if (busy) return;
    const given = files(event.dataTransfer.files);
    if (!box() || !part("[data-step=give]") || part("[data-step=give]").hidden) await open(document.querySelector("[data-add=open]"));
    take(given);
  });
  document.addEventListener("dialog:close", () => {
    stopped = true;
    document.querySelector(".dialog").classList.remove("wide");
  });
})();
