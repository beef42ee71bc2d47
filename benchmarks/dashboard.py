"""How quick the timeline is in a real browser, from a thousand events to a million, with vis-timeline beside it.

    .venv/bin/python -m benchmarks.dashboard [--sizes 1000 10000] [--vis FOLDER]

Stores are made of invented events with a fixed seed, opened and served as `timeline serve` does it. FOLDER is where
`npm install vis-timeline` was run; without it the peer is left out. Needs Chromium (found by name, or named by
CHROMIUM). Milliseconds are this machine's; compare within one run.
"""

from __future__ import annotations

import argparse
import contextlib
import logging
import os
import random
import shutil
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright
from waitress import create_server
from waitress.server import BaseWSGIServer

from dashboard.app import create_app
from timeline.model import (
    STATUSES,
    TYPES,
    Actor,
    Article,
    Event,
    Participant,
    Published,
    Record,
    Span,
    Trigger,
    When,
)
from timeline.store import Store

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking")
SIZES = (1_000, 10_000, 100_000, 1_000_000)
PEER_SIZES = (1_000, 10_000)  # beyond these the peer takes minutes
TODAY = date(2026, 11, 23)
FIRST, DAYS = date(2002, 1, 1), 9000
ARTICLE = 20  # events an article
COUNTRIES = ("US", "RU", "CN", "FR", "DE", "GB", "TR", "IN", "JP", "BR", "EG", "ZA")
DAY = timedelta(days=1)
TURNS = 5  # each figure is the median of so many
WAIT = 120_000  # milliseconds

# Notes when an answer has come and when the chart has been painted: two frames after the page says that it is drawn.
PROBE = """() => {
  window.probe = { answered: [], painted: [], sizes: [] };
  const fetched = window.fetch;
  window.fetch = async (...given) => {
    const answer = await fetched(...given);
    const drawing = String(given[0]).startsWith("drawing?");
    if (drawing || String(given[0]).includes("_dash-update-component")) {
      window.probe.sizes.push((await answer.clone().text()).length);
      if (drawing) window.probe.answered.push(performance.now());
    }
    return answer;
  };
  const watch = () => {
    const stage = document.getElementById("stage");
    if (!stage) return requestAnimationFrame(watch);
    new MutationObserver(() => {
      requestAnimationFrame(() => requestAnimationFrame(() => window.probe.painted.push(performance.now())));
    }).observe(stage, { attributes: true, attributeFilter: ["data-drawn"] });
  };
  watch();
}"""
# Acts, and gives the milliseconds until the chart was painted from the answer that came of it.
ACT = """async ([act, given]) => {
  const acts = {
    click: () => document.querySelector(given).click(),
    wheel: () => {
      const chart = document.querySelector("#chart");
      const box = chart.getBoundingClientRect();
      chart.dispatchEvent(new WheelEvent("wheel", { bubbles: true, cancelable: true, ctrlKey: true, deltaY: given,
        clientX: box.left + box.width / 2, clientY: box.top + 60 }));
    },
  };
  const { answered, painted } = window.probe;
  const before = answered.length;
  const start = performance.now();
  acts[act]();
  while (true) {
    await new Promise((done) => setTimeout(done, 20));
    const answer = answered[before];
    const end = answer && painted.find((at) => at > answer);
    if (end) return end - start;
    if (performance.now() - start > 60000) throw new Error("nothing was painted");
  }
}"""
PEER = """<!DOCTYPE html><html><head><link rel="stylesheet" href="STYLE"><script src="SCRIPT"></script></head>
<body><div id="box"></div></body></html>"""
PEER_RUN = """async (rows) => {
  const frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const changed = (line) => new Promise((done) => {
    line.on("changed", function once() { line.off("changed", once); done(); });
  });
  const groups = new vis.DataSet([...new Set(rows.map((row) => row.group))].map((id) => ({ id, content: id })));
  const all = new vis.DataSet(rows);
  let kept = () => true;
  const view = new vis.DataView(all, { filter: (row) => kept(row) });
  let start = performance.now();
  const line = new vis.Timeline(document.getElementById("box"), view, groups, { stack: true, height: "700px" });
  await changed(line); await frames();
  const first = performance.now() - start;
  const { start: a, end: b } = line.getWindow();
  start = performance.now();
  let moved = changed(line);
  const span = b - a;
  line.setWindow(+a + span * 0.15, +b - span * 0.15, { animation: false });
  await moved; await frames();
  const zoom = performance.now() - start;
  line.setWindow(a, b, { animation: false }); await changed(line); await frames();
  start = performance.now();
  moved = changed(line);
  kept = (row) => row.group === "Actor 3" || row.group === "Actor 4";
  view.refresh();
  await moved; await frames();
  return [first, performance.now() - start, zoom];
}"""


def actors() -> tuple[Actor, ...]:
    """Countries, and people who act for them."""
    countries = [Actor(f"country:{code.lower()}", f"Country {code}", "country", code) for code in COUNTRIES]
    people = [
        Actor(f"person:p{number}", f"Person {number}", "person", COUNTRIES[number % len(COUNTRIES)])
        for number in range(60)
    ]
    return (*countries, *people)


def records(count: int) -> Iterator[Record]:
    """So many invented events, twenty an article; the same each time."""
    rng = random.Random(count)
    people = actors()
    weights = [1 / (1 + number) for number in range(len(people))]
    text = "Ministers of two countries met to speak about many things. " * 3
    for number in range(count // ARTICLE):
        day = FIRST + timedelta(days=rng.randrange(DAYS))
        events = []
        for index in range(ARTICLE):
            start = day + timedelta(days=round(rng.gauss(0, 40)))
            length = rng.choice([1, 1, 1, 3, 10, 31])
            events.append(
                Event(
                    id=f"e{number:x}-{index}",
                    title=f"{rng.choice(['Ministers meet', 'Envoys confer', 'Leaders sign', 'Parliament votes'])} "
                    f"on {rng.choice(['the truce', 'grain', 'border talks', 'a pipeline', 'fishing rights'])}",
                    type=rng.choice(TYPES),
                    status=rng.choice(("occurred", "occurred", "planned", *STATUSES)),
                    salience=round(rng.uniform(0.5, 1), 4),
                    confidence=0.8,
                    trigger=Trigger(0, 9, "Ministers"),
                    sentence=Span(0, 58),
                    when=When(None, start, start + length * DAY, None, "explicit", "within"),
                    actors=tuple(
                        Participant(one.id, "agent")
                        for one in dict.fromkeys(rng.choices(people, weights, k=rng.randint(1, 3)))
                    ),
                )
            )
        article = Article(f"a{number:07}", text, f"Article {number}", day, f"Source {number % 7}")
        published = Published(day.isoformat(), day, day + DAY, "given", "given")
        named = {part.id for event in events for part in event.actors}
        yield Record(article, published, (), tuple(one for one in people if one.id in named), tuple(events))


def measure(browser: Browser, url: str) -> dict[str, float]:
    """First paint, filter, zoom in milliseconds, and the largest answer in kilobytes."""
    firsts: list[float] = []
    for _ in range(TURNS):
        page = _page(browser)
        page.add_init_script(f"({PROBE})()")
        page.goto(f"{url}/?dates=all")
        page.wait_for_function(
            "() => window.probe.answered[0] && window.probe.painted.some((at) => at > window.probe.answered[0])"
        )
        firsts.append(
            page.evaluate("() => { const a = probe.answered[0]; return probe.painted.find((at) => at > a) - a; }")
        )
        if len(firsts) < TURNS:
            page.context.close()
    page.wait_for_timeout(1500)
    filters = []
    for number in range(TURNS):
        choice = f'a[data-key="actor:country:{COUNTRIES[2 + number % 2].lower()}"]'
        filters.append(page.evaluate(ACT, ["click", choice]))
        page.wait_for_timeout(900)
    page.goto(f"{url}/?dates=all")
    page.wait_for_function("() => window.probe.painted.length > 0")
    page.wait_for_timeout(1500)
    zooms = []
    for _ in range(TURNS):
        zooms.append(page.evaluate(ACT, ["wheel", -60]))
        page.wait_for_timeout(900)
    largest = page.evaluate("() => Math.max(...window.probe.sizes)")
    page.context.close()
    median = statistics.median
    return {"first": median(firsts), "filter": median(filters), "zoom": median(zooms), "kB": largest / 1000}


def _page(browser: Browser) -> Page:
    page = browser.new_context(viewport={"width": 1440, "height": 900}, bypass_csp=True).new_page()
    page.set_default_timeout(WAIT)
    return page


def peer(browser: Browser, folder: Path, count: int) -> dict[str, float]:
    """The same for vis-timeline: a row of stacked items for each actor."""
    found = []
    rows = [
        {
            "id": f"{event.id}",
            "group": f"Actor {int(event.actors[0].id[-1], 36) % 12}",
            "content": event.title,
            "start": str(event.when.first),
            "end": str(event.when.until),
        }
        for record in records(count)
        for event in record.events
    ]
    home = folder / "node_modules" / "vis-timeline"
    script = home / "standalone" / "umd" / "vis-timeline-graph2d.min.js"
    style = home / "styles" / "vis-timeline-graph2d.min.css"
    place = folder / "peer.html"
    place.write_text(PEER.replace("SCRIPT", script.as_uri()).replace("STYLE", style.as_uri()), encoding="utf-8")
    for _ in range(3 if count <= 1000 else 1):
        page = _page(browser)
        page.goto(place.as_uri())
        found.append(page.evaluate(PEER_RUN, rows))
        page.context.close()
    first, again, zoom = (statistics.median(values) for values in zip(*found, strict=True))
    return {"first": first, "filter": again, "zoom": zoom}


def row(name: str, got: dict[str, float]) -> str:
    """One line of the table."""
    cells = [f"{got[key]:,.0f}" if key in got else "–" for key in ("first", "filter", "zoom", "kB", "open")]
    return f"| {name} | " + " | ".join(cells) + " |"


def _serve(server: BaseWSGIServer) -> None:
    """Run a server until it is closed from outside, which its loop only sees as a lost socket."""
    with contextlib.suppress(OSError):
        server.run()


def run(browser: Browser, sizes: list[int], vis: Path | None, folder: Path) -> None:
    """Measure each size and print the table."""
    print("| | first paint ms | actor filter ms | zoom step ms | largest answer kB | store opened s |")
    print("| --- | --- | --- | --- | --- | --- |")
    for size in sizes:
        store = Store(str(folder / f"{size}.db"), title="Benchmark")
        if not store.digests():
            store.add(records(size))
        start = time.perf_counter()
        store.timeline()
        opened = time.perf_counter() - start
        server = create_server(create_app(store, today=TODAY).server, host="127.0.0.1", port=0, threads=8, ident=None)
        threading.Thread(target=_serve, args=(server,), daemon=True).start()
        got = measure(browser, f"http://127.0.0.1:{server.effective_port}")
        print(row(f"{size:,} events", {**got, "open": opened}), flush=True)
        server.close()
        store.close()
        if vis and size in PEER_SIZES:
            print(row(f"vis-timeline, {size:,}", peer(browser, vis, size)), flush=True)


def main() -> int:
    """Print the table; 1 where there is no browser."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--vis", type=Path, help="the folder in which vis-timeline was installed with npm")
    parser.add_argument("--keep", type=Path, help="a folder for the stores, so that another run need not make them")
    options = parser.parse_args()
    path = os.environ.get("CHROMIUM") or next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is None:
        print("no Chromium: apt-get install -y chromium, or set CHROMIUM=/path/to/it", file=sys.stderr)
        return 1
    logging.getLogger("waitress").setLevel(logging.ERROR)
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as temporary:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        run(browser, options.sizes, options.vis, options.keep or Path(temporary))
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
