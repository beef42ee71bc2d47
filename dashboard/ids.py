"""Every id of the page: components, and what the scripts and tests look for."""

TELLING = "telling"  # store: the address that is told about around the drawing; set once that has been painted

CHART = "chart"
STAGE = "stage"  # the box of the chart, with the overview's brush, the lit rows and the hover card
TABS = "tabs"
VIEW = "view"  # the box of every view but the chart
NOTICES = "notices"  # what was not understood or not read
SUMMARY = "summary"
ACCOUNT = "account"
TOOLS = "tools"
CHIPS = "chips"
TRAY = "tray"
LEGEND = "legend"
AGENDA = "agenda"
FILTERS = "filters"
DETAILS = "details"
EXPORT = "export"
LIVE = "live"
SUBTITLE = "subtitle"
TEXT = "text"
FIND_ACTOR = "find-actor"
FINDING = "finding"  # store: the words typed there, and the address
ELSEWHERE = "elsewhere"  # store: actors of this name outside the dates shown, [name, address] each
FROM = "from-date"
TO = "to-date"
WHY_NOT = "why-not"  # why a way of rows cannot be had
WRONG_DAY = "wrong-day"  # what is wrong with a day typed there
THEME = "theme"
MAIN = "main"
