/* What the page does by itself: it turns clicks and keys into addresses. The server draws what an address says. */
(function () {
  "use strict";

  const SETTLE = 30; // milliseconds without a turn of the wheel before the server is asked again
  const RESTED = 150; // and those after which a turn is the first of its own, for which it is asked at once
  const CARD_DELAY = 90; // milliseconds before the hover card shows
  const root = document.documentElement;
  const $ = (id) => document.getElementById(id);
  const props = (id, values) => window.dash_clientside.set_props(id, values);

  // ---------------------------------------------------------------- the address

  function go(search, how) {
    const next = search.startsWith("?") ? search : "?" + search;
    const url = location.pathname + (next === "?" ? "" : next);
    if (url === location.pathname + location.search) return;
    history[how === "replace" ? "replaceState" : "pushState"]({}, "", url);
    follow();
  }

  // The chart, or the view in its place, is asked for first; what stands around it is told once that has been painted,
  // or at once where only another event was chosen: that draws nothing anew.
  let drawnFor = null; // the address, less its event, that the last drawing was asked for
  function follow() {
    const query = new URLSearchParams(location.search);
    const words = query.get("text") || "";
    query.delete("event");
    const same = query.toString() === drawnFor;
    drawnFor = query.toString();
    if (same) tell();
    else draw(); // before all else: the server works while the page marks what is chosen
    mark();
    if (document.activeElement !== $("text")) $("text").value = words;
  }
  const tell = () => props("telling", { data: location.search });

  function changed(values) {
    const query = new URLSearchParams(location.search);
    for (const [key, value] of Object.entries(values)) {
      if (value === null || value === "") query.delete(key);
      else query.set(key, value);
    }
    return "?" + query.toString();
  }

  const chosen = () => new URLSearchParams(location.search).get("event") || "";

  window.calendarPage = {
    go, changed, chosen, draw, chart: () => chart, say: (words) => ($("live").textContent = words),
  };

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    calendar: {
      elsewhere(found) {
        elsewhere(found);
        return window.dash_clientside.no_update;
      },
    },
  });

  // ---------------------------------------------------------------- what comes as text (dashboard/markup.py)

  function unfold(root) {
    for (const box of root.querySelectorAll("[data-markup]")) {
      if (box.unfolded === box.dataset.markup) continue;
      box.unfolded = box.dataset.markup;
      box.innerHTML = box.dataset.markup;
    }
  }
  new MutationObserver(() => unfold(document)).observe(document.documentElement, {
    childList: true, subtree: true, attributes: true, attributeFilter: ["data-markup"],
  });

  // ---------------------------------------------------------------- light and dark, and the room there is

  const narrow = window.matchMedia("(max-width: 760px)");
  const low = window.matchMedia("(max-height: 860px)");
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  function remembered() {
    try { return localStorage.getItem("theme"); } catch { return null; }
  }
  function theme() {
    return root.dataset.theme || (system.matches ? "dark" : "light");
  }
  if (["light", "dark"].includes(remembered())) root.dataset.theme = remembered();

  let room = ""; // what the server draws for: the chart's width, light or dark, and whether the screen is narrow, or low
  function look() {
    const bar = document.querySelector("main .bar"); // as wide as the chart, and there in every view
    const width = Math.round(bar.clientWidth);
    if (width < 50) return;
    const said = (query) => (query.matches ? "yes" : "");
    const now = new URLSearchParams({ width, theme: theme(), narrow: said(narrow), low: said(low) }).toString();
    if (now === room) return;
    room = now;
    draw();
  }

  // ---------------------------------------------------------------- the drawing

  let drawings = 0; // asked for: of several under way the last is shown
  async function draw() {
    if (!room || drawnFor === null) return;
    const mine = ++drawings;
    const answer = await fetch(`drawing?${room}&${drawnFor}`).catch(() => null);
    if (!answer || !answer.ok) return; // the page says that the server does not answer
    const drawing = await answer.json();
    if (mine === drawings) show(drawing);
  }

  const written = {}; // what stands in each part of the page
  function show({ chart: drawn, on, ...parts }) {
    $("main").className = `on-${on}`;
    for (const [id, markup] of Object.entries(parts)) {
      if (written[id] !== markup) $(id).innerHTML = written[id] = markup;
    }
    if (drawn !== undefined) paint(drawn);
    mark();
    afterPaint(tell);
  }

  // Once what was drawn is on the screen, and not merely ready for it: what comes then holds up no frame.
  function afterPaint(act) {
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(act)));
  }

  // ---------------------------------------------------------------- the chart

  let chart = null; // as the server drew it (dashboard/figures.py)
  let cursor = -1; // the event that the arrow keys stand on, by its place among the hits
  let timer = 0;

  const frame = () => $("chart").getBoundingClientRect();
  const hits = () => chart && chart.hits; // [id, x0, x1, y0, y1, title, when, kind, who]
  let turning = null; // the moments at both edges while the chart is turned, before it is drawn for them
  const moment = (x) => chart.low + x * chart.pixel;
  const range = () => (turning ? turning.map((ms) => (ms - chart.low) / chart.pixel) : [0, chart.width]);
  const moments = () => range().map(moment); // range: in pixels of the chart as it was drawn
  const day = (ms) => new Date(ms).toISOString().slice(0, 10);
  const DAY = 86400000;

  // A place in the chart as it was drawn → on the screen, and back; they differ while it is panned or zoomed.
  function place(x) {
    const [low, high] = range();
    return ((x - low) / (high - low)) * chart.width;
  }
  function spot(event) {
    const { left, top, width } = frame();
    const [low, high] = range();
    return [low + ((event.clientX - left) / width) * (high - low), event.clientY - top];
  }

  function boxes(id) {
    return (hits() || []).filter((hit) => hit[0] === id).map(([, x0, x1, y0, y1]) => ({
      x0: chart.packed ? place(x0) - 7 : 0,
      x1: chart.packed ? place(x1) + 7 : chart.width,
      y0: y0 + 1,
      y1: y1 - 1,
    }));
  }

  // What lies under the pointer: an event, or a stretch of a density's lane.
  function under(event) {
    if (!hits()) return null;
    const [x, y] = spot(event);
    const hit = hits().find((one) => x >= one[1] - 4 && x <= one[2] + 4 && y >= one[3] && y < one[4]);
    if (hit) return { hit };
    const { density } = chart;
    const lane = density && density.lanes.find((one) => y >= one[2] - 4 && y <= one[3] + 2);
    if (!lane) return null;
    const index = density.edges.findIndex((edge) => x < edge) - 1;
    return index >= 0 && index < density.names.length ? { lane, index } : null;
  }

  function light(kind, id) {
    const layer = document.querySelector("#stage .lit");
    if (!layer) return;
    layer.querySelectorAll("." + kind).forEach((old) => old.remove());
    for (const box of id ? boxes(id) : []) {
      const band = document.createElement("div");
      band.className = "band " + kind;
      band.style.cssText =
        `left:${box.x0}px;top:${box.y0}px;width:${box.x1 - box.x0}px;height:${box.y1 - box.y0}px`;
      layer.append(band);
    }
  }

  function mark() {
    const id = chosen();
    document.body.dataset.event = id;
    light("chosen", id);
    document.querySelectorAll("a[data-event]").forEach((link) => {
      if (link.dataset.event === id && id) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
    document.dispatchEvent(new CustomEvent("calendar:chosen"));
  }

  function showCard(data, x, y) {
    const card = document.querySelector("#stage .card");
    card.replaceChildren(
      ...data.map((words, index) => {
        const line = document.createElement("p");
        line.className = ["title", "when", "kind", "who"][index];
        line.textContent = words;
        return line;
      }).filter((line) => line.textContent)
    );
    card.hidden = false;
    const stage = $("stage");
    const left = Math.min(Math.max(x + 14, 4), stage.clientWidth - card.offsetWidth - 4);
    const below = y + 18 + card.offsetHeight < stage.clientHeight + 60;
    card.style.left = left + "px";
    card.style.top = (below ? y + 18 : y - card.offsetHeight - 14) + "px";
  }

  function hideCard() {
    clearTimeout(timer);
    const card = document.querySelector("#stage .card");
    if (card) card.hidden = true;
  }

  const cards = new Map(); // those asked for, by id
  async function cardOf(hit) {
    if (hit.length > 5) return hit.slice(5);
    if (!cards.has(hit[0])) {
      const answer = await fetch("card?" + new URLSearchParams({ event: hit[0] }));
      if (!answer.ok) return [];
      cards.set(hit[0], await answer.json());
    }
    return cards.get(hit[0]);
  }

  const events = (count) => `${count.toLocaleString("en")} event${count === 1 ? "" : "s"}`;
  function countOf({ lane, index }) {
    return [lane[0], chart.density.names[index], events(lane[4 + index])];
  }

  function setWindow(low, high, how) {
    const first = Math.round(low / DAY) * DAY;
    const until = Math.max(first + DAY, Math.round(high / DAY) * DAY);
    const next = changed({ from: day(first), to: day(until - DAY), dates: null });
    if (next === location.search) still(); // the same days: the chart goes back to them
    else go(next, how || "replace");
  }

  let at = ""; // what the pointer is on
  function hover(event) {
    if (event.buttons || !event.target.closest || !event.target.closest("#chart")) return leave();
    const found = under(event);
    const now = found ? (found.hit ? found.hit[0] : `${found.lane[1]} ${found.index}`) : "";
    if (now === at) return;
    leave();
    if (!found) return;
    at = now;
    $("chart").classList.add("over");
    if (found.hit) light("under", at);
    const box = $("stage").getBoundingClientRect();
    timer = setTimeout(async () => {
      const words = found.hit ? await cardOf(found.hit) : countOf(found);
      if (at === now && words.length) showCard(words, event.clientX - box.left, event.clientY - box.top);
    }, CARD_DELAY);
  }
  function leave() {
    if (!at) return;
    at = "";
    light("under", "");
    hideCard();
    $("chart").classList.remove("over");
  }

  let pressed = null; // where the pointer went down, and the range then: a drag is no click
  function press(event) {
    const inside = event.button === 0 && event.target.closest && event.target.closest("#chart") && hits();
    pressed = inside ? { x: event.clientX, y: event.clientY, range: range(), moved: false } : null;
  }
  function drag(event) {
    if (!pressed || event.pointerType === "touch") return;
    const across = event.clientX - pressed.x;
    pressed.moved = pressed.moved || Math.abs(across) > 4;
    if (!pressed.moved) return;
    const [low, high] = pressed.range;
    const by = (across / chart.width) * (high - low);
    turn([low - by, high - by]);
  }
  function release(event) {
    if (!pressed) return;
    const { moved, x, y } = pressed;
    pressed = null;
    if (moved) return setWindow(...moments());
    const found = Math.hypot(event.clientX - x, event.clientY - y) < 5 ? under(event) : null;
    if (!found) return;
    leave();
    if (found.hit) go(changed({ event: found.hit[0] }));
    else {
      const { days } = chart.density;
      setWindow(Date.parse(days[found.index]), Date.parse(days[found.index + 1]), "push");
    }
  }

  // The chart as it was drawn, no more moved or stretched.
  function still() {
    turning = null;
    if (drawing()) drawing().style.transform = "";
    light("chosen", chosen());
    names();
  }

  // Whether a drawing is of the days that the address asks for: while the chart is turned, others come late.
  function awaited() {
    const query = new URLSearchParams(location.search);
    const [low, high] = [moment(0), moment(chart.width)];
    return !query.has("from") || !query.has("to") ||
      (day(low + DAY / 2) === query.get("from") && day(high - DAY / 2) === query.get("to"));
  }

  function paint(drawn) {
    chart = drawn;
    $("chart").innerHTML = chart ? chart.svg : "";
    if (turning && chart && !(awaited() && !settle)) turn(range());
    else still();
    document.querySelector("#stage .brush").style.height = (chart ? chart.overview : 0) + "px";
    $("stage").dataset.drawn = chart ? "yes" : "empty";
    light("under", "");
    at = "";
  }
  const drawing = () => $("chart").firstElementChild;

  // On paper the chart is drawn anew, light and as wide as the paper, whatever the screen: what is printed cannot wait,
  // so the page does.
  const PAPER = 1031; // pixels between the margins of a page that lies across
  function onPaper() {
    if (!$("main").classList.contains("on-timeline")) return null;
    const asked = new XMLHttpRequest();
    asked.open("GET", `drawing?${new URLSearchParams({ width: PAPER, theme: "light" })}&${drawnFor}`, false);
    try {
      asked.send();
      return asked.status === 200 ? JSON.parse(asked.responseText).chart : chart;
    } catch {
      return chart; // the server is gone: as it stands
    }
  }

  // It stands there in slices, one for each row, so that no edge of a page runs through a row; the axis is the head of
  // a table, which stands on every page.
  function slice() {
    const drawn = onPaper();
    if (!drawn) return;
    const lanes = drawn.density ? drawn.density.lanes.map((lane) => lane.slice(2, 4)) : [];
    const rows = [...drawn.hits.map((hit) => hit.slice(3, 5)), ...lanes].sort((a, b) => a[0] - b[0]);
    const slices = document.createElement("div");
    slices.className = "slices";
    slices.innerHTML = `<div class="whole">${drawn.svg.replace('id="drawn"', 'id="printed"')}</div>`;
    const { width, height } = slices.querySelector("svg").viewBox.baseVal;
    const edges = [drawn.axis - 12, drawn.top];
    let reached = 0;
    for (const [top, bottom] of rows) {
      if (reached && top >= reached - 1) edges.push(reached);
      reached = Math.max(reached, bottom);
    }
    const part = (top, end) =>
      `<svg width="${width}" height="${end - top}" viewBox="0 ${top} ${width} ${end - top}"><use href="#printed"/></svg>`;
    const [axis, ...body] = edges.map((top, index) => `<div>${part(top, edges[index + 1] || height)}</div>`);
    slices.insertAdjacentHTML(
      "beforeend",
      `${part(0, edges[0])}<div class="rows"><div class="head">${axis}</div>${body.join("")}</div>`
    );
    $("chart").append(slices);
    document.body.dataset.printed = ""; // the chart, and not the list that a small screen has in its place
  }
  addEventListener("beforeprint", () => {
    slice();
    document.querySelectorAll(".legend details:not([open])").forEach((legend) => {
      legend.dataset.paper = ""; // a line that nobody can open there
      legend.open = true;
    });
  });
  addEventListener("afterprint", () => {
    document.querySelectorAll(".slices").forEach((old) => old.remove());
    delete document.body.dataset.printed;
    document.querySelectorAll("details[data-paper]").forEach((legend) => {
      legend.open = false;
      delete legend.dataset.paper;
    });
  });

  // The names of the axis stay in sight while a long chart is scrolled.
  function names() {
    const bar = document.querySelector("#stage .names > div");
    if (!bar || !chart) return;
    const { axis, ticks, width } = chart;
    const away = frame().top + axis < document.querySelector(".top").offsetHeight;
    bar.hidden = !away;
    if (!away) return;
    bar.replaceChildren(
      ...ticks.map(([x, words, strong]) => {
        const name = document.createElement("span");
        name.textContent = words;
        name.className = strong ? "strong" : "";
        name.style.left = place(x) + 6 + "px";
        return name;
      }).filter((name) => parseFloat(name.style.left) > 0 && parseFloat(name.style.left) < width - 20)
    );
  }

  // What is drawn is moved and stretched at once; the server then draws what belongs there.
  function turn(next) {
    turning = next.map(moment);
    leave();
    light("chosen", "");
    const wide = chart.width / (next[1] - next[0]);
    drawing().style.transform = `translateX(${-next[0] * wide}px) scaleX(${wide})`;
    names();
  }

  let settle = 0;
  let lastTurn = -Infinity;
  function wheel(event) {
    if (!chart) return;
    const across = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
    const zoom = event.ctrlKey || event.metaKey;
    if (!across && !zoom) return; // the page scrolls
    event.preventDefault();
    const [low, high] = range();
    const span = high - low;
    let next;
    if (zoom) {
      const at = spot(event)[0];
      const factor = Math.exp(Math.max(-60, Math.min(60, event.deltaY)) * 0.006);
      const wide = Math.max((3 * DAY) / chart.pixel, span * factor);
      next = [at - ((at - low) / span) * wide, at + ((high - at) / span) * wide];
    } else {
      const move = ((event.deltaX || event.deltaY) / chart.width) * span;
      next = [low + move, high + move];
    }
    turn(next);
    // One notch is drawn at once; while the wheel goes on, the server is asked when it rests.
    const ask = () => {
      settle = 0;
      setWindow(...moments());
    };
    const first = event.timeStamp - lastTurn > RESTED;
    lastTurn = event.timeStamp;
    clearTimeout(settle);
    settle = first ? 0 : setTimeout(ask, SETTLE);
    if (first) ask();
  }

  function brush(event) {
    const area = event.target.closest(".brush");
    if (!area || event.button !== 0 || !hits()) return;
    const box = area.getBoundingClientRect();
    const [low, high] = moments();
    const from = event.clientX;
    const shade = document.createElement("div");
    shade.className = "shade";
    area.append(shade);
    const clamp = (x) => Math.min(Math.max(x, box.left), box.right) - box.left;
    const move = (now) => {
      const [a, b] = [clamp(from), clamp(now.clientX)].sort((x, y) => x - y);
      shade.style.cssText = `left:${a}px;width:${b - a}px`;
    };
    const end = (now) => {
      removeEventListener("pointermove", move);
      removeEventListener("pointerup", end);
      shade.remove();
      const [a, b] = [clamp(from), clamp(now.clientX)].sort((x, y) => x - y);
      if (b - a < 6) return;
      const at = (x) => low + ((high - low) * x) / box.width;
      setWindow(at(a), at(b), "push");
    };
    addEventListener("pointermove", move);
    addEventListener("pointerup", end);
    event.preventDefault();
  }

  async function step(by) {
    const found = hits();
    if (!found || !found.length) return;
    const start = found.findIndex((hit) => hit[0] === chosen());
    cursor = cursor < 0 ? (start < 0 ? (by > 0 ? 0 : found.length - 1) : start + by) : cursor + by;
    cursor = Math.min(Math.max(cursor, 0), found.length - 1);
    const here = cursor;
    const hit = found[cursor];
    light("under", hit[0]);
    const band = document.querySelector("#stage .band.under");
    if (band) band.scrollIntoView({ block: "nearest" });
    const words = await cardOf(hit);
    if (here !== cursor || hits() !== found) return;
    const box = boxes(hit[0])[0];
    showCard(words, Math.max(0, box.x0 + 20), box.y1 - 12);
    $("live").textContent = words.filter(Boolean).join(". ");
  }

  function keys(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || !hits() || $("main").className !== "on-timeline") return;
    // On a fresh page nothing has the focus: the keys are the chart's, but those that scroll a long page still do.
    const scrolls = /^Arrow(Up|Down)$/.test(event.key) && root.scrollHeight > innerHeight;
    if (event.target !== $("stage") && (event.target !== document.body || scrolls)) return;
    const [low, high] = moments();
    const span = high - low;
    const acts = {
      ArrowDown: () => step(1),
      ArrowUp: () => step(-1),
      Enter: () => {
        hideCard();
        if (cursor >= 0) go(changed({ event: hits()[cursor][0] }));
      },
      ArrowLeft: () => setWindow(low - span / 4, high - span / 4),
      ArrowRight: () => setWindow(low + span / 4, high + span / 4),
      "+": () => setWindow(low + span / 4, high - span / 4),
      "=": () => setWindow(low + span / 4, high - span / 4),
      "-": () => setWindow(low - span / 2, high + span / 2),
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  // ---------------------------------------------------------------- everything that is clicked

  function click(event) {
    const target = event.target;
    for (const menu of document.querySelectorAll("details.export[open], details.drop[open]")) {
      if (!menu.contains(target) || target.closest(".item:not([data-subscribe]), .month-index a")) menu.open = false;
    }

    const link = target.closest("a[data-go]");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) {
      event.preventDefault();
      go(link.getAttribute("href"), link.dataset.go);
      if (link.dataset.close) $("stage").focus({ preventScroll: true });
      return;
    }
    const jump = target.closest("a[data-scroll]");
    if (jump) {
      event.preventDefault();
      $(jump.dataset.scroll).scrollIntoView({ block: "center", behavior: "smooth" });
      const first = $(jump.dataset.scroll).querySelector("a");
      if (first) first.focus({ preventScroll: true });
      return;
    }
    const skip = target.closest("a.skip");
    if (skip) {
      event.preventDefault();
      $("stage").focus();
      return;
    }
    const turn = target.closest("button.turn, button.fold");
    if (turn) {
      const open = turn.getAttribute("aria-expanded") !== "true";
      turn.setAttribute("aria-expanded", String(open));
      if (turn.matches(".fold")) $("filter-panel").classList.toggle("open", open);
      else {
        turned.set(turn.dataset.key, open);
        turn.parentElement.querySelector("ul").hidden = !open;
      }
      return;
    }
    const copy = target.closest("button[data-copy], button[data-link]");
    if (copy) {
      const done = () => {
        const words = copy.textContent;
        copy.textContent = "Copied";
        setTimeout(() => (copy.textContent = words), 1600);
      };
      if (navigator.clipboard) {
        const link = copy.dataset.link;
        navigator.clipboard.writeText(link ? location.origin + location.pathname + link : copy.dataset.copy).then(done);
      }
      return;
    }
    if (target.closest("#theme")) {
      root.dataset.theme = theme() === "dark" ? "light" : "dark";
      try { localStorage.setItem("theme", root.dataset.theme); } catch { /* private window */ }
      look();
    }
  }

  let typing = 0;
  function input(event) {
    if (event.target.id === "text") {
      clearTimeout(typing);
      typing = setTimeout(() => go(changed({ text: event.target.value.trim() }), "replace"), 250);
    }
    if (event.target.id === "find-actor") findActor(event.target.value);
  }

  function findActor(words) {
    finding = words;
    const wanted = words.trim().toLowerCase();
    let any = false;
    document.querySelectorAll("ul.actors > li").forEach((branch) => {
      const says = (item) => item.querySelector(".name").textContent.toLowerCase().includes(wanted);
      const leaves = [...branch.querySelectorAll("ul > li")];
      const found = leaves.filter(says);
      const own = says(branch);
      leaves.forEach((leaf) => (leaf.style.display = !wanted || own || found.includes(leaf) ? "" : "none"));
      branch.style.display = !wanted || own || found.length ? "" : "none";
      any = any || branch.style.display === "";
      const list = branch.querySelector("ul");
      const turn = branch.querySelector(".turn");
      if (list && turn) list.hidden = wanted ? !found.length && !own : turn.getAttribute("aria-expanded") !== "true";
    });
    const nobody = document.querySelector(".nobody");
    if (!nobody) return;
    nobody.hidden = !wanted;
    if (!any) nobody.textContent = "Looking at other dates…";
    else nobody.replaceChildren();
    clearTimeout(asking);
    if (wanted) asking = setTimeout(() => props("finding", { data: [wanted, location.search] }), 200);
    anyHere = any;
    if (wanted === asked) elsewhere(others);
  }

  let asking = 0;
  let asked = ""; // the words that `others` answers
  let anyHere = true;
  let others = [];

  // Who of this name has no event on the dates shown, with the way there.
  function elsewhere(found) {
    others = found || [];
    asked = finding.trim().toLowerCase();
    const nobody = document.querySelector(".nobody");
    if (!nobody || !asked) return;
    const line = document.createElement("p");
    const dates = others.length ? "Not on the dates shown:" : anyHere ? "" : "No actor of this name.";
    line.textContent = dates;
    const list = document.createElement("ul");
    list.append(...others.map(([name, search]) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = search;
      link.dataset.go = "push";
      link.className = "plain";
      link.textContent = name;
      item.append(link);
      return item;
    }));
    nobody.replaceChildren(...(dates ? [line] : []), ...(others.length ? [list] : []));
  }

  // ---------------------------------------------------------------- what a redrawn panel would forget

  const FIELDS = ["find-actor", "from-date", "to-date"];
  let focused = ""; // the key, or the id, of what had the focus last
  const turned = new Map(); // branches of the tree that the reader opened or closed
  let finding = "";

  function remember(event) {
    const held = event.target.closest("[data-key]");
    focused = held ? held.dataset.key : FIELDS.includes(event.target.id) ? event.target.id : "";
  }

  function restore() {
    for (const turn of document.querySelectorAll("button.turn")) {
      const open = turned.get(turn.dataset.key);
      if (open === undefined) continue;
      turn.setAttribute("aria-expanded", String(open));
      turn.parentElement.querySelector("ul").hidden = !open;
    }
    const find = $("find-actor");
    if (find && finding && !find.value) find.value = finding;
    if (finding) findActor(finding);
    if (!focused || (document.activeElement && document.activeElement !== document.body)) return;
    const again = FIELDS.includes(focused) ? $(focused) : document.querySelector(`[data-key="${CSS.escape(focused)}"]`);
    if (again) again.focus({ preventScroll: true });
  }

  document.addEventListener("scroll", names, { passive: true });
  document.addEventListener("focusin", remember);
  document.addEventListener("click", click);
  document.addEventListener("input", input);
  document.addEventListener("pointerdown", brush);
  document.addEventListener("pointerdown", press, true);
  document.addEventListener("pointerup", release, true);
  document.addEventListener("pointermove", (event) => (pressed ? drag(event) : hover(event)));
  document.addEventListener("pointercancel", () => (pressed = null));
  document.addEventListener("keydown", (event) => {
    keys(event);
    if (event.key === " " && event.target.matches("a[role=checkbox]")) {
      event.preventDefault();
      event.target.click();
    }
    if (event.key !== "Escape") return;
    const menu = document.querySelector("details.export[open], details.drop[open]");
    if (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    } else if (chosen()) {
      go(changed({ event: null }));
      $("stage").focus({ preventScroll: true });
    }
    hideCard();
    light("under", "");
  });
  document.addEventListener("focusout", (event) => {
    if (event.target !== $("stage")) return;
    cursor = -1;
    hideCard();
    light("under", "");
  });
  for (const query of [system, low]) query.addEventListener("change", look);

  addEventListener("popstate", follow);

  (function start() {
    if (!$("text") || !window.dash_clientside.set_props) {
      requestAnimationFrame(start);
      return;
    }
    new ResizeObserver(() => {
      clearTimeout(start.timer);
      start.timer = setTimeout(look, room ? 120 : 0);
    }).observe(document.querySelector("main .bar"));
    const watch = new MutationObserver((changes) => {
      if (!changes.every((change) => change.target.closest(".nobody"))) restore();
    });
    for (const id of ["filters", "tools"]) watch.observe($(id), { childList: true, subtree: true });
    $("stage").addEventListener("wheel", wheel, { passive: false });
    follow();
    look();
  })();
})();
