"""Draws docs/pictures anew from the seeds: the dashboard in a browser, light, dark and small, and the export.

    .venv/bin/python -m benchmarks.pictures

Needs Chromium (found by name, or named by CHROMIUM). The day is fixed, so that a picture changes only when the
product does.
"""

from __future__ import annotations

import logging
import os
import shutil
import sys
import threading
from datetime import date
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from werkzeug.serving import make_server

from dashboard.app import create_app
from dashboard.callbacks import reader
from dashboard.exports import wanted
from timeline import drawing
from timeline.model import Record, Timeline
from timeline.readers import read as inputs
from timeline.timelines import gather
from timeline.writers import write

PICTURES = Path(__file__).resolve().parent.parent / "docs" / "pictures"
TODAY = date(2026, 11, 23)
NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking")
VIEWS = (
    ("month", "&month=2016-02"),
    ("table", "&sort=-date"),  # the chosen event in sight from the top
    ("actors", ""),
    ("articles", "&article=000_2b094161495f9014"),
)
# name, width, height, scheme, what the address says, pixels a pixel
SCREENS = (
    ("timeline-light", 1440, 900, "light", "", 1.5),
    ("timeline-dark", 1440, 900, "dark", "", 1.5),
    ("timeline-actors", 1440, 900, "light", "?rows=actor&actor=country%3Aus", 1.5),
    ("timeline-small", 390, 844, "light", "", 2),
    *(
        (f"{view}-{name}", width, height, scheme, f"?view={view}{more}", scale)
        for view, more in VIEWS
        for name, width, height, scheme, scale in (
            ("light", 1440, 900, "light", 1.5),
            ("dark", 1440, 900, "dark", 1.5),
            ("small", 390, 844, "light", 2),
        )
    ),
)


class Shelf:
    """A store that holds one timeline."""

    title = "Syria diplomacy, 2015–2017"

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline

    def timeline(self) -> Timeline:
        """Return the timeline."""
        return self._timeline


def read() -> Timeline:
    """The seeds, read."""
    from timeline.engine import Engine
    from timeline.reading import read_inputs
    from timeline.resources import seeds

    found = read_inputs(inputs([str(seeds())]), Engine())
    return gather(reading.result for reading in found if isinstance(reading.result, Record))


def screens(browser: Browser, url: str, chosen: str) -> None:
    """Photograph the page in every size and theme."""
    for name, width, height, scheme, query, scale in SCREENS:
        page = browser.new_page(
            viewport={"width": width, "height": height}, color_scheme=scheme, device_scale_factor=scale
        )
        wide = width > 760
        event = f"{'&' if query else '?'}event={chosen}" if wide and chosen and "month=" not in query else ""
        page.add_init_script("localStorage.setItem('hint-seen', 'yes')")
        page.goto(f"{url}/{query}{event}")
        there = "#view:not(:empty)" if "view=" in query else '#stage[data-drawn="yes"]' if wide else "#agenda li"
        page.wait_for_selector(there, state="attached")
        page.wait_for_timeout(800)
        page.screenshot(path=PICTURES / f"{name}.png")
        page.close()


def main() -> int:
    """Draw all pictures; 1 where there is no browser."""
    path = os.environ.get("CHROMIUM") or next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is None:
        print("no Chromium: apt-get install -y chromium, or set CHROMIUM=/path/to/it", file=sys.stderr)
        return 1
    PICTURES.mkdir(parents=True, exist_ok=True)
    shelf = Shelf(read())
    shown = [e for e in shelf.timeline().entries if e.event.on_calendar]
    chosen = next((e.id for e in shown if "intra-Syrian talks" in e.event.title), "")
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = make_server("127.0.0.1", 0, create_app(shelf, today=TODAY, front=True).server, threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        screens(browser, f"http://127.0.0.1:{server.server_port}", chosen)
        browser.close()
    server.shutdown()
    for theme in drawing.THEMES:
        scene = reader(shelf, lambda: TODAY, front=True)("")
        look = wanted(scene, today=TODAY, title=shelf.title, look={"theme": theme, "scale": "1.5"})
        (PICTURES / f"export-{theme}.png").write_bytes(write(scene.shown, "png", look))
    return 0


if __name__ == "__main__":
    sys.exit(main())
