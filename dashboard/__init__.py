"""The timeline in the browser: `create_app(store, today=…)` in `dashboard.app`."""
