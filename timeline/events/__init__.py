"""Who did, will do or denied what, where and when: from a parsed article to its events.

`read.read_events` is the room's one verb. The parse is read through `grammar`, the words through
`lexicon`; `triggers` says which words name an event, `status` how real it is, `participants` who and
where, `dating` when, `titles` what a calendar calls it, in the words that `phrases` keeps and under the names
of `named`, `reported` what somebody says in it, `fit` whether the title may be printed, `salience` how much the event
deserves one.
"""
